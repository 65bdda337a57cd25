import struct
from dataclasses import replace

import pandas as pd
import pytest

from landkaart.domein.band import Band
from landkaart.rapport import figuur_image
from landkaart.rapport.csv_texts import csv_text
from landkaart.rapport.figuur_by_name import FIGUREN, figuur
from landkaart.rapport.herkomst import Herkomst
from tests.steps.factories import beeld, stand

CLOSING = "stand bij de sluiting op 31 augustus 2009 om 24:00 uur"
HERKOMST = Herkomst({"Bron": "SUWI-landkaart", "Tertaal": "2009-2", "Gemaakt": "op 1 september 2009, door Ada <Lezer>"})


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("naam", FIGUREN)
def test_every_figure_becomes_a_drawing_with_its_title_and_its_source(beeld_2009, naam):
    found = figuur(beeld_2009, naam, {})

    drawn = figuur_image.svg(found, beeld_2009, HERKOMST)

    moment = "AKO-indicatie: ook van na de sluiting" if naam == "indicaties" else CLOSING
    assert f"SUWI-landkaart, tertaal 2009-2, {moment}" in drawn
    assert "deze cijfers komen uit een reconstructie" in drawn
    assert found.titel.split()[0] in drawn
    assert "http" not in drawn.replace("http://www.w3.org/", "")
    assert len(csv_text(found.tabel).splitlines()) == len(found.tabel) + 1


def test_a_picture_is_twice_as_large_as_its_drawing(beeld_2009):
    found = figuur(beeld_2009, "tabel2", {})
    drawn = figuur_image.SIZE.search(figuur_image.svg(found, beeld_2009, HERKOMST).replace("'", '"'))

    assert size(figuur_image.png(found, beeld_2009, HERKOMST)) == (2 * int(drawn[1]), 2 * int(drawn[2]))


@pytest.mark.parametrize("naam", ["tabel2", "tabel3"])
def test_a_print_of_the_bands_names_each_with_its_shape_and_its_colour(beeld_2009, naam):
    drawn = figuur_image.svg(figuur(beeld_2009, naam, {}), beeld_2009, HERKOMST)

    for band in Band:
        assert f"<tspan fill='{band.colour}'>{band.sign}</tspan> {band.label} ({band.range})" in drawn


@pytest.mark.parametrize("text", ["=1+1", "<b>&</b>", "Súdwest-Fryslân", "</svg><script>alert(1)</script>"])
def test_what_somebody_typed_stays_text(beeld_2009, text):
    found = replace(figuur(beeld_2009, "tabel2", {}), titel=text, tabel=pd.DataFrame({"naam": pd.array([text], "str")}))

    drawn = figuur_image.svg(found, beeld_2009, HERKOMST)

    assert "<script" not in drawn
    assert "<b>" not in drawn
    assert size(figuur_image.png(found, beeld_2009, HERKOMST)) > (0, 0)


def test_figures_of_a_real_landkaart_carry_no_note_on_reconstruction():
    found = beeld(stand(a="3", b="1"))

    assert "reconstructie" not in figuur_image.svg(figuur(found, "tabel2", {}), found, HERKOMST)


def test_a_figure_of_nobody_does_not_exist():
    with pytest.raises(KeyError):
        figuur(beeld(stand()), "tabel2", {})


def test_a_print_of_the_map_names_its_makers_and_has_every_werkplein_on_it(beeld_2009):
    found = figuur(beeld_2009, "landkaart", {})

    drawn = figuur_image.svg(found, beeld_2009, HERKOMST)

    assert "Kaart: MapSVG, CC BY 4.0 (bewerkt). Plaatsen: GeoNames, CC BY 4.0" in drawn
    assert drawn.count('aria-roledescription="point"') == 127
    for band, number in zip(Band, (7, 44, 70, 4), strict=True):
        assert f"{band.label} ({band.range}) · {number}" in drawn


@pytest.mark.parametrize(
    "params", [{"rij": "onzin"}, {"toon": "onzin"}, {"band": "onzin"}, {"provincie": "Urk"}, {"arbeidsmarktregio": "<b>"}]
)
def test_a_map_that_cannot_be_asked_for_does_not_exist(beeld_2009, params):
    with pytest.raises(KeyError):
        figuur(beeld_2009, "landkaart", params)
