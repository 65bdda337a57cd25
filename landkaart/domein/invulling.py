"""One werkplein's answers in one tertaal: what is chosen, what it becomes, who signs, what still asks for a word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from functools import cached_property

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.fouten import Fout
from landkaart.domein.namens import Opgave
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import WERKPLEIN


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
    """What a werkplein has on paper in a tertaal, submitted or not; what is not in `antwoorden` is not answered.

    `toegelicht_op`: when each of the toelichtingen was saved.
    """

    antwoorden: Mapping[str, Antwoord] = field(default_factory=dict)
    toelichtingen: Mapping[str, str] = field(default_factory=dict)
    toegelicht_op: Mapping[str, datetime] = field(default_factory=dict)

    @cached_property
    def banden(self) -> dict[str, Band]:
        return {code: antwoord.band for code, antwoord in self.antwoorden.items()}

    @cached_property
    def missing(self) -> list[str]:
        """Return the codes of the mijlpalen without an answer, in catalogue order."""
        return [code for code in catalogus().codes if code not in self.antwoorden]

    @property
    def saved_at(self) -> datetime | None:
        return max((antwoord.opgeslagen_op for antwoord in self.antwoorden.values()), default=None)

    @property
    def versions(self) -> dict[tuple[str, str], datetime]:
        """Return when each part was saved, by kind ("band" or "toelichting") and mijlpaal: the mark of a screen."""
        bands = {("band", code): antwoord.opgeslagen_op for code, antwoord in self.antwoorden.items()}
        return bands | {("toelichting", code): moment for code, moment in self.toegelicht_op.items()}

    def require_form_as_seen(self, seen: Mapping[tuple[str, str], datetime]) -> None:
        """Compare with what was on a screen; `seen` as `versions`.

        Raises NietGezien when something is no longer as it was shown, or was not there yet.
        """
        now = self.versions
        changed = {code for kind, code in {**now, **seen} if now.get((kind, code)) != seen.get((kind, code))}
        if changed:
            raise NietGezien([mijlpaal.titel for mijlpaal in catalogus().mijlpalen if mijlpaal.code in changed])

    def is_submitted_as(self, indiening: "Indiening") -> bool:
        """Say whether submitting it again would change nothing."""
        wijzen = {code: antwoord.wijze for code, antwoord in self.antwoorden.items()}
        kept = (indiening.banden, indiening.toelichtingen, indiening.wijzen)
        return (self.banden, dict(self.toelichtingen), wijzen) == kept


@dataclass(frozen=True)
class Veld:
    """One field of the form: of which werkplein, in which tertaal, and the code of its mijlpaal or vraag."""

    werkplein: str
    tertaal: Tertaal
    code: str


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
    namens: Opgave | None = None  # On whose word the AKO submitted it; None for who did it himself.

    @property
    def by_whom(self) -> str:
        """Say who submitted it and, where he is of the AKO, on whose word."""
        return f"{self.door}, namens het {WERKPLEIN} ({self.namens.zin})" if self.namens else self.door


@dataclass(frozen=True)
class Akkoord:
    """Somebody of the werkplein stands behind a submitted version; the UWV and the municipality each for themselves."""

    account_id: int
    naam: str
    organisatie: str
    gegeven_op: datetime


class Seen(Enum):
    """For who saves without having had a screen: the command line, a test."""

    NOTHING_SHOWN = "whatever stands there may be replaced"


@dataclass(frozen=True)
class Wijziging:
    """Who left an answer or a toelichting as it is, or took it away, and when."""

    door: str
    account_id: int | None
    op: datetime | None


class AndersGewijzigd(Fout):
    """It is no longer what the screen showed. `waarde`: what stands there now, None when it was taken away."""

    def __init__(self, waarde: Enum | str | None, wijziging: Wijziging):
        super().__init__(f"Dit is intussen gewijzigd door {wijziging.door}. Uw keuze is niet opgeslagen.")
        self.waarde, self.wijziging = waarde, wijziging


class NietGezien(Fout):
    """Whoever submits had something else on the screen. `titels`: of the mijlpalen that were changed meanwhile."""

    def __init__(self, titels: Sequence[str]):
        self.titels = list(titels)
        more = f" en nog {len(titels) - 3}" if len(titels) > 3 else ""
        what = f"{', '.join(titels[:3])}{more}"
        super().__init__(
            f"Intussen is iets gewijzigd dat u nog niet had gezien: {what}. Het staat er nu bij. Kijk het na en dien dan in."
        )


def score(banden: Mapping[str, Band]) -> float | None:
    """Return the mean of the answers, exact, in per cent; None unless all 14 are there."""
    codes = catalogus().codes
    return sum(banden[code].edge for code in codes) / len(codes) if all(code in banden for code in codes) else None


def outlook(now: Mapping[str, Band], before: Mapping[str, Band]) -> float | None:
    """Return the score as it would become: what is chosen, and for the rest where the werkplein stood before."""
    return score({**before, **now})
