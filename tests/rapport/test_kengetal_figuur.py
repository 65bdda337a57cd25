"""The small charts of the kengetallen: which of the two kinds, and what stands in them."""

from itertools import chain

import pytest

from landkaart.rapport.kengetal_figuur import LINES, kengetal_figuur
from landkaart.rapport.kengetallen import KengetalTabel, kengetal_tabellen
from tests.steps.kengetallen import kengetal, kengetallen_2009

OF_2009 = {each.code: each for each in kengetal_tabellen(kengetallen_2009())}
BARS, LINE, NOTHING = "balken", "lijnen", "niets"


def marks(figuur, *fields: str) -> list[dict]:
    rows = chain.from_iterable(figuur.spec["datasets"].values())
    return [row for row in rows if set(fields) <= set(row)]


def kind(figuur) -> str:
    if figuur is None:
        return NOTHING
    return LINE if any(layer["mark"]["type"] == "line" for layer in figuur.spec["layer"]) else BARS


@pytest.mark.parametrize(
    ("code", "drawn", "met_doel"),
    [
        ("kpi-uitstroom", BARS, True),
        ("kpi-preventie-frictie", BARS, True),
        ("standcijfers", LINE, False),
        ("kabinetsdoelstelling", BARS, False),
        ("klantgerichtheid-werkzoekenden", BARS, False),
        ("klantgerichtheid-werkgevers", NOTHING, False),
        ("bvg", BARS, False),
        ("47.1", BARS, True),
        ("47.4", LINE, False),
        ("47.7", LINE, False),
        ("uitstroom-na-traject", LINE, False),
        ("besteding-w-budget", BARS, False),
        ("re-integratieposities", NOTHING, False),
    ],
)
def test_a_table_is_drawn_as_lines_as_bars_with_their_targets_or_not_at_all(code, drawn, met_doel):
    found = kengetal_figuur(OF_2009[code])

    assert (kind(found), bool(found and found.met_doel)) == (drawn, met_doel)


def test_a_bar_has_its_figure_and_its_target():
    found = kengetal_figuur(OF_2009["kpi-preventie-frictie"])

    bars = {row["naam"]: (row["waarde"], row["doel"], row["tekst"]) for row in marks(found, "naam", "doel")}
    assert bars == {
        "Preventie WW": (8617, 14385, "8.617 (streefwaarde 14.385)"),
        "Frictiewerkloosheid WW": (61622, 38577, "61.622 (streefwaarde 38.577)"),
    }


def test_a_line_has_every_figure_that_there_is_in_the_order_of_the_periodes():
    found = kengetal_figuur(OF_2009["standcijfers"])

    row = [mark["waarde"] for mark in marks(found, "periode", "waarde") if mark["naam"] == "WW-uitkeringen"]
    assert row[:5] == [249, 192, 179, 198, 259]
    assert not [mark for mark in marks(found, "naam") if mark["naam"] == "Nuggers"], "n.b. is not drawn as 0"


def test_only_figures_in_one_unit_are_laid_beside_each_other():
    found = kengetal_figuur(OF_2009["bvg"])

    assert {row["waarde"] for row in marks(found, "naam", "waarde")} == {130, 97, 33, 20}


def test_more_lines_than_can_be_told_apart_are_those_of_all_together():
    years, groups = ("2008", "2009"), ["totaal", *map(str, range(LINES))]
    found = [kengetal("5", periode=year, uitsplitsing=group) for group in groups for year in years]

    drawn = kengetal_figuur(KengetalTabel("banen", tuple(found)))

    assert {row["naam"] for row in marks(drawn, "naam", "periode")} == {"totaal"}


def test_figures_at_the_ends_of_lines_are_not_written_over_each_other():
    values = {"A": ("500", "490"), "B": ("500", "480"), "C": ("500", "20")}
    found = [
        kengetal(value, indicator=name, periode=year)
        for name, pair in values.items()
        for value, year in zip(pair, ("2008", "2009"), strict=True)
    ]

    drawn = kengetal_figuur(KengetalTabel("banen", tuple(found)))

    text = next(layer for layer in drawn.spec["layer"] if layer["mark"]["type"] == "text")
    assert [row["naam"] for row in drawn.spec["datasets"][text["data"]["name"]]] == ["A", "C"]


def test_a_figure_below_zero_has_room_to_the_left():
    drawn = kengetal_figuur(KengetalTabel("banen", (kengetal("-10"), kengetal("5", indicator="B"))))

    [domain] = {tuple(layer["encoding"]["x"]["scale"]["domain"]) for layer in drawn.spec["layer"][:1]}
    assert domain == (-11.5, 6.25)


@pytest.mark.parametrize("found", [(kengetal("n.b."),), (kengetal("toename", eenheid="tekst"),)])
def test_what_is_no_number_is_not_drawn(found):
    assert kengetal_figuur(KengetalTabel("banen", found)) is None
