"""A table as CSV, as `docs/formaten.md` has it or as a Dutch Excel opens it; no text in it turns into a formula."""

import pandas as pd

from landkaart.rapport.herkomst import Herkomst

# A spreadsheet would take a text that begins with one of these for a formula.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def csv_text(table: pd.DataFrame, herkomst: Herkomst | None = None) -> str:
    """Write a table with comma, `\\n` and ISO dates; empty where there is no figure. No text in it turns into a formula.

    `herkomst`: stands below it, after an empty line.
    """
    return written(table, herkomst, sep=",", lineterminator="\n")


def csv_for_excel(table: pd.DataFrame, herkomst: Herkomst | None = None) -> bytes:
    """Write what a Dutch Excel opens by itself: semicolons, CR LF and a byte order mark; the rest as in `csv_text`."""
    return written(table, herkomst, sep=";", lineterminator="\r\n").encode("utf-8-sig")


def written(table: pd.DataFrame, herkomst: Herkomst | None, *, sep: str, lineterminator: str) -> str:
    text = without_formulas(table).to_csv(index=False, sep=sep, lineterminator=lineterminator)
    if herkomst is None:
        return text
    below = without_formulas(pd.DataFrame(herkomst.velden.items(), columns=["wat", "tekst"], dtype="str"))
    return text + lineterminator + below.to_csv(index=False, header=False, sep=sep, lineterminator=lineterminator)


def without_formulas(table: pd.DataFrame) -> pd.DataFrame:
    """Put an apostrophe before every text that a spreadsheet would take for a formula."""
    texts: list[str] = list(table.select_dtypes(include="str").columns)
    return table.assign(**{column: table[column].map(guard, na_action="ignore") for column in texts})


def guard(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_SIGNS) else value
