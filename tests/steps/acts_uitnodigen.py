"""Inviting: many at once by the beheerder, and colleagues by the coördinator of their werkplein."""

from collections.abc import Callable
from functools import partial

from sqlalchemy import update
from sqlmodel import select

from db import models
from db.actions import collegas, losse_uitnodiging, own_account, uitnodigen
from db.engine import read_session, write_session
from landkaart.domein.clock import system_now
from landkaart.domein.credentials import token_hash
from landkaart.domein.herinnering import BerichtStatus
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.rollen import Rol
from tests.steps.accounts import make_account
from tests.steps.case import Case, manage
from tests.steps.small_landkaart import ASSEN, BEHEER, BREDA, keep_person

GO = {"account_ids": [BREDA.account_id], "sleutel": "1", "als_bestand": False}
NEW = {"werkplein": "assen", "adres": "nieuw@voorbeeld.nl", "naam": "Nieuw", "organisatie": "UWV"}


def somebody_of_beheer() -> None:
    keep_person(BEHEER, Rol.BEHEER)


def a_ronde_that_waits() -> None:
    somebody_of_beheer()
    manage(uitnodigen.start_uitnodigen, **GO)


def a_ronde_that_failed() -> None:
    a_ronde_that_waits()
    with write_session() as session:
        session.exec(update(models.Uitnodiging).values(status="mislukt"))


def on_the_ronde(action: Callable, by: Gebruiker = BEHEER) -> object:
    """There is one; PostgreSQL goes on counting where an earlier test ended."""
    with read_session() as session:
        number = session.exec(select(models.Uitnodigingsronde.id)).one()
    return manage(action, by=by, ronde_id=number)


def assen_leads() -> None:
    """Its manager is its coördinator."""
    with write_session() as session:
        mine = models.AccountWerkplein.account_id == ASSEN.account_id
        session.exec(update(models.AccountWerkplein).where(mine).values(coordinator=True))


def assen_leads_a_colleague() -> None:
    assen_leads()
    make_account("werkplein", ["assen"], "Collega", adres="collega@voorbeeld.nl", id=9050)


def on_the_colleague(action: Callable, by: Gebruiker = ASSEN) -> object:
    with read_session() as session:
        number = session.exec(select(models.Account.id).where(models.Account.adres == "collega@voorbeeld.nl")).one()
    return manage(action, by=by, werkplein="assen", account_id=number)


TOKEN = "t" * 43


def assen_invites_a_colleague() -> None:
    """With a link of which the token is known."""
    assen_leads_a_colleague()
    link = {"account_id": 9050, "soort": "uitnodiging", "token_hash": token_hash(TOKEN), "verloopt_op": system_now()}
    with write_session() as session:
        session.add(models.Toegangslink(**link))


def note_the_last(by: Gebruiker = ASSEN) -> object:
    """It left."""
    left = {"status": BerichtStatus.VERZONDEN, "melding": None}
    return manage(losse_uitnodiging.note_uitnodiging, by=by, token=TOKEN, **left)


ON_UITNODIGEN = {
    "start_uitnodigen": Case(somebody_of_beheer, partial(manage, uitnodigen.start_uitnodigen, **GO)),
    "hand_out_uitnodigingen": Case(a_ronde_that_waits, partial(on_the_ronde, uitnodigen.hand_out_uitnodigingen)),
    "retry_uitnodigingen": Case(a_ronde_that_failed, partial(on_the_ronde, uitnodigen.retry_uitnodigingen)),
}
# The line in the log comes when the mail is settled.
CLAIMS = {"claim_uitnodiging": Case(a_ronde_that_waits, partial(on_the_ronde, uitnodigen.claim_uitnodiging))}


def assen_has_no_mailbox() -> None:
    """As the beheerder of the first start."""
    with write_session() as session:
        session.get(models.Account, ASSEN.account_id).adres = "beheer@landkaart.invalid"


OWN_ADDRESS = {
    "give_own_address": Case(
        assen_has_no_mailbox, partial(manage, own_account.give_own_address, by=ASSEN, adres="jan@uwv.nl", naam="Jan")
    )
}
# The beheerder may as well.
INVITED_ALONE = {"note_uitnodiging": Case(assen_invites_a_colleague, note_the_last)}
ON_COLLEGAS = {
    "invite_collega": Case(assen_leads, partial(manage, collegas.invite_collega, by=ASSEN, **NEW)),
    "invite_collega_again": Case(assen_leads_a_colleague, partial(on_the_colleague, collegas.invite_collega_again)),
    "remove_collega": Case(assen_leads_a_colleague, partial(on_the_colleague, collegas.remove_collega)),
}
