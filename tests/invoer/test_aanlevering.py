from pathlib import Path

import pytest

import landkaart
from landkaart.invoer.aanlevering import read_paths
from landkaart.invoer.tables import TABLES
from tests.steps.files import SCORES, VRAGEN, WERKPLEIN, as_csv, as_xlsx, faults, read, scores, werkpleinen, workbook, write

LANDKAART_2009 = Path(landkaart.__file__).parent / "content" / "landkaart-2009"
KNOWN = (
    "Bekend zijn werkpleinen, uitvragen, scores, vragen, antwoorden, ako_indicatie, accounts, contacten, "
    "kengetallen en afspraken, elk als .csv of .xlsx."
)
AS_XLSX = "kies Opslaan als, en dan ‘Excel-werkmap (.xlsx)’."
HERINNERING = "De herinnering valt niet tussen de opening en de sluiting. Kies een moment daartussen."
ACTUEEL = "‘Actueel vanaf’ ligt na de opening. Kies de opening zelf of een eerder moment."
SLUIT = "Assen kan niet sluiten op of vóór de dag dat het opent. Kies een latere dag."
UITVRAGEN = "tertaal,opent,herinnering,sluit,actueel_vanaf\n"


def test_the_landkaart_of_2009_reads_without_a_fault():
    found = read(LANDKAART_2009)

    assert found.faults == ()
    assert [len(found.werkpleinen), len(found.uitvragen), len(found.invullingen)] == [127, 6, 602]
    assert [len(found.vragen), len(found.antwoorden), len(found.indicaties)] == [3, 164, 125]


def test_columns_that_are_left_out_are_none(tmp_path):
    record = read(write(tmp_path, "werkpleinen.csv", werkpleinen(WERKPLEIN))).werkpleinen[0]

    assert (record.kaart_breedtegraad, record.kaart_lengtegraad, record.actief_van) == (None, None, None)
    assert (record.actief_tot, record.bron, record.bestand, record.regel) == (None, None, "werkpleinen.csv", 2)


def test_a_folder_is_all_known_files_in_it_and_of_the_rest_it_is_said_that_it_is_not_read(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    write(folder, "Werkpleinen.CSV", werkpleinen(WERKPLEIN))
    write(folder, "vragen.xlsx", as_xlsx(workbook(VRAGEN, ["a", "2009-2", "Hoe?"])))
    for name in ("HERKOMST.md", "foto.png", "~$scores.xlsx", ".DS_Store", "Thumbs.db"):
        write(folder, name, "?")
    (folder / "oud").mkdir()
    found = read(folder)

    assert found.faults == ()
    assert [len(found.werkpleinen), len(found.vragen), len(found.invullingen)] == [1, 1, 0]
    assert found.notes == (
        "in: niet gelezen, want geen bekende tabel: .DS_Store, HERKOMST.md, Thumbs.db, foto.png, oud/, ~$scores.xlsx.",
    )


def test_a_folder_with_no_known_file_is_a_fault(tmp_path):
    folder = tmp_path / "leeg"
    folder.mkdir()

    assert faults(folder) == [f"leeg: in deze map staat geen bekend bestand. {KNOWN}"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("lijst.csv", f"een bestand met deze naam is niet bekend. {KNOWN}"),
        (
            "werkplein.csv",
            "dit lijkt de tabel werkpleinen, maar heet niet zo. Noem het bestand werkpleinen.csv, of haal het uit de map.",
        ),
        ("scores.xls", f"een .xls is van een oud Excel. Open hem in Excel en {AS_XLSX}"),
        ("scores.xlsm", f"een .xlsm heeft macro’s. Open hem in Excel en {AS_XLSX}"),
        (
            "scores.ods",
            "een .ods wordt niet gelezen. Open hem in LibreOffice, kies Opslaan als, en dan ‘Excel 2007-365 (.xlsx)’.",
        ),
        ("scores.dat", "alleen .csv en .xlsx worden gelezen. Bewaar het bestand als een van die twee."),
    ],
)
def test_a_single_file_with_another_name_or_of_another_kind_says_what_to_do(tmp_path, name, reason):
    assert faults(write(tmp_path, name, "?")) == [f"{name}: {reason}"]


def test_a_file_that_is_not_there_is_a_fault(tmp_path):
    assert faults(tmp_path / "scores.csv") == ["scores.csv: dit bestand bestaat niet."]


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_that_no_file_can_have_is_a_fault(tmp_path, name):
    assert len(faults(tmp_path / name)) == 1


def test_a_file_name_reaches_the_screen_without_control_characters(tmp_path):
    path = write(tmp_path, "sco\r\nres\x1b.csv", "?")

    assert faults(path)[0].startswith(
        "sco\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}res\N{REPLACEMENT CHARACTER}.csv: "
    )


def test_two_files_for_one_table_are_a_fault(tmp_path):
    write(tmp_path, "vragen.csv", "code,tertaal,tekst\na,2009-2,Hoe?\n")
    write(tmp_path, "vragen.xlsx", as_xlsx(workbook(VRAGEN, ["a", "2009-2", "Hoe?"])))

    assert faults(tmp_path) == ["vragen.xlsx: de tabel vragen staat ook in vragen.csv. Geef er één van de twee."]


def test_two_folders_with_the_same_table_are_a_fault(tmp_path):
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, "vragen.csv", "code,tertaal,tekst\na,2009-2,Hoe?\n")
    found = read_paths([tmp_path / "een", tmp_path / "twee"])

    first = tmp_path / "een" / "vragen.csv"
    assert [str(fault) for fault in found.faults] == [
        f"vragen.csv: de tabel vragen staat ook in {first}. Geef er één van de twee."
    ]


