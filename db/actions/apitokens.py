"""Somebody makes a token for a program that reads in his name, and withdraws it."""

from sqlalchemy import update
from sqlmodel import col

from db import models
from db.act import Act
from db.queries.apitokens import apitokens
from landkaart.domein.apitoken import BEGINS, LASTS, MOST, require_tokennaam
from landkaart.domein.clock import system_now
from landkaart.domein.credentials import new_token, token_hash
from landkaart.domein.fouten import NietAangemeld, OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker, Recht

TOKEN = models.Apitoken
GONE = "Dit token werkt al niet meer. Ververs de pagina."


def make_apitoken(act: Act, *, naam: str) -> str:
    """Make one that works for a year, and return it: only its hash is kept. No two of an account have one naam.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.EIGEN_ACCOUNT)
    account_id, naam, now = account_of(act.by), require_tokennaam(naam), system_now()
    working = {each.naam for each in apitokens(session=act.session, account_id=account_id, now=now)}
    if naam in working:
        raise OngeldigeInvoer("U hebt al een token met deze naam. Kies een andere, of trek dat token eerst in.")
    if len(working) >= MOST:
        raise OngeldigeInvoer(f"U hebt al {MOST} tokens. Trek er eerst een in.")
    token = f"{BEGINS}{new_token()}"
    row = TOKEN(account_id=account_id, naam=naam, token_hash=token_hash(token), gemaakt_op=now, verloopt_op=now + LASTS)
    act.session.add(row)
    act.log(Handeling.ACCOUNT, nieuw={"account": account_id, "token_gemaakt": naam})
    return token


def withdraw_apitoken(act: Act, *, naam: str) -> None:
    """Have one of one's own tokens stop working.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.EIGEN_ACCOUNT)
    account_id, now = account_of(act.by), system_now()
    mine = (col(TOKEN.account_id) == account_id) & (TOKEN.naam == naam) & (col(TOKEN.verloopt_op) > now)
    standing = mine & col(TOKEN.ingetrokken_op).is_(None)
    if act.session.exec(update(TOKEN).where(standing).values(ingetrokken_op=now)).rowcount != 1:
        raise OngeldigeInvoer(GONE)
    act.log(Handeling.ACCOUNT, nieuw={"account": account_id, "token_ingetrokken": naam})


def account_of(by: Gebruiker) -> int:
    if by.account_id is None:
        raise NietAangemeld
    return by.account_id
