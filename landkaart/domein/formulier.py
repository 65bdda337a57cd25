"""The form of one werkplein in one tertaal: what is on paper, what stood there before, and until when it can change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import Gesloten
from landkaart.domein.invulling import Indiening, Invulling, Wijze, outlook, score
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag

# A part of a form: its kind ("band" or "toelichting" of a mijlpaal, "antwoord" or "uitleg" of a vraag) and the code of that.
Onderdeel = tuple[str, str]


@dataclass(frozen=True)
class Ronde:
    """One werkplein in one uitvraag. `uitgesteld_tot`: until when it has uitstel; `actief_tot`: the day it closes.

    `moment`: when this was read, on the clock of the landkaart. `change` and `line`: as of `DataVersion`, but `line` is the
    last line about this form.
    """

    werkplein: str
    naam: str
    uitvraag: Uitvraag
    uitgesteld_tot: datetime | None
    actief_tot: date | None
    moment: datetime
    change: int
    line: int

    @property
    def tertaal(self) -> Tertaal:
        return self.uitvraag.tertaal

    @property
    def sluit(self) -> datetime:
        """Return the first moment that is too late for this werkplein."""
        return self.uitvraag.closes_for(self.uitgesteld_tot)

    @property
    def werkplein_is_closed(self) -> bool:
        return self.actief_tot is not None and self.actief_tot <= local_date(self.moment)

    @cached_property
    def is_open(self) -> bool:
        """Judge as an act would at this moment."""
        try:
            self.uitvraag.require_open(self.moment, self.uitgesteld_tot)
        except Gesloten:
            return False
        return not self.werkplein_is_closed

    @property
    def is_over(self) -> bool:
        """Tell what was open once, and is no longer, from what is still to open."""
        return not self.is_open and self.moment >= self.uitvraag.opent

    @property
    def version(self) -> str:
        """Name the state: the same means that a screen has nothing new to show.

        A day is in it, because today's moments are shown without.
        """
        return f"{self.line}.{self.change}.{int(self.is_open)}.{local_date(self.moment).toordinal()}"


@dataclass(frozen=True)
class Formulier:
    """`before`: the last submission of an earlier tertaal (`before_tertaal`); `submitted`: the last one of this tertaal."""

    ronde: Ronde
    now: Invulling
    before: Indiening | None
    before_tertaal: Tertaal | None
    submitted: Indiening | None

    @cached_property
    def outlook(self) -> float | None:
        """Return the score as it becomes: what is not answered yet stays as it was. None while nothing was chosen at all."""
        return outlook(self.now.banden, self.before.banden if self.before else {}) if self.now.banden else None

    @cached_property
    def score_before(self) -> float | None:
        return score(self.before.banden) if self.before else None

    @cached_property
    def is_changed(self) -> bool:
        """Tell whether something was changed since it was submitted."""
        return self.submitted is not None and not self.now.is_submitted_as(self.submitted)

    @property
    def can_submit(self) -> bool:
        return self.ronde.is_open and not self.now.missing and (self.submitted is None or self.is_changed)

    @property
    def to_confirm(self) -> list[str]:
        """List the codes of the mijlpalen that have no answer, and that had one before."""
        return [code for code in self.now.missing if self.before and code in self.before.banden]

    @property
    def confirmed(self) -> list[str]:
        """List what was confirmed last, in one act, and can be taken back as a whole because nothing was submitted yet."""
        given = {code: each for code, each in self.now.antwoorden.items() if each.wijze is Wijze.BEVESTIGD}
        if self.submitted or not given:
            return []
        last = max(each.opgeslagen_op for each in given.values())
        return [code for code in catalogus().codes if code in given and given[code].opgeslagen_op == last]


@dataclass(frozen=True)
class Plaats:
    """The place of a werkplein among `n`, by its exact score; `samen`: how many others share it."""

    plaats: int
    n: int
    samen: int


@dataclass(frozen=True)
class Tussenstand:
    """How far one werkplein is in one uitvraag: a line of a list, for who has more than one."""

    ronde: Ronde
    beoordeeld: int
    ingediend: bool
    # Whether something was changed since, that counts only once it is submitted anew.
    gewijzigd: bool = False


def place_of(totals: Mapping[str, int], werkplein: str) -> Plaats | None:
    """Find the place of a werkplein by `totals`: the points by code, of all that count. None for one that does not."""
    mine = totals.get(werkplein)
    if mine is None:
        return None
    others: Sequence[int] = list(totals.values())
    return Plaats(1 + sum(each > mine for each in others), len(others), sum(each == mine for each in others) - 1)
