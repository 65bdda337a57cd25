"""A tertaal: the period that a programme scores by; four months, and written as 2009-2, for the SUWI-landkaart."""

import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from landkaart.domein.fouten import OngeldigTertaal
from landkaart.programma import programma

# In months; and how many of them a year has.
LASTS = programma().maanden
PER_YEAR = 12 // LASTS
# ASCII digits only: int() also reads other scripts' digits and underscores.
PATTERN = re.compile(rf"(19[0-9]{{2}}|20[0-9]{{2}})-([1-{PER_YEAR}])")
MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@total_ordering
@dataclass(frozen=True)
class Tertaal:
    """`number` counts from 1 in each year: 2 is May to August where a tertaal lasts four months."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> "Tertaal":
        """Read "2009-2".

        Raises OngeldigTertaal for anything else.
        """
        match = PATTERN.fullmatch(text)
        if match is None:
            raise OngeldigTertaal(text, PER_YEAR)
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> "Tertaal":
        return cls(day.year, (day.month - 1) // LASTS + 1)

    def __str__(self) -> str:
        return f"{self.year}-{self.number}"

    def __lt__(self, other: "Tertaal") -> bool:
        return (self.year, self.number) < (other.year, other.number)

    def before(self, steps: int = 1) -> "Tertaal":
        """Return the tertaal that many steps earlier: one before 2009-1 is 2008-3."""
        index = self.index - steps
        return Tertaal(index // PER_YEAR, index % PER_YEAR + 1)

    @property
    def index(self) -> int:
        """Return its place among all tertalen: two of them are as far apart as their indexes."""
        return self.year * PER_YEAR + self.number - 1

    def after(self) -> "Tertaal":
        return self.before(-1)

    @property
    def periode(self) -> str:
        """Write it as the report prints it: "mei 2009 t/m aug 2009"."""
        return f"{MONTHS[self.first_month - 1]} {self.year} t/m {MONTHS[self.last_month - 1]} {self.year}"

    @property
    def first_month(self) -> int:
        return self.last_month - LASTS + 1

    @property
    def last_month(self) -> int:
        return self.number * LASTS

    @property
    def began(self) -> date:
        """Return its first day."""
        return date(self.year, self.first_month, 1)

    @property
    def ended(self) -> date:
        """Return the first day after it."""
        return self.after().began


# One to show how it is written.
VOORBEELD = Tertaal(2009, min(2, PER_YEAR))
