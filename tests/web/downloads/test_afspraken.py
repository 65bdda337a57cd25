from datetime import date

import pytest

from db.actions.afspraken import make_afspraak
from tests.steps.perform import perform
from tests.steps.visitors import browser, browser_of, csv_rows

URL = "/download/afspraken.csv"


@pytest.fixture(autouse=True)
def two_afspraken(landkaart_2009):
    said = {"wie": "=Jo", "wanneer": date(2010, 1, 15)}
    perform(make_afspraak, werkplein="assen", wat="Bellen.", met="venlo", mijlpaal="ketenjaarplan", **said)
    perform(make_afspraak, werkplein="venlo", wat="Mailen.", **said)


def test_the_file_says_who_does_what_when_and_nothing_in_it_is_a_formula():
    (row,) = csv_rows(browser_of("ako").get(f"{URL}?werkplein=assen"))

    assert row == {
        "werkplein": "assen",
        "naam": "Assen",
        "mijlpaal": "ketenjaarplan",
        "wat": "Bellen.",
        "wie": "'=Jo",
        "wanneer": "2010-01-15",
        "status": "open",
        "over_tijd": "nee",
        "met": "venlo",
        "door": "opdrachtregel",
    }


@pytest.mark.parametrize(
    ("rol", "own", "seen"),
    [("ako", [], ["assen", "venlo"]), ("beheer", [], ["assen", "venlo"]), ("werkplein", ["venlo"], ["venlo"])],
)
def test_everybody_gets_what_he_may_see(rol, own, seen):
    assert [row["werkplein"] for row in csv_rows(browser_of(rol, own).get(URL))] == seen


def test_of_a_werkplein_that_is_not_known_there_is_no_file():
    answer = browser_of("ako").get(f"{URL}?werkplein=atlantis")

    assert (answer.status_code, answer.text) == (404, "Dit bestand bestaat niet. Ga terug naar Leren van.")


@pytest.mark.parametrize(("rol", "own"), [("lezer", []), ("werkplein", ["venlo"])])
def test_who_may_not_see_them_is_refused(rol, own):
    answer = browser_of(rol, own).get(f"{URL}?werkplein=assen")

    assert answer.status_code == 403
    assert "Bellen" not in answer.text


def test_who_is_not_in_gets_nothing():
    assert browser().get(URL).status_code != 200


def test_a_dutch_excel_gets_semicolons():
    assert browser_of("ako").get(f"{URL}?scheiding=puntkomma").content.startswith(b"\xef\xbb\xbfwerkplein;naam;")
