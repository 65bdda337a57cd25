"""The afspraken of the Plan van Aanpak, which everybody who is in may see."""

from collections import defaultdict
from typing import cast

from sqlmodel import Session, select

from db import models
from landkaart.domein.plan import PlanAfspraak, PlanInhoud, PlanStand, PlanStatus, StandVanZaken


def plan(*, session: Session) -> tuple[PlanAfspraak, ...]:
    """Return them in the order in which they came, each with all that was said of it, the oldest first."""
    standen: dict[int, list[PlanStand]] = defaultdict(list)
    for row in session.exec(select(models.PlanStand).order_by(models.PlanStand.op, models.PlanStand.id)):
        standen[row.afspraak_id].append(as_stand(row))
    rows = session.exec(select(models.PlanAfspraak).order_by(models.PlanAfspraak.id)).all()
    return tuple(PlanAfspraak(as_inhoud(row), tuple(standen[cast(int, row.id)])) for row in rows)


def as_inhoud(row: models.PlanAfspraak) -> PlanInhoud:
    return PlanInhoud(row.nummer, row.thema, row.wat, row.wie, row.wanneer_plan)


def as_stand(row: models.PlanStand) -> PlanStand:
    said = StandVanZaken(PlanStatus(row.status), row.wanneer, row.uiterlijk, row.tekst, row.op)
    return PlanStand(said, row.door, row.gemaakt_op)
