"""All that is known about one tertaal at one moment: the stands up to it, and what stands beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from landkaart.domein import achterblijvers
from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import BIJNA_GROEN, HOOGSTE
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.momentopname import Heruitgegeven
from landkaart.domein.rounding import whole_percent
from landkaart.domein.stand import TOTAAL, Stand, empty_stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.domein.vergelijking import Vergelijking
from landkaart.domein.werkplein import Werkplein


@dataclass(frozen=True)
class AndereEditie:
    """Beside an edition another one of the same tertaal: of the first the last, of a later one that before it."""

    editie: int
    heruitgave: Heruitgegeven  # Of the later of the two.
    gewijzigd: tuple[str, ...]  # Who stands elsewhere in it, or is there in only one of the two, by code.
    stand: Stand  # Where those stand in the other one.


@dataclass(frozen=True)
class Tertaalbeeld:
    """What is counted, and what stands beside it; of who was open at the closing."""

    tertaal: Tertaal  # The one that it is about.
    uitvraag: Uitvraag | None  # None for a tertaal that only files tell of.
    geschiedenis: tuple[Tertaal, ...]  # The tertalen that table 4 lists, oldest first.
    stands: Mapping[Tertaal, Stand]  # By tertaal, oldest first, up to this one and at least the two before it.
    namen: Mapping[str, str]  # By code, in alphabetical order.
    # By code, of every werkplein that is open at the closing; None: it never submitted.
    ingediend_op: Mapping[str, datetime | None]
    indicaties: Mapping[str, Indicatie]  # By code, of who was judged.
    reconstructie: bool = False
    gesloten: bool = True  # Whether the closing has been; before it, every figure can still change.
    werkpleinen: Mapping[str, Werkplein] = field(default_factory=dict)  # By code, as they are known now.
    momentopname: datetime | None = None  # When all this was frozen; None while it is read from the living record.
    editie: int = 1  # Which of the momentopnamen of this tertaal: there are more when one was taken back.
    teruggenomen: datetime | None = None  # When this one was taken back; None while it holds.
    heruitgave: Heruitgegeven | None = None  # When this edition was made after the closing, and why.
    andere: AndereEditie | None = None  # None while there is one edition that holds.
    gewijzigd: tuple[str, ...] = ()  # Who stands elsewhere by now, or came or went, by code.
    stand_nu: Stand | None = None  # Where those stand now; None when nothing moved on.
    met: Tertaal | None = None  # With which tertaal it is compared; None: with the one before.

    def compared_with(self, met: Tertaal) -> "Tertaalbeeld":
        """Return the same beside another earlier tertaal, one of which the stand is known."""
        return self if met == self.vergeleken_met else replace(self, met=met)

    @property
    def vergeleken_met(self) -> Tertaal:
        return self.met or self.tertaal.before()

    @property
    def stand(self) -> Stand:
        return self.stands[self.tertaal]

    @cached_property
    def vorige(self) -> Stand:
        return self.stands.get(self.vergeleken_met, empty_stand())

    @cached_property
    def vergelijking(self) -> Vergelijking:
        return Vergelijking(self.vorige, self.stand)

    @cached_property
    def change(self) -> int | None:
        """Return the change of the national average, between the two shown figures; None when either is missing."""
        now, before = whole_percent(self.stand.average()), whole_percent(self.vorige.average())
        return None if now is None or before is None else now - before

    @cached_property
    def groen(self) -> list[str]:
        """Return who is at 100% on all 14, by code."""
        return self.stand.who(TOTAAL, HOOGSTE)

    @cached_property
    def bijna_groen(self) -> list[str]:
        """Return who is from 90 to under 100 per cent, by code."""
        scores = self.stand.scores()
        return list(scores.index[(scores >= BIJNA_GROEN) & (scores < HOOGSTE.edge)])

    @cached_property
    def actualiteit(self) -> dict[str, Actualiteit]:
        """Return the class of who is open at the closing, by code; empty without an uitvraag to judge by."""
        if self.uitvraag is None:
            return {}
        return {code: Actualiteit.of(moment, self.uitvraag) for code, moment in self.ingediend_op.items()}

    def in_class(self, klasse: Actualiteit) -> list[str]:
        return [code for code, found in self.actualiteit.items() if found is klasse]

    @cached_property
    def achterblijvers(self) -> dict[str, str]:
        """Say why each achterblijver is one, by code."""
        two_before = self.stands.get(self.tertaal.before(2), empty_stand())
        outdated = self.in_class(Actualiteit.VEROUDERD)
        reasons = achterblijvers.reasons(self.stand, two_before, outdated)
        return dict(zip(reasons.index, reasons.tolist(), strict=True))
