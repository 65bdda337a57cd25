"""The first row of a file: which column stands where, and what is wrong with it."""

from collections.abc import Iterator
from difflib import get_close_matches

from landkaart.invoer.faults import quote
from landkaart.invoer.tables import Column, Table

MAX_COLUMNS = 60


def find_places(header: list[str], table: Table) -> list[tuple[Column, int]]:
    """Return where each column of the table stands, from 0.

    One that may be left out and is, stands one past the last: the reader puts an empty field there.
    """
    names = tidy(header)
    return [(column, names.index(column.naam) if column.naam in names else len(names)) for column in table.columns]


def header_problems(header: list[str], table: Table) -> Iterator[str]:
    """Return all that is wrong with a header, a sentence each."""
    if len(header) > MAX_COLUMNS:
        yield f"de kopregel heeft {len(header)} kolommen; {MAX_COLUMNS} is het meeste."
        return
    names = tidy(header)
    for number, name in enumerate(names):
        if not name:
            yield f"kolom {number + 1} heeft geen naam."
        elif name in names[:number]:
            yield f"de kolom {quote(name)} staat er twee keer."
        elif name not in table.names:
            yield unknown_column(name, table)
    missing = [column.naam for column in table.columns if column.needed and column.naam not in names]
    if missing:
        yield f"{'deze kolom ontbreekt' if len(missing) == 1 else 'deze kolommen ontbreken'}: {', '.join(missing)}."


def unknown_column(name: str, table: Table) -> str:
    """Return the sentence about a column that there is not, with the name that may be meant."""
    near = get_close_matches(name[:60], table.names, n=1)
    return f"{quote(name)} is geen kolom van {table.naam}." + (f" Is {near[0]} bedoeld?" if near else "")


def tidy(header: list[str]) -> list[str]:
    """Return the names as they are compared: spaces and capitals do not count."""
    return [name.strip().lower() for name in header]
