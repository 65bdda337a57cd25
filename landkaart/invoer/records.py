"""What a file says, checked and plain. `bestand` and `regel` say where, so that a later fault can name the place."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from landkaart.domein.band import Band
from landkaart.domein.plan import PlanInhoud, PlanStatus, StandVanZaken
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.domein.vraagvorm import BETWEEN, Vorm, VraagSoort


@dataclass(frozen=True, slots=True)
class WerkpleinRecord:
    """A row of werkpleinen.csv."""

    code: str
    naam: str
    plaats: str
    gemeente: str
    provincie: str
    arbeidsmarktregio: str
    # In degrees.
    breedtegraad: float
    lengtegraad: float
    # Where it stands on the map, when that is not where it lies: some would cover each other.
    kaart_breedtegraad: float | None
    kaart_lengtegraad: float | None
    # The first day on which it counts, and the first on which it does not; None: always has, always will.
    actief_van: date | None
    actief_tot: date | None
    # Where its place was found.
    bron: str | None
    bestand: str
    regel: int


@dataclass(frozen=True, slots=True)
class UitvraagRecord:
    """A row of uitvragen.csv; all moments in UTC."""

    tertaal: Tertaal
    opent: datetime
    herinnering: datetime
    # The first moment that is too late.
    sluit: datetime
    # What was submitted before is outdated.
    actueel_vanaf: datetime
    bestand: str
    regel: int

    @property
    def uitvraag(self) -> Uitvraag:
        return Uitvraag(self.tertaal, self.opent, self.herinnering, self.sluit, self.actueel_vanaf)


@dataclass(frozen=True, slots=True)
class InvullingRecord:
    """Fourteen rows of scores.csv."""

    werkplein: str
    tertaal: Tertaal
    ingevuld_op: date
    # All 14, by mijlpaal in catalogue order.
    banden: dict[str, Band]
    # Only those that were given, by mijlpaal.
    toelichtingen: dict[str, str]
    bestand: str
    regel: int


@dataclass(frozen=True, slots=True)
class VraagRecord:
    """A row of vragen.csv: an extra vraag of one uitvraag."""

    code: str
    tertaal: Tertaal
    tekst: str
    # How it is answered; without a soort: ja or nee.
    soort: VraagSoort | None
    eenheid: str | None
    keuzes: str | None
    bestand: str
    regel: int

    @property
    def vorm(self) -> Vorm:
        """Return how it is answered, as it was written: nothing in it was judged yet."""
        keuzes = tuple(self.keuzes.split(BETWEEN)) if self.keuzes else ()
        return Vorm(self.soort or VraagSoort.JA_NEE, self.eenheid or "", keuzes)


@dataclass(frozen=True, slots=True)
class AntwoordRecord:
    """A row of antwoorden.csv: what a werkplein answered to an extra vraag."""

    werkplein: str
    tertaal: Tertaal
    # Its code.
    vraag: str
    # As it was written; it is read in the vorm of its vraag.
    antwoord: str
    toelichting: str | None
    bestand: str
    regel: int


@dataclass(frozen=True, slots=True)
class IndicatieRecord:
    """A row of ako_indicatie.csv: whether the AKO expects a werkplein to make it."""

    werkplein: str
    tertaal: Tertaal
    # "dit_jaar", "volgend_jaar", "niet" or "sluit".
    indicatie: str
    bestand: str
    regel: int


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """A row of accounts.csv: somebody who may come in."""

    # In small letters; by it an account is known again.
    adres: str
    naam: str
    organisatie: str | None
    rol: Rol
    # Their codes; only the role werkplein has any.
    werkpleinen: tuple[str, ...]
    # Of which of them he is the coördinator; "ja": of all, None: as it is.
    coordinator: tuple[str, ...] | Literal["ja"] | None
    bestand: str
    regel: int


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """A row of contacten.csv: whom to reach at a werkplein."""

    werkplein: str
    naam: str
    adres: str
    # Whether other werkpleinen may see it; None: as it is, and of a new contact no.
    gedeeld: bool | None
    bestand: str
    regel: int


@dataclass(frozen=True, slots=True)
class KengetalRecord:
    """A row of kengetallen.csv: a figure as its source prints it."""

    tabel: str
    # Empty where the table has no parts.
    onderdeel: str
    indicator: str
    uitsplitsing: str
    periode: str
    soort: str
    # A number, "n.b." or a text, as `domein.kengetal.read_waarde` returns it.
    waarde: str
    eenheid: str
    # Empty where there is none.
    noot: str
    bron: str
    # In whose report it stands; None: in that of the tertaal that closed last.
    tertaal: Tertaal | None
    bestand: str
    regel: int


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """A row of afspraken.csv: an afspraak of the Plan van Aanpak, and how it stands."""

    nummer: str
    thema: str
    afspraak: str
    wie: str
    # By when, in words: as the plan had it, and as it is by now.
    wanneer_plan: str
    wanneer_stand: str
    stand_van_zaken: str | None
    status: PlanStatus
    # The last day that is in time, where the words name one.
    uiterlijk: date | None
    # The day that the stand van zaken is about; None: today.
    stand_op: date | None
    bestand: str
    regel: int

    @property
    def inhoud(self) -> PlanInhoud:
        return PlanInhoud(self.nummer, self.thema, self.afspraak, self.wie, self.wanneer_plan)

    def stand(self, today: date) -> StandVanZaken:
        """Return what it says of how it stands."""
        said = self.stand_van_zaken or ""
        return StandVanZaken(self.status, self.wanneer_stand, self.uiterlijk, said, self.stand_op or today)
