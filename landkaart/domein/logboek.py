"""The logboek as people read it: what was changed, from what to what, by whom, when and through which way."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from landkaart.domein.band import BY_CODE, Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Weg
from landkaart.domein.tertaal import Tertaal

PLACES = {code: number for number, code in enumerate(catalogus().codes)}
# The fields of a record, as the log keeps them.
Record = Mapping[str, Any]
# A band, a text, or the fields of a record; None where there was, or is, nothing.
Waarde = Band | str | Record | None


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
        """Read an address; what is empty is not asked.

        Raises OngeldigTertaal, and OngeldigeInvoer for a handeling that does not exist.
        """
        found = cls(**{name: texts.get(name) or None for name in cls.__dataclass_fields__})
        if found.tertaal:
            Tertaal.parse(found.tertaal)
        if found.handeling and found.handeling not in Handeling.by_code():
            raise OngeldigeInvoer("Deze handeling bestaat niet in het logboek. Kies haar opnieuw.")
        return found

    @property
    def asked(self) -> dict[str, str]:
        """Return what stands in an address: only what was asked."""
        return {name: value for name, value in asdict(self).items() if value is not None}


Cel = tuple[str | None, Waarde, Waarde]


def explode(handeling: Handeling, mijlpaal: str | None, oud: Waarde, nieuw: Waarde) -> Iterator[Cel]:
    """Give a line as (mijlpaal, old, new); one about a whole invulling gives one for each mijlpaal that differs.

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


def changes(oud: Waarde, nieuw: Waarde) -> dict[str, tuple[Any, Any]]:
    """Compare two records by name: (old, new) of what differs, with None on the side where it is not."""
    old, new = (value if isinstance(value, Mapping) else {} for value in (oud, nieuw))
    return {name: (old.get(name), new.get(name)) for name in {**new, **old} if old.get(name) != new.get(name)}


def catalogue_place(mijlpaal: str) -> int:
    """Return its place in the catalogue; one that left it comes last."""
    return PLACES.get(mijlpaal, len(PLACES))


def as_band(kept: Waarde) -> Waarde:
    """Read the code of a band; what is none stays as it was kept."""
    return BY_CODE.get(kept, kept) if isinstance(kept, str) else kept
