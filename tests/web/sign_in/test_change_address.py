"""Another address for one's own account; the beheerder of the first start gives his name too."""

import json

import pytest
from sqlmodel import select

from db import models
from db.actions.accounts import first_beheerder
from db.actions.ways_in import make_link
from db.engine import read_session, write_session
from db.queries.accounts import by_adres
from landkaart.web.sign_in.outbox import OUTBOX
from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.perform import perform
from tests.steps.visitors import PASSWORD, browser, sign_in

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

    assert "Uw adres is bewaard." in answer.text
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


def test_who_has_an_address_gives_another_with_his_password_and_both_hear_of_it(database, box):
    visitor = browser("https://landkaart.voorbeeld.nl")
    number = make_account("ako", naam="Anja", wachtwoord=PASSWORD, adres="anja@ako.nl", koppelbaar=True)
    sign_in(visitor, "anja@ako.nl")
    elsewhere = open_session(number)

    refused = visitor.post("/account/adres", data={"adres": "a.smit@ako.nl", "oud": "mis"})
    done = visitor.post("/account/adres", data={"adres": "A.Smit@ako.nl", "oud": PASSWORD})
    OUTBOX.submit(lambda: None).result()

    assert (refused.status_code, done.status_code) == (400, 200)
    assert "Anja (a.smit@ako.nl), rol AKO." in done.text
    assert (found("a.smit@ako.nl").naam, found("anja@ako.nl"), who_has(elsewhere)) == ("Anja", None, None)
    assert {(to, mail["Subject"]) for to, mail in box.mails} == {
        ("a.smit@ako.nl", "Dit adres hoort bij uw account"),
        ("anja@ako.nl", "Uw account heeft een ander adres"),
    }
    with read_session() as session:
        assert session.get(models.Account, number).koppelbaar is False


def test_a_link_to_the_old_mailbox_stops_working(database):
    visitor = browser()
    number = make_account("ako", wachtwoord=PASSWORD, adres="anja@ako.nl")
    sign_in(visitor, "anja@ako.nl")
    with write_session() as session:
        token = make_link(session, number, "herstel")

    visitor.post("/account/adres", data={"adres": "a.smit@ako.nl", "oud": PASSWORD})

    assert browser().get(f"/toegang/{token}").status_code == 410


def test_the_address_that_one_has_is_no_other(first):
    first.post("/account/adres", data=OWN)

    answer = first.post("/account/adres", data={"adres": OWN["adres"]})

    assert "Dit adres heeft uw account al." in answer.text


def test_who_practises_keeps_his_address(database):
    visitor = browser()
    make_account("ako", adres="ako@demo.nl", wachtwoord=PASSWORD, demo=True)
    sign_in(visitor, "ako@demo.nl")

    answer = visitor.post("/account/adres", data={"adres": "ander@ako.nl", "oud": PASSWORD})

    assert "Dit is een oefenaccount" in answer.text
    assert "Nieuw e-mailadres" not in visitor.get("/account").text
