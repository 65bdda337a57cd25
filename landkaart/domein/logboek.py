"""The logboek as people read it: what was changed, from what to what, by whom, when and through which way."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from landkaart.domein.band import BY_CODE, Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Weg
from landkaart.domein.tertaal import Tertaal

PLACES = {code: number for number, code in enumerate(catalogus().codes)}
# A band, a text, or the fields of a record; None where there was, or is, nothing.
Waarde = Band | str | dict | None


@dataclass(frozen=True)
class LogboekRegel:
    """One change. `werkplein` is the code and `naam` its naam; both None for what is about no werkplein."""

    moment: datetime
    door: str
    weg: Weg
    handeling: Handeling
    werkplein: str | None
    naam: str | None
    tertaal: str | None
    mijlpaal: str | None
    oud: Waarde
    nieuw: Waarde


@dataclass(frozen=True)
class Logboek:
    """The newest changes first; `totaal` is how many there are, shown or not."""

    regels: tuple[LogboekRegel, ...]
    totaal: int

    @property
    def more(self) -> int:
        return self.totaal - len(self.regels)


@dataclass(frozen=True)
class Keuzes:
    """What there is to choose from, for who may see only a part: `werkpleinen` by code."""

    werkpleinen: Mapping[str, str]
    handelingen: tuple[Handeling, ...]
    personen: tuple[str, ...]


@dataclass(frozen=True)
class Filter:
    """What a reader asks for; None asks for all."""

    werkplein: str | None = None
    tertaal: str | None = None
    mijlpaal: str | None = None
    handeling: str | None = None
    door: str | None = None

    @classmethod
    def read(cls, texts: Mapping[str, str]) -> "Filter":
        """From an address; what is empty is not asked. Raises Fout for a tertaal or handeling that cannot be."""
        found = cls(**{name: texts.get(name) or None for name in cls.__dataclass_fields__})
        if found.tertaal:
            Tertaal.parse(found.tertaal)
        if found.handeling and found.handeling not in {handeling.value for handeling in Handeling}:
            raise OngeldigeInvoer("Deze handeling bestaat niet in het logboek. Kies haar opnieuw.")
        return found

    @property
    def asked(self) -> dict[str, str]:
        """As it stands in an address: only what was asked."""
        return {name: value for name, value in asdict(self).items() if value is not None}


Cel = tuple[str | None, Waarde, Waarde]


def explode(handeling: Handeling, mijlpaal: str | None, oud: Waarde, nieuw: Waarde) -> Iterator[Cel]:
    """A line as (mijlpaal, old, new); one about a whole invulling gives one for each mijlpaal that differs.

    A submission in which no band differs stays one row without a mijlpaal: that it was submitted is a fact too.
    """
    if handeling is Handeling.INDIENING:
        changed = changes(oud, nieuw)
        for name in sorted(changed, key=catalogue_place):
            yield name, as_band(changed[name][0]), as_band(changed[name][1])
        if not changed:
            yield None, None, None
    elif handeling in (Handeling.ANTWOORD, Handeling.BEVESTIGING):
        yield mijlpaal, as_band(oud), as_band(nieuw)
    else:
        yield mijlpaal, oud, nieuw


def changes(oud: dict | None, nieuw: dict | None) -> dict[str, tuple]:
    """What differs between two records, by name: (old, new), with None on the side where it is not."""
    oud, nieuw = oud or {}, nieuw or {}
    return {name: (oud.get(name), nieuw.get(name)) for name in {**nieuw, **oud} if oud.get(name) != nieuw.get(name)}


def catalogue_place(mijlpaal: str) -> int:
    """In the order of the catalogue; one that left it comes last."""
    return PLACES.get(mijlpaal, len(PLACES))


def as_band(code: str | None) -> Waarde:
    """What is no code of a band stays as it was kept."""
    return BY_CODE.get(code, code)
