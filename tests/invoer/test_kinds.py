"""What looks like a table by its name, or has one in it, is never passed over without a word."""

import pytest

from tests.steps.files import VRAGEN, WERKPLEIN, as_csv, as_xlsx, faults, read, werkpleinen, workbook, write
from tests.steps.zips import zipped


@pytest.fixture
def folder(tmp_path):
    """A folder with one good file."""
    made = tmp_path / "in"
    made.mkdir()
    write(made, "werkpleinen.csv", werkpleinen(WERKPLEIN))
    return made


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("scores (1).csv", "scores"), ("Scores - kopie.xlsx", "scores"), ("Kopie van scores.csv", "scores"),
        ("scores_zwolle.xlsx", "scores"), ("scores.xls", "scores"), ("scores.ods", "scores"), ("scores.numbers", "scores"),
        ("scores.csv.txt", "scores"), ("scores.txt", "scores"), ("scores", "scores"), ("scores .csv", "scores"),
        ("score.csv", "scores"), ("socres.xlsx", "scores"), ("2009-3 scores.csv", "scores"), ("scores.pdf", "scores"),
        ("scores.csv.zip", "scores"), ("scores.bak", "scores"), ("werkplein.csv", "werkpleinen"),
        ("uitvraag.xlsx", "uitvragen"),
        ("vragen2009.tsv", "vragen"), ("Antwoorden nieuw.xlsm", "antwoorden"), ("ako-indicatie.csv", "ako_indicatie"),
        ("AKO indicatie.xlsx", "ako_indicatie"), ("ako_indicaties.csv", "ako_indicatie"),
    ],
)  # fmt: skip
def test_a_name_that_is_nearly_that_of_a_table_is_a_fault(folder, name, table):
    write(folder, name, "?")

    [fault] = faults(folder)

    assert fault.startswith(f"{name}: dit lijkt de tabel {table}, maar ")


@pytest.mark.parametrize(
    "name",
    ["HERKOMST.md", "lijst.csv", "foto.jpg", "~$scores.xlsx", ".~lock.scores.ods#", ".scores.csv.swp", "Thumbs.db", 
     "uitleg.docx", "scores_uitleg.pdf"],
)  # fmt: skip
def test_what_is_no_table_is_named_as_not_read(folder, name):
    write(folder, name, "?")
    found = read(folder)

    assert found.faults == ()
    assert found.notes == (f"in: niet gelezen, want geen bekende tabel: {name}.",)


def test_of_very_many_it_names_some_and_counts_the_rest(folder):
    for number in range(23):
        write(folder, f"foto {number:02}.jpg", "?")

    [note] = read(folder).notes

    assert note.endswith(", foto 19.jpg en nog 3.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("zwolle.csv", "code;tertaal;tekst\nhoe;2009-2;Hoe?\n"),
        ("zwolle.csv", "Van Zwolle\n\nTekst\tCode\tTertaal\n"),
        ("zwolle.xlsx", as_xlsx(workbook(["Van Zwolle"], [], VRAGEN, ["hoe", "2009-2", "Hoe?"]))),
    ],
)
def test_a_file_of_any_name_with_a_table_in_it_is_a_fault(folder, name, content):
    path = write(folder, name, content)

    assert faults(folder) == [
        f"{name}: hierin staat de tabel vragen. Noem het bestand vragen{path.suffix}, of haal het uit de map."
    ]


@pytest.mark.parametrize("name", ["data.dat", "lijst", "uitvoer.sql"])
def test_a_table_in_a_kind_of_file_that_is_not_read_is_a_fault(folder, name):
    write(folder, name, as_csv(VRAGEN, [["hoe", "2009-2", "Hoe?"]], ";"))

    assert faults(folder) == [
        f"{name}: hierin staat de tabel vragen, maar die is niet gelezen: alleen .csv en .xlsx worden gelezen. Bewaar het "
        "bestand als een van die twee."
    ]


def test_a_text_that_explains_a_table_is_none(folder):
    write(folder, "LEESMIJ.md", "De kopregel:\n\ncode;tertaal;tekst\n")

    assert faults(folder) == []


@pytest.mark.parametrize("place", ["vragen.csv", "2008/vragen.csv", "lijst.dat", "alles.zip"])
def test_a_table_in_a_folder_below_is_a_fault(folder, place):
    path = folder / "sub" / place
    path.parent.mkdir(parents=True)
    table = as_csv(VRAGEN, [["hoe", "2009-2", "Hoe?"]])
    path.write_bytes(zipped(("vragen.csv", table.encode())) if place.endswith(".zip") else table.encode())

    assert faults(folder) == [
        f"sub: hierin staat de tabel vragen ({place}), en een map in een map wordt niet gelezen. Geef haar zelf op, of haal "
        "haar weg."
    ]


@pytest.mark.parametrize("name", ["vragen.csv", "map/vragen.csv", "lijst.dat"])
def test_a_table_in_a_zip_is_a_fault_in_a_folder_and_by_itself(folder, name):
    path = folder / "alles.zip"
    path.write_bytes(zipped((name, as_csv(VRAGEN, [["hoe", "2009-2", "Hoe?"]]).encode())))
    said = ["alles.zip: hierin zit de tabel vragen, en een zip in een map wordt niet gelezen. Pak hem eerst uit."]

    assert faults(folder) == said
    assert faults(path) == said


def test_a_zip_without_a_table_is_named_as_not_read(folder):
    (folder / "fotos.zip").write_bytes(zipped(("foto.jpg", b"?"), ("__MACOSX/._scores.csv", b"?")))

    assert read(folder).notes == ("in: niet gelezen, want geen bekende tabel: fotos.zip.",)


def test_a_folder_with_the_name_of_a_table_is_a_fault(folder):
    (folder / "scores.csv").mkdir()

    assert faults(folder) == [
        "scores.csv: dit is een map, en geen bestand met de tabel scores. Geef haar zelf op, of noem haar anders."
    ]


def test_a_link_to_nothing_with_the_name_of_a_table_is_a_fault(folder):
    (folder / "scores.csv").symlink_to(folder / "nergens.csv")

    assert faults(folder) == ["scores.csv: dit is geen gewoon bestand."]


def test_other_folders_in_it_are_named_as_not_read(folder):
    (folder / "2008").mkdir()

    assert read(folder).notes == ("in: niet gelezen, want geen bekende tabel: 2008/.",)
