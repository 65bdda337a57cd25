import json
from dataclasses import replace

import pytest

from landkaart.domein.band import Band
from landkaart.domein.kaart import KaartKeuze
from landkaart.domein.werkplein import Werkplein
from landkaart.rapport.kaart_figuur import BRON, kaart_figuur
from tests.steps.factories import beeld, stand


def drawn(figuur) -> dict[str, int]:
    """How many signs of each kind there are, by what the legend calls them."""
    [signs] = [layer for layer in figuur.spec["layer"] if layer["mark"]["type"] == "point"]
    rows = figuur.spec["datasets"][signs["data"]["name"]]
    domain = signs["encoding"]["shape"]["scale"]["domain"]
    return {name: sum(row["soort"] == name for row in rows) for name in domain}


def test_the_map_of_2009_2_has_the_counts_of_table_2_and_two_without_an_answer(beeld_2009):
    figuur = kaart_figuur(beeld_2009, KaartKeuze())

    assert drawn(figuur) == {
        "Niet (0-32%) · 7": 7,
        "In ontwikkeling (33-65%) · 44": 44,
        "Gedeeltelijk (66-99%) · 70": 70,
        "Volledig (100%) · 4": 4,
        "Geen opgave · 2": 2,
    }
    assert figuur.titel == "127 werkpleinen in 2009-2, band op de totale score"


def test_the_map_of_the_change_has_the_counts_of_the_report(beeld_2009):
    figuur = kaart_figuur(beeld_2009, KaartKeuze(verandering=True))

    assert drawn(figuur) == {
        "Vooruit · 49": 49,
        "Gelijk · 63": 63,
        "Achteruit · 13": 13,
        "Nieuw · 0": 0,
        "Geen opgave · 2": 2,
    }


def test_on_a_mijlpaal_the_map_has_the_counts_of_table_3(beeld_2009):
    figuur = kaart_figuur(beeld_2009, KaartKeuze("mt-portefeuilleverdeling"))

    assert list(drawn(figuur).values()) == [23, 27, 36, 39, 2]
    assert figuur.titel == "127 werkpleinen in 2009-2, band op LWI-MT portefeuille verdeling"


def test_every_kind_has_a_sign_and_a_colour_of_its_own(beeld_2009):
    for keuze in (KaartKeuze(), KaartKeuze(verandering=True)):
        [signs] = [layer for layer in kaart_figuur(beeld_2009, keuze).spec["layer"] if layer["mark"]["type"] == "point"]
        looks = [signs["encoding"][name]["scale"]["range"] for name in ("shape", "color")]
        assert len(set(zip(*looks, strict=True))) == 5


def test_the_table_says_what_the_map_draws(beeld_2009):
    tabel = kaart_figuur(beeld_2009, KaartKeuze(provincie="Drenthe")).tabel

    assert tabel[["naam", "score", "band"]].values.tolist()[0] == ["Assen", 100, "◆ Volledig"]
    assert set(tabel["provincie"]) == {"Drenthe"}
    assert "lat" not in tabel.columns


def test_who_never_submitted_has_no_score_in_the_table(beeld_2009):
    tabel = kaart_figuur(beeld_2009, KaartKeuze()).tabel

    silent = tabel[tabel["band"].isna()]
    assert len(silent) == 2
    assert silent["score"].isna().all()


def test_the_green_ones_are_named_on_the_map(beeld_2009):
    spec = kaart_figuur(beeld_2009, KaartKeuze()).spec

    names = [row["naam"] for row in spec["datasets"][spec["layer"][-1]["data"]["name"]]]
    assert names == ["Assen", "Enschede", "Hoogeveen", "Venlo"]


@pytest.mark.parametrize(("number", "named"), [(12, 12), (13, 0)])
def test_as_many_names_stand_on_the_map_as_fit_and_else_none(number, named):
    codes = [f"w{place}" for place in range(number)]
    places = {code: Werkplein(code, code, "", "", "", "", None, None, None, 52, 5) for code in codes}
    green = replace(beeld(stand(dict.fromkeys(codes, "3"))), werkpleinen=places)

    spec = kaart_figuur(green, KaartKeuze()).spec

    bold = [layer for layer in spec["layer"] if layer["mark"].get("fontWeight") == 700]
    names = [[row["naam"] for row in spec["datasets"][layer["data"]["name"]]] for layer in bold]
    # Twice: a light edge below the letters.
    assert names == ([codes, codes] if named else [])


@pytest.mark.parametrize("keuze", [KaartKeuze(), KaartKeuze(band=Band.NIET, provincie="Drenthe")])
def test_the_map_brings_everything_itself(beeld_2009, keuze):
    """Nothing is fetched: the outlines are in the spec, and what an outline needs is 12 provinces."""
    spec = kaart_figuur(beeld_2009, keuze).spec

    assert "url" not in json.dumps(spec)
    assert len(spec["layer"][0]["data"]["values"]["objects"]["provincies"]["geometries"]) == 12


def test_the_source_of_the_map_is_named_in_full():
    assert BRON == "Kaart: MapSVG, CC BY 4.0 (bewerkt). Plaatsen: GeoNames, CC BY 4.0"
