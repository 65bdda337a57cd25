import csv
import io
import zipfile

import pytest

from landkaart.domein.bijlagen import Bijlagen
from landkaart.domein.stand import empty_stand
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import tables
from landkaart.rapport.csv_texts import csv_for_excel
from landkaart.rapport.files import files_of, shown_in, workbook_name, write_files, zip_name, zip_of
from landkaart.rapport.herkomst import FILE
from tests.steps.factories import GEMAAKT, beeld, stand, uitvraag
from tests.steps.kengetallen import kengetal

BEFORE = Tertaal(2009, 1)
BANDS = "niet,niet_pct,in_ontwikkeling,in_ontwikkeling_pct,gedeeltelijk,gedeeltelijk_pct,volledig,volledig_pct"
# As docs/formaten.md has them.
COLUMNS = {
    "tabel2_fasen.csv": f"fase,aantal_werkpleinen,gemiddelde,{BANDS}",
    "tabel3_mijlpalen.csv": f"fase,mijlpaal,gemiddelde,{BANDS}",
    "tabel4_historie.csv": "tertaal,periode,gemiddelde",
    "vergelijking.csv": "code,naam,score_vorig,score,verschil,richting",
    "groen.csv": "code,naam,score",
    "bijna_groen.csv": "code,naam,score",
    "achterblijvers.csv": "code,naam,score,redenen,ako_indicatie",
    "actualiteit.csv": "code,naam,ingevuld_op,klasse",
    "drijfveren.csv": "mijlpaal,gestegen,gedaald,verschil",
    "overgangen.csv": "van,niet,in_ontwikkeling,gedeeltelijk,volledig",
}
FORMULAS = ["=1+1", "+31 6", "-1", "@SUM(A1)", "\t=1+1", '=HYPERLINK("http://x";"klik")', "=cmd|' /C calc'!A0"]
NOBODY = beeld(empty_stand(), uitvraag=uitvraag(), namen={"delft": "Delft"}, ingediend_op={"delft": None})


def content(found) -> dict[str, bytes]:
    return dict(files_of(found, GEMAAKT))


def table(found, name: str) -> bytes:
    """One of the csv files; the workbook takes longer."""
    return next(data for file, data in files_of(found, GEMAAKT) if file == name)


def rows(data: bytes | str, separator: str = ",") -> list[list[str]]:
    text = data if isinstance(data, str) else data.decode()
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))


def named(naam: str):
    """A country of one, with this naam."""
    return beeld(stand(assen="3"), {BEFORE: stand(assen="2")}, uitvraag=uitvraag(), namen={"assen": naam})


def test_the_export_is_every_table_and_all_of_them_in_a_workbook_of_each_kind(beeld_2009):
    assert list(content(beeld_2009)) == [*COLUMNS, "indicaties.csv", "landkaart-2009-2.xlsx", "landkaart-2009-2.ods"]


def test_what_stands_beside_the_landkaart_comes_along():
    bijlagen = Bijlagen((kengetal("8617"), kengetal("5", uitsplitsing="WW"), kengetal("6", uitsplitsing="WWB")))

    found = dict(files_of(named("Assen"), GEMAAKT, bijlagen))

    assert found["kengetallen.csv"].decode().splitlines()[1] == "banen,,Banen,totaal,2009,realisatie,8617,personen,,,2009-2"
    assert found["controles.csv"].decode().splitlines() == [
        "tabel,wat,berekend,gedrukt,klopt,toelichting",
        '"banen","Som van de groepen, 2009: Banen",11,8.617,nee,'.replace('"banen"', "banen"),
    ]


@pytest.mark.parametrize("name", COLUMNS)
def test_every_table_has_its_columns_in_their_order(name, beeld_2009):
    assert table(beeld_2009, name).decode().splitlines()[0] == COLUMNS[name]


@pytest.mark.parametrize("name", COLUMNS)
def test_a_table_without_rows_still_has_its_columns(name):
    assert table(NOBODY, name).decode().splitlines()[0] == COLUMNS[name]
    assert table(beeld(empty_stand()), name).decode().splitlines()[0] == COLUMNS[name]


@pytest.mark.parametrize("name", COLUMNS)
def test_a_table_is_utf_8_with_commas_and_single_line_ends(name, beeld_2009):
    data = table(beeld_2009, name)

    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert {len(row) for row in rows(data)} == {COLUMNS[name].count(",") + 1}


def test_a_row_of_each_list_of_werkpleinen_reads_as_written():
    found = named("Assen")

    assert rows(table(found, "vergelijking.csv"))[1] == ["assen", "Assen", "66", "100", "34", "vooruit"]
    assert rows(table(found, "groen.csv"))[1] == ["assen", "Assen", "100"]
    assert rows(table(found, "actualiteit.csv"))[1] == ["assen", "Assen", "2009-08-03", "deze_uitvraag"]


