"""What nobody expected: a number on the screen, and the whole story in the log."""

import logging
import re

from landkaart.errors import log_with_number, sentence


def test_every_error_gets_a_number_of_its_own_under_which_it_stands_in_the_log(caplog):
    with caplog.at_level(logging.ERROR):
        numbers = [log_with_number(ZeroDivisionError("geheim")) for _ in range(2)]

    assert len(set(numbers)) == 2
    assert all(re.fullmatch("[0-9A-F]{6}", number) for number in numbers)
    assert [record.getMessage() for record in caplog.records] == [
        f"fout {number}\n  | ZeroDivisionError: geheim" for number in numbers
    ]


def test_what_an_error_quotes_makes_no_line_of_the_log_and_steers_no_screen(caplog):
    """A line end, an escape, the same as one sign, a turn of direction, a line end of Unicode."""
    log_with_number(ValueError("a\r\nINFO alles in orde\x1b[2J\x9b1m\u202eb\u2028c"))

    [said] = [record.getMessage() for record in caplog.records]
    first, *rest = said.split("\n")
    assert re.fullmatch("fout [0-9A-F]{6}", first)
    assert rest == ["  | ValueError: a", "  | INFO alles in orde\\x1b[2J\\x9b1m\\u202eb", "  | c"]


def test_a_reader_is_told_what_to_do_and_the_number():
    said = sentence("A1B2C3")

    assert "Wat u eerder opsloeg is bewaard." in said
    assert said.endswith("geef dan dit nummer door aan de beheerder: A1B2C3.")
