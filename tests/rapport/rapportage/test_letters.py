"""Which signs can be printed: whatever somebody typed, the report comes out."""

import pytest

from landkaart.rapport.rapportage.letters import printable, signs


def test_the_letters_have_what_a_report_says():
    assert set(map(ord, "abcABC0189éëïöü€‘’“”–−…·•▼■◆↑↓×½")) <= signs()


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Café in ’s-Hertogenbosch", "Café in ’s-Hertogenbosch"),
        ("Goed 👍!", "Goed □!"),
        ("中文", "□□"),
        ("a\u200bb\u200dc", "abc"),
        ("● Gedeeltelijk", "● Gedeeltelijk"),
        ("een\ntwee\tdrie", "een\ntwee\tdrie"),
        ("één\u2003twee", "één twee"),
        ("één\u2028twee", "één□twee"),
    ],
)
def test_a_sign_without_a_shape_becomes_an_empty_square(typed, printed):
    assert printable(typed) == printed