def test_the_same_data_give_the_same_bytes(beeld_2009):
    assert content(beeld_2009) == content(beeld_2009)


@pytest.mark.parametrize("found", [NOBODY, beeld(empty_stand())], ids=["with an uitvraag", "without"])
def test_a_country_of_nobody_is_exported_without_none_nan_or_a_mean_of_0(found):
    for name in COLUMNS:
        cells = [cell for row in rows(table(found, name)) for cell in row]
        assert not {"None", "nan", "NaN", "<NA>", "NaT"} & set(cells)

    total = dict(zip(*rows(table(found, "tabel2_fasen.csv"))[:2], strict=True))
    assert total["aantal_werkpleinen"] == total["niet"] == "0"
    assert total["gemiddelde"] == total["niet_pct"] == ""
    assert rows(table(found, "tabel4_historie.csv"))[1] == ["2009-2", "mei 2009 t/m aug 2009", ""]


def test_who_never_submitted_is_listed_without_a_day():
    assert rows(table(NOBODY, "actualiteit.csv"))[1:] == [["delft", "Delft", "", "nooit"]]


@pytest.mark.parametrize("naam", FORMULAS)
@pytest.mark.parametrize("name", ["vergelijking.csv", "groen.csv", "actualiteit.csv"])
def test_a_naam_that_looks_like_a_formula_is_text_in_every_csv(name, naam):
    assert rows(table(named(naam), name))[1][1] == f"'{naam}"


@pytest.mark.parametrize("naam", ["\r=1+1", *FORMULAS])
def test_a_naam_that_looks_like_a_formula_is_text_in_the_csv_for_excel(naam):
    data = csv_for_excel(tables.groen(named(naam))).decode("utf-8-sig")

    assert rows(data, ";")[1][1] == f"'{naam}"


@pytest.mark.parametrize("naam", ["Bergen (L.)", "'s-Hertogenbosch", "a=b", "NA", "null", "Een, twee", 'De "Hoek"', "1-2"])
def test_any_other_naam_stays_as_it_is(naam):
    assert rows(table(named(naam), "groen.csv"))[1][1] == naam


def test_a_change_below_0_is_a_number_and_no_formula():
    found = beeld(stand(assen="1"), {BEFORE: stand(assen="2")})

    assert rows(table(found, "vergelijking.csv"))[1] == ["assen", "assen", "66", "33", "-33", "achteruit"]


def test_a_dutch_excel_opens_its_csv_by_itself():
    data = csv_for_excel(tables.groen(named("Súdwest; Fryslân")))

    assert data == '\ufeffcode;naam;score\r\nassen;"Súdwest; Fryslân";100\r\n'.encode()


def test_the_files_are_written_into_a_folder_that_is_made_for_them(tmp_path):
    found = named("Assen")
    folder = tmp_path / "nieuw" / "export"

    written = list(write_files(folder, files_of(found, GEMAAKT)))

    assert {path.name: path.read_bytes() for path in written} == content(found)
    assert sorted(folder.iterdir()) == sorted(written)


def test_an_export_over_an_earlier_one_takes_its_place(tmp_path):
    for bands in ("1", "2"):
        list(write_files(tmp_path / "diep" / "export", files_of(beeld(stand(a=bands)), GEMAAKT)))

    assert (tmp_path / "diep" / "export" / "groen.csv").read_text() == "code,naam,score\n"
    assert "Gemiddelde score (totaal),1,66," in (tmp_path / "diep" / "export" / "tabel2_fasen.csv").read_text()


def test_the_zip_holds_the_same_files_and_says_where_they_come_from():
    found = named("Assen")

    with zipfile.ZipFile(io.BytesIO(zip_of(found, GEMAAKT))) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}

    assert "Gemaakt: op 1 september 2009, 12:00 uur, door Ada Lezer" in packed.pop(FILE).decode()
    assert packed == content(found)


def test_the_workbook_and_the_zip_are_called_by_their_tertaal():
    assert (workbook_name(NOBODY), zip_name(NOBODY)) == ("landkaart-2009-2.xlsx", "landkaart-2009-2.zip")


@pytest.mark.parametrize(("name", "says"), [("", True), ("achterblijvers", True), ("tabel2", False), ("respons", False)])
def test_only_what_was_judged_says_by_which_rule(name, says, beeld_2009):
    shown = shown_in(beeld_2009, name)

    assert (shown.regel != "", shown.levend != "") == (says, says)
