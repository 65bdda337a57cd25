"""The werkpleinen themselves."""

from datetime import date

from sqlalchemy import BindParameter, ColumnElement, or_
from sqlmodel import Session, select

from db.models import Werkplein
from landkaart.domein.tekst import by_naam


def names(*, session: Session) -> dict[str, str]:
    """Naam by code of every werkplein there ever was, in alphabetical order as a Dutch reader expects it."""
    found = dict(session.exec(select(Werkplein.code, Werkplein.naam)).all())
    return {code: found[code] for code in sorted(found, key=lambda code: by_naam(found[code]))}


def active(*, session: Session, on: date) -> list[str]:
    """Codes of the werkpleinen that are open on a day."""
    return list(session.exec(select(Werkplein.code).where(is_open_at(on)).order_by(Werkplein.code)))


def regions(*, session: Session, column: str) -> dict[str, list[str]]:
    """Codes of the werkpleinen by "provincie" or "arbeidsmarktregio", in alphabetical order of the region."""
    found: dict[str, list[str]] = {}
    rows = session.exec(select(getattr(Werkplein, column), Werkplein.code))
    for region, code in sorted(rows, key=lambda row: (by_naam(row[0]), row[1])):
        found.setdefault(region, []).append(code)
    return found


def is_open_at(day: date | BindParameter[date]) -> ColumnElement[bool]:
    """Counts at a closing on that day: opened before it, and not closed before it."""
    started = or_(Werkplein.actief_van.is_(None), Werkplein.actief_van < day)
    return started & or_(Werkplein.actief_tot.is_(None), Werkplein.actief_tot >= day)
