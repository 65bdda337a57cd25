"""A tertaal: four months, three to a year, written as 2009-2."""

import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

from landkaart.domein.fouten import OngeldigTertaal

# ASCII digits only: int() also reads other scripts' digits and underscores.
PATTERN = re.compile(r"(19[0-9]{2}|20[0-9]{2})-([123])")
MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@total_ordering
@dataclass(frozen=True)
class Tertaal:
    """`number` is 1 (January to April), 2 (May to August) or 3 (September to December)."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> "Tertaal":
        """Read "2009-2".

        Raises OngeldigTertaal for anything else.
        """
        match = PATTERN.fullmatch(text)
        if match is None:
            raise OngeldigTertaal(text)
        return cls(int(match[1]), int(match[2]))

    @classmethod
    def of(cls, day: date) -> "Tertaal":
        return cls(day.year, (day.month - 1) // 4 + 1)

    def __str__(self) -> str:
        return f"{self.year}-{self.number}"

    def __lt__(self, other: "Tertaal") -> bool:
        return (self.year, self.number) < (other.year, other.number)

    def before(self, steps: int = 1) -> "Tertaal":
        """Return the tertaal that many steps earlier: one before 2009-1 is 2008-3."""
        index = self.index - steps
        return Tertaal(index // 3, index % 3 + 1)

    @property
    def index(self) -> int:
        """Return its place among all tertalen: two of them are as far apart as their indexes."""
        return self.year * 3 + self.number - 1

    def after(self) -> "Tertaal":
        return self.before(-1)

    @property
    def periode(self) -> str:
        """Write it as the report prints it: "mei 2009 t/m aug 2009"."""
        first, last = MONTHS[self.number * 4 - 4], MONTHS[self.number * 4 - 1]
        return f"{first} {self.year} t/m {last} {self.year}"

    @property
    def began(self) -> date:
        """Return its first day."""
        return date(self.year, self.number * 4 - 3, 1)

    @property
    def ended(self) -> date:
        """Return the first day after it."""
        following = self.after()
        return date(following.year, following.number * 4 - 3, 1)
