"""What goes along with the tables of a tertaal and is no part of a tertaalbeeld: it is typed in beside it, and goes on."""

from dataclasses import dataclass

from landkaart.domein.kengetal import Kengetal
from landkaart.domein.plan import PlanAfspraak
from landkaart.domein.uitslag import Uitslag


@dataclass(frozen=True)
class Bijlagen:
    """Of the tertaal; `plan` as it stood at its closing or, before that, as it stands."""

    kengetallen: tuple[Kengetal, ...] = ()
    plan: tuple[PlanAfspraak, ...] = ()
    uitslagen: tuple[Uitslag, ...] = ()


GEEN = Bijlagen()
