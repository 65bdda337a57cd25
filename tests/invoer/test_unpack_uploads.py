"""Files that came in through a page are read as the command line reads them."""

import tempfile

import pytest

from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.unpack_uploads import Upload, read_uploads
from tests.steps.zips import zipped

VRAGEN = b"code,tertaal,tekst\nintegraal,2009-2,Lukt het?\n"


def faults(*uploads: tuple[str, bytes]) -> list[str]:
    return [str(fault) for fault in read_uploads([Upload(*each) for each in uploads]).faults]


def test_a_loose_file_and_a_zip_are_read_together():
    found = read_uploads(
        [
            Upload("vragen.csv", VRAGEN),
            Upload("rest.zip", zipped(("ako_indicatie.csv", b"werkplein,tertaal,indicatie\nede,2009-2,niet\n"))),
        ]
    )

    assert found.faults == ()
    assert [(vraag.code, vraag.tertaal, vraag.bestand) for vraag in found.vragen] == [
        ("integraal", Tertaal(2009, 2), "vragen.csv")
    ]
    assert [(row.werkplein, row.bestand) for row in found.indicaties] == [("ede", "ako_indicatie.csv")]


@pytest.mark.parametrize("naam", ["../../vragen.csv", r"C:\stukken\vragen.csv", "/etc/vragen.csv"])
def test_of_a_name_with_folders_only_the_last_part_counts(naam):
    [vraag] = read_uploads([Upload(naam, VRAGEN)]).vragen

    assert vraag.bestand == "vragen.csv"


def test_a_file_with_an_unknown_name_is_a_fault_and_in_a_zip_a_remark():
    [loose] = faults(("plaatje.png", b""))
    found = read_uploads(
        [Upload("alles.zip", zipped(("vragen.csv", VRAGEN), ("plaatje.png", b""), ("oud/brief.docx", b"")))]
    )

    assert loose.startswith("plaatje.png: een bestand met deze naam is niet bekend.")
    assert found.faults == ()
    assert found.notes == ("alles.zip: niet gelezen, want geen bekende tabel: oud/, plaatje.png.",)


def test_a_table_in_a_folder_in_a_zip_is_a_fault():
    assert faults(("alles.zip", zipped(("vragen.csv", VRAGEN), ("oud/nog/scores.csv", b"")))) == [
        "oud: hierin staat de tabel scores (scores.csv), en een map in een map wordt niet gelezen. Geef haar zelf op, of "
        "haal haar weg."
    ]


def test_a_zip_in_a_zip_is_not_unpacked():
    inner = zipped(("scores.csv", b""))

    assert faults(("alles.zip", zipped(("scores.zip", inner)))) == [
        "scores.zip: dit lijkt de tabel scores, maar is niet gelezen: een .zip wordt niet gelezen. Pak hem eerst uit."
    ]


def test_a_zip_that_cannot_be_read_is_a_fault_beside_the_others():
    assert faults(("alles.zip", b"geen zip"), ("vragen.csv", b"code,tertaal,tekst\nx,2009-4,y\n")) == [
        "alles.zip: dit is geen zip, ook al eindigt de naam op .zip. Maak hem opnieuw.",
        "vragen.csv, regel 2, kolom tertaal: ‘2009-4’ is geen tertaal. Schrijf een jaar en een nummer van 1 tot 3, zoals "
        "2009-2.",
    ]


@pytest.mark.parametrize(
    ("second", "where"),
    [
        (("vragen.csv", VRAGEN), "twee keer als los bestand"),
        (("a.zip", zipped(("vragen.csv", VRAGEN))), "als los bestand en in a.zip"),
    ],
)
def test_one_table_twice_is_refused_and_nothing_says_where_it_lay(second, where):
    assert faults(("vragen.csv", VRAGEN), second) == [
        f"vragen.csv: de tabel vragen is meer dan eens aangeboden: {where}. Geef er één van de twee."
    ]


def test_also_under_two_kinds_of_file():
    [said] = faults(("vragen.csv", VRAGEN), ("vragen.xlsx", b""))

    assert said == "vragen.xlsx: de tabel vragen staat ook in vragen.csv. Geef er één van de twee."


@pytest.mark.parametrize(
    "naam", ["v" * 300 + ".csv", "é" * 300 + ".csv", "a\x00b.csv", ".csv", "", "..", "\u202evsc.negarv"]
)
def test_a_name_that_no_disk_takes_is_no_error(naam):
    assert len(faults((naam, VRAGEN))) == 1


def test_nothing_stays_behind(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    read_uploads([Upload("vragen.csv", VRAGEN), Upload("rest.zip", zipped(("oud/scores.csv", b"")))])

    assert list(tmp_path.iterdir()) == []
