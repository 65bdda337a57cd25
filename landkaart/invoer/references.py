"""References from one table to another, over all files and what the database has already."""

from collections.abc import Iterator
from pathlib import PurePath

from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.choices import hint
from landkaart.invoer.faults import MAX_FAULTS, Fault, Loose, order, quote
from landkaart.invoer.records import AntwoordRecord, IndicatieRecord, InvullingRecord
from landkaart.invoer.rows import HINTED


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
    records: tuple[InvullingRecord | AntwoordRecord | IndicatieRecord | Loose, ...] = (
        *aanlevering.invullingen,
        *aanlevering.antwoorden,
        *aanlevering.indicaties,
        *aanlevering.loose,
    )
    told = 0
    for record in records:
        if record.werkplein not in known:
            near = hint(record.werkplein, known) if (told := told + 1) <= HINTED else ""
            reden = f"{quote(record.werkplein)} is geen bekend werkplein.{near}"
            yield Fault(record.bestand, record.regel, "werkplein", reden)


def unknown_vragen(aanlevering: Aanlevering, known: set[tuple[str, str]]) -> Iterator[Fault]:
    """Return each answer to a vraag that is neither known nor delivered."""
    told = 0
    for record in aanlevering.antwoorden:
        if (str(record.tertaal), record.vraag) not in known:
            there = [code for tertaal, code in known if tertaal == str(record.tertaal)]
            near = hint(record.vraag, there) if (told := told + 1) <= HINTED else ""
            reden = f"{quote(record.vraag)} is geen vraag van {record.tertaal}.{near}"
            yield Fault(record.bestand, record.regel, "vraag", reden)
