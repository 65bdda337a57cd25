from itertools import chain

import pandas as pd
import pytest

from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import beweging_figuur, drijfveren_figuur, overgangen_figuur
from landkaart.rapport.beweging_figuur import bar_width, place_of, points_text
from tests.steps.factories import beeld, row_with, stand

BEFORE = Tertaal(2009, 1)


def data_of(spec: dict) -> list[dict]:
    return list(chain.from_iterable(spec["datasets"].values()))


def bars_of(spec: dict) -> list[dict]:
    return [each for each in data_of(spec) if "aantal" in each]


def moved():
    """One falls 2 (from 100 to 97), two rise 2 (from 0 to 2), one stays, one came and one left."""
    less, more = row_with("3", ketenjaarplan=2), row_with("0", ketenjaarplan=1)
    now = stand(a=less, b=more, c=more, d="1", late="1")
    return beeld(now, {BEFORE: stand(a="3", b="0", c="0", d="1", gone="2")}, namen={"gone": "gone"})


def test_a_bar_counts_who_moved_so_many_points_and_names_them():
    spec = beweging_figuur.beweging_figuur(moved(), BEFORE).spec

    assert [(each["punten"], each["soort"], each["aantal"], each["namen"]) for each in bars_of(spec)] == [
        ("−3", "↓ Achteruit", 1, "a"),
        ("+2", "↑ Vooruit", 2, "b, c"),
    ]


def test_the_axis_has_every_number_of_points_between_the_largest_fall_and_the_largest_rise():
    spec = beweging_figuur.beweging_figuur(moved(), BEFORE).spec

    assert spec["layer"][0]["encoding"]["x"]["scale"]["domain"] == ["−3", "−2", "−1", "0", "+1", "+2"]


def test_the_table_has_everybody_also_who_came_and_who_left():
    table = beweging_figuur.beweging_figuur(moved(), BEFORE).tabel

    assert table[["code", "richting"]].to_numpy().tolist() == [
        ["a", "achteruit"], ["b", "vooruit"], ["c", "vooruit"], ["late", "nieuw"], ["gone", "verdwenen"], ["d", "gelijk"],
    ]  # fmt: skip
    assert table.loc[4, "score_vorig"] == 66
    assert pd.isna(table.loc[4, "score"])
    assert pd.isna(table.loc[3, "verschil"])


def test_the_title_says_how_many_of_how_many():
    assert beweging_figuur.beweging_figuur(moved(), BEFORE).titel == (
        "Hoeveel punten schoven werkpleinen op van 2009-1 naar 2009-2? 2 vooruit, 1 achteruit, van 5 werkpleinen"
    )


def test_who_moved_less_than_a_point_stands_at_0_in_the_colour_of_his_direction():
    # 37.79 became 37.71.
    before, now = row_with("1", ketenjaarplan=3), row_with("1", ketenjaarplan=2, klantverbetercyclus=2)
    spec = beweging_figuur.beweging_figuur(beeld(stand(a=now), {BEFORE: stand(a=before)}), BEFORE).spec

    assert [(each["punten"], each["richting"]) for each in bars_of(spec)] == [("0", "achteruit")]


@pytest.mark.parametrize(("changes", "width"), [([-20, 19], 1), ([-20, 20], 2), ([0, 79], 2), ([-100, 100], 10), ([], 1)])
def test_bars_grow_wider_when_there_would_be_more_than_forty(changes, width):
    assert bar_width(pd.Series(changes, dtype="Int64")) == width


@pytest.mark.parametrize(("points", "text"), [(0, "0"), (1, "+5"), (5, "+5"), (6, "+10"), (-1, "−5"), (-6, "−10")])
def test_a_wide_bar_is_called_by_the_edge_that_lies_furthest_away(points, text):
    assert points_text(place_of(points, 5), 5) == text


def test_many_names_behind_a_bar_are_cut_and_counted():
    werkpleinen = {f"w{number}": "1" for number in range(8)}
    before = {BEFORE: stand(dict.fromkeys(werkpleinen, "0"))}

    (bar,) = bars_of(beweging_figuur.beweging_figuur(beeld(stand(werkpleinen), before), BEFORE).spec)

    assert bar["namen"] == "w0, w1, w2, w3, w4, w5 en nog 2"


def test_when_nobody_moved_there_is_no_bar():
    assert not bars_of(beweging_figuur.beweging_figuur(beeld(stand(a="1"), {BEFORE: stand(a="1")}), BEFORE).spec)


def test_the_bars_of_the_drijfveren_lie_on_both_sides_of_the_middle(beeld_2009):
    figuur = drijfveren_figuur.drijfveren_figuur(beeld_2009, BEFORE)
    found = [each for each in bars_of(figuur.spec) if each["rij"] == "marktbewerkingsplan"]

    assert [(each["soort"], each["tot"], each["tekst"]) for each in found] == [
        ("↓ gedaald", -9, "↓ 9"),
        ("↑ gestegen", 3, "↑ 3"),
    ]
    assert figuur.tabel["gedaald"].sum() == -sum(each["tot"] for each in bars_of(figuur.spec) if each["tot"] < 0)


def test_the_drijfveren_of_those_that_fell_are_theirs_only(beeld_2009):
    figuur = drijfveren_figuur.drijfveren_figuur(beeld_2009, BEFORE, "achteruit")

    assert figuur.titel.startswith("Op welke mijlpalen stegen en daalden 13 werkpleinen die achteruit gingen")
    assert figuur.tabel.set_index("mijlpaal").loc["Gezamenlijk marktbewerkingsplan", "gedaald"] == 9
    assert figuur.tabel["gestegen"].sum() == 0


def test_every_fase_has_its_heading_in_the_drijfveren(beeld_2009):
    lines = [each for each in data_of(drijfveren_figuur.drijfveren_figuur(beeld_2009, BEFORE).spec) if "hoogte" in each]

    assert len(lines) == 14 + 6
    assert len({each["plek"] for each in lines}) == 20


def test_a_cell_of_the_overgangen_holds_its_count_and_which_way_it_went(beeld_2009):
    figuur = overgangen_figuur.overgangen_figuur(beeld_2009, BEFORE)
    cells = {(each["van"], each["naar"]): each["tekst"] for each in data_of(figuur.spec)}

    assert len(cells) == 16
    assert cells["in_ontwikkeling", "gedeeltelijk"] == "↑ 10"
    assert cells["gedeeltelijk", "in_ontwikkeling"] == "↓ 2"
    assert cells["volledig", "volledig"] == "4"
    assert cells["niet", "volledig"] == "–"


def test_who_came_and_who_left_get_a_line_of_their_own_when_there_are_any():
    figuur = overgangen_figuur.overgangen_figuur(moved(), BEFORE)
    cells = {(each["van"], each["naar"]): each["aantal"] for each in data_of(figuur.spec)}

    assert len(cells) == 25
    assert cells["nieuw", "in_ontwikkeling"] == 1
    assert cells["gedeeltelijk", "verdwenen"] == 1


def test_a_click_chooses_what_the_names_are_asked_by(beeld_2009):
    figures = [beweging_figuur.beweging_figuur(beeld_2009, BEFORE), drijfveren_figuur.drijfveren_figuur(beeld_2009, BEFORE)]
    figures.append(overgangen_figuur.overgangen_figuur(beeld_2009, BEFORE))

    picks = {param["name"]: param["select"]["fields"] for figuur in figures for param in figuur.spec["params"]}

    assert picks == {"balk": ["rij", "richting"], "cel": ["van", "naar"]}
