"""Invitations over a real mail server: each its line, whatever comes of the others."""

import re

import pytest

from db.actions.onbestelbaar import mark_undeliverable
from db.actions.uitnodigen import hand_out_uitnodigingen, start_uitnodigen
from db.engine import read_session
from db.queries.accounts import by_link
from db.queries.uitnodigingen import regels, waiting
from landkaart.domein.clock import system_now
from landkaart.domein.onbestelbaar import UNDELIVERABLE
from landkaart.domein.rechten import operator
from landkaart.post.mailserver import GeenVerbinding, Mailserver
from landkaart.post.uitnodigen import send_uitnodigingen
from landkaart.settings import address, smtp
from tests.steps.accounts import make_account
from tests.steps.mail_servers import free_port
from tests.steps.perform import perform

LINK = re.compile(r"https://landkaart\.voorbeeld\.nl/toegang/([\w-]{43})")
NAMES = ("Bo", "Jan", "Piet")


@pytest.fixture
def ronde(landkaart_2009) -> int:
    ids = [make_account("werkplein", ["assen"], naam, adres=f"{naam.lower()}@assen.nl") for naam in NAMES]
    return perform(start_uitnodigen, account_ids=ids, sleutel="1", als_bestand=False)


def send(ronde: int) -> list[tuple[str, str]]:
    told = []
    server = Mailserver(smtp(), address())
    send_uitnodigingen(ronde, server, by=operator(), step=lambda adres, status: told.append((adres, status.value)))
    return told


def states(ronde: int) -> dict[str, str]:
    with read_session() as session:
        return {each.naam: each.status.value for each in regels(session=session, ronde_id=ronde)}


def whose(token: str) -> str:
    with read_session() as session:
        return by_link(session=session, token=token, now=system_now()).account.adres


def test_each_gets_one_mail_with_a_link_of_his_own(box, ronde):
    told = send(ronde)

    assert told == [(f"{naam.lower()}@assen.nl", "verzonden") for naam in NAMES]
    assert [(to, whose(LINK.search(mail.get_content())[1])) for to, mail in box.mails] == [
        (f"{naam.lower()}@assen.nl",) * 2 for naam in NAMES
    ]
    assert {mail["Subject"] for _, mail in box.mails} == {"Uitnodiging voor de SUWI-landkaart"}


def test_to_an_address_where_no_mail_arrives_none_leaves_and_it_says_so(box, ronde):
    perform(mark_undeliverable, adres="jan@assen.nl", reden="550 User unknown")

    send(ronde)

    assert box.addresses == ["bo@assen.nl", "piet@assen.nl"]
    assert states(ronde) == {"Bo": "verzonden", "Jan": "overgeslagen", "Piet": "verzonden"}
    with read_session() as session:
        [why] = [each.melding for each in regels(session=session, ronde_id=ronde) if each.naam == "Jan"]
    assert why == UNDELIVERABLE


def test_as_a_letter_he_is_invited_all_the_same(ronde):
    perform(mark_undeliverable, adres="jan@assen.nl", reden="550 User unknown")

    assert perform(hand_out_uitnodigingen, ronde_id=ronde) == 3


def test_who_is_refused_does_not_stop_the_others(box, ronde):
    box.refuses = {"jan@assen.nl"}

    send(ronde)

    assert states(ronde) == {"Bo": "verzonden", "Jan": "mislukt", "Piet": "verzonden"}


def test_a_server_that_is_away_leaves_all_of_it_waiting(ronde, mail_to):
    mail_to(free_port())

    with pytest.raises(GeenVerbinding):
        send(ronde)

    with read_session() as session:
        assert waiting(session=session, ronde_id=ronde) == 3


def test_the_second_time_nothing_leaves(box, ronde):
    send(ronde)

    assert (send(ronde), len(box.mails)) == ([], 3)
