"""The AKO judges a werkplein: beside its own score, never over it."""

from sqlmodel import Session, select

from db import models
from db.actions.log import write_log
from db.actions.werkpleinen import require_werkplein
from db.queries.oordelen import as_oordeel
from db.queries.tertaalbeeld import tertalen
from db.rights import eis
from landkaart.domein.clock import Clock
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.indicatie import AndersBeoordeeld, Indicatie, Oordeel
from landkaart.domein.invulling import Seen
from landkaart.domein.rechten import Gebruiker, Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import clean


def give_indicatie(
    *,
    session: Session,
    werkplein: str,
    tertaal: Tertaal,
    indicatie: Indicatie | None,
    notitie: str,
    by: Gebruiker,
    clock: Clock,
    seen: Oordeel | Seen | None = Seen.NOTHING_SHOWN,
) -> Oordeel | None:
    """None takes it back, the note with it. The same twice is one change. Returns what stands there now.

    `seen`: what was on the screen, None when there was nothing; AndersBeoordeeld when something else stands there by now.
    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer as well.
    """
    eis(session, by, Recht.INDICATIE_GEVEN)
    _, place = require_werkplein(session, werkplein)
    asked = require_oordeel(session, tertaal, indicatie, notitie)
    about = {"werkplein_id": place.id, "tertaal": str(tertaal)}
    row = session.exec(select(models.AkoIndicatie).filter_by(**about)).first()
    kept = row and as_oordeel(row)
    if said(kept) == said(asked):
        return kept
    if seen is not Seen.NOTHING_SHOWN and seen != kept:
        raise AndersBeoordeeld(kept)
    now = clock.now()
    put(session, row, asked, {**about, "gegeven_op": now, "door": by.naam})
    where = {"werkplein_id": place.id, "tertaal": tertaal}
    write_log(session, Handeling.AKO_INDICATIE, by=by, now=now, **where, oud=said(kept), nieuw=said(asked))
    return asked and Oordeel(asked.indicatie, asked.notitie, now, by.naam)


def require_oordeel(session: Session, tertaal: Tertaal, indicatie: Indicatie | None, notitie: str) -> Oordeel | None:
    if tertaal not in tertalen(session=session):
        raise OngeldigeInvoer(f"Van {tertaal} is niets bekend. Kies een tertaal uit de lijst.")
    if indicatie is not None and not isinstance(indicatie, Indicatie):
        raise OngeldigeInvoer("Dit oordeel bestaat niet. Ververs de pagina en kies opnieuw.")
    notitie = clean(notitie, models.TOELICHTING_LENGTH)
    if indicatie is None and notitie:
        raise OngeldigeInvoer("Kies bij de notitie ook een oordeel, of maak de notitie leeg.")
    return indicatie and Oordeel(indicatie, notitie)


def said(oordeel: Oordeel | None) -> dict[str, str] | None:
    """As the log keeps it."""
    return oordeel and {"indicatie": oordeel.indicatie.value, "notitie": oordeel.notitie}


def put(session: Session, row: models.AkoIndicatie | None, oordeel: Oordeel | None, values: dict) -> None:
    """In the place of `row`; nothing instead of it when there is no oordeel."""
    if oordeel is None:
        session.delete(row)
        return
    row = row or models.AkoIndicatie(**values, indicatie=oordeel.indicatie.value)
    row.sqlmodel_update({**values, "indicatie": oordeel.indicatie.value, "notitie": oordeel.notitie or None})
    session.add(row)
    session.flush()
