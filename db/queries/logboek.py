"""The logboek: every change with its doer, for who may see it."""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import Session, select

from db.models import Logregel, Vraag, Werkplein
from db.queries.sessies import by_id
from db.queries.werkpleinen import names
from landkaart.domein import clock
from landkaart.domein.fouten import NietAangemeld, NietToegestaan
from landkaart.domein.handeling import Handeling
from landkaart.domein.logboek import Filter, Keuzes, Logboek, LogboekRegel, changes, explode
from landkaart.domein.rechten import Gebruiker, Recht, Weg, mag

SEEN = (
    Logregel.moment,
    Logregel.door,
    Logregel.weg,
    Logregel.handeling,
    Werkplein.code,
    Logregel.tertaal,
    Logregel.mijlpaal,
    Logregel.oud,
    Logregel.nieuw,
)
WHOLE = Logregel.handeling == Handeling.INDIENING.value


def logboek(*, session: Session, by: Gebruiker, filter: Filter, limit: int | None = None) -> Logboek:
    """Return what `by` may see and the filter lets through, the newest first, at most `limit`, and how much there is.

    Raises NietAangemeld, NietToegestaan.
    """
    wanted = conditions(visible(session, by), filter)
    regels = tuple(islice(rows(session, wanted, filter.mijlpaal), limit))
    complete = limit is None or len(regels) < limit
    return Logboek(regels, len(regels) if complete else count(session, wanted, filter.mijlpaal))


def keuzes(*, session: Session, by: Gebruiker) -> Keuzes:
    """Return what `by` can filter on: nothing of what he may not see.

    Raises NietAangemeld, NietToegestaan.
    """
    own = visible(session, by)
    namen = names(session=session)
    query = select(Logregel.handeling, Logregel.door).distinct().where(*conditions(own, Filter()))
    found = session.exec(query).all()
    done = {handeling for handeling, _ in found}
    return Keuzes(
        {code: naam for code, naam in namen.items() if own is None or code in own},
        tuple(handeling for handeling in Handeling if handeling.value in done),
        tuple(sorted({door for _, door in found}, key=str.casefold)),
    )


def visible(session: Session, by: Gebruiker) -> frozenset[str] | None:
    """Return the codes of the werkpleinen whose lines `by` may see by what the database has now; None for everything.

    Raises NietAangemeld, NietToegestaan.
    """
    if by.operator:
        return None
    found = by_id(session=session, sessie_id=by.sessie_id, now=clock.system_now()) if by.sessie_id else None
    if found is None or found.account_id != by.account_id:
        raise NietAangemeld
    if mag(found.bevoegdheid, Recht.LOGBOEK_ZIEN):
        return None
    own = {code for code in found.bevoegdheid.werkpleinen if mag(found.bevoegdheid, Recht.LOGBOEK_ZIEN, code)}
    if not own:
        raise NietToegestaan("U mag het logboek niet zien.")
    return frozenset(own)


def conditions(own: frozenset[str] | None, filter: Filter) -> list[ColumnElement[bool]]:
    """Return what a line must be to be shown; `own` as `visible` gives it.

    Raises NietToegestaan for a werkplein that is not among his own.
    """
    if own is not None and filter.werkplein not in (None, *own):
        raise NietToegestaan(Recht.LOGBOEK_ZIEN.weigering)
    codes = own if filter.werkplein is None else {filter.werkplein}
    found = []
    if codes is not None:
        found.append(Logregel.werkplein_id.in_(select(Werkplein.id).where(Werkplein.code.in_(sorted(codes)))))
    if filter.mijlpaal is not None:
        # Which mijlpalen a whole invulling is about stands inside the line.
        found.append(or_(Logregel.mijlpaal == filter.mijlpaal, WHOLE))
    for column in ("tertaal", "handeling", "door"):
        if (value := getattr(filter, column)) is not None:
            found.append(getattr(Logregel, column) == value)
    return found


def rows(session: Session, wanted: list[ColumnElement[bool]], mijlpaal: str | None) -> Iterator[LogboekRegel]:
    """Read the lines, the newest first, as far as somebody asks; one about a whole invulling becomes a row per mijlpaal."""
    vragen, namen = dict(session.exec(select(Vraag.id, Vraag.code)).all()), names(session=session)
    query = select(*SEEN).outerjoin(Werkplein, Werkplein.id == Logregel.werkplein_id).where(*wanted)
    found = session.exec(query.order_by(Logregel.id.desc()).execution_options(yield_per=500))
    for moment, door, weg, done, code, tertaal, about, oud, nieuw in found:
        handeling = Handeling(done)
        for cel in explode(handeling, about, read(oud, vragen), read(nieuw, vragen)):
            if mijlpaal in (None, cel[0]):
                yield LogboekRegel(moment, door, Weg(weg), handeling, code, namen.get(code), tertaal, *cel)


def count(session: Session, wanted: list[ColumnElement[bool]], mijlpaal: str | None) -> int:
    """Count how many rows that would be."""
    single = session.exec(select(func.count()).select_from(Logregel).where(*wanted, ~WHOLE)).one()
    whole = session.exec(select(Logregel.oud, Logregel.nieuw).where(*wanted, WHOLE).execution_options(yield_per=500))
    changed = (changes(read(oud), read(nieuw)) for oud, nieuw in whole)
    return single + sum(len(found) or 1 if mijlpaal is None else mijlpaal in found for found in changed)


def read(text: str | None, vragen: dict[int, str] | None = None) -> str | dict[str, Any] | None:
    """Read what the log keeps as JSON; a vraag by its code instead of its number (`vragen`: code by number)."""
    value = None if text is None else json.loads(text)
    if vragen and isinstance(value, dict) and "vraag_id" in value:
        number = value.pop("vraag_id")
        value = {"vraag": vragen.get(number, number)} | value
    return value
