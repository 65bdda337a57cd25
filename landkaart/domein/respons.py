"""Who responds to an uitvraag, and how far each werkplein is: from never having come to submitted and signed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import Enum
from functools import cached_property
from typing import TypeVar

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.catalogus import catalogus
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.labelled import Labelled
from landkaart.domein.namens import Opgave
from landkaart.domein.uitvraag import Uitvraag


class Stap(Labelled):
    """The five that are counted at the top; every werkplein is in exactly one. The value is the code in an address."""

    NIET_GEKOMEN = "niet_gekomen", "Nog niet begonnen"
    BEZIG = "bezig", "Bezig"
    INGEVULD = "ingevuld", "Ingevuld, niet ingediend"
    BINNEN = "binnen", "Ingediend"
    HOEFT_NIET = "hoeft_niet", "Hoeft niet te reageren"

    def label_at(self, over: bool) -> str:
        """Return what readers see; `over`: the uitvraag closed, so that nobody is busy or still to begin any more."""
        return AFTERWARDS.get(self, self.label) if over else self.label

    @property
    def klassen(self) -> list["Klasse"]:
        return [klasse for klasse in Klasse if klasse.stap is self]


AFTERWARDS = {Stap.NIET_GEKOMEN: "Niet begonnen", Stap.BEZIG: "Begonnen, niet ingediend"}


class Klasse(Labelled):
    """The same, finer; exclusive as well. The value is the code in files, `label` what readers see."""

    NIET_GEKOMEN = "niet_gekomen", "nog niet begonnen"
    GEKOMEN = "gekomen", "gekomen, nog niets beoordeeld"
    DEELS = "deels", "deels beoordeeld"
    INGEVULD = "ingevuld", "alles ingevuld, niet ingediend"
    INGEDIEND = "ingediend", "ingediend"
    BEVESTIGD = "bevestigd", "ingediend, alles ongewijzigd bevestigd"
    EEN_AKKOORD = "een_akkoord", "ingediend, akkoord van één"
    TWEE_AKKOORDEN = "twee_akkoorden", "ingediend, akkoord van twee of meer"
    VRIJGESTELD = "vrijgesteld", "vrijgesteld"
    GEEN_WIJZIGING = "geen_wijziging", "gemeld: geen wijziging"

    @property
    def stap(self) -> Stap:
        return STAPPEN[self]

    @classmethod
    def of(cls, *, gekomen: bool, beoordeeld: int, ingediend: "Ingediend | None", vrijstelling: str | None) -> "Klasse":
        """Return the class: what was submitted comes first, then a vrijstelling (its soort), then what is on paper.

        `gekomen`: there is anything at all on paper, be it only a toelichting or an extra question. `beoordeeld`: how many
        mijlpalen have an answer. `ingediend`: None when nothing was submitted.
        """
        if ingediend:
            first = cls.BEVESTIGD if ingediend.bevestigd else cls.INGEDIEND
            return (first, cls.EEN_AKKOORD, cls.TWEE_AKKOORDEN)[min(ingediend.akkoorden, 2)]
        if vrijstelling is not None:
            return cls(vrijstelling)
        if beoordeeld:
            return cls.INGEVULD if beoordeeld == len(catalogus().codes) else cls.DEELS
        return cls.GEKOMEN if gekomen else cls.NIET_GEKOMEN


@dataclass(frozen=True)
class Ingediend:
    """What is known of the last version that was submitted."""

    bevestigd: bool  # All of it was confirmed unchanged.
    akkoorden: int  # How many signed it.


@dataclass(frozen=True)
class Persoon:
    """Whom to reach; `oefen`: an account of the demo, behind which is nobody; `onbestelbaar`: mail to him came back."""

    naam: str
    adres: str
    oefen: bool = False
    onbestelbaar: bool = False


@dataclass(frozen=True)
class Reactie:
    """One werkplein in one uitvraag."""

    code: str
    naam: str
    provincie: str
    arbeidsmarktregio: str
    klasse: Klasse
    beoordeeld: int  # How many mijlpalen have an answer.
    bevestigd: bool  # All that was submitted was confirmed unchanged.
    akkoorden: int  # How many signed it.
    actualiteit: Actualiteit
    laatst: datetime | None  # Its last change, of this uitvraag or of what it stands on.
    uitstel: datetime | None  # Until when it may, if that is longer.
    contacten: tuple[Persoon, ...]  # Who has an account for it, then its own contact; each address once.
    herinnerd: datetime | None  # Its last reminder.
    namens: Opgave | None = None  # On whose word the AKO fills in, or filled in, on behalf of it.

    @property
    def bereikbaar(self) -> list[Persoon]:
        """Return the contacten to whom mail may leave."""
        return [person for person in self.contacten if not person.onbestelbaar]

    @property
    def zin(self) -> str:
        """Write its class, with the number that belongs to it."""
        if self.klasse is Klasse.DEELS:
            return f"{self.beoordeeld} van {len(catalogus().codes)} beoordeeld"
        unchanged = self.bevestigd and self.klasse in (Klasse.EEN_AKKOORD, Klasse.TWEE_AKKOORDEN)
        return f"{self.klasse.label}, alles bevestigd" if unchanged else self.klasse.label


@dataclass(frozen=True)
class Respons:
    """Of every werkplein that is open at the closing, by naam. What is counted is counted once."""

    uitvraag: Uitvraag
    reacties: tuple[Reactie, ...]

    @property
    def n(self) -> int:
        return len(self.reacties)

    def among(self, keuze: "ResponsKeuze") -> list[Reactie]:
        return [reactie for reactie in self.reacties if keuze.takes(reactie)]

    def since(self, now: datetime) -> datetime | None:
        """Return the last moment at which it changed who may answer, since when they are the same; None before all."""
        return next((moment for moment in reversed(self.moments) if moment <= now), None)

    def is_over(self, now: datetime) -> bool:
        """Tell whether it closed: from then on nobody is busy any more but who has uitstel, of whom `still_open` tells."""
        return now >= self.uitvraag.sluit

    def still_open(self, now: datetime) -> list["Reactie"]:
        """Return who can still answer after the closing, by uitstel, and did not submit."""
        late = [each for each in self.reacties if self.is_over(now) and each.uitstel and now < each.uitstel]
        return [each for each in late if each.klasse.stap not in (Stap.BINNEN, Stap.HOEFT_NIET)]

    @cached_property
    def moments(self) -> list[datetime]:
        """Return the opening, the closing, and the end of every uitstel, in order."""
        given = {reactie.uitstel for reactie in self.reacties if reactie.uitstel}
        return sorted({self.uitvraag.opent, self.uitvraag.sluit, *given})

    @cached_property
    def per_stap(self) -> dict[Stap, int]:
        return {stap: sum(self.per_klasse[klasse] for klasse in stap.klassen) for stap in Stap}

    @cached_property
    def per_klasse(self) -> dict[Klasse, int]:
        return count_each(Klasse, (reactie.klasse for reactie in self.reacties))

    @cached_property
    def per_actualiteit(self) -> dict[Actualiteit, int]:
        return count_each(Actualiteit, (reactie.actualiteit for reactie in self.reacties))

    @cached_property
    def regions(self) -> dict[str, list[str]]:
        """Return those that there are, by "provincie" and "arbeidsmarktregio"."""
        fields = ("provincie", "arbeidsmarktregio")
        return {field: sorted({getattr(reactie, field) for reactie in self.reacties}) for field in fields}


K = TypeVar("K", bound=Enum)


def count_each(kinds: type[K], found: Iterable[K]) -> dict[K, int]:
    """Count how many there are of each, also of those that there are none of, in their own order."""
    numbers = Counter(found)
    return {kind: numbers[kind] for kind in kinds}


STAPPEN = {
    Klasse.NIET_GEKOMEN: Stap.NIET_GEKOMEN,
    Klasse.GEKOMEN: Stap.BEZIG,
    Klasse.DEELS: Stap.BEZIG,
    Klasse.INGEVULD: Stap.INGEVULD,
    Klasse.INGEDIEND: Stap.BINNEN,
    Klasse.BEVESTIGD: Stap.BINNEN,
    Klasse.EEN_AKKOORD: Stap.BINNEN,
    Klasse.TWEE_AKKOORDEN: Stap.BINNEN,
    Klasse.VRIJGESTELD: Stap.HOEFT_NIET,
    Klasse.GEEN_WIJZIGING: Stap.HOEFT_NIET,
}


@dataclass(frozen=True)
class ResponsKeuze:
    """What a reader asks for; None asks for all. `klasse`: the code of a Stap or of a Klasse."""

    klasse: str | None = None
    actualiteit: str | None = None
    provincie: str | None = None
    arbeidsmarktregio: str | None = None

    @classmethod
    def read(cls, texts: Mapping[str, str]) -> "ResponsKeuze":
        """Read an address; what is empty is not asked.

        Raises OngeldigeInvoer for a class that does not exist.
        """
        found = cls(**{name: texts.get(name) or None for name in cls.__dataclass_fields__})
        if found.klasse not in (None, *KLASSEN) or found.actualiteit not in (None, *Actualiteit.by_code()):
            raise OngeldigeInvoer("Deze groep bestaat niet in de respons. Kies haar opnieuw.")
        return found

    @property
    def asked(self) -> dict[str, str]:
        """Return what stands in an address: only what was asked."""
        return {name: value for name, value in asdict(self).items() if value is not None}

    def takes(self, reactie: Reactie) -> bool:
        return (
            (self.klasse is None or reactie.klasse in KLASSEN[self.klasse])
            and self.actualiteit in (None, reactie.actualiteit.value)
            and self.provincie in (None, reactie.provincie)
            and self.arbeidsmarktregio in (None, reactie.arbeidsmarktregio)
        )


# By code: a Stap and a Klasse that share one mean the same.
KLASSEN = {klasse.value: {klasse} for klasse in Klasse} | {stap.value: set(stap.klassen) for stap in Stap}
