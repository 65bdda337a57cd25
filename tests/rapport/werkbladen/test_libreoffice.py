"""Both files open in LibreOffice, and say the same there."""

import csv

import pytest

from landkaart.rapport.files import spreadsheet_of, workbook_of
from tests.steps.factories import GEMAAKT
from tests.steps.libreoffice import convert

# Comma, double quotes, UTF-8, each cell as it is shown; the last: every sheet in a file of its own.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


@pytest.fixture(scope="session")
def opened(beeld_2009, bijlagen_2009, tmp_path_factory):
    """Of each kind what every sheet shows, by its name."""
    found = {}
    for kind, make in (("xlsx", workbook_of), ("ods", spreadsheet_of)):
        folder = tmp_path_factory.mktemp(kind)
        file = folder / f"landkaart.{kind}"
        file.write_bytes(make(beeld_2009, GEMAAKT, bijlagen_2009))
        found[kind] = {path.stem.partition("-")[2]: rows(path) for path in convert(file, AS_CSV, folder)}
    return found


def rows(path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def without_marks(cell: str) -> str:
    """Decimal and thousands marks are those of the reader in a workbook, and Dutch in ODS."""
    return cell.replace(".", "").replace(",", "")


def test_both_have_every_sheet(opened, bladen_2009):
    assert set(bladen_2009) <= set(opened["xlsx"])
    assert set(opened["ods"]) == set(opened["xlsx"])


def test_both_show_the_same_in_every_table(opened, bladen_2009):
    for name, blad in bladen_2009.items():
        height = len(blad.rijen) + 1
        theirs, ours = (
            [[without_marks(cell) for cell in row[: blad.width]] for row in opened[kind][name][:height]]
            for kind in ("xlsx", "ods")
        )
        assert ours == theirs, name


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_figures_are_shown_as_a_reader_expects_them(opened, kind):
    table3 = opened[kind]["Tabel 3 Mijlpalen"]

    assert table3[8][1:5] == ["LWI-MT portefeuille verdeling", "57%", "23", "18%"]
    assert table3[15][:4] == ["Totaal", "Alle 14 mijlpalen", "67%", "7"]
    harderwijk = next(row for row in opened[kind]["Vergelijking"] if row[0] == "harderwijk")
    assert harderwijk[2:] == ["37%", "30%", "-7", "Achteruit"]
