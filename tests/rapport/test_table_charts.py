import re
from itertools import chain

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.stand import TOTAAL
from landkaart.rapport import table_charts
from tests.steps.factories import stand

TITELS = {mijlpaal.code: mijlpaal.titel for mijlpaal in catalogus().mijlpalen}
HEADINGS = {fase.mijlpalen[0].code: fase.naam for fase in catalogus().fasen}
DARK = "#1a1a1a"

WITHOUT_COUNTS = re.compile(r"[^▼■●◆]+(?<! )")


def data_of(spec: dict) -> list[dict]:
    return list(chain.from_iterable(spec["datasets"].values()))


def segments(spec: dict, row: str) -> list[dict]:
    return [each for each in data_of(spec) if each.get("rij") == row]


def labels(spec: dict) -> list[dict]:
    return sorted((each for each in data_of(spec) if "grootte" in each), key=lambda each: each["plek"])


def table3(beeld) -> dict:
    return table_charts.band_bars(beeld.stand.per_mijlpaal(), TITELS, HEADINGS)


def test_the_segments_of_a_row_hold_its_counts_its_shares_and_its_bands(beeld_2009):
    found = segments(table3(beeld_2009), "mt-portefeuilleverdeling")

    assert [(each["naam"], each["band"], each["aantal"], each["aandeel"]) for each in found] == [
        ("Niet", "niet", 23, "18%"),
        ("In ontwikkeling", "in_ontwikkeling", 27, "22%"),
        ("Gedeeltelijk", "gedeeltelijk", 36, "29%"),
        ("Volledig", "volledig", 39, "31%"),
    ]


def test_every_row_of_table_3_counts_all_werkpleinen(beeld_2009):
    spec = table3(beeld_2009)

    assert [sum(each["aantal"] for each in segments(spec, code)) for code in TITELS] == [125] * 14


def test_the_segments_of_a_row_lie_end_to_end_and_fill_the_bar():
    spec = table_charts.band_bars(stand(a="0", b="1", c="2", d="3").totaal(), {TOTAAL: "Totaal"})

    assert [(each["van"], each["tot"]) for each in segments(spec, TOTAAL)] == [
        (0, 0.25),
        (0.25, 0.5),
        (0.5, 0.75),
        (0.75, 1),
    ]


def test_a_count_stands_in_the_middle_of_its_segment():
    spec = table_charts.band_bars(stand(a="0", b="3", c="3", d="3").totaal(), {TOTAAL: "Totaal"})

    assert [each["midden"] for each in segments(spec, TOTAAL)] == [0.125, 0.625]
    [place] = [
        layer["encoding"]["x"]["field"]
        for layer in spec["layer"]
        if layer["encoding"].get("text") == {"field": "tekst", "type": "nominal"} and "field" in layer["encoding"]["x"]
    ]
    assert place == "midden"


def test_a_band_that_nobody_is_in_has_no_segment():
    spec = table_charts.band_bars(stand(a="0", b="3").totaal(), {TOTAAL: "Totaal"})

    assert [each["band"] for each in segments(spec, TOTAAL)] == ["niet", "volledig"]


def test_a_count_stands_with_the_sign_of_its_band_where_that_fits_or_alone_and_above_its_row_where_neither_does():
    wide, narrow, thin = {f"w{n}": "3" for n in range(46)}, {"n1": "2", "n2": "2", "n3": "2"}, {"t": "0"}
    spec = table_charts.band_bars(stand(wide | narrow | thin).totaal(), {TOTAAL: "Totaal"})

    assert [(each["aantal"], each["tekst"]) for each in segments(spec, TOTAAL)] == [(1, ""), (3, "3"), (46, "◆ 46")]
    assert [each["tekst"] for each in labels(spec)] == ["Totaal ▼ 1"]


def test_every_fase_has_a_heading_above_its_first_mijlpaal(beeld_2009):
    expected = []
    for fase in catalogus().fasen:
        expected += [fase.naam, *(mijlpaal.titel for mijlpaal in fase.mijlpalen)]
    found = labels(table3(beeld_2009))

    assert [WITHOUT_COUNTS.match(each["tekst"])[0] for each in found] == expected
    assert [each["plek"] for each in found] == list(range(20))


def test_no_bar_is_drawn_on_the_line_of_a_heading(beeld_2009):
    spec = table3(beeld_2009)
    headings = {each["plek"] for each in labels(spec) if each["tekst"] in HEADINGS.values()}

    assert len(headings) == 6
    assert headings.isdisjoint(each["plek"] for code in TITELS for each in segments(spec, code))


def test_the_average_at_the_end_of_a_row_is_truncated(beeld_2009):
    titles = {TOTAAL: "Totaal", "Borgen": "Borgen"}
    found = labels(table_charts.band_bars(beeld_2009.stand.totaal_and_fasen(), titles))

    assert [(each["tekst"], each["gemiddelde"]) for each in found] == [("Totaal ◆ 4", "67%"), ("Borgen", "44%")]


def test_the_bands_have_their_own_colours_in_their_own_order(beeld_2009):
    scale = table3(beeld_2009)["layer"][0]["encoding"]["color"]["scale"]

    assert scale == {"domain": [band.label for band in Band], "range": [band.colour for band in Band]}


def test_a_count_is_written_in_what_reads_on_its_band(beeld_2009):
    found = {(each["band"], each["kleur"]) for each in data_of(table3(beeld_2009)) if "band" in each}

    assert found == {(band.code, band.text_colour) for band in Band}


def test_a_click_chooses_a_row_and_a_band(beeld_2009):
    (param,) = table3(beeld_2009)["params"]

    assert param["name"] == "segment"
    assert param["select"]["fields"] == ["rij", "band"]


def test_numbers_are_dutch_and_words_are_dark(beeld_2009):
    for spec in (table3(beeld_2009), table_charts.average_line(["2009-1"], [65])):
        assert spec["config"]["locale"]["number"] | {"currency": None} == {
            "decimal": ",",
            "thousands": ".",
            "grouping": [3],
            "currency": None,
        }
        assert spec["config"]["axis"]["labelColor"] == spec["config"]["axis"]["titleColor"] == DARK
        words = [layer["mark"] for layer in spec["layer"] if layer["mark"]["type"] == "text" and "color" in layer["mark"]]
        assert {mark["color"] for mark in words} == {DARK}


def test_the_line_has_a_point_per_tertaal_with_its_average():
    spec = table_charts.average_line(["2008-3", "2009-1", "2009-2"], [60, 65, 67])

    assert data_of(spec) == [
        {"tertaal": "2008-3", "gemiddelde": 60, "tekst": "60%"},
        {"tertaal": "2009-1", "gemiddelde": 65, "tekst": "65%"},
        {"tertaal": "2009-2", "gemiddelde": 67, "tekst": "67%"},
    ]
    assert [layer["mark"]["type"] for layer in spec["layer"]] == ["line", "point", "text"]


def test_the_line_runs_from_0_to_100_whatever_the_averages_are():
    height = table_charts.average_line(["2009-1"], [65])["layer"][0]["encoding"]["y"]

    assert height["scale"]["domain"] == [0, 100]
    assert height["axis"]["values"] == [0, 25, 50, 75, 100]


def test_a_tertaal_without_an_average_is_a_gap_and_a_0_is_not():
    spec = table_charts.average_line(["2008-3", "2009-1"], [None, 0])

    assert [(each["gemiddelde"], each["tekst"]) for each in data_of(spec)] == [(None, ""), (0, "0%")]


def test_the_same_figures_give_the_same_picture(beeld_2009):
    assert table3(beeld_2009) == table3(beeld_2009)
