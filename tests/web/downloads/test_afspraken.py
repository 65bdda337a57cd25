import csv
import io
from datetime import date

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from db.actions.afspraken import make_afspraak
from landkaart.web.downloads.routes import ROUTES
from landkaart.web.serving.guard import Guard
from landkaart.web.sign_in import cookie
from tests.steps.accounts import make_account, open_session
from tests.steps.perform import perform

URL = "/download/afspraken.csv"


def browser(rol=None, werkpleinen=()):
    """Signed in with this role, or nobody."""
    app = Starlette(routes=ROUTES, middleware=[Middleware(Guard)])
    cookies = {cookie.name(): open_session(make_account(rol, werkpleinen))} if rol else {}
    return TestClient(app, base_url="http://localhost:8501", cookies=cookies)


@pytest.fixture(autouse=True)
def two_afspraken(landkaart_2009):
    said = {"wie": "=Jo", "wanneer": date(2010, 1, 15)}
    perform(make_afspraak, werkplein="assen", wat="Bellen.", met="venlo", mijlpaal="ketenjaarplan", **said)
    perform(make_afspraak, werkplein="venlo", wat="Mailen.", **said)


def rows(answer):
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text)))


def test_the_file_says_who_does_what_when_and_nothing_in_it_is_a_formula():
    (row,) = rows(browser("ako").get(f"{URL}?werkplein=assen"))

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
    assert [row["werkplein"] for row in rows(browser(rol, own).get(URL))] == seen


@pytest.mark.parametrize(("rol", "own"), [("lezer", []), ("werkplein", ["venlo"])])
def test_who_may_not_see_them_is_refused(rol, own):
    answer = browser(rol, own).get(f"{URL}?werkplein=assen")

    assert answer.status_code == 403
    assert "Bellen" not in answer.text


def test_who_is_not_in_gets_nothing():
    assert browser().get(URL, follow_redirects=False).status_code != 200


def test_a_dutch_excel_gets_semicolons():
    assert browser("ako").get(f"{URL}?scheiding=puntkomma").content.startswith(b"\xef\xbb\xbfwerkplein;naam;")
