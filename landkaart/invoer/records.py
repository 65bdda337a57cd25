"""What a file says, checked and plain. `bestand` and `regel` say where, so that a later fault can name the place."""

from dataclasses import dataclass
from datetime import date, datetime

from landkaart.domein.band import Band
from landkaart.domein.tertaal import Tertaal


@dataclass(frozen=True, slots=True)
class WerkpleinRecord:
    code: str
    naam: str
    plaats: str
    gemeente: str
    provincie: str
    arbeidsmarktregio: str
    breedtegraad: float
    lengtegraad: float
    kaart_breedtegraad: float | None
    kaart_lengtegraad: float | None
    actief_van: date | None
    actief_tot: date | None
    bron: str | None
    bestand: str
    regel: int


@dataclass(frozen=True, slots=True)
class UitvraagRecord:
    """All moments in UTC; `sluit` is the first that is too late."""

    tertaal: Tertaal
    opent: datetime
    herinnering: datetime
    sluit: datetime
    actueel_vanaf: datetime
    bestand: str
    regel: int


@dataclass(frozen=True, slots=True)
class InvullingRecord:
    """`banden` holds all 14, in catalogue order; `toelichtingen` only those that were given, by mijlpaal."""

    werkplein: str
    tertaal: Tertaal
    ingevuld_op: date
    banden: dict[str, Band]
    toelichtingen: dict[str, str]
    bestand: str
    regel: int


@dataclass(frozen=True, slots=True)
class VraagRecord:
    code: str
    tertaal: Tertaal
    tekst: str
    bestand: str
    regel: int


@dataclass(frozen=True, slots=True)
class AntwoordRecord:
    """`antwoord` is ja or nee."""

    werkplein: str
    tertaal: Tertaal
    vraag: str
    antwoord: str
    toelichting: str | None
    bestand: str
    regel: int


@dataclass(frozen=True, slots=True)
class IndicatieRecord:
    """`indicatie` is dit_jaar, volgend_jaar, niet or sluit."""

    werkplein: str
    tertaal: Tertaal
    indicatie: str
    bestand: str
    regel: int
