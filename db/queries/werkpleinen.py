"""The werkpleinen themselves: what they are called, where they lie, when they are open, whom to reach."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import BindParameter, ColumnElement, bindparam, case, exists, or_
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from db.models import Werkplein, WerkpleinNaam
from db.shapes import AnyRow
from landkaart.domein import werkplein as domein
from landkaart.domein.typed_text import by_naam, distinct

# The bare rows: an object for each takes longer than reading them.
ALL = select(Werkplein.__table__)
CONTACT = select(Werkplein.contact_naam, Werkplein.contact_adres, Werkplein.contact_gedeeld_op).where(
    Werkplein.code == bindparam("code")
)

# What a werkplein is called where there are others, as `distinct` does it for whoever reads them all.
OTHER = aliased(Werkplein)
IS_TWICE = exists().where(OTHER.naam == Werkplein.naam, OTHER.id != Werkplein.id).correlate(Werkplein)
SHOWN_NAAM = case((IS_TWICE, Werkplein.naam + " (" + Werkplein.code + ")"), else_=Werkplein.naam).label("naam")


def names(*, session: Session) -> dict[str, str]:
    """Return by code what every werkplein there ever was is called, in alphabetical order as a Dutch reader expects it.

    No two are called the same (`distinct`).
    """
    found = dict(session.exec(select(Werkplein.code, Werkplein.naam)).all())
    return distinct({code: found[code] for code in sorted(found, key=lambda code: by_naam(found[code]))})


def werkpleinen(*, session: Session) -> list[domein.Werkplein]:
    """Return every werkplein there ever was with its former names, in alphabetical order of the name it has now."""
    former: dict[int, list[tuple[str, date]]] = {}
    for row in session.exec(select(WerkpleinNaam).order_by(WerkpleinNaam.tot, WerkpleinNaam.id)):
        former.setdefault(row.werkplein_id, []).append((row.naam, row.tot))
    rows = session.connection().execute(ALL).all()
    codes = {row.id: row.code for row in rows}
    found = [as_werkplein(row, codes.get(row.opgegaan_in_id), former.get(row.id, ())) for row in rows]
    return sorted(found, key=lambda werkplein: by_naam(werkplein.naam))


def werkplein(*, session: Session, code: str) -> domein.Werkplein | None:
    """Find one by its code."""
    return next((found for found in werkpleinen(session=session) if found.code == code), None)


def contact(*, session: Session, code: str) -> domein.Contact | None:
    """Find whom to reach; whether others may see it stands in it. None when it told nobody."""
    row = session.connection().execute(CONTACT, {"code": code}).first()
    return None if row is None else as_contact(row)


def active(*, session: Session, on: date) -> list[str]:
    """Return the codes of the werkpleinen that count at a closing on a day."""
    return list(session.exec(select(Werkplein.code).where(is_open_at(on)).order_by(Werkplein.code)))


def regions(*, session: Session, column: str) -> dict[str, list[str]]:
    """Return the codes of the werkpleinen by "provincie" or "arbeidsmarktregio", in alphabetical order of the region."""
    found: dict[str, list[str]] = {}
    rows = session.exec(select(getattr(Werkplein, column), Werkplein.code))
    for region, code in sorted(rows, key=lambda row: (by_naam(row[0]), row[1])):
        found.setdefault(region, []).append(code)
    return found


def is_open_at(day: date | BindParameter[date]) -> ColumnElement[bool]:
    """Ask who counts at a closing on that day: opened before it, and not closed before it."""
    started = or_(Werkplein.actief_van.is_(None), col(Werkplein.actief_van) < day)
    return started & or_(Werkplein.actief_tot.is_(None), col(Werkplein.actief_tot) >= day)


def as_werkplein(row: AnyRow, opgegaan_in: str | None, vroeger: Iterable[tuple[str, date]]) -> domein.Werkplein:
    return domein.Werkplein(
        code=row.code,
        naam=row.naam,
        plaats=row.plaats,
        gemeente=row.gemeente,
        provincie=row.provincie,
        arbeidsmarktregio=row.arbeidsmarktregio,
        actief_van=row.actief_van,
        actief_tot=row.actief_tot,
        opgegaan_in=opgegaan_in,
        # Where it is drawn may be moved aside from where it lies.
        breedtegraad=row.breedtegraad if row.kaart_breedtegraad is None else row.kaart_breedtegraad,
        lengtegraad=row.lengtegraad if row.kaart_lengtegraad is None else row.kaart_lengtegraad,
        vroeger=tuple(vroeger),
        contact=as_contact(row),
    )


def as_contact(row: AnyRow) -> domein.Contact | None:
    return (
        domein.Contact(row.contact_naam, row.contact_adres, row.contact_gedeeld_op is not None)
        if row.contact_adres
        else None
    )
