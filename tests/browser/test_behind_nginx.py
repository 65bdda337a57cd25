"""The landkaart behind nginx, as `deploy/nginx/landkaart.conf` has it."""

import pytest
from sqlmodel import select

from db import models
from db.engine import read_session
from landkaart.web.sign_in.sign_in_page import DEMO_PASSWORD
from tests.steps.databases import use
from tests.steps.nginx_front import Front

GIVEN = {"adres": "lezer@demo.nl", "wachtwoord": DEMO_PASSWORD}
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def front(demo_file, tmp_path_factory):
    found = Front(demo_file, tmp_path_factory.mktemp("front"))
    yield found
    found.stop()


def test_who_comes_over_plain_http_is_sent_to_https(front):
    with front.visitor() as visitor:
        answer = visitor.get(f"{front.http}/uitleg?x=1")

    assert (answer.status_code, answer.headers["location"]) == (301, "https://localhost/uitleg?x=1")


def test_one_signs_in_over_https_with_the_strict_cookie_and_a_page_is_there(front):
    with front.visitor() as visitor:
        answer = visitor.post("/inloggen", data=GIVEN, headers={"Origin": front.https})
        page = visitor.get("/download/2009-2/tabel2_fasen.csv")

    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert answer.headers["set-cookie"].startswith("__Host-sessie=")
    assert "Strict-Transport-Security" in answer.headers
    assert (page.status_code, page.text.splitlines()[0][:4]) == (200, "fase")


def test_a_try_is_counted_for_the_visitor_whatever_he_says_of_himself(front, monkeypatch):
    with front.visitor() as visitor:
        wrong = GIVEN | {"wachtwoord": "mis"}
        visitor.post("/inloggen", data=wrong, headers={"Origin": front.https, "X-Forwarded-For": "203.0.113.9"})

    for _ in use(front.served.database, monkeypatch):
        with read_session() as session:
            tries = session.exec(select(models.Poging.herkomst)).all()
    assert set(tries) == {"127.0.0.1"}


def test_a_browser_sees_its_pages_over_the_socket(front, chromium):
    context = chromium.new_context(ignore_https_errors=True)
    page = context.new_page()
    page.goto(f"{front.https}/uitleg")
    page.get_by_label("E-mailadres").fill(GIVEN["adres"])
    page.get_by_label("Wachtwoord", exact=True).fill(DEMO_PASSWORD)
    page.keyboard.press("Enter")

    page.get_by_role("heading", name="Hoe het telt", exact=True).wait_for(timeout=60_000)

    assert page.url == f"{front.https}/uitleg"
    context.close()
