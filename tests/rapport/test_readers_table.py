"""A table as readers see it: headings, labels, per cents and dashes."""

from datetime import date

import pandas as pd
import pytest

from landkaart.rapport.readers_table import ShownTable, value_text


def number(form):
    return {"label": "Getal", "type_config": {"type": "number", "format": form}}


@pytest.mark.parametrize(
    ("value", "column", "text"),
    [
        (67, number("%d%%"), "67%"),
        (3, number("%+d"), "+3"),
        (12, number("%d km"), "12 km"),
        (1234.5, number("localized"), "1.234,5"),
        (2.0, number("localized"), "2"),
        (7, None, "7"),
        (0.25, None, "0.25"),
        (date(2009, 12, 1), {"type_config": {"type": "date", "format": "DD-MM-YYYY"}}, "01-12-2009"),
        ("2009-2", None, "2009-2"),
        (None, number("%d%%"), "–"),
        (pd.NA, None, "–"),
        (pd.NaT, None, "–"),
        (float("nan"), number("%d%%"), "–"),
        ("", None, ""),
    ],
)
def test_a_value_is_written_as_its_column_shows_it(value, column, text):
    assert value_text(value, column) == text


FOUND = ShownTable(
    "Twee",
    lambda: pd.DataFrame(
        {"code": ["a", "b"], "naam": ["Ede", "=1+1"], "score": [67, None], "verschil": ["= Gelijk", "+12"]}
    ),
    {"code": None, "naam": "Werkplein", "score": number("%d%%")},
)


def test_it_goes_into_word_and_excel_with_its_headings_and_a_text_stays_text():
    text = "<td style=\"mso-number-format:'\\@'\">{}</td>"
    rows = [
        "".join(f'<th scope="col">{title}</th>' for title in ("Werkplein", "Getal", "verschil")),
        text.format("Ede") + "<td>67%</td>" + text.format("= Gelijk"),
        text.format("&#x27;=1+1") + "<td>–</td>" + text.format("+12"),
    ]

    head, *body = [f"<tr>{row}</tr>" for row in rows]
    assert FOUND.html() == f'<table border="1"><thead>{head}</thead><tbody>{"".join(body)}</tbody></table>'


def test_as_text_it_has_tabs_and_no_formula_at_all():
    assert FOUND.plain() == "Werkplein\tGetal\tverschil\nEde\t67%\t'= Gelijk\n'=1+1\t–\t+12\n"


def test_only_the_columns_that_are_shown_go_along_in_their_order():
    found = ShownTable("x", FOUND.make, FOUND.columns, order=("score", "naam"))

    assert found.plain().splitlines()[0] == "Getal\tWerkplein"


def test_a_table_without_rows_has_its_headings():
    found = ShownTable("x", lambda: pd.DataFrame({"naam": []}), {})

    assert found.plain() == "naam\n"
