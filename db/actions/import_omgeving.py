"""What the rules for files look at: how the landkaart is, and how it would be after a delivery."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from db.queries.uitvragen import uitvragen
from db.queries.werkpleinen import werkpleinen
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.faults import Fault, Part
from landkaart.invoer.records import (
    AntwoordRecord,
    IndicatieRecord,
    InvullingRecord,
    KengetalRecord,
    PlanRecord,
    UitvraagRecord,
    VraagRecord,
    WerkpleinRecord,
)

Record = (
    WerkpleinRecord
    | UitvraagRecord
    | InvullingRecord
    | VraagRecord
    | AntwoordRecord
    | IndicatieRecord
    | KengetalRecord
    | PlanRecord
    | Part
)


@dataclass(frozen=True)
class Openstelling:
    """What a werkplein is called, and between which days it is open."""

    naam: str
    actief_van: date | None
    actief_tot: date | None


@dataclass(frozen=True)
class Stage:
    """How it is, or how it would be."""

    uitvragen: Mapping[Tertaal, Uitvraag]
    werkpleinen: Mapping[str, Openstelling]  # By code.


@dataclass(frozen=True)
class Omgeving:
    """Both stages, with the moment, and whether what changes a frozen tertaal may come in."""

    session: Session
    now: datetime
    na_sluiting: bool
    before: Stage
    after: Stage

    @property
    def today(self) -> date:
        return local_date(self.now)


def read_omgeving(session: Session, aanlevering: Aanlevering, now: datetime, na_sluiting: bool) -> Omgeving:
    openings = {
        each.code: Openstelling(each.naam, each.actief_van, each.actief_tot) for each in werkpleinen(session=session)
    }
    before = Stage(uitvragen(session=session), openings)
    given = {record.tertaal: record.uitvraag for record in aanlevering.uitvragen}
    come = {record.code: merged(record, openings.get(record.code)) for record in aanlevering.werkpleinen}
    after = Stage({**before.uitvragen, **given}, {**openings, **come})
    return Omgeving(session, now, na_sluiting, before, after)


def merged(record: WerkpleinRecord, before: Openstelling | None) -> Openstelling:
    """Return how a werkplein would be: what a file leaves empty stays as it is."""
    van, tot = (before.actief_van, before.actief_tot) if before else (None, None)
    return Openstelling(record.naam, record.actief_van or van, record.actief_tot or tot)


def judged(record: Record, kolom: str, rule: Callable[..., None], *values: object) -> Iterator[Fault]:
    """Return what a rule of `landkaart/domein` has against a record, if anything."""
    try:
        rule(*values)
    except OngeldigeInvoer as wrong:
        yield Fault(record.bestand, record.regel, kolom, str(wrong))
