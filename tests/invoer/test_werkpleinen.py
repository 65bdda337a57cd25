"""A werkplein may be written by its naam, where only one has it; the code that was read is said."""

import pytest

from landkaart.invoer.aanlevering import read_paths
from landkaart.invoer.references import check_references
from tests.steps.files import SCORES, WERKPLEIN, as_csv, scores, werkpleinen, write

NAMEN = {
    "gooi-noord": "Gooinoord", "bergen-nh": "Bergen", "bergen-l": "Bergen", "sudwest": "Súdwest-Fryslân", "assen": "Assen",
}  # fmt: skip


def read(tmp_path, werkplein: str):
    path = write(tmp_path, "ako_indicatie.csv", f"werkplein,tertaal,indicatie\n{werkplein},2009-2,niet\n")
    return read_paths([path], namen=NAMEN)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gooinoord", "gooi-noord"),
        ("GOOINOORD", "gooi-noord"),
        ("Sudwest Fryslan", "sudwest"),
        ("ASSEN", "assen"),
        ("Werkplein Assen", "assen"),
        ("Bergen (bergen-nh)", "bergen-nh"),
    ],
)
def test_a_naam_is_read_as_the_code_that_belongs_to_it(tmp_path, text, code):
    found = read(tmp_path, text)

    assert [record.werkplein for record in found.indicaties] == [code]
    assert found.notes == (f"ako_indicatie.csv: werkplein gelezen bij naam: {text} ({code}).",)


def test_a_code_needs_no_word(tmp_path):
    found = read(tmp_path, "assen")

    assert ([record.werkplein for record in found.indicaties], found.notes) == (["assen"], ())


def test_a_naam_that_more_have_is_refused_with_their_codes(tmp_path):
    assert [str(fault) for fault in read(tmp_path, "Bergen").faults] == [
        "ako_indicatie.csv, regel 2, kolom werkplein: 2 werkpleinen heten ‘Bergen’. Schrijf de code: bergen-l of bergen-nh."
    ]


def test_a_naam_that_nobody_has_is_refused_with_the_nearest(tmp_path):
    assert [str(fault) for fault in read(tmp_path, "Gooi Nord").faults] == [
        "ako_indicatie.csv, regel 2, kolom werkplein: ‘Gooi Nord’ is geen bekend werkplein. Is gooi-noord bedoeld?"
    ]


def test_an_unknown_code_is_refused_with_the_nearest(tmp_path):
    faults = check_references(read(tmp_path, "gooinoord"), werkpleinen=set(NAMEN), vragen=set())

    assert [str(fault) for fault in faults] == [
        "ako_indicatie.csv, regel 2, kolom werkplein: ‘gooinoord’ is geen bekend werkplein. Is gooi-noord bedoeld?"
    ]


def test_a_naam_may_come_with_the_same_delivery(tmp_path):
    write(tmp_path, "werkpleinen.csv", werkpleinen(WERKPLEIN.replace("assen,Assen", "emmen,Emmen")))
    write(tmp_path, "scores.csv", as_csv(SCORES, scores("Emmen")))
    found = read_paths([tmp_path], namen=NAMEN)

    assert ([record.werkplein for record in found.invullingen], found.faults) == (["emmen"], ())


def test_an_unknown_werkplein_is_named_also_where_something_else_is_wrong(tmp_path):
    rows = scores("gooinoord")
    rows[3][4] = "half"
    found = read_paths([write(tmp_path, "scores.csv", as_csv(SCORES, rows))], namen=NAMEN)
    references = check_references(found, werkpleinen=set(NAMEN), vragen=set())

    assert [(fault.regel, fault.kolom) for fault in (*found.faults, *references)] == [(5, "band"), (2, "werkplein")]
