"""Whatever is handed out as a file says where it comes from: from each address, in each kind."""

import csv
import io
import re
import zipfile

import openpyxl
import pytest

from db.actions.mailings import hand_out, start_mailing
from landkaart.domein.herinnering import HerinnerGroep, standard_texts
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import dutch
from landkaart.rapport.figuur_by_name import FIGUREN
from landkaart.rapport.files import TABLES
from landkaart.rapport.herkomst import FILE, TITLE
from landkaart.web.downloads.herinnering import KINDS
from landkaart.web.downloads.routes import OF_LANDKAART, OF_TERTAAL
from tests.steps.perform import perform
from tests.steps.visitors import browser_of

# What the address of a file must have besides its name.
NEEDED = {"respons.csv": "tertaal=2009-3&", "zoeken.csv": "w=ketenjaarplan:volledig&"}
CSVS = [
    *(f"/download/{name}" for name in OF_LANDKAART if name.endswith(".csv")),
    *(f"/download/2009-2/{name}" for name in OF_TERTAAL if name.endswith(".csv")),
    *(f"/download/2009-2/{table}.csv" for table in TABLES),
    *(f"/figuur/2009-2/{naam}.csv" for naam in FIGUREN),
]
# One word, so that a picture does not break it into two lines.
DOOR = "Adamaker"


@pytest.fixture
def client(landkaart_2009):
    return browser_of("ako", naam=DOOR)


@pytest.fixture
def mailing(landkaart_2009) -> int:
    onderwerp, tekst = standard_texts()[HerinnerGroep.NIET_BEGONNEN]
    words = {"onderwerp": onderwerp, "tekst": tekst, "nogmaals": False}
    number = perform(start_mailing, sleutel="1", tertaal=Tertaal(2009, 3), groep=HerinnerGroep.NIET_BEGONNEN, **words)
    perform(hand_out, mailing_id=number)
    return number


def below(content: bytes) -> list[list[str]]:
    """The rows below the empty line that ends the table of a CSV."""
    text = content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if content.startswith(b"\xef\xbb\xbf") else ","))
    assert [] in rows
    return rows[len(rows) - rows[::-1].index([]) :]


def is_whole(found: list[list[str]]) -> None:
    """It begins with the source, and ends with when and by whom."""
    assert found[0] == ["Bron", "SUWI-landkaart"]
    assert found[-1][0] == "Gemaakt"
    assert found[-1][1].endswith(f", door {DOOR}")


def sheet_rows(content: bytes) -> list[list[str]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [[cell.value for cell in row] for row in book[TITLE].iter_rows()]


@pytest.mark.parametrize("path", CSVS)
def test_a_csv_has_it_below_where_its_address_asks_for_it_and_is_else_a_table_alone(client, path):
    address = f"{path}?{NEEDED.get(path.rpartition('/')[2], '')}"
    alone, whole = client.get(address), client.get(f"{address}herkomst=ja")

    assert (alone.status_code, whole.status_code) == (200, 200)
    assert not re.search("^Bron[,;]", alone.text, re.MULTILINE)
    assert whole.text.startswith(alone.text)
    is_whole(below(whole.content))


@pytest.mark.parametrize("kind", KINDS)
def test_reminders_to_take_along_have_it_beside_or_below_them(client, mailing, kind):
    answer = client.get(f"/download/herinnering-{mailing}.{kind}?herkomst=ja")

    if kind == "zip":
        text = zipfile.ZipFile(io.BytesIO(answer.content)).read(FILE).decode()
        is_whole([line.split(": ", 1) for line in text.splitlines()])
    else:
        is_whole(below(answer.content))


def test_a_mail_merge_gets_addresses_alone(client, mailing):
    assert DOOR not in client.get(f"/download/herinnering-{mailing}.csv").text


@pytest.mark.parametrize("naam", FIGUREN)
def test_a_picture_has_it_below(client, naam):
    drawn = client.get(f"/figuur/2009-2/{naam}.svg").text

    assert "SUWI-landkaart" in drawn
    assert DOOR in drawn


@pytest.mark.parametrize("asked", ["", "?met=2008-1"])
def test_a_workbook_has_it_on_a_sheet(client, asked):
    is_whole(sheet_rows(client.get(f"/download/2009-2/landkaart-2009-2.xlsx{asked}").content))


def test_so_has_the_form_to_fill_in_elsewhere(landkaart_2009):
    manager = browser_of("werkplein", ["assen"], naam=DOOR)

    found = sheet_rows(manager.get("/formulier/assen/2009-3.xlsx").content)

    is_whole(found)
    assert ["Tertaal", "2009-3 (sep 2009 t/m dec 2009)"] in found
    assert ["Keuzes", "Werkplein: Assen"] in found


def test_a_form_on_paper_says_at_its_foot_when_and_by_whom_it_was_made(landkaart_2009):
    manager = browser_of("werkplein", ["assen"], naam=DOOR)

    assert DOOR in manager.get("/formulier/assen/2009-3").text


@pytest.mark.parametrize(
    ("path", "choice"),
    [
        ("/figuur/2009-2/landkaart.csv?", "provincie=Drenthe"),
        ("/figuur/2009-2/heatmap.csv?", "regio=Groningen"),
        ("/download/2009-2/prognose.csv?", "toon=volgend_jaar"),
        ("/download/2009-2/ako_indicatie.csv?", "oordeel=niet"),
        ("/download/2009-2/zoeken.csv?", "w=ketenjaarplan:volledig"),
        ("/download/respons.csv?tertaal=2009-3&", "provincie=Drenthe"),
        ("/download/2009-2/plausibiliteit.csv?", "regel=in_een_stap"),
        ("/download/2009-2/vraag_antwoorden.csv?", "antwoord=nee"),
        ("/download/logboek.csv?", "werkplein=assen"),
    ],
)
def test_where_choices_took_rows_away_it_says_how_many_are_left_of_how_many(client, path, choice):
    # Zoeken has no file of everybody: 127 are open at the closing.
    left, whole = rows_in(client, path + choice), 127 if "zoeken" in path else rows_in(client, path)
    assert left < whole

    assert said_of_rows(client, path + choice) == f"{left} van {dutch.count(whole)}"
    if "zoeken" not in path:
        assert said_of_rows(client, path) == dutch.count(whole)


def rows_in(client, address: str) -> int:
    return len(list(csv.reader(io.StringIO(client.get(address).text, newline="")))) - 1


def said_of_rows(client, address: str) -> str:
    return dict(below(client.get(f"{address}&herkomst=ja").content))["Rijen"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("landkaart.svg?provincie=Drenthe", "Rijen: 5 van 127"),
        ("heatmap.svg?blad=2", "Rijen: 40 van 125"),
        ("heatmap.svg?regio=Groningen", "Rijen: 8 van 125"),
    ],
)
def test_a_picture_says_so_too(client, path, said):
    text = client.get(f"/figuur/2009-2/{path}").text
    assert said in re.sub(r"<[^>]*>", " ", text)


@pytest.mark.parametrize("naam", FIGUREN)
def test_a_picture_of_all_there_is_says_nothing_of_rows_but_a_page_of_them_does(client, naam):
    said = re.findall("Rijen: [^<·]*", client.get(f"/figuur/2009-2/{naam}.svg").text)
    assert [each.strip() for each in said] == (["Rijen: 40 van 125"] if naam == "heatmap" else [])
