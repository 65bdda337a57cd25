import csv
import io

import pytest

from db.actions.demo import FOLDER
from tests.steps.visitors import browser, browser_of, csv_rows

URL = "/download/2009-2/kengetallen.csv"


def test_everybody_who_is_in_gets_every_figure(landkaart_2009):
    found = csv_rows(browser_of("lezer").get(URL))

    assert len(found) == 353
    assert found[0] == {
        "tabel": "kpi-uitstroom",
        "onderdeel": "Uitstroom naar werk",
        "indicator": "Werkzoekenden uitgestroomd naar werk",
        "uitsplitsing": "totaal",
        "periode": "2009 t/m aug",
        "soort": "realisatie",
        "waarde": "154972",
        "eenheid": "personen",
        "noot": "",
        "bron": "UWV WERKbedrijf, voortgang/verantwoording augustus 2009",
        "tertaal": "2009-2",
    }


def test_it_says_what_came_in(landkaart_2009):
    """A figure is written without dots for thousands; the rest as the file of 2009 has it."""
    with (FOLDER / "kengetallen.csv").open(encoding="utf-8", newline="") as file:
        came = list(csv.DictReader(file))
    for row in came:
        row["waarde"] = row["waarde"].replace(".", "") if row["waarde"] != "n.b." else "n.b."

    assert csv_rows(browser_of("lezer").get(URL)) == came


def test_a_dutch_excel_gets_semicolons_and_below_them_where_it_comes_from(landkaart_2009):
    answer = browser_of("lezer").get(f"{URL}?scheiding=puntkomma&herkomst=ja")

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][:3] == ["tabel", "onderdeel", "indicator"]
    assert dict(row for row in rows[355:] if len(row) == 2)["Tertaal"] == "2009-2 (mei 2009 t/m aug 2009)"


@pytest.mark.parametrize("tertaal", ["2020-1", "onzin"])
def test_of_a_tertaal_of_which_nothing_is_known_there_is_no_file(landkaart_2009, tertaal):
    answer = browser_of("lezer").get(f"/download/{tertaal}/kengetallen.csv")

    assert answer.status_code == 404
    assert "Kengetallen" in answer.text


def test_who_is_not_in_gets_nothing(landkaart_2009):
    assert browser().get(URL).status_code != 200
