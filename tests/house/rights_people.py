"""Who may invite whom: rows of the rights matrix."""

from datetime import timedelta

from sqlalchemy import update
from sqlmodel import select

from db import models
from db.act import Act
from db.actions.uitnodigen import start_uitnodigen
from db.engine import read_session
from landkaart.domein.apitoken import LASTS
from landkaart.domein.clock import system_now
from landkaart.domein.credentials import token_hash
from landkaart.domein.herinnering import BerichtStatus
from tests.house.rights_row import Row

BEHEER = {"operator", "beheer"}
COORDINATOR = {"operator", "coordinator"}
# Made by the test: a colleague of Harderwijk who has no way in yet.
NOT_YET = "collega@harderwijk.nl"
TOKEN = "t" * 43


def invited() -> dict:
    with read_session() as session:
        return {"account_ids": [session.exec(select(models.Account.id).where(models.Account.adres == NOT_YET)).one()]}


def invite_somebody(act: Act) -> None:
    """One ronde, of one who has no way in yet."""
    start_uitnodigen(act, **invited(), sleutel="1", als_bestand=False)


def invite_somebody_in_vain(act: Act) -> None:
    invite_somebody(act)
    act.session.exec(update(models.Uitnodiging).values(status="mislukt"))


def the_ronde() -> dict:
    return {"ronde_id": 1}


def a_colleague() -> dict:
    """One of Harderwijk, who has no way in yet."""
    return {"werkplein": "harderwijk", "account_id": invited()["account_ids"][0]}


def nobody_has_a_mailbox(act: Act) -> None:
    act.session.exec(update(models.Account).values(adres=models.Account.adres + ".invalid"))


def everybody_has_a_token(act: Act) -> None:
    for account_id in act.session.exec(select(models.Account.id)).all():
        moments = {"gemaakt_op": system_now(), "verloopt_op": system_now() + LASTS}
        act.session.add(models.Apitoken(account_id=account_id, naam="Programma", token_hash=str(account_id), **moments))


ACCOUNTS = {"eigen", "ander", "coordinator", "ako", "beheer", "lezer"}


def a_link_for_the_colleague(act: Act) -> None:
    number, until = invited()["account_ids"][0], system_now() + timedelta(days=7)
    link = {"account_id": number, "soort": "uitnodiging", "token_hash": token_hash(TOKEN), "verloopt_op": until}
    act.session.add(models.Toegangslink(**link))


OF_PEOPLE = {
    "apitokens.make_apitoken": Row(ACCOUNTS, lambda: {"naam": "Programma"}, personal=True),
    "apitokens.withdraw_apitoken": Row(ACCOUNTS, lambda: {"naam": "Programma"}, everybody_has_a_token, personal=True),
    "own_account.give_own_address": Row(
        {"eigen", "ander", "coordinator", "ako", "beheer", "lezer"},
        lambda: {"adres": "jan@uwv.nl", "naam": "Jan"},
        nobody_has_a_mailbox,
        personal=True,
    ),
    "uitnodigen.start_uitnodigen": Row(BEHEER, lambda: invited() | {"sleutel": "1", "als_bestand": False}),
    "uitnodigen.claim_uitnodiging": Row(BEHEER, the_ronde, invite_somebody),
    "uitnodigen.hand_out_uitnodigingen": Row(BEHEER, the_ronde, invite_somebody),
    "uitnodigen.retry_uitnodigingen": Row(BEHEER, the_ronde, invite_somebody_in_vain),
    "losse_uitnodiging.note_uitnodiging": Row(
        BEHEER | COORDINATOR,
        lambda: {"token": TOKEN, "status": BerichtStatus.VERZONDEN, "melding": None},
        a_link_for_the_colleague,
    ),
    "collegas.invite_collega": Row(
        COORDINATOR,
        lambda: {"werkplein": "harderwijk", "adres": "nieuw@harderwijk.nl", "naam": "Nieuw", "organisatie": "UWV"},
    ),
    "collegas.invite_collega_again": Row(COORDINATOR, a_colleague),
    "collegas.remove_collega": Row(COORDINATOR, a_colleague),
}
