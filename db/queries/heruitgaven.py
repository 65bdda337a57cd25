"""Beside an edition of a tertaal another one: who stands elsewhere in it; and who moved on since the last."""

from sqlmodel import Session, select

from db import models
from db.queries.momentopnamen import Frozen, frozen_stand, heruitgaven, momentopname
from db.queries.stands import versions_at
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import AndereEditie

ROW = models.Momentopname


def holding_editions(*, session: Session, tertaal: Tertaal) -> list[int]:
    """Return the numbers of the editions that were not taken back, the first first."""
    back = select(models.Terugname.momentopname_id)
    query = select(ROW.editie).where(ROW.tertaal == str(tertaal), ROW.id.not_in(back))
    return list(session.exec(query.order_by(ROW.editie)))


def other_edition(*, session: Session, tertaal: Tertaal, frozen: Frozen) -> AndereEditie | None:
    """Return the edition to lay beside this one; None when it is the only one that holds, or does not hold itself."""
    numbers = holding_editions(session=session, tertaal=tertaal)
    if len(numbers) < 2 or frozen.editie not in numbers:
        return None
    place = numbers.index(frozen.editie)
    number = numbers[place - 1] if place else numbers[-1]
    other = momentopname(session=session, tertaal=tertaal, editie=number)
    if other is None:
        return None
    later = heruitgaven(session=session)[max(frozen, other, key=lambda each: each.editie).id]
    moved = changed(versions_of(frozen), versions_of(other))
    stand = frozen_stand(session=session, frozen=other, tertaal=tertaal).among(moved)
    return AndereEditie(number, later, moved, stand)


def changed_since_last(*, session: Session, tertaal: Tertaal) -> tuple[str, ...]:
    """Return by code who stands elsewhere now than in the last edition; nobody while the tertaal lives."""
    numbers = holding_editions(session=session, tertaal=tertaal)
    last = momentopname(session=session, tertaal=tertaal, editie=numbers[-1]) if numbers else None
    return changed(versions_of(last), versions_at(session=session, tertaal=tertaal)) if last else ()


def versions_of(frozen: Frozen) -> dict[str, int | None]:
    return {row.code: row.indiening_id for row in frozen.werkpleinen}


def changed(one: dict[str, int | None], other: dict[str, int | None]) -> tuple[str, ...]:
    """Return by code who stands on another version, or is there in only one of the two."""
    # Not None: that is who is there and never submitted.
    absent = object()
    return tuple(sorted(code for code in {**one, **other} if one.get(code, absent) != other.get(code, absent)))
