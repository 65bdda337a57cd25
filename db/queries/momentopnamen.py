"""What was frozen when a tertaal closed, and what is still to be frozen."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, exists, select
from sqlmodel import Session

from db.models import (
    Account,
    Heruitgave,
    Indiening,
    IndieningAntwoord,
    Logregel,
    Momentopname,
    MomentopnameStand,
    Terugname,
    Werkplein,
)
from db.queries.invullingen import submitted_tertalen
from db.queries.known_tertalen import has_submission_by_hand, submitted_in
from db.queries.stands import as_stand
from db.queries.uitvragen import as_uitvraag, uitvragen
from db.shapes import AnyRow
from landkaart.domein.handeling import Handeling
from landkaart.domein.momentopname import Editie, Heruitgegeven, Teruggenomen
from landkaart.domein.stand import Stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag, closing

KEPT, STOOD = Momentopname.__table__, MomentopnameStand.__table__
# That a momentopname is the one that holds by itself: no later edition, and not taken back.
FIRST = ~exists().where(Heruitgave.momentopname_id == KEPT.c.id)
HOLDS = FIRST & ~exists().where(Terugname.momentopname_id == KEPT.c.id)
# Made once: every tertaalbeeld begins here.
FOUND = select(KEPT, Terugname.gedaan_op.label("teruggenomen_op")).outerjoin(
    Terugname, Terugname.momentopname_id == KEPT.c.id
)
OF_TERTAAL = FOUND.where(KEPT.c.tertaal == bindparam("tertaal"), FIRST, Terugname.momentopname_id.is_(None))
OF_EDITION = FOUND.where(KEPT.c.tertaal == bindparam("tertaal"), KEPT.c.editie == bindparam("editie"))
HERE = (STOOD.c.momentopname_id == bindparam("kept")) & (STOOD.c.tertaal == bindparam("tertaal"))
ANSWERS = (
    select(Werkplein.code, IndieningAntwoord.mijlpaal, IndieningAntwoord.band)
    .join(STOOD, STOOD.c.werkplein_id == Werkplein.id)
    .join(IndieningAntwoord, IndieningAntwoord.indiening_id == STOOD.c.indiening_id)
    .where(HERE)
    .order_by(Werkplein.code, IndieningAntwoord.mijlpaal)
)
WERKPLEINEN = (
    select(Werkplein.code, STOOD.c.naam, STOOD.c.indiening_id, Indiening.ingediend_op, Indiening.reconstructie)
    .join(STOOD, STOOD.c.werkplein_id == Werkplein.id)
    .outerjoin(Indiening, Indiening.id == STOOD.c.indiening_id)
    .where(HERE)
    .order_by(Werkplein.code)
)
# Of one werkplein, in the tertaal of a momentopname and in those before it: on which version it stood.
VERSIONS = (
    select(STOOD.c.tertaal, Indiening.tertaal.label("van"), Indiening.versie)
    .join(KEPT, KEPT.c.id == STOOD.c.momentopname_id)
    .join(Werkplein, Werkplein.id == STOOD.c.werkplein_id)
    .join(Indiening, Indiening.id == STOOD.c.indiening_id)
    .where(KEPT.c.tertaal == bindparam("tertaal"), Werkplein.code == bindparam("code"), HOLDS)
)
# A line for each edition, in their order.
LINES = (
    select(Logregel.nieuw)
    .where(Logregel.handeling == Handeling.MOMENTOPNAME.value, Logregel.tertaal == bindparam("tertaal"))
    .order_by(Logregel.id)
)
EDITIONS = (
    select(KEPT.c.id, KEPT.c.tertaal, KEPT.c.editie, KEPT.c.genomen_op, KEPT.c.sluit, Terugname, Account.naam)
    .outerjoin(Terugname, Terugname.momentopname_id == KEPT.c.id)
    .outerjoin(Account, Account.id == Terugname.account_id)
    .order_by(KEPT.c.tertaal, KEPT.c.editie)
)
LATER = select(Heruitgave, Account.naam).outerjoin(Account, Account.id == Heruitgave.account_id)
# Of a line from before it was said.
SERVER_CLOCK = "de klok van de server"


@dataclass(frozen=True)
class Frozen:
    """A momentopname: what a tertaal was counted from when it closed."""

    id: int
    editie: int
    genomen_op: datetime
    teruggenomen_op: datetime | None  # None while it holds.
    uitvraag: Uitvraag | None  # As its dates were then.
    tertalen: tuple[Tertaal, ...]  # Those that its table 4 lists, oldest first.
    # Of each werkplein that was open at the closing: code, naam, indiening_id, ingediend_op, reconstructie.
    werkpleinen: Sequence[AnyRow]


def momentopname(*, session: Session, tertaal: Tertaal, editie: int | None = None) -> Frozen | None:
    """Find what was frozen of a tertaal at its closing; None while it lives. `editie`: one of them, also a later one."""
    connection, which = session.connection(), {"tertaal": str(tertaal)}
    asked = (
        connection.execute(OF_EDITION, which | {"editie": editie})
        if editie is not None
        else connection.execute(OF_TERTAAL, which)
    )
    row = asked.first()
    if row is None:
        return None
    line = said_at(session, tertaal)[row.editie - 1]
    werkpleinen = connection.execute(WERKPLEINEN, which | {"kept": row.id}).all()
    tertalen = tuple(map(Tertaal.parse, line["tertalen"]))
    moments = row.genomen_op, row.teruggenomen_op
    return Frozen(row.id, row.editie, *moments, as_uitvraag(row) if row.sluit else None, tertalen, werkpleinen)


def said_at(session: Session, tertaal: Tertaal) -> list[dict[str, Any]]:
    """Return what the log says of each edition, in their order."""
    return [json.loads(text) for text in session.connection().execute(LINES, {"tertaal": str(tertaal)}).scalars()]


def edities(*, session: Session) -> list[Editie]:
    """Return every momentopname there is or was, by tertaal."""
    said: dict[str, list[dict[str, Any]]] = {}
    found, again = [], heruitgaven(session=session)
    for row in session.connection().execute(EDITIONS):
        tertaal = Tertaal.parse(row.tertaal)
        lines = said.get(row.tertaal) or said.setdefault(row.tertaal, said_at(session, tertaal))
        back = Teruggenomen(row.gedaan_op, row.naam, row.reden) if row.reden else None
        klok = lines[row.editie - 1].get("klok", SERVER_CLOCK)
        found.append(
            Editie(tertaal, row.editie, row.genomen_op, row.sluit or closing(tertaal, None), klok, back, again.get(row.id))
        )
    return found


def heruitgaven(*, session: Session) -> dict[int, Heruitgegeven]:
    """Return the later editions by the number of their momentopname."""
    found = session.connection().execute(LATER)
    return {row.momentopname_id: Heruitgegeven(row.gedaan_op, row.naam, row.reden) for row in found}


def frozen_stand(*, session: Session, frozen: Frozen, tertaal: Tertaal) -> Stand:
    """Return where they stood in this tertaal, which is that of the momentopname or one before it."""
    found = session.connection().execute(ANSWERS, {"kept": frozen.id, "tertaal": str(tertaal)})
    # The driver's own tuples, as in `stands.stand`.
    return as_stand(found.cursor.fetchall())


def submitted_then(*, session: Session, werkplein: str, tertaal: Tertaal) -> list[Tertaal]:
    """Return the tertalen in which a werkplein had submitted when this one was frozen or, until then, has; latest first."""
    rows = session.connection().execute(VERSIONS, {"tertaal": str(tertaal), "code": werkplein}).all()
    found = sorted({Tertaal.parse(row.van) for row in rows}, reverse=True)
    return found or submitted_tertalen(session=session, werkplein=werkplein)


def version_then(*, session: Session, werkplein: str, tertaal: Tertaal) -> int | None:
    """Find the number of the version on which it stood when this tertaal was frozen; None while the tertaal lives."""
    rows = session.connection().execute(VERSIONS, {"tertaal": str(tertaal), "code": werkplein})
    return next((row.versie for row in rows if row.tertaal == str(tertaal)), None)


def frozen_tertalen(*, session: Session) -> dict[Tertaal, datetime]:
    """Return when each was frozen, oldest tertaal first."""
    rows = session.connection().execute(select(KEPT.c.tertaal, KEPT.c.genomen_op).where(HOLDS).order_by(KEPT.c.tertaal))
    return {Tertaal.parse(tertaal): moment for tertaal, moment in rows}


def to_freeze(*, session: Session, by_hand: bool = False) -> dict[Tertaal, datetime]:
    """Return the closing, past or to come, of each tertaal with a submission that is not frozen; oldest first.

    `by_hand`: only those in which somebody submitted here, instead of in a file that was brought in.
    """
    rounds, frozen = uitvragen(session=session), frozen_tertalen(session=session)
    found = [tertaal for tertaal in submitted_in(session=session) if tertaal not in frozen]
    if by_hand:
        found = [tertaal for tertaal in found if has_submission_by_hand(session=session, tertaal=tertaal)]
    return {tertaal: closing(tertaal, rounds.get(tertaal)) for tertaal in found}
