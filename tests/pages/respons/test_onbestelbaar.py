"""Addresses where no mail arrives, on the page of the respons."""

import pytest

from db.actions.contacten import set_contact
from db.actions.onbestelbaar import keep_postbus, mark_undeliverable
from db.engine import read_session, write_session
from db.queries.onbestelbaar import onbestelbaar
from landkaart.domein.onbestelbaar import Postbus
from tests.steps.drive import texts, visit
from tests.steps.perform import perform

JO = "jo@harderwijk.nl"


@pytest.fixture
def contact(landkaart_2009):
    perform(set_contact, werkplein="harderwijk", naam="Jo", adres=JO, gedeeld=False)


def marked() -> list[tuple[str, str]]:
    with read_session() as session:
        return [(each.adres, each.reden) for each in onbestelbaar(session=session)]


def show(rol="ako", **state):
    at = visit("respons", rol=rol)
    for key, value in state.items():
        at.session_state[key] = value
    return at.run()


def test_with_none_there_is_nothing_to_read_about_it(contact):
    at = show()

    assert not [each for each in at.expander if "geen e-mail aankomt" in each.label]


@pytest.mark.parametrize("rol", ["ako", "beheer"])
def test_one_is_marked_by_hand_stands_in_the_list_and_is_taken_off_again(contact, rol):
    at = show(rol, respons_werkplein="harderwijk", **{"markeren-werkplein@demo.nl-open": True})
    place = "markeren-werkplein@demo.nl"
    at.selectbox(key=f"{place}-adres").select(JO).run()
    at.text_input(key=f"{place}-reden-0").input("Werkt daar niet meer.")
    at.button(key=f"{place}-knop-0").click().run()
    assert marked() == [(JO, "Werkt daar niet meer.")]

    at = show(rol, onbestelbaar_lijst=True)
    assert not at.exception
    table = at.dataframe[0].value
    assert table[["E-mailadres", "Werkplein", "Bekend doordat"]].to_numpy().tolist() == [[JO, "Harderwijk", "met de hand"]]
    at.button(key="onbestelbaar_weg").click().run()

    assert marked() == []
    assert "krijgt weer e-mail" in texts(at)


def test_a_mark_without_a_reason_is_refused(contact):
    place = "markeren-werkplein@demo.nl"
    at = show(respons_werkplein="harderwijk", **{f"{place}-open": True})
    at.button(key=f"{place}-knop-0").click().run()

    assert marked() == []
    assert at.error


def test_in_the_list_of_werkpleinen_it_stands_beside_the_address(contact):
    perform(mark_undeliverable, adres=JO, reden="Weg.")

    table = show().dataframe[0].value

    assert f"Jo ({JO}) – onbestelbaar" in table.set_index("naam").loc["Harderwijk", "contact"]


def test_that_the_mailbox_cannot_be_read_is_said(contact, mail_to, monkeypatch):
    mail_to(1)
    monkeypatch.setenv("IMAP_URL", "imap://a:b@127.0.0.1:1")
    with write_session() as session:
        keep_postbus(session, Postbus(fout="De postbus op 127.0.0.1:1 is niet te bereiken."))

    assert "Of er e-mail terugkwam is nu niet te zien. De postbus op 127" in texts(show()).replace("\\", "")
