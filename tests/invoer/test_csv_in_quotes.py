"""Lines of a .csv that stand in quotes as a whole."""

import pytest

from tests.steps.files import faults, read, write

QUOTED = [
    "werkplein,tertaal,vraag,antwoord,toelichting",
    'assen,2009-2,a,ja,"een, ""twee""\nen drie"',
    "breda,2009-2,a,nee,",
]


@pytest.mark.parametrize("between", [",", ";"])
@pytest.mark.parametrize("end", ["", ",,,"])
@pytest.mark.parametrize("first", [0, 1, 2])
def test_lines_that_stand_in_quotes_as_a_whole_are_read(tmp_path, between, end, first):
    """As a program writes them that had put each in one cell; some write so only what has quotes in it."""
    whole = ['"{}"{}'.format(line.replace('"', '""'), end) for line in QUOTED]
    text = "\n".join([*QUOTED[:first], *whole[first:], ""]).replace(",", between)

    found = read(write(tmp_path, "antwoorden.csv", text))

    assert found.faults == ()
    assert [(each.werkplein, each.antwoord, each.toelichting) for each in found.antwoorden] == [
        ("assen", "ja", f'een{between} "twee"\nen drie'),
        ("breda", "nee", None),
    ]


def test_a_lone_text_in_quotes_is_still_named_as_one(tmp_path):
    text = "\n".join([*QUOTED, '"einde, van de lijst"', ""])

    assert faults(write(tmp_path, "antwoorden.csv", text)) == [
        "antwoorden.csv, regel 5: de regel heeft 1 veld, de kopregel 5."
    ]


def test_quotes_that_are_wrong_within_a_line_in_quotes_are_named(tmp_path):
    text = '"werkplein,tertaal,vraag,antwoord,toelichting"\n"assen,2009-2,a,ja,""een"" twee"\n'

    assert faults(write(tmp_path, "antwoorden.csv", text)) == [
        "antwoorden.csv, regel 2: na een sluitend aanhalingsteken staat nog tekst. Schrijf er midden in een veld twee."
    ]
