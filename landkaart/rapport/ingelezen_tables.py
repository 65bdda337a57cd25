"""What files would change, as tables: how many of each kind, and each row with what becomes what."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime

import pandas as pd

from landkaart.domein.band import Band
from landkaart.domein.ingelezen import OF_TOELICHTING, Anders, Ingelezen, Rij
from landkaart.rapport import dutch
from landkaart.rapport.ingelezen_text import WORDS
from landkaart.rapport.logboek import CLOSINGS, field_text
from landkaart.rapport.row_names import mijlpaal_title

COUNTS = ("soort", "nieuw", "gewijzigd", "gelijk")
CHANGES = ("soort", "tertaal", "naam", "wat", "oud", "nieuw")
NEW = "nieuw"


def counts_table(found: Mapping[str, Ingelezen]) -> pd.DataFrame:
    """Give a row for each file that had rows, with the columns of COUNTS."""
    rows = [
        (WORDS[table][1], len(rows.nieuw), len(rows.gewijzigd), rows.gelijk) for table, rows in found.items() if rows.total
    ]
    return pd.DataFrame(rows, columns=list(COUNTS))


def changes_table(found: Mapping[str, Ingelezen]) -> pd.DataFrame:
    """Give a row for what is new, and one for each thing that becomes another, with the columns of CHANGES."""
    lines = [line for table, rows in found.items() for line in lines_of(WORDS[table][0], rows)]
    return pd.DataFrame(lines, columns=list(CHANGES), dtype="str")


def lines_of(soort: str, rows: Ingelezen) -> Iterator[tuple[str | None, ...]]:
    """Yield what changed before what is new: there is less of it, and it is what somebody looks for."""
    for rij in rows.gewijzigd:
        for each in rij.anders:
            yield (*place_of(soort, rij), *said(each))
    for rij in rows.nieuw:
        yield (*place_of(soort, rij), NEW, None, contents_of(rij))


def contents_of(rij: Rij) -> str | None:
    """Write what a new row has, where its kind says so: "naam: Jan, rol: beheer"."""
    found = [said(each) for each in rij.anders]
    return ", ".join(f"{wat}: {nieuw}" for wat, _, nieuw in found) or None


def place_of(soort: str, rij: Rij) -> tuple[str, str | None, str]:
    return soort, str(rij.tertaal) if rij.tertaal else None, rij.naam


def said(each: Anders) -> tuple[str, str, str]:
    """Write what it is about, how it is and how it would be."""
    code = each.wat.removeprefix(OF_TOELICHTING)
    title = mijlpaal_title(code) or code
    wat = f"{OF_TOELICHTING}{title}" if code != each.wat else (title if title != code else code.replace("_", " "))
    return wat, value_text(each.wat, each.oud), value_text(each.wat, each.nieuw)


def value_text(name: str, value: object) -> str:
    """Write a value as the logboek does."""
    if isinstance(value, Band):
        return value.label
    if isinstance(value, datetime):
        return dutch.closing(value) if name in CLOSINGS else dutch.day_and_hour(value)
    if isinstance(value, date):
        return dutch.day(value)
    return field_text(name, value)
