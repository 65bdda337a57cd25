import pytest

from landkaart.invoer.faults import Fault, printable, quote


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (Fault("scores.csv", 12, "band", "de cel is leeg."), "scores.csv, regel 12, kolom band: de cel is leeg."),
        (Fault("scores.csv", 12, None, "te kort."), "scores.csv, regel 12: te kort."),
        (Fault("scores.csv", None, None, "het bestand is leeg."), "scores.csv: het bestand is leeg."),
    ],
)
def test_a_fault_is_a_sentence_that_leaves_out_what_it_does_not_know(fault, sentence):
    assert str(fault) == sentence


def test_a_quoted_value_is_cut_at_forty_characters():
    assert quote("a" * 40) == f"‘{'a' * 40}’"
    assert quote("a" * 41) == f"‘{'a' * 39}…’"


@pytest.mark.parametrize("sign", ["\x1b", "\r", "\n", "\0", "\u202e", "\ud800"])
def test_nothing_that_moves_the_cursor_or_turns_the_writing_round_reaches_the_terminal(sign):
    assert printable(f"a{sign}b") == "a\N{REPLACEMENT CHARACTER}b"
