"""The AKO asks a werkplein about its answers; the werkplein answers; the AKO closes it. No score changes by it."""

from dataclasses import replace
from typing import cast

from sqlalchemy import delete
from sqlmodel import Session, col, select

from db import models
from db.act import About, Act
from db.actions.werkpleinen import require_werkplein
from db.queries.navragen import ALL, as_navraag
from db.queries.tertaalbeeld import tertalen
from landkaart.domein.afspraak import require_mijlpaal
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.namens import Opgave, Opgavewijze, require_opgave
from landkaart.domein.navraag import (
    AndersBeantwoord,
    Navraag,
    NavraagStatus,
    require_antwoord,
    require_navraag,
    require_not_closed,
)
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import require_known


def ask_navraag(act: Act, *, werkplein: str, tertaal: Tertaal, mijlpaal: str | None, tekst: str) -> int:
    """Ask it and return its id; the same that is still open is the first one. No `mijlpaal`: about the whole invulling.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.NAVRAAG_STELLEN)
    _, row = require_werkplein(act.session, werkplein)
    require_known(tertaal, tertalen(session=act.session))
    asked = {"werkplein_id": row.id, "tertaal": str(tertaal), "mijlpaal": require_mijlpaal(mijlpaal)}
    asked |= {"tekst": require_navraag(tekst)}
    same = act.session.exec(select(models.Navraag.id).filter_by(**asked, gesloten_op=None)).first()
    if same is not None:
        return same
    made = models.Navraag(**asked, door=act.by.naam, gesteld_op=act.now)
    act.session.add(made)
    act.session.flush()
    nieuw = as_logged(as_navraag(made, werkplein))
    act.log(Handeling.NAVRAAG, About(row.id, tertaal, mijlpaal), nieuw=nieuw)
    return cast(int, made.id)


def answer_navraag(act: Act, *, navraag: Navraag, tekst: str) -> None:
    """Keep what the werkplein says to it; `navraag`: as it was shown. Until it is closed the answer can be another.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer, and AndersBeantwoord when somebody else answered meanwhile.
    """
    act.require(Recht.NAVRAAG_BEANTWOORDEN, navraag.werkplein)
    keep_answer(act, navraag, tekst, None)


def answer_navraag_namens(act: Act, *, navraag: Navraag, tekst: str, wie: str | None, hoe: Opgavewijze | None) -> None:
    """Write down what somebody of the werkplein said to the AKO itself, with who it was and how; else as `answer_navraag`.

    Raises as `answer_navraag`.
    """
    act.require(Recht.NAMENS_INVULLEN)
    keep_answer(act, navraag, tekst, require_opgave(wie, hoe))


def keep_answer(act: Act, shown: Navraag, tekst: str, opgave: Opgave | None) -> None:
    row, now = find_row(act.session, shown)
    require_not_closed(now)
    said = require_antwoord(tekst)
    if (said, opgave) == (now.antwoord, now.opgave):
        return
    if now.antwoord != shown.antwoord:
        raise AndersBeantwoord(now)
    row.antwoord, row.beantwoord_door, row.beantwoord_op = said, act.by.naam, act.now
    act.session.exec(delete(models.NavraagOpgave).where(col(models.NavraagOpgave.navraag_id) == row.id))
    if opgave is not None:
        act.session.add(models.NavraagOpgave(navraag_id=cast(int, row.id), wie=opgave.wie, hoe=opgave.hoe.value))
    keep(act, row, now, opgave)


def close_navraag(act: Act, *, navraag: Navraag) -> None:
    """Close it, answered or not; once closed it stays so.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer, and AndersBeantwoord when an answer came that was not shown.
    """
    act.require(Recht.NAVRAAG_STELLEN)
    row, now = find_row(act.session, navraag)
    if now.status is NavraagStatus.GESLOTEN:
        return
    if now.antwoord != navraag.antwoord:
        raise AndersBeantwoord(now)
    row.gesloten_door, row.gesloten_op = act.by.naam, act.now
    keep(act, row, now, now.opgave)


def find_row(session: Session, shown: Navraag) -> tuple[models.Navraag, Navraag]:
    """Find the row, and what it says now.

    Raises OngeldigeInvoer for one that is not there, or is of another werkplein than was said.
    """
    found = session.exec(ALL.where(models.Navraag.id == shown.id, models.Werkplein.code == shown.werkplein)).first()
    if found is None:
        raise OngeldigeInvoer("Deze navraag bestaat niet. Ververs de pagina.")
    return found[0], as_navraag(*found)


def keep(act: Act, row: models.Navraag, before: Navraag, opgave: Opgave | None) -> None:
    """Write it, with its log line."""
    act.session.flush()
    after = replace(as_navraag(row, before.werkplein), opgave=opgave)
    about = About(row.werkplein_id, before.tertaal, before.mijlpaal)
    act.log(Handeling.NAVRAAG, about, oud=as_logged(before), nieuw=as_logged(after))


def as_logged(navraag: Navraag) -> dict[str, object]:
    said = {"wie": navraag.opgave.wie, "hoe": navraag.opgave.hoe.value} if navraag.opgave else {}
    known = {"id": navraag.id, "tekst": navraag.tekst, "antwoord": navraag.antwoord, "status": navraag.status.value}
    return known | said
