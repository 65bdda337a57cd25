"""The row with the names of the columns: where it stands, which column is where, and what is wrong with it."""

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.domein.typed_text import seen
from landkaart.invoer.choices import hint, mijlpalen, squeeze
from landkaart.invoer.faults import quote
from landkaart.invoer.tables import Column, Table
from landkaart.programma.namen import WERKPLEIN, WERKPLEINEN

MAX_COLUMNS = 60
# Among how many rows it is looked for: titles stand above it, and never many.
LOOKED_AT = 30
# How many columns a row must name to be it.
ENOUGH = 2
BETWEEN_WORDS = re.compile(r"[\s_-]+")
BELOW_EACH_OTHER = (
    f"Zet ze onder elkaar: per {WERKPLEIN} {N_MIJLPALEN} regels, elk met een mijlpaal en haar band. "
    "Of vul de werkmap in die op Invullen te halen is."
)
# What people call a column that has another name here.
ALSO = {"ako_indicatie": "indicatie"}


def find_heading(rows: Sequence[Sequence[str]], table: Table) -> int | None:
    """Find which of the rows names most of the columns, from 0; None when no row names enough of them."""
    for count in (named, beside_each_other, alike):
        found = [count(row, table) for row in rows[:LOOKED_AT]]
        if max(found, default=0) >= ENOUGH:
            return found.index(max(found))
    return None


def named(row: Sequence[str], table: Table) -> int:
    """Count the columns of the table that a row names."""
    return len(set(tidy(row, table)) & set(table.names))


def beside_each_other(row: Sequence[str], table: Table) -> int:
    """Count the mijlpalen in a row, where those belong below each other."""
    return sum(is_mijlpaal(name, table) for name in tidy(row[:MAX_COLUMNS], table))


def alike(row: Sequence[str], table: Table) -> int:
    """Count the texts in a row that are almost the name of a column."""
    return sum(map(bool, likeness(row, table)))


def sideways(rows: Sequence[Sequence[str]], table: Table) -> str | None:
    """Say what to do where the mijlpalen stand below each other, and beside them not a band but the werkpleinen."""
    if "mijlpaal" not in table.names or any("band" in tidy(row, table) for row in rows[:LOOKED_AT]):
        return None
    filled = [[text for text in row if text.strip()] for row in rows[:LOOKED_AT]]
    below = [row for row in filled if len(row) > 1 and any(is_mijlpaal(name, table) for name in tidy(row[:2], table))]
    return f"hier staan de {WERKPLEINEN} naast elkaar. {BELOW_EACH_OTHER}" if len(below) >= ENOUGH else None


def likeness(row: Sequence[str], table: Table) -> Iterator[list[str]]:
    """Return for each short text in a row the column that may be meant."""
    for name in tidy(row[:MAX_COLUMNS], table):
        if name and len(name) < 30:
            yield get_close_matches(name, table.names, n=1, cutoff=0.75)


def find_places(header: Sequence[str], table: Table) -> list[tuple[Column, int]]:
    """Return where each column of the table stands, from 0.

    One that may be left out and is, stands one past the last: the reader puts an empty field there.
    """
    names = tidy(header, table)
    return [(column, names.index(column.naam) if column.naam in names else len(names)) for column in table.columns]


def heading_problems(header: Sequence[str], table: Table) -> Iterator[str]:
    """Return all that is wrong with the names of the columns, a sentence each; a column without one may be empty."""
    if len(header) > MAX_COLUMNS:
        yield f"de kopregel heeft {len(header)} kolommen; {MAX_COLUMNS} is het meeste."
        return
    names = tidy(header, table)
    if (wide := beside_each_other(header, table)) >= ENOUGH:
        yield f"hier staan de mijlpalen naast elkaar, in {wide} kolommen. {BELOW_EACH_OTHER}"
        return
    for number, name in enumerate(names):
        if name and name in names[:number]:
            yield f"de kolom {quote(name)} staat er twee keer."
        elif name and name not in table.names:
            yield f"{quote(seen(header[number]).strip())} is geen kolom van {table.naam}.{meant(name, table)}"
    missing = [column.naam for column in table.columns if column.needed and column.naam not in names]
    if missing:
        yield f"{'deze kolom ontbreekt' if len(missing) == 1 else 'deze kolommen ontbreken'}: {', '.join(missing)}."


def is_mijlpaal(name: str, table: Table) -> bool:
    """Say whether what stands above a column is one of the mijlpalen, which belong in the cells of this table."""
    return "mijlpaal" in table.names and squeeze(name) in mijlpalen()


def meant(name: str, table: Table) -> str:
    """Return the question that names the column that may be meant: by all of a name or else by how it begins."""
    words = [word for word in re.split(r"[^\w]+|_", name) if word]
    return hint(name, table.names) or (hint(words[0], table.names) if len(words) > 1 else "")


def has_all(header: Sequence[str], table: Table) -> bool:
    """Say whether the rows can be read: with a column too many they can, with one too few they cannot."""
    return len(header) <= MAX_COLUMNS and set(table.needed) <= set(tidy(header, table))


def tidy(header: Sequence[str], table: Table) -> list[str]:
    """Return the names as they are compared: "Ingevuld op:" is ingevuld_op."""
    names = (BETWEEN_WORDS.sub("_", seen(name).strip().lower().rstrip(":*. ")) for name in header)
    return [ALSO.get(name, name) if name not in table.names else name for name in names]
