"""Sessions and links of an account: a part of the acts that make and end them. It asks for no right and writes no line."""

from sqlalchemy import update
from sqlmodel import Session

from db import models
from landkaart.domein.clock import system_now
from landkaart.domein.credentials import new_token, token_hash
from landkaart.domein.toegangslink import LASTS


def make_link(session: Session, account_id: int, soort: str, factor_uit: bool = False) -> str:
    """Make a fresh link and return its token; earlier ones of this account stop working."""
    end_links(session, account_id)
    return add_link(session, account_id, soort, factor_uit)[0]


def add_link(session: Session, account_id: int, soort: str, factor_uit: bool = False) -> tuple[str, models.Toegangslink]:
    """Make a fresh link beside the earlier ones, which go on working until one of them is used; return its token, and it."""
    token, until = new_token(), system_now() + LASTS[soort]
    row = {"account_id": account_id, "soort": soort, "token_hash": token_hash(token), "verloopt_op": until}
    link = models.Toegangslink(**row, factor_uit=factor_uit)
    session.add(link)
    session.flush()
    return token, link


def end_links(session: Session, account_id: int) -> None:
    """Have the links of an account that were not used yet stop working."""
    unused = (models.Toegangslink.account_id == account_id) & models.Toegangslink.gebruikt_op.is_(None)
    session.exec(update(models.Toegangslink).where(unused).values(gebruikt_op=system_now()))


def end_tokens(session: Session, account_id: int) -> None:
    """Have the tokens of an account stop working: whoever had the way in that is closed now may have made one."""
    working = (models.Apitoken.account_id == account_id) & models.Apitoken.ingetrokken_op.is_(None)
    session.exec(update(models.Apitoken).where(working).values(ingetrokken_op=system_now()))


def end_sessions(session: Session, account_id: int, but: int | None = None) -> None:
    """Sign an account out everywhere; `but`: the session that may go on."""
    running = (models.Sessie.account_id == account_id) & models.Sessie.beeindigd_op.is_(None)
    session.exec(update(models.Sessie).where(running, models.Sessie.id != (but or 0)).values(beeindigd_op=system_now()))
