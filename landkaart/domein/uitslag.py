"""What the werkpleinen said to a question on top of the 14: counted in the vorm of that question."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from statistics import median
from typing import NamedTuple

from landkaart.domein.labelled import Labelled
from landkaart.domein.vraagvorm import JA_OF_NEE, Antwoordwaarde, Vorm, VraagSoort, code_of

# A getal of which there are not more than these is counted by itself; of more, the stretch between the ends is cut in five.
FEW, STRETCHES = 6, 5


class Gezegd(Labelled):
    """The value is the code in addresses, `label` what readers see. To say nothing is a class, and no answer."""

    JA = "ja"
    NEE = "nee"
    NIETS = "niets", "Niet beantwoord"


BEANTWOORD = "beantwoord"
NIETS: str = Gezegd.NIETS.value


class Getallen(NamedTuple):
    """What can be said of numbers together; exact."""

    som: Fraction
    gemiddelde: Fraction
    middelste: Fraction
    kleinste: Fraction
    grootste: Fraction


@dataclass(frozen=True)
class Stretch:
    """Numbers from `low` until `high`; `closed`: `high` is among them."""

    low: Fraction
    high: Fraction
    closed: bool

    def has(self, number: Fraction) -> bool:
        return self.low <= number < self.high or (self.closed and number == self.high)

    def label(self, vorm: Vorm) -> str:
        """Write "12 euro", "van 0 tot 20 euro", or "van 80 t/m 100 euro"."""
        if self.low == self.high:
            return f"{written(self.low)} {vorm.eenheid}".strip()
        until = "t/m" if self.closed else "tot"
        return f"van {written(self.low)} {until} {written(self.high)} {vorm.eenheid}".strip()


@dataclass(frozen=True)
class Uitslag:
    """Of one vraag, over the werkpleinen that were asked: those that are open at the closing (`gevraagd`).

    `antwoorden` and `toelichtingen` by code of the werkplein, of who gave one and was asked. `niet_gevraagd`: who answered
    and was not open then, which counts nowhere.
    """

    vraag: str
    tekst: str
    gevraagd: Collection[str]
    antwoorden: Mapping[str, Antwoordwaarde]
    toelichtingen: Mapping[str, str] = field(default_factory=dict)
    niet_gevraagd: Collection[str] = ()
    vorm: Vorm = JA_OF_NEE

    @property
    def n(self) -> int:
        return len(self.gevraagd)

    @property
    def beantwoord(self) -> int:
        return len(self.antwoorden)

    @cached_property
    def klassen(self) -> dict[str, str]:
        """Return what is counted, in order: the label by its code in addresses; who said nothing comes last."""
        return self.said | {NIETS: Gezegd.NIETS.label}

    @cached_property
    def said(self) -> dict[str, str]:
        """Return the same without who said nothing."""
        soort = self.vorm.soort
        if soort is VraagSoort.JA_NEE:
            return {each.value: each.label for each in Gezegd if each is not Gezegd.NIETS}
        if soort is VraagSoort.KEUZE:
            return {f"keuze-{place}": each for place, each in enumerate(self.vorm.keuzes, start=1)}
        if soort is VraagSoort.GETAL:
            return {f"getal-{place}": each.label(self.vorm) for place, each in enumerate(self.stretches, start=1)}
        return {BEANTWOORD: "Beantwoord"}

    @cached_property
    def klasse_of(self) -> dict[str, str]:
        """Return the code of the class in which each falls, by code of the werkplein; everybody who was asked."""
        return {code: self.klasse(self.antwoorden.get(code)) for code in self.gevraagd}

    def klasse(self, antwoord: Antwoordwaarde | None) -> str:
        """Return the code of the class in which an answer falls."""
        if antwoord is None:
            return NIETS
        soort = self.vorm.soort
        if soort is VraagSoort.JA_NEE:
            return code_of(antwoord)
        if soort is VraagSoort.KEUZE:
            return f"keuze-{self.vorm.keuzes.index(code_of(antwoord)) + 1}"
        if soort is VraagSoort.GETAL:
            found = Fraction(code_of(antwoord))
            return next(f"getal-{place}" for place, each in enumerate(self.stretches, start=1) if each.has(found))
        return BEANTWOORD

    def who(self, klasse: str | Gezegd) -> list[str]:
        """Return who fall in a class, by code of the werkplein."""
        wanted = klasse.value if isinstance(klasse, Gezegd) else klasse
        return [code for code, found in self.klasse_of.items() if found == wanted]

    @cached_property
    def numbers(self) -> list[Fraction]:
        """Return what was answered to a getal, from small to large."""
        return sorted(Fraction(code_of(each)) for each in self.antwoorden.values())

    @property
    def getallen(self) -> Getallen | None:
        """Return what can be said of them together; None while nobody answered."""
        found = self.numbers
        if not found:
            return None
        together = sum(found, Fraction())
        return Getallen(together, together / len(found), median(found), found[0], found[-1])

    @cached_property
    def stretches(self) -> list[Stretch]:
        """Return into which numbers a getal is counted."""
        found = sorted(set(self.numbers))
        if len(found) <= FEW:
            return [Stretch(each, each, True) for each in found]
        step = (found[-1] - found[0]) / STRETCHES
        edges = [found[0] + step * place for place in range(STRETCHES + 1)]
        pairs = zip(edges, edges[1:], strict=False)
        return [Stretch(low, high, place == STRETCHES - 1) for place, (low, high) in enumerate(pairs)]


def written(number: Fraction, decimals: int = 2) -> str:
    """Write a number in Dutch, rounded half up to so many decimals at most: "1.200,5"."""
    unit = 10**decimals
    whole = abs(number) * unit + Fraction(1, 2)
    digits, rest = divmod(whole.numerator // whole.denominator, unit)
    text = f"{digits:,}".replace(",", ".")
    tail = f"{rest:0{decimals}d}".rstrip("0") if decimals else ""
    sign = "−" if number < 0 and (digits or rest) else ""
    return f"{sign}{text},{tail}" if tail else f"{sign}{text}"