def test_one_file_given_twice_is_read_once(tmp_path):
    path = write(tmp_path, "vragen.csv", "code,tertaal,tekst\na,2009-2,Hoe?\n")
    found = read_paths([path, tmp_path])

    assert (len(found.vragen), found.faults) == (1, ())


def test_the_faults_of_all_files_come_at_once_by_file_and_line(tmp_path):
    write(tmp_path, "werkpleinen.csv", werkpleinen(WERKPLEIN, WERKPLEIN))
    write(tmp_path, "scores.csv", as_csv(SCORES, scores()[1:]))
    write(tmp_path, "vragen.csv", "")
    write(tmp_path, "ako_indicatie.csv", "werkplein,tertaal,indicatie\nede,2009-2,niet\nede,2009-4,ooit\nassen,2009-2,\n")

    assert [(fault.bestand, fault.regel, fault.kolom) for fault in read(tmp_path).faults] == [
        ("ako_indicatie.csv", 3, "tertaal"),
        ("ako_indicatie.csv", 3, "indicatie"),
        ("ako_indicatie.csv", 4, "indicatie"),
        ("scores.csv", 2, "mijlpaal"),
        ("vragen.csv", None, None),
        ("werkpleinen.csv", 3, "code"),
    ]


@pytest.mark.parametrize(
    ("name", "rows", "fault"),
    [
        ("werkpleinen.csv", [werkpleinen(WERKPLEIN, WERKPLEIN)], "regel 3, kolom code: ‘assen’ staat ook op regel 2."),
        (
            "uitvragen.csv",
            [UITVRAGEN, *["2009-2,2009-07-15,2009-08-15,2009-09-01,2009-04-01\n"] * 2],
            "regel 3, kolom tertaal: ‘2009-2’ staat ook op regel 2.",
        ),
        (
            "vragen.csv",
            ["code,tertaal,tekst\n", "a,2009-2,x\n", "a,2009-1,x\n", "a,2009-2,y\n"],
            "regel 4, kolom tertaal: ‘a, 2009-2’ staat ook op regel 2.",
        ),
        (
            "antwoorden.csv",
            ["werkplein,tertaal,vraag,antwoord,toelichting\n", "a,2009-2,v,ja,\n", "a,2009-2,v,nee,\n"],
            "regel 3, kolom vraag: ‘a, 2009-2, v’ staat ook op regel 2.",
        ),
        (
            "ako_indicatie.csv",
            ["werkplein,tertaal,indicatie\n", "a,2009-2,niet\n", "a,2009-2,sluit\n"],
            "regel 3, kolom tertaal: ‘a, 2009-2’ staat ook op regel 2.",
        ),
    ],
)
def test_what_stands_twice_names_both_lines(tmp_path, name, rows, fault):
    assert faults(write(tmp_path, name, "".join(rows))) == [f"{name}, {fault}"]


@pytest.mark.parametrize(
    ("moments", "expected"),
    [
        ("2009-07-15,2009-07-15,2009-09-01,2009-04-01", [f"herinnering: {HERINNERING}"]),
        ("2009-07-15,2009-09-01,2009-09-01,2009-04-01", [f"herinnering: {HERINNERING}"]),
        (
            "2009-07-15,2009-08-15,2009-07-15,2009-04-01",
            ["sluit: De sluiting ligt niet na de opening. Kies een latere sluiting."],
        ),
        ("2009-07-15,2009-08-15,2009-09-01,2009-07-16", [f"actueel_vanaf: {ACTUEEL}"]),
        ("2009-07-15,2009-07-15,2009-09-01,2009-07-16", [f"herinnering: {HERINNERING}", f"actueel_vanaf: {ACTUEEL}"]),
        ("2009-07-15,2009-07-15 00:01,2009-07-15 00:02,2009-07-15", []),
    ],
)
def test_an_uitvraag_opens_then_reminds_then_closes(tmp_path, moments, expected):
    path = write(tmp_path, "uitvragen.csv", f"{UITVRAGEN}2009-2,{moments}\n")

    assert faults(path) == [f"uitvragen.csv, regel 2, kolom {fault}" for fault in expected]


@pytest.mark.parametrize(
    ("dates", "expected"),
    [("2009-01-01,2009-01-02", []), ("2009-01-01,", []), (",2009-01-01", []), (",", []),
     ("2009-01-01,2009-01-01", [f"werkpleinen.csv, regel 2, kolom actief_tot: {SLUIT}"])],
)  # fmt: skip
def test_a_werkplein_opens_before_it_closes(tmp_path, dates, expected):
    header, row, _ = werkpleinen(WERKPLEIN).split("\n")
    path = write(tmp_path, "werkpleinen.csv", f"{header},actief_van,actief_tot\n{row},{dates}\n")

    assert faults(path) == expected


def test_a_naam_that_looks_like_a_formula_or_like_nothing_stays_text(tmp_path):
    names = ["=1+1", "NA", "null", "None", "Bergen (L.)", "Bergen (NH.)"]
    rows = [f"w{number},{name},x,x,x,x,52,5" for number, name in enumerate(names)]

    assert [record.naam for record in read(write(tmp_path, "werkpleinen.csv", werkpleinen(*rows))).werkpleinen] == names


def test_progress_hears_each_file_before_it_is_read(tmp_path):
    write(tmp_path, "vragen.csv", "code,tertaal,tekst\na,2009-2,Hoe?\n")
    write(tmp_path, "werkpleinen.csv", werkpleinen(WERKPLEIN))
    heard = []
    read_paths([tmp_path], lambda *step: heard.append(step))

    assert heard == [("werkpleinen.csv", 0, 2), ("vragen.csv", 1, 2)]


def test_the_key_of_every_table_is_made_of_its_columns():
    assert all(set(table.key) <= set(table.names) for table in TABLES.values())
