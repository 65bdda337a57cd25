"""The AKO's judgements, with the note and whose they are; the indicatie alone is part of a tertaalbeeld."""

from sqlmodel import Session, select

from db.models import AkoIndicatie, Logregel, Werkplein
from landkaart.domein.handeling import Handeling
from landkaart.domein.indicatie import Indicatie, Oordeel
from landkaart.domein.invulling import Wijziging
from landkaart.domein.tertaal import Tertaal


def oordelen(*, session: Session, tertaal: Tertaal) -> dict[str, Oordeel]:
    """Return the oordelen of a tertaal by code of the werkplein."""
    query = select(Werkplein.code, AkoIndicatie).join(AkoIndicatie, AkoIndicatie.werkplein_id == Werkplein.id)
    found = session.exec(query.where(AkoIndicatie.tertaal == str(tertaal)))
    return {code: as_oordeel(row) for code, row in found}


def oordelen_over(*, session: Session, werkplein: str) -> dict[Tertaal, Oordeel]:
    """Return what one werkplein got in each tertaal, oldest first."""
    query = select(AkoIndicatie).join(Werkplein, Werkplein.id == AkoIndicatie.werkplein_id)
    found = session.exec(query.where(Werkplein.code == werkplein).order_by(AkoIndicatie.tertaal))
    return {Tertaal.parse(row.tertaal): as_oordeel(row) for row in found}


def earlier_oordelen(*, session: Session, tertaal: Tertaal) -> dict[str, tuple[Tertaal, Oordeel]]:
    """Return the last oordeel of each werkplein from before a tertaal, and of which; by code."""
    query = select(Werkplein.code, AkoIndicatie).join(AkoIndicatie, AkoIndicatie.werkplein_id == Werkplein.id)
    found = session.exec(query.where(AkoIndicatie.tertaal < str(tertaal)).order_by(AkoIndicatie.tertaal))
    return {code: (Tertaal.parse(row.tertaal), as_oordeel(row)) for code, row in found}


def taken_back(*, session: Session, tertaal: Tertaal) -> dict[str, Wijziging]:
    """Return by code of the werkplein who was the last to take its oordeel back; another may stand there since."""
    line = Logregel
    query = select(Werkplein.code, line.door, line.account_id, line.moment).join(
        Werkplein, Werkplein.id == line.werkplein_id
    )
    query = query.where(line.handeling == Handeling.AKO_INDICATIE.value, line.tertaal == str(tertaal), line.nieuw.is_(None))
    return {code: Wijziging(*by_whom) for code, *by_whom in session.connection().execute(query.order_by(line.id))}


def as_oordeel(row: AkoIndicatie) -> Oordeel:
    uit = row.overgenomen_uit and Tertaal.parse(row.overgenomen_uit)
    return Oordeel(Indicatie(row.indicatie), row.notitie or "", row.gegeven_op, row.door, uit or None)
