"""The tertaalrapportage as the AKO composes it: what goes in, in which order, and what it types around the figures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from landkaart.domein.fouten import Fout, OngeldigeInvoer
from landkaart.domein.labelled import Labelled
from landkaart.domein.typed_text import clean
from landkaart.programma.namen import AKO

# Of one paragraph of the AKO, in signs.
LONGEST = 8000


class RapportDeel(Labelled):
    """A chapter. The value is kept in the database and stands in addresses, `label` is its title; in the usual order."""

    INLEIDING = "inleiding"
    CONCLUSIES = "conclusies"
    UITVRAAG = "uitvraag", "De uitvraag: respons en actualiteit"
    VOORTGANG = "voortgang", "De voortgang in cijfers"
    BEWEGING = "beweging", "Wie gingen vooruit en achteruit"
    DRIJFVEREN = "drijfveren", "Waardoor de scores veranderden"
    OVERGANGEN = "overgangen", "Van band naar band"
    ACHTERBLIJVERS = "achterblijvers"
    INDICATIES = "indicaties", f"Wat het {AKO} verwacht"
    VRAGEN = "vragen", "De extra vragen"
    KENGETALLEN = "kengetallen"
    PLAN = "plan", "Afspraken Plan van Aanpak"
    AANBEVELINGEN = "aanbevelingen", "Aanbevelingen en vervolg"
    VERANTWOORDING = "verantwoording"
    CONTROLE = "controle", "Controle van de cijfers"

    @property
    def is_typed(self) -> bool:
        """Say whether there is nothing in it but what the AKO types: without that it is left out."""
        return self in (RapportDeel.INLEIDING, RapportDeel.AANBEVELINGEN)


class TekstPlek(Labelled):
    """Where in a chapter the AKO's own text stands. The value is kept in the database."""

    BOVEN = "boven", "Boven de cijfers"
    ONDER = "onder", "Onder de cijfers"


@dataclass(frozen=True)
class RapportPlek:
    """One place for a text of the AKO."""

    deel: RapportDeel
    plek: TekstPlek = TekstPlek.BOVEN

    @property
    def label(self) -> str:
        """Write "Conclusies, onder de cijfers"."""
        return self.deel.label if self.deel.is_typed else f"{self.deel.label}, {self.plek.label.lower()}"


@dataclass(frozen=True)
class RapportTekst:
    """What the AKO typed at a place, who did so last and when."""

    tekst: str
    door: str
    gewijzigd_op: datetime


@dataclass(frozen=True)
class Opzet:
    """What goes in, in this order; every chapter at most once."""

    delen: tuple[RapportDeel, ...] = tuple(RapportDeel)

    def moved(self, deel: RapportDeel, steps: int) -> "Opzet":
        """Return it with one chapter that many places further on (back for less than 0); at an end it stays there."""
        others = [each for each in self.delen if each is not deel]
        place = min(max(self.delen.index(deel) + steps, 0), len(others))
        return Opzet((*others[:place], deel, *others[place:]))

    def without(self, deel: RapportDeel) -> "Opzet":
        return Opzet(tuple(each for each in self.delen if each is not deel))

    def having(self, deel: RapportDeel) -> "Opzet":
        """Return it with a chapter behind those that usually come before it."""
        before = set(tuple(RapportDeel)[: list(RapportDeel).index(deel)])
        place = max((number for number, each in enumerate(self.delen, start=1) if each in before), default=0)
        return self if deel in self.delen else Opzet((*self.delen[:place], deel, *self.delen[place:]))


@dataclass(frozen=True)
class Rapportage:
    """All that the AKO decided and typed of the report of one tertaal."""

    opzet: Opzet = Opzet()
    teksten: Mapping[RapportPlek, RapportTekst] = field(default_factory=dict)
    opzet_gewijzigd_op: datetime | None = None  # None: as it usually is.


class TekstGewijzigd(Fout):
    """Somebody else changed it since it was shown. `tekst`: what stands there now, None when there is nothing."""

    def __init__(self, tekst: RapportTekst | None):
        by = f"door {tekst.door} gewijzigd" if tekst else "weggehaald"
        super().__init__(
            f"Deze tekst is intussen {by}. De uwe is niet opgeslagen: kopieer hem, ververs de pagina en voeg hem samen met "
            "wat er nu staat."
        )
        self.tekst = tekst


class OpzetGewijzigd(Fout):
    """Somebody else changed what goes in since it was shown."""

    def __init__(self) -> None:
        super().__init__("Inhoud en volgorde zijn intussen door een ander gewijzigd. Er is niets opgeslagen; kies opnieuw.")


def require_tekst(text: str | None) -> str:
    """Return it trimmed; nothing takes it away.

    Raises OngeldigeInvoer.
    """
    return clean(text or "", LONGEST)


def require_opzet(codes: Sequence[str]) -> Opzet:
    """Read what goes in, by code.

    Raises OngeldigeInvoer for a chapter that does not exist or stands twice, and when nothing is left.
    """
    known = RapportDeel.by_code()
    if not codes:
        raise OngeldigeInvoer("Een rapport heeft minstens één hoofdstuk. Laat er een staan.")
    if len(set(codes)) < len(codes) or not set(codes) <= set(known):
        raise OngeldigeInvoer("Deze hoofdstukken bestaan niet, of staan er dubbel in. Ververs de pagina en kies opnieuw.")
    return Opzet(tuple(known[code] for code in codes))
