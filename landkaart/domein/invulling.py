"""One werkplein's answers in one tertaal: what is chosen, what it becomes, what still asks for a word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus


class Wijze(Enum):
    """How an answer came to be. No answer at all is the fourth case: not touched."""

    BIJGEWERKT = "bijgewerkt"
    BEVESTIGD = "bevestigd"
    INGELEZEN = "ingelezen"


@dataclass(frozen=True)
class Antwoord:
    """`opgeslagen_op` in UTC, as the database has it."""

    band: Band
    wijze: Wijze
    opgeslagen_op: datetime


@dataclass(frozen=True)
class Invulling:
    """What a werkplein has on paper in a tertaal, submitted or not; what is not in `antwoorden` is not answered."""

    antwoorden: Mapping[str, Antwoord] = field(default_factory=dict)
    toelichtingen: Mapping[str, str] = field(default_factory=dict)

    @property
    def banden(self) -> dict[str, Band]:
        return {code: antwoord.band for code, antwoord in self.antwoorden.items()}

    @property
    def missing(self) -> list[str]:
        """Codes of the mijlpalen without an answer, in catalogue order."""
        return [code for code in catalogus().codes if code not in self.antwoorden]

    @property
    def saved_at(self) -> datetime | None:
        return max((antwoord.opgeslagen_op for antwoord in self.antwoorden.values()), default=None)

    def is_submitted_as(self, indiening: "Indiening") -> bool:
        """Whether submitting it again would change nothing."""
        wijzen = {code: antwoord.wijze for code, antwoord in self.antwoorden.items()}
        kept = (indiening.banden, indiening.toelichtingen, indiening.wijzen)
        return (self.banden, dict(self.toelichtingen), wijzen) == kept


@dataclass(frozen=True)
class Indiening:
    """A submitted version, as it was at that moment; the last one of a tertaal is the one that counts."""

    versie: int
    ingediend_op: datetime
    door: str
    banden: Mapping[str, Band]
    toelichtingen: Mapping[str, str]
    wijzen: Mapping[str, Wijze]
    reconstructie: bool = False


def score(banden: Mapping[str, Band]) -> float | None:
    """Mean of the answers, exact, in per cent; None unless all 14 are there."""
    codes = catalogus().codes
    return sum(banden[code].edge for code in codes) / len(codes) if all(code in banden for code in codes) else None


def outlook(now: Mapping[str, Band], before: Mapping[str, Band]) -> float | None:
    """The score as it would become: what is chosen, and for the rest where the werkplein stood before."""
    return score({**before, **now})


def asks_toelichting(now: Band, before: Band | None) -> bool:
    """A drop, or a jump of two bands or more, wants to be explained; it never blocks."""
    return before is not None and (now < before or now >= before + 2)
