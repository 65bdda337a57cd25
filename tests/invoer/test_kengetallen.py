import io

import pytest
from openpyxl import Workbook

from db.actions.demo import FOLDER
from landkaart.domein.tertaal import Tertaal
from tests.steps.files import faults, read, write

HEAD = "tabel,onderdeel,indicator,uitsplitsing,periode,soort,waarde,eenheid,noot,bron"
ROW = "47.1,Doel 1,BKWI,totaal,2012,verschil,-1.753,x € 1.000,ongeveer,SZW"


def kengetallen(tmp_path, *rows: str, head: str = HEAD):
    return write(tmp_path, "kengetallen.csv", "\n".join([head, *rows, ""]))


def test_a_row_is_a_figure_as_it_was_printed(tmp_path):
    [found] = read(kengetallen(tmp_path, ROW)).kengetallen

    said = (
        found.tabel,
        found.onderdeel,
        found.indicator,
        found.waarde,
        found.eenheid,
        found.noot,
        found.bron,
        found.tertaal,
    )
    assert said == ("47.1", "Doel 1", "BKWI", "-1753", "x € 1.000", "ongeveer", "SZW", None)


def test_what_may_be_left_out_is_left_out(tmp_path):
    head = "tabel,indicator,periode,soort,waarde,eenheid,tertaal"

    [found] = read(kengetallen(tmp_path, "bvg,Gebouwen,2009,stand,130,locaties,2009-2", head=head)).kengetallen

    assert (found.onderdeel, found.uitsplitsing, found.noot, found.bron) == ("", "totaal", "", "")
    assert found.tertaal == Tertaal(2009, 2)


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("-1.753", "", "kolom waarde: Vul een waarde in."),
        ("-1.753", "12 stuks", "kolom waarde: ‘12 stuks’ is geen getal."),
        (
            "-1.753",
            "voldoende",
            "kolom waarde: ‘voldoende’ is geen getal. Schrijf een getal of n.b., of kies de eenheid tekst.",
        ),
        ("2012", "2012-02-01", "kolom periode: ‘2012-02-01’ is een datum."),
        ("BKWI", "", "kolom indicator: de cel is leeg."),
        ("ongeveer", "FryslÃ¢n", "kolom noot: in ‘FryslÃ¢n’ zijn letters verloren gegaan."),
    ],
)
def test_what_cannot_be_is_named_by_its_column(tmp_path, was, becomes, said):
    [fault] = faults(kengetallen(tmp_path, ROW.replace(was, becomes)))

    assert fault.startswith(f"kengetallen.csv, regel 2, {said}")


def test_the_same_figure_twice_is_a_fault(tmp_path):
    [fault] = faults(kengetallen(tmp_path, ROW, ROW.replace("-1.753", "5")))

    assert fault == (
        "kengetallen.csv, regel 3, kolom tertaal: ‘47.1, Doel 1, BKWI, totaal, 2012, verschil’ staat ook op regel 2."
    )


def test_a_sheet_has_numbers_and_per_cents_where_a_csv_has_texts(tmp_path):
    book = Workbook()
    book.active.append(HEAD.split(","))
    for value, unit, indicator in (
        (154972, "personen", "A"),
        (6.8, "cijfer 1-10", "B"),
        (-10, "x 1.000", "C"),
        (0.47, "%", "D"),
    ):
        book.active.append(["kpi", None, indicator, None, "2009 t/m aug", "realisatie", value, unit])
    book.active["G5"].number_format = "0%"
    packed = io.BytesIO()
    book.save(packed)

    found = read(write(tmp_path, "kengetallen.xlsx", packed.getvalue()))

    assert [each.waarde for each in found.kengetallen] == ["154972", "6,8", "-10", "47"]


def test_the_353_of_2009_are_read_as_their_file_has_them():
    found = read(FOLDER / "kengetallen.csv")

    assert (len(found.kengetallen), found.faults, found.notes) == (353, (), ())
    assert sum(each.waarde == "n.b." for each in found.kengetallen) == 25
    assert {each.tertaal for each in found.kengetallen} == {Tertaal(2009, 2)}
