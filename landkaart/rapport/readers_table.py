"""A table as readers see it, whole: its headings, labels, per cents and dashes, for Word, a mail, a spreadsheet or paper."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from typing import Any

import pandas as pd

from landkaart.domein.vergelijking import Richting
from landkaart.rapport import dutch
from landkaart.rapport.csv_texts import FORMULA_SIGNS

# Of each column how it is shown, as Streamlit is told: a heading, a heading and a format, or None for one that is left out.
Columns = Mapping[str, Any]
# A spreadsheet keeps what is written so as text: 2009-2 is no month.
AS_TEXT = "mso-number-format:'\\@'"
SIGNS = {kind.signed for kind in Richting}
CHANGE = re.compile("[+-][0-9]{1,3}")
DAY = {"DD-MM-YYYY": "%d-%m-%Y"}


@dataclass(frozen=True)
class ShownTable:
    """A table on a screen; `make` gives all of its rows, also those that the screen leaves out."""

    titel: str
    make: Callable[[], pd.DataFrame]
    columns: Columns
    order: Sequence[str] = ()  # Which columns, in which order; empty: all, as they are.
    printed: Callable[[], pd.DataFrame] | None = None  # The rows for paper, where all would be a book; the page says so.

    def on_paper(self) -> "ShownTable":
        """Return it with the rows that a print has: all, unless it has rows of its own for it."""
        return replace(self, make=self.printed) if self.printed else self

    def rows(self) -> list[list[tuple[str, bool]]]:
        """Return the headings, and then every row: of each cell what it says, and whether it is a text."""
        table = self.make()
        shown = [name for name in (self.order or table.columns) if self.columns.get(name, name) is not None]
        written = [[(value_text(value, self.columns.get(name)), is_text(value)) for value in table[name]] for name in shown]
        return [[(heading(name, self.columns.get(name)), True) for name in shown], *map(list, zip(*written, strict=True))]

    def html(self) -> str:
        """Write it as a table that Word and mail programs take over."""
        first, *rows = self.rows()
        head = "".join(f'<th scope="col">{cell(text)}</th>' for text, _ in first)
        body = "".join(f"<tr>{''.join(cell_html(*each) for each in row)}</tr>" for row in rows)
        return f'<table border="1"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'

    def plain(self) -> str:
        """Write it with tabs and line ends, for whatever takes no table."""
        return "\n".join("\t".join(" ".join(guarded(*each).split()) for each in row) for row in self.rows()) + "\n"


def cell_html(text: str, as_text: bool) -> str:
    return f'<td style="{AS_TEXT}">{cell(text)}</td>' if as_text else f"<td>{escape(text)}</td>"


def cell(text: str) -> str:
    """Write a text; "= Gelijk" is a sign of ours, which a spreadsheet keeps as text."""
    return escape(text if text in SIGNS else guarded(text)).replace("\n", "<br>")


def guarded(text: str, as_text: bool = True) -> str:
    """Return it so that no spreadsheet takes it for a formula; a change in points ("+12") is one that we wrote."""
    return f"'{text}" if as_text and text.startswith(FORMULA_SIGNS) and not CHANGE.fullmatch(text) else text


def is_text(value: Any) -> bool:
    """Say whether somebody could have typed it: no number, no day, and not what stands for nothing."""
    return isinstance(value, str)


def heading(name: str, column: Any) -> str:
    """Return what readers see above a column."""
    if isinstance(column, Mapping):
        return str(column.get("label") or name)
    return str(column or name)


def value_text(value: Any, column: Any) -> str:
    """Write a value as its column shows it; a dash where there is none."""
    if value is None or value is pd.NaT or (not isinstance(value, str) and pd.isna(value)):
        return dutch.DASH
    form = (column.get("type_config") or {}).get("format") if isinstance(column, Mapping) else None
    if isinstance(value, date):
        return value.strftime(DAY.get(form or "", "%Y-%m-%d"))
    if isinstance(value, str | bool):
        return str(value)
    return number_text(value, form)


def number_text(value: Any, form: str | None) -> str:
    """Write a number: by a format such as "%d%%", or as a Dutch reader writes it."""
    if form and "%" in form:
        return str(form % value)
    if form == "localized":
        return f"{value:,.1f}".removesuffix(".0").translate(str.maketrans(",.", ".,"))
    return f"{value:g}" if isinstance(value, float) else str(value)
