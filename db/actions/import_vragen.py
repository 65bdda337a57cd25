"""Vragen and their answers as files bring them: judged, and read in the vorm that a vraag has or gets."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlmodel import Session, select

from db import models
from db.queries.vragen import as_vorm
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.vraagvorm import JA_OF_NEE, Vorm, code_of, require_vorm
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.records import AntwoordRecord, VraagRecord

# A vraag by its tertaal and code.
Plaats = tuple[str, str]


@dataclass(frozen=True)
class Vormen:
    """How each vraag is answered: those that are known, with what the delivery makes of them."""

    known: Mapping[Plaats, tuple[str, Vorm]]  # With its words.
    given: Mapping[Plaats, Vorm]

    def of(self, record: AntwoordRecord) -> Vorm:
        """Return how a vraag is answered; one that is nowhere is refused elsewhere."""
        plaats = (str(record.tertaal), record.vraag)
        return self.given.get(plaats) or self.known.get(plaats, ("", JA_OF_NEE))[1]

    def is_same(self, record: VraagRecord) -> bool:
        """Tell whether a row changes nothing."""
        return self.known.get(place_of(record)) == (record.tekst, self.given[place_of(record)])

    def kept(self, record: AntwoordRecord) -> str:
        """Return an answer as it is kept; as it was written where it is none, which is refused elsewhere."""
        try:
            return code_of(self.of(record).read(record.antwoord))
        except OngeldigeInvoer:
            return record.antwoord


def vormen_of(session: Session, aanlevering: Aanlevering) -> Vormen:
    """Read how each vraag is answered.

    A row that says nothing about it leaves what is known.
    """
    row = models.Vraag
    found = session.exec(select(row.tertaal, row.code, row.tekst, row.soort, row.eenheid, row.keuzes))
    known = {(tertaal, code): (tekst, as_vorm(*how)) for tertaal, code, tekst, *how in found}
    return Vormen(known, {place_of(each): given_vorm(each, known) for each in aanlevering.vragen})


def given_vorm(record: VraagRecord, known: Mapping[Plaats, tuple[str, Vorm]]) -> Vorm:
    if record.soort is None and not record.eenheid and not record.keuzes:
        return known.get(place_of(record), ("", JA_OF_NEE))[1]
    try:
        return require_vorm(record.vorm)
    except OngeldigeInvoer:
        return record.vorm


def place_of(record: VraagRecord) -> Plaats:
    return str(record.tertaal), record.code


def changing(aanlevering: Aanlevering, vormen: Vormen) -> Iterator[VraagRecord]:
    """Yield the vragen that a delivery would make or change."""
    yield from (record for record in aanlevering.vragen if not vormen.is_same(record))
