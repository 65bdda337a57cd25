"""Kengetallen for tests: one in a line, and those of 2009 from their file."""

from functools import cache

from db.actions.demo import FOLDER
from landkaart.domein.kengetal import Kengetal
from landkaart.invoer.aanlevering import read_paths

FIELDS = ("tabel", "onderdeel", "indicator", "uitsplitsing", "periode", "soort", "waarde", "eenheid", "noot", "bron")


def kengetal(waarde: str = "10", **changed: str) -> Kengetal:
    """What was realised of Banen in 2009 by all, in persons, unless said otherwise."""
    values = dict.fromkeys(FIELDS, "") | {"tabel": "banen", "indicator": "Banen", "uitsplitsing": "totaal"}
    values |= {"periode": "2009", "soort": "realisatie", "eenheid": "personen"}
    return Kengetal(**(values | changed | {"waarde": waarde}))


@cache
def kengetallen_2009() -> tuple[Kengetal, ...]:
    """The 353 of the landkaart of 2009."""
    records = read_paths([FOLDER / "kengetallen.csv"]).kengetallen
    return tuple(Kengetal(**{name: getattr(record, name) for name in FIELDS}) for record in records)
