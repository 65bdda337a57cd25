"""References from one table to another, over all files and what the database has already."""

from collections.abc import Iterator
from itertools import chain
from pathlib import PurePath

from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.choices import hint
from landkaart.invoer.faults import MAX_FAULTS, Fault, Loose, order, quote
from landkaart.invoer.records import AntwoordRecord, ContactRecord, IndicatieRecord, InvullingRecord
from landkaart.invoer.rows import HINTED
from landkaart.programma.namen import WERKPLEIN


def check_references(aanlevering: Aanlevering, *, werkpleinen: set[str], vragen: set[tuple[str, str]]) -> list[Fault]:
    """Return the references to what there is not, at most MAX_FAULTS, by file and line.

    The sets are what the database has: codes of werkpleinen, and pairs of tertaal and code of vragen. While a file that
    defines them has faults of its own, nobody can say that a reference to it is wrong.
    """
    found: list[Fault] = []
    if not has_faults(aanlevering, "werkpleinen"):
        found += unknown_werkpleinen(aanlevering, werkpleinen | {record.code for record in aanlevering.werkpleinen})
    if not has_faults(aanlevering, "vragen"):
        given = {(str(record.tertaal), record.code) for record in aanlevering.vragen}
        found += unknown_vragen(aanlevering, vragen | given)
    return sorted(found, key=order)[:MAX_FAULTS]


def has_faults(aanlevering: Aanlevering, naam: str) -> bool:
    """Say whether the file of this table has faults."""
    return any(PurePath(fault.bestand).stem.lower() == naam for fault in aanlevering.faults)


def unknown_werkpleinen(aanlevering: Aanlevering, known: set[str]) -> Iterator[Fault]:
    """Return each reference to a werkplein that is neither known nor delivered."""
    near: dict[str, str] = {}
    for place in chain(named_by_rows(aanlevering), named_by_accounts(aanlevering), aanlevering.loose):
        if place.werkplein not in known:
            if place.werkplein not in near:
                near[place.werkplein] = hint(place.werkplein, known) if len(near) < HINTED else ""
            reden = f"{quote(place.werkplein)} is geen bekend {WERKPLEIN}.{near[place.werkplein]}"
            yield Fault(place.bestand, place.regel, place.kolom, reden)


def named_by_rows(aanlevering: Aanlevering) -> Iterator[Loose]:
    """Yield the werkplein of each row that is about one."""
    records: tuple[InvullingRecord | AntwoordRecord | IndicatieRecord | ContactRecord, ...] = (
        *aanlevering.invullingen,
        *aanlevering.antwoorden,
        *aanlevering.indicaties,
        *aanlevering.contacten,
    )
    for record in records:
        yield Loose(record.bestand, record.regel, record.werkplein)


def named_by_accounts(aanlevering: Aanlevering) -> Iterator[Loose]:
    """Yield each werkplein of each account; of which he is the coördinator are among them, or were refused."""
    for record in aanlevering.accounts:
        yield from (Loose(record.bestand, record.regel, code, "werkpleinen") for code in record.werkpleinen)


def unknown_vragen(aanlevering: Aanlevering, known: set[tuple[str, str]]) -> Iterator[Fault]:
    """Return each answer to a vraag that is neither known nor delivered."""
    near: dict[tuple[str, str], str] = {}
    for record in aanlevering.antwoorden:
        asked = (str(record.tertaal), record.vraag)
        if asked not in known:
            if asked not in near:
                there = [code for tertaal, code in known if tertaal == asked[0]]
                near[asked] = hint(record.vraag, there) if len(near) < HINTED else ""
            reden = f"{quote(record.vraag)} is geen vraag van {record.tertaal}.{near[asked]}"
            yield Fault(record.bestand, record.regel, "vraag", reden)
