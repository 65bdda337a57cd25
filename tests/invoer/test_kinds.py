"""What looks like a table by its name, or has one in it, is never passed over without a word."""

import pytest

from tests.steps.files import VRAGEN, WERKPLEIN, as_xlsx, faults, read, werkpleinen, workbook, write


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
