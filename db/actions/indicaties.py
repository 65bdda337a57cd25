"""The AKO judges a werkplein: beside its own score, never over it."""

from sqlmodel import Session, select

from db import models
from db.act import About, Act
from db.actions.werkpleinen import require_werkplein
from db.queries.oordelen import as_oordeel, oordelen_over
from db.queries.tertaalbeeld import tertalen
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.indicatie import AndersBeoordeeld, Indicatie, NieuwOordeel, Oordeel
from landkaart.domein.invulling import Seen
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import clean
from landkaart.domein.uitvraag import require_known


def give_indicatie(
    act: Act,
    *,
    werkplein: str,
    tertaal: Tertaal,
    oordeel: NieuwOordeel,
    seen: Oordeel | Seen | None = Seen.NOTHING_SHOWN,
) -> Oordeel | None:
    """Keep what the AKO judges, or take it back with its note; return what stands there now.

    The same twice is one change. `seen`: what was on the screen, None when there was nothing.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer, and AndersBeoordeeld when something else than `seen` stands
    there by now.
    """
    act.require(Recht.INDICATIE_GEVEN)
    _, row = require_werkplein(act.session, werkplein)
    asked = require_oordeel(act.session, tertaal, oordeel)
    key = {"werkplein_id": row.id, "tertaal": str(tertaal)}
    kept_row = act.session.exec(select(models.AkoIndicatie).filter_by(**key)).first()
    kept = None if kept_row is None else as_oordeel(kept_row)
    if as_logged(kept) == as_logged(asked):
        return kept
    if seen is not Seen.NOTHING_SHOWN and seen != kept:
        raise AndersBeoordeeld(kept)
    given = asked and Oordeel(asked.indicatie, asked.notitie, act.now, act.by.naam)
    if given is None:
        act.session.delete(kept_row)
    else:
        save(act.session, kept_row or models.AkoIndicatie(**key, indicatie=given.indicatie.value), given)
    about = About(row.id, tertaal)
    act.log(Handeling.AKO_INDICATIE, about, oud=as_logged(kept), nieuw=as_logged(asked))
    return given


def take_over_indicatie(act: Act, *, werkplein: str, tertaal: Tertaal) -> Oordeel:
    """Say of a werkplein that what it was last given still holds, note included; return what stands there now.

    What was given in this tertaal already stays as it is.

    Raises NietToegestaan, NietAangemeld, and OngeldigeInvoer when there is nothing to take over.
    """
    act.require(Recht.INDICATIE_GEVEN)
    _, row = require_werkplein(act.session, werkplein)
    require_known(tertaal, tertalen(session=act.session))
    given = oordelen_over(session=act.session, werkplein=werkplein)
    if tertaal in given:
        return given[tertaal]
    before = [each for each in given if each < tertaal]
    if not before:
        raise OngeldigeInvoer("Er is geen eerder oordeel om over te nemen. Kies zelf een oordeel.")
    last = given[before[-1]]
    taken = Oordeel(last.indicatie, last.notitie, act.now, act.by.naam, before[-1])
    key = {"werkplein_id": row.id, "tertaal": str(tertaal)}
    save(act.session, models.AkoIndicatie(**key, indicatie=taken.indicatie.value), taken)
    nieuw = {**(as_logged(taken) or {}), "overgenomen_uit": str(before[-1])}
    act.log(Handeling.OVERNAME, About(row.id, tertaal), nieuw=nieuw)
    return taken


def require_oordeel(session: Session, tertaal: Tertaal, given: NieuwOordeel) -> Oordeel | None:
    """Return what is to be kept; None when it is to be taken back.

    Raises OngeldigeInvoer.
    """
    require_known(tertaal, tertalen(session=session))
    if given.indicatie is not None and not isinstance(given.indicatie, Indicatie):
        raise OngeldigeInvoer("Dit oordeel bestaat niet. Ververs de pagina en kies opnieuw.")
    notitie = clean(given.notitie, models.TOELICHTING_LENGTH)
    if given.indicatie is None and notitie:
        raise OngeldigeInvoer("Kies bij de notitie ook een oordeel, of maak de notitie leeg.")
    return given.indicatie and Oordeel(given.indicatie, notitie)


def as_logged(oordeel: Oordeel | None) -> dict[str, str] | None:
    return None if oordeel is None else {"indicatie": oordeel.indicatie.value, "notitie": oordeel.notitie}


def save(session: Session, row: models.AkoIndicatie, given: Oordeel) -> None:
    row.indicatie, row.notitie = given.indicatie.value, given.notitie or None
    row.gegeven_op, row.door = given.gegeven_op, given.door
    row.overgenomen_uit = str(given.overgenomen_uit) if given.overgenomen_uit else None
    session.add(row)
    session.flush()
