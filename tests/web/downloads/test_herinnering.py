"""Reminders to take along, and the link in them."""

import csv
import io
import re
import zipfile
from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit

import pytest

from db.actions.indieningen import submit
from db.actions.invullingen import confirm
from db.actions.mailings import hand_out, start_mailing
from landkaart.domein.catalogus import catalogus
from landkaart.domein.herinnering import HerinnerGroep, standard_texts
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.herkomst import FILE
from tests.steps.accounts import make_account
from tests.steps.perform import perform
from tests.steps.visitors import browser, browser_of, sign_in, unguarded

NU = Tertaal(2009, 3)
URL = "/download/herinnering-{}.{}"


@pytest.fixture
def mailing(landkaart_2009):
    """Two mails to take along: about Emmen, and (the demo's own account) about Assen and Harderwijk."""
    make_account("werkplein", ["emmen"], naam="=Jan", adres="jan@emmen.nl")
    onderwerp, tekst = standard_texts()[HerinnerGroep.NIET_BEGONNEN]
    words = {"onderwerp": onderwerp, "tekst": tekst, "nogmaals": False}
    number = perform(start_mailing, sleutel="1", tertaal=NU, groep=HerinnerGroep.NIET_BEGONNEN, **words)
    perform(hand_out, mailing_id=number)
    return number


def test_the_drafts_open_in_a_mail_program(mailing):
    answer = browser_of("ako").get(URL.format(mailing, "zip"))

    assert answer.headers["content-disposition"] == f'attachment; filename="herinnering-2009-3-nummer-{mailing}.zip"'
    assert answer.headers["cache-control"] == "no-store"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        assert packed.namelist() == ["0001-jan@emmen.nl.eml", "0002-werkplein@demo.nl.eml", FILE]
        first = message_from_bytes(packed.read("0001-jan@emmen.nl.eml"), policy=default)
    assert (first["X-Unsent"], first["From"]) == ("1", None)
    assert first["Subject"] == "Landkaart 2009-3: nog niet ingevuld (Emmen)"
    assert "http://localhost:8501/invullen?werkplein=emmen" in first.get_content()


def test_the_links_lead_to_the_port_at_which_the_landkaart_was_found(mailing):
    visitor = browser_of("ako")
    visitor.base_url = "http://localhost:8600"

    text = visitor.get(URL.format(mailing, "csv")).content.decode("utf-8-sig")

    assert set(re.findall(r"http://[^/]+/invullen", text)) == {"http://localhost:8600/invullen"}


def test_the_table_to_merge_has_a_row_for_each_address_and_no_formulas(mailing):
    answer = browser_of("ako").get(URL.format(mailing, "csv"))

    found = {row["adres"]: row for row in csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";")}
    assert set(found) == {"jan@emmen.nl", "werkplein@demo.nl"}
    assert (found["jan@emmen.nl"]["naam"], found["jan@emmen.nl"]["sluit"]) == ("'=Jan", "tot 31 december 2009 om 24:00 uur")
    assert found["werkplein@demo.nl"]["werkplein"] == "Assen en Harderwijk"


def test_who_submitted_after_it_was_handed_out_is_no_longer_in_it(mailing):
    place = {"werkplein": "emmen", "tertaal": NU}
    perform(confirm, mijlpalen=catalogus().codes, **place)
    perform(submit, **place)

    answer = browser_of("ako").get(URL.format(mailing, "csv"))

    assert "jan@emmen.nl" not in answer.text
    assert "werkplein@demo.nl" in answer.text


@pytest.mark.parametrize(("rol", "werkpleinen"), [("beheer", []), ("lezer", []), ("werkplein", ["emmen"])])
def test_other_roles_get_nothing(mailing, rol, werkpleinen):
    answer = browser_of(rol, werkpleinen).get(URL.format(mailing, "zip"))

    assert (answer.status_code, answer.text) == (403, "U mag geen uitvraag uitvoeren.")


def test_without_signing_in_there_is_nothing_also_when_nobody_stands_in_front(mailing):
    for visitor in (browser(), unguarded()):
        assert visitor.get(URL.format(mailing, "zip")).status_code == 401


@pytest.mark.parametrize("url", [URL.format(99, "zip"), URL.format(1, "exe")])
def test_what_is_not_there_is_a_sentence(mailing, url):
    answer = browser_of("ako").get(url)

    assert answer.status_code == 404
    assert answer.text.endswith("Ga terug naar Herinneren.")


def test_the_link_in_a_reminder_leads_past_the_sign_in_to_the_form(visitor, account):
    asked = visitor.get("/invullen?werkplein=emmen", headers={"accept": "text/html"})
    (wanted,) = parse_qs(urlsplit(asked.headers["location"]).query)["next"]

    assert sign_in(visitor, next=wanted).headers["location"] == "/invullen?werkplein=emmen"
