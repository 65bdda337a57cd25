from dataclasses import replace
from itertools import chain

import pytest

from landkaart.domein.band import Band
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vergelijking import Richting
from landkaart.rapport import figuur_image, heatmap_figuur
from landkaart.rapport.heatmap_figuur import Toon, Volgorde
from landkaart.rapport.herkomst import Herkomst
from tests.steps.factories import beeld, row_with, stand

BEFORE = Tertaal(2009, 1)


def cells_of(spec: dict, mijlpaal: str = "Ketenjaarplan vastgesteld") -> list[tuple]:
    rows = chain.from_iterable(spec["datasets"].values())
    return [(each["rij"], each["teken"], each["uitleg"]) for each in rows if each["mijlpaal"] == mijlpaal and "rij" in each]


def country():
    """a fell, b rose, c is new and scores as b."""
    now = stand(a=row_with("3", ketenjaarplan=0), b="2", c="2")
    return beeld(now, {BEFORE: stand(a="3", b="1")}, namen={"a": "Zwolle", "b": "Breda", "c": "Assen"})


def in_alphabet(found):
    """`namen` comes in the order of the names."""
    return replace(found, namen=dict(sorted(found.namen.items(), key=lambda item: item[1])))


@pytest.mark.parametrize(
    ("volgorde", "expected"),
    [("score", "acb"), ("laagste", "cba"), ("daling", "acb"), ("groei", "bca"), ("naam", "cba"), ("regio", "cba")],
)
def test_equal_ones_stand_in_the_order_of_their_names(volgorde, expected):
    assert "".join(heatmap_figuur.codes_in_order(in_alphabet(country()), BEFORE, Volgorde(volgorde))) == expected


def test_a_region_has_only_its_own(beeld_2009):
    codes = heatmap_figuur.codes_in_order(beeld_2009, BEFORE, Volgorde.NAAM, "Drenthe")

    assert codes == ["assen", "emmen", "hoogeveen"]
    assert "Drenthe" in heatmap_figuur.regions(beeld_2009)


def test_every_region_together_is_the_country(beeld_2009):
    found = [
        heatmap_figuur.codes_in_order(beeld_2009, BEFORE, Volgorde.SCORE, regio)
        for regio in heatmap_figuur.regions(beeld_2009)
    ]

    assert sorted(chain.from_iterable(found)) == sorted(beeld_2009.stand.bands.index)


def test_a_cell_shows_its_band_by_sign_and_name():
    spec = heatmap_figuur.heatmap_figuur(country(), BEFORE, ["a", "b"]).spec

    assert cells_of(spec) == [("Zwolle · 92%", "▼", "Niet"), ("Breda · 66%", "●", "Gedeeltelijk")]


def test_a_cell_shows_what_changed_and_who_is_new():
    spec = heatmap_figuur.heatmap_figuur(country(), BEFORE, ["a", "b", "c"], Toon.VERANDERING).spec

    assert cells_of(spec) == [
        ("Zwolle · 92%", "↓", "Volledig → Niet"),
        ("Breda · 66%", "↑", "In ontwikkeling → Gedeeltelijk"),
        ("Assen · 66%", "+", "Gedeeltelijk"),
    ]
    assert cells_of(spec, "Integrale teams")[0] == ("Zwolle · 92%", "=", "Volledig")


def test_the_legend_has_the_kinds_that_are_there_in_their_own_order():
    def legend(toon):
        return heatmap_figuur.heatmap_figuur(country(), BEFORE, ["a", "b"], toon).spec["layer"][0]["encoding"]["color"][
            "scale"
        ]

    assert legend(Toon.BAND)["domain"] == ["▼ Niet", "● Gedeeltelijk", "◆ Volledig"]
    assert legend(Toon.BAND)["range"] == [band.colour for band in (Band.NIET, Band.GEDEELTELIJK, Band.VOLLEDIG)]
    assert legend(Toon.VERANDERING)["domain"] == ["↑ Vooruit", "= Gelijk", "↓ Achteruit"]
    assert legend(Toon.VERANDERING)["range"][0] == Richting.VOORUIT.colour


def test_the_titles_of_the_mijlpalen_stand_there_in_full_with_the_legend_beside_them():
    found = heatmap_figuur.heatmap_figuur(country(), BEFORE, ["a", "b"])
    boxes = found.spec["layer"][0]["encoding"]

    assert "betrokken<" in figuur_image.svg(found, country(), Herkomst({}))
    assert boxes["x"]["axis"]["minExtent"] >= -boxes["color"]["legend"]["legendY"]


def test_two_werkpleinen_of_one_name_and_score_keep_their_own_rows():
    found = beeld(stand(a="3", b="3"), namen={"a": "Ede", "b": "Ede"})
    spec = heatmap_figuur.heatmap_figuur(found, BEFORE, ["a", "b"]).spec

    assert [row for row, _, _ in cells_of(spec)] == ["Ede · 100% (a)", "Ede · 100% (b)"]


def test_a_long_name_is_cut_and_keeps_its_score():
    found = beeld(stand(a="3"), namen={"a": "Rotterdam Slinge (Dynamo)"})

    assert cells_of(heatmap_figuur.heatmap_figuur(found, BEFORE, ["a"]).spec)[0][0] == "Rotterdam Slinge (Dyn… · 100%"


def test_the_table_has_a_row_per_werkplein_and_a_column_per_mijlpaal(beeld_2009):
    codes = heatmap_figuur.codes_in_order(beeld_2009, BEFORE, Volgorde.SCORE)[:40]
    figuur = heatmap_figuur.heatmap_figuur(beeld_2009, BEFORE, codes)

    assert figuur.tabel.shape == (40, 5 + 14)
    assert figuur.titel == "40 van 125 werkpleinen in 2009-2: band per mijlpaal"


@pytest.mark.parametrize(("n", "pages"), [(0, 1), (1, 1), (40, 1), (41, 2), (12_700, 318)])
def test_forty_stand_on_a_page(n, pages):
    assert heatmap_figuur.pages_of(["w"] * n) == pages
