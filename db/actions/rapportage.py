"""The AKO composes the report of a tertaal: which chapters, in which order, and what stands around the figures."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, select

from db import models
from db.act import About, Act
from db.queries.rapportage import as_tekst, rapportage
from db.queries.tertaalbeeld import tertalen
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rapportage import (
    Opzet,
    OpzetGewijzigd,
    RapportPlek,
    RapportTekst,
    TekstGewijzigd,
    TekstPlek,
    require_opzet,
    require_tekst,
)
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import require_known


def save_opzet(act: Act, *, tertaal: Tertaal, delen: Sequence[str], seen: datetime | None) -> None:
    """Keep which chapters go in, by code, in this order; the same again changes nothing.

    `seen`: the moment of what was on the screen, None for what is usual.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer, and OpzetGewijzigd when something else stands there by now.
    """
    act.require(Recht.RAPPORT_MAKEN)
    require_known(tertaal, tertalen(session=act.session))
    asked, now = require_opzet(delen), rapportage(session=act.session, tertaal=tertaal)
    if asked == now.opzet:
        return
    if now.opzet_gewijzigd_op != seen:
        raise OpzetGewijzigd
    put_opzet(act, tertaal, asked, now.opzet)


def put_opzet(act: Act, tertaal: Tertaal, asked: Opzet, was: Opzet) -> None:
    row = act.session.get(models.RapportOpzet, str(tertaal))
    values = {"delen": json.dumps(codes(asked)), "door": act.by.naam, "gewijzigd_op": act.now}
    if row is None:
        row = models.RapportOpzet(tertaal=str(tertaal), **values)
    row.sqlmodel_update(values)
    act.session.add(row)
    act.session.flush()
    act.log(
        Handeling.RAPPORT, About(tertaal=tertaal), oud={"hoofdstukken": codes(was)}, nieuw={"hoofdstukken": codes(asked)}
    )


def codes(opzet: Opzet) -> list[str]:
    return [deel.value for deel in opzet.delen]


def save_tekst(
    act: Act, *, tertaal: Tertaal, plek: RapportPlek, tekst: str | None, seen: RapportTekst | None
) -> RapportTekst | None:
    """Keep what stands at a place, or take it away when nothing is left of it; return what stands there now.

    The same again changes nothing. `seen`: what was on the screen, None when there was nothing.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer, and TekstGewijzigd when something else than `seen` stands there.
    """
    act.require(Recht.RAPPORT_MAKEN)
    require_known(tertaal, tertalen(session=act.session))
    require_plek(plek)
    asked, row = require_tekst(tekst), find_row(act.session, tertaal, plek)
    there = as_tekst(row) if row else None
    if asked == (there.tekst if there else ""):
        return there
    if there != seen:
        raise TekstGewijzigd(there)
    return put_tekst(act, tertaal, plek, asked, row)


def require_plek(plek: RapportPlek) -> None:
    """Judge that it is a place of a report; of a chapter that is typed there is only the one above.

    Raises OngeldigeInvoer.
    """
    if plek.deel.is_typed and plek.plek is TekstPlek.ONDER:
        raise OngeldigeInvoer("Deze plaats bestaat niet in het rapport. Ververs de pagina.")


def find_row(session: Session, tertaal: Tertaal, plek: RapportPlek) -> models.RapportTekst | None:
    key = {"tertaal": str(tertaal), "deel": plek.deel.value, "plek": plek.plek.value}
    return session.exec(select(models.RapportTekst).filter_by(**key)).first()


def put_tekst(
    act: Act, tertaal: Tertaal, plek: RapportPlek, tekst: str, row: models.RapportTekst | None
) -> RapportTekst | None:
    """Write it down, with its line; return what stands there now."""
    where = {"hoofdstuk": plek.deel.value, "plek": plek.plek.value}
    oud = {**where, "tekst": row.tekst} if row else None
    if not tekst:
        act.session.delete(row)
        act.session.flush()
        act.log(Handeling.RAPPORT, About(tertaal=tertaal), oud=oud)
        return None
    if row is None:
        row = models.RapportTekst(
            tertaal=str(tertaal),
            deel=plek.deel.value,
            plek=plek.plek.value,
            tekst=tekst,
            door=act.by.naam,
            gewijzigd_op=act.now,
        )
    row.tekst, row.door, row.gewijzigd_op = tekst, act.by.naam, act.now
    act.session.add(row)
    act.session.flush()
    act.log(Handeling.RAPPORT, About(tertaal=tertaal), oud=oud, nieuw={**where, "tekst": tekst})
    return as_tekst(row)


def take_over(act: Act, *, tertaal: Tertaal, van: Tertaal) -> int:
    """Take the chapters and the texts of an earlier report where this one has none yet; return how many texts.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer when there is nothing to take over.
    """
    act.require(Recht.RAPPORT_MAKEN)
    require_known(tertaal, tertalen(session=act.session))
    theirs, mine = (rapportage(session=act.session, tertaal=each) for each in (van, tertaal))
    new = {plek: text.tekst for plek, text in theirs.teksten.items() if plek not in mine.teksten}
    takes_opzet = mine.opzet_gewijzigd_op is None and theirs.opzet != mine.opzet
    if van >= tertaal or not (new or takes_opzet):
        raise OngeldigeInvoer(f"Uit het rapport van {van} is niets over te nemen dat hier nog niet staat.")
    if takes_opzet:
        put_opzet(act, tertaal, theirs.opzet, mine.opzet)
    for plek, text in new.items():
        put_tekst(act, tertaal, plek, text, None)
    return len(new)
