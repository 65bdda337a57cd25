"""Harderwijk, and what can become of a werkplein; Urk, which is to come."""

from datetime import date

from sqlmodel import select

from db import models
from db.actions import werkpleinen as acts
from db.engine import read_session
from db.queries.werkpleinen import werkplein, werkpleinen
from landkaart.domein.rechten import Gebruiker
from tests.steps.perform import perform

TODAY = date(2009, 12, 1)
NEW_YEAR = date(2010, 1, 1)
URK = {
    "code": "urk",
    "naam": "Urk",
    "plaats": "Urk",
    "gemeente": "Urk",
    "provincie": "Flevoland",
    "arbeidsmarktregio": "Flevoland",
    "breedtegraad": 52.6617,
    "lengtegraad": 5.6031,
    "actief_van": TODAY,
}


def do(act, by: Gebruiker, **what) -> None:
    perform(act, by, **what)


def add(by: Gebruiker, **other) -> None:
    do(acts.add_werkplein, by, **URK | other)


def rename(by: Gebruiker, naam: str, vanaf: date | None = TODAY, code: str = "harderwijk") -> None:
    do(acts.rename_werkplein, by, code=code, naam=naam, vanaf=vanaf)


def close(by: Gebruiker, code: str = "harderwijk", tot: date | None = NEW_YEAR) -> None:
    do(acts.close_werkplein, by, code=code, tot=tot)


def merge(by: Gebruiker, code: str = "harderwijk", into: str = "barneveld", tot: date | None = NEW_YEAR) -> None:
    do(acts.merge_werkplein, by, code=code, into=into, tot=tot)


def kept(code: str):
    with read_session() as session:
        return werkplein(session=session, code=code)


def lines(code: str) -> list[models.Logregel]:
    """What the log has about a werkplein itself, apart from its being loaded."""
    mine = select(models.Logregel).join(models.Werkplein, models.Werkplein.id == models.Logregel.werkplein_id)
    with read_session() as session:
        return list(session.exec(mine.where(models.Werkplein.code == code, models.Logregel.handeling == "werkplein")))


def everything() -> tuple:
    with read_session() as session:
        number = len(session.exec(select(models.Logregel.id)).all())
        return werkpleinen(session=session), session.exec(select(models.AccountWerkplein)).all(), number
