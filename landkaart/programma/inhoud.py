"""What a programme is made of, as its folder says it."""

from dataclasses import dataclass
from pathlib import Path

from landkaart.programma.kaart import Kaart


@dataclass(frozen=True)
class BandInhoud:
    """A band; `vanaf` is its lower edge in per cent, `teken` the sign that stands for it where colours do not reach.

    `kleur_donker` is its colour on a dark screen.
    """

    code: str
    naam: str
    vanaf: int
    teken: str
    kleur: str
    kleur_donker: str
    tekstkleur: str


@dataclass(frozen=True)
class Mijlpaal:
    """A mijlpaal of a fase, which is named; `banden`: what each band means for it, a sentence each, from worst to best."""

    code: str
    fase: str
    titel: str
    definitie: str
    banden: tuple[str, ...]

    def sentence(self, band: int) -> str:
        return self.banden[band]


@dataclass(frozen=True)
class Fase:
    naam: str
    mijlpalen: tuple[Mijlpaal, ...]


@dataclass(frozen=True)
class Regels:
    """Where rules draw their line: `bijna` a score, the others codes of bands, `tegenspraak` pairs of codes of mijlpalen."""

    bijna: int
    laag_onder: str
    dit_jaar_vanaf: str
    volgend_jaar_vanaf: str
    tegenspraak: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Samen:
    """Mijlpalen, by code, that the report counts together; none where a programme names none."""

    titel: str = ""
    in_een_zin: str = ""
    mijlpalen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Programma:
    """`landelijk`: the office that reads all, in short; `maanden`: how long a tertaal lasts; `map`: where it all stands.

    `werkplein` and `tertaal` are what sentences call who answers, and the time that one round is about; with their plurals.
    """

    naam: str
    landelijk: str
    landelijk_voluit: str
    onderwerp: str
    werkplein: str
    werkpleinen: str
    tertaal: str
    tertalen: str
    maanden: int
    banden: tuple[BandInhoud, ...]
    fasen: tuple[Fase, ...]
    regels: Regels
    samen: Samen
    kaart: Kaart
    herkomst: str
    map: Path

    @property
    def mijlpalen(self) -> tuple[Mijlpaal, ...]:
        return tuple(mijlpaal for fase in self.fasen for mijlpaal in fase.mijlpalen)
