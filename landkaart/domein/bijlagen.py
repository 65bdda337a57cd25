"""What goes along with the tables of a tertaal and is no part of a tertaalbeeld: it is typed in beside it, and goes on."""

from dataclasses import dataclass
from datetime import date

from landkaart.domein.kengetal import Kengetal
from landkaart.domein.plan import PlanAfspraak
from landkaart.domein.uitslag import Uitslag


@dataclass(frozen=True)
class Bijlagen:
    """Of the tertaal; `plan` as it stood on `plan_dag`, that of its closing or, before that, today."""

    kengetallen: tuple[Kengetal, ...] = ()
    plan: tuple[PlanAfspraak, ...] = ()
    plan_dag: date | None = None
    uitslagen: tuple[Uitslag, ...] = ()


GEEN = Bijlagen()
