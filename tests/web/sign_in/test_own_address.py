"""The beheerder of the first start gives his own name and address."""

import json

import pytest
from sqlmodel import select

from db import models
from db.actions.accounts import first_beheerder
from db.engine import read_session
from db.queries.accounts import by_adres
from landkaart.web.sign_in.outbox import OUTBOX
from tests.steps.accounts import make_account
from tests.steps.perform import perform
from tests.steps.visitors import browser

OWN = {"naam": "Bea de Boer", "adres": "Bea@AKO.nl"}
pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def first(database):
    """He came in by the link of the first start."""
    visitor = browser()
    visitor.post(f"/toegang/{perform(first_beheerder)}")
    return visitor


def found(adres: str):
    with read_session() as session:
        return by_adres(session=session, adres=adres)


def test_his_page_asks_for_them_until_he_gave_them(first):
    assert "Uw naam en e-mailadres" in first.get("/account").text

    answer = first.post("/account/adres", data=OWN)

    assert "Uw naam en adres zijn bewaard." in answer.text
    assert "Bea de Boer (bea@ako.nl), rol Beheer." in answer.text
    assert "Uw naam en e-mailadres" not in answer.text
    assert found("beheer@landkaart.invalid") is None
    with read_session() as session:
        last = session.exec(select(models.Logregel).order_by(models.Logregel.id.desc())).first()
    assert (last.handeling, json.loads(last.nieuw)["adres"]) == ("account", "bea@ako.nl")


def test_he_hears_of_it_at_the_new_address(database, box):
    visitor = browser("https://landkaart.voorbeeld.nl")
    visitor.post(f"/toegang/{perform(first_beheerder)}")

    visitor.post("/account/adres", data=OWN)
    OUTBOX.submit(lambda: None).result()

    [(adres, mail)] = box.mails
    assert (adres, mail["Subject"]) == ("bea@ako.nl", "Dit adres hoort bij uw account")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"adres": "bea"}, "Dit is geen e-mailadres."),
        ({"adres": "bea@ako.invalid"}, "Op dit adres komt geen e-mail aan."),
        ({"adres": "iemand@ako.nl"}, "Er is al een account met dit e-mailadres."),
        ({"naam": " "}, "Vul een naam in"),
    ],
)
def test_what_cannot_be_changes_nothing(first, given, said):
    make_account("lezer", adres="iemand@ako.nl")

    answer = first.post("/account/adres", data=OWN | given)

    assert (answer.status_code, said in answer.text) == (400, True)
    assert found("beheer@landkaart.invalid").naam == "Beheerder"


def test_once_there_is_a_password_it_is_asked(first):
    first.post("/account/wachtwoord", data=dict.fromkeys(("nieuw", "nogmaals"), "een heel lang wachtwoord") | {"oud": ""})

    refused = first.post("/account/adres", data=OWN | {"oud": "mis"})
    done = first.post("/account/adres", data=OWN | {"oud": "een heel lang wachtwoord"})

    assert (refused.status_code, done.status_code) == (400, 200)
    assert found("bea@ako.nl").naam == "Bea de Boer"


def test_who_has_a_mailbox_does_not_change_it_here(first):
    first.post("/account/adres", data=OWN)

    answer = first.post("/account/adres", data={"naam": "Bo", "adres": "bo@ako.nl"})

    assert "Dit account heeft al een e-mailadres." in answer.text
    assert found("bo@ako.nl") is None
