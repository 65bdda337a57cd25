"""What a report is made from, read at one moment of the database: the figures, and what the AKO decided and typed."""

import json

from sqlmodel import Session, select

from db import models
from db.queries.achterblijvers import outdated, vaste_lijst
from db.queries.clock import clock
from db.queries.kengetallen import kengetallen
from db.queries.momentopnamen import edities, momentopname
from db.queries.oordelen import oordelen
from db.queries.plan import plan
from db.queries.tertaalbeeld import living_beeld, tertaalbeeld
from db.queries.vraag_antwoorden import uitslagen
from landkaart.domein.momentopname import Editie
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.rapportage import Opzet, Rapportage, RapportDeel, RapportPlek, RapportTekst, TekstPlek
from landkaart.domein.tertaal import Tertaal


def rapport_gegevens(
    *, session: Session, tertaal: Tertaal, adres: str, editie: int | None = None, levend: bool = False
) -> RapportGegevens:
    """Return all that a report of a tertaal is made from.

    Of the edition that holds or, with `editie`, of that one; `levend`: of the record as it stands, also where there is an
    edition. `adres`: where visitors find the landkaart.
    """
    frozen = None if levend else momentopname(session=session, tertaal=tertaal, editie=editie)
    if frozen:
        beeld = tertaalbeeld(session=session, tertaal=tertaal, editie=frozen.editie)
    else:
        beeld = living_beeld(session, tertaal)
    return RapportGegevens(
        beeld=beeld,
        editie=numbered(session, tertaal, frozen.editie) if frozen else None,
        nu=clock(session=session).now(),
        adres=adres,
        rapportage=rapportage(session=session, tertaal=tertaal),
        uitslagen=uitslagen(session=session, tertaal=tertaal),
        oordelen=oordelen(session=session, tertaal=tertaal),
        vastgesteld=vaste_lijst(session=session, tertaal=tertaal),
        kengetallen=kengetallen(session=session, tertaal=tertaal),
        plan=plan(session=session),
        verouderd=outdated(session=session, tertalen=beeld.geschiedenis[:-1]),
    )


def numbered(session: Session, tertaal: Tertaal, nummer: int) -> Editie:
    return next(each for each in edities(session=session) if (each.tertaal, each.nummer) == (tertaal, nummer))


def rapportage(*, session: Session, tertaal: Tertaal) -> Rapportage:
    """Return what the AKO decided and typed of the report of a tertaal; as it usually is when it did nothing yet."""
    row = session.get(models.RapportOpzet, str(tertaal))
    query = select(models.RapportTekst).where(models.RapportTekst.tertaal == str(tertaal)).order_by(models.RapportTekst.id)
    teksten = {plek: as_tekst(text) for text in session.exec(query) if (plek := as_plek(text))}
    return Rapportage(as_opzet(row), teksten, row.gewijzigd_op) if row else Rapportage(teksten=teksten)


def as_opzet(row: models.RapportOpzet) -> Opzet:
    """Read what goes in; a chapter that there no longer is, is left out."""
    known = RapportDeel.by_code()
    return Opzet(tuple(known[code] for code in json.loads(row.delen) if code in known))


def as_plek(row: models.RapportTekst) -> RapportPlek | None:
    deel = RapportDeel.by_code().get(row.deel)
    return RapportPlek(deel, TekstPlek(row.plek)) if deel else None


def as_tekst(row: models.RapportTekst) -> RapportTekst:
    return RapportTekst(row.tekst, row.door, row.gewijzigd_op)


def earlier_rapportages(*, session: Session, tertaal: Tertaal) -> list[Tertaal]:
    """Return the tertalen before this one of whose report something was decided or typed, the latest first."""
    found = {*session.exec(select(models.RapportOpzet.tertaal)), *session.exec(select(models.RapportTekst.tertaal))}
    return sorted((each for each in map(Tertaal.parse, found) if each < tertaal), reverse=True)
