"""All that a report is made from, read at one moment: plain values that can travel to the process that makes it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from landkaart.domein.achterblijvers import STANDAARD
from landkaart.domein.achterblijverslijst import Achterblijverslijst, VastgesteldeLijst, Verouderd, achterblijverslijst_of
from landkaart.domein.indicatie import Oordeel
from landkaart.domein.kengetal import Kengetal
from landkaart.domein.momentopname import Editie
from landkaart.domein.plan import PlanAfspraak
from landkaart.domein.rapportage import Rapportage
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.uitslag import Uitslag


@dataclass(frozen=True)
class RapportGegevens:
    """`editie`: what the figures are fixed in; None while they live, and then `nu` is the moment at which they were read."""

    beeld: Tertaalbeeld
    editie: Editie | None
    nu: datetime
    adres: str  # Where visitors find the landkaart.
    rapportage: Rapportage = Rapportage()
    uitslagen: Sequence[Uitslag] = ()
    oordelen: Mapping[str, Oordeel] = field(default_factory=dict)  # By code of the werkplein.
    vastgesteld: VastgesteldeLijst | None = None
    kengetallen: Sequence[Kengetal] = ()
    plan: Sequence[PlanAfspraak] = ()
    verouderd: Verouderd = field(default_factory=dict)  # Who was outdated at earlier closings.

    @cached_property
    def lijst(self) -> Achterblijverslijst:
        """Return the achterblijvers by the usual rule."""
        return achterblijverslijst_of(self.beeld, STANDAARD, self.verouderd)

    @property
    def gedateerd(self) -> datetime:
        """Return the moment that the files are dated by."""
        return self.editie.genomen_op if self.editie else self.nu
