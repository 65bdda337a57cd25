"""Colours that can be read and told apart: in light and in the dark, in grey and on paper."""

import tomllib
from itertools import combinations

import pytest

from landkaart.domein.band import Band
from landkaart.domein.vergelijking import Richting
from landkaart.rapport import colours
from landkaart.rapport.colours import IN_THE_DARK, ON_COLOUR, PAPER, TEXT, TINTS, on_screen
from landkaart.settings import ROOT
from tests.steps.colour_blind import SEEN_BY, apart
from tests.steps.contrast import contrast, luminance

# WCAG 2.2, 1.4.3 and 1.4.11: of text, and of what must be seen without being text.
READ, SEEN = 4.5, 3
LIGHT = {colour: colour for colour in IN_THE_DARK}
BOTH = pytest.mark.parametrize("theme", [LIGHT, IN_THE_DARK], ids=["light", "dark"])


def test_contrast_is_as_the_guideline_counts_it():
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54
    assert luminance("#ffffff") == 1


@pytest.mark.parametrize(
    ("shown", "least"), [([band.colour for band in Band], 1.65), ([band.colour_in_the_dark for band in Band], 1.35)]
)
def test_all_bands_are_told_apart_in_grey(shown, least):
    """In the colours that came with the data the ratio of Niet and Volledig was 1.16."""
    assert [pair for pair in combinations(shown, 2) if contrast(*pair) < least] == []


@pytest.mark.parametrize("sight", SEEN_BY)
@pytest.mark.parametrize(
    ("shown", "least"), [([band.colour for band in Band], 30), ([band.colour_in_the_dark for band in Band], 20)]
)
def test_all_bands_are_told_apart_by_the_colour_blind(shown, least, sight):
    assert [pair for pair in combinations(shown, 2) if apart(*pair, sight) < least] == []


@pytest.mark.parametrize("band", Band)
def test_a_number_reads_on_the_colour_of_its_band(band):
    assert contrast(band.text_colour, band.colour) >= READ
    assert contrast(ON_COLOUR, band.colour_in_the_dark) >= READ


@pytest.mark.parametrize("richting", [each for each in Richting if each is not Richting.GELIJK])
def test_a_sign_reads_on_the_colour_of_its_richting(richting):
    assert contrast(PAPER, richting.colour) >= READ
    assert contrast(ON_COLOUR, richting.colour_in_the_dark) >= READ


@BOTH
@pytest.mark.parametrize("ground", [PAPER, colours.GROUND, colours.HEAD, colours.LAND, *TINTS.values()])
def test_text_reads_on_every_ground(theme, ground):
    assert contrast(theme[TEXT], theme[ground]) >= READ


@BOTH
@pytest.mark.parametrize("ink", [colours.QUIET, colours.PRIMARY, colours.BAD, colours.GOOD, colours.NOTICE])
@pytest.mark.parametrize("ground", [PAPER, colours.GROUND])
def test_what_is_beside_the_point_and_what_is_wrong_read_too(theme, ink, ground):
    assert contrast(theme[ink], theme[ground]) >= READ


@BOTH
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (colours.BAD, colours.BAD_GROUND),
        (colours.GOOD, colours.GOOD_GROUND),
        (TEXT, colours.BAD_GROUND),
        (TEXT, colours.GOOD_GROUND),
        (TEXT, colours.NOTICE_GROUND),
        (colours.UNCHANGED, colours.GROUND),
        (colours.LAND_NAMES, colours.LAND),
    ],
)
def test_what_stands_on_a_ground_of_its_own_reads_there(theme, ink, ground):
    assert contrast(theme[ink], theme[ground]) >= READ


@BOTH
@pytest.mark.parametrize("line", [colours.EDGE, colours.FOCUS, *colours.SERIES])
def test_edges_and_lines_are_seen_on_the_page(theme, line):
    assert contrast(theme[line], theme[PAPER]) >= SEEN


@pytest.mark.parametrize("band", Band)
def test_a_band_stands_out_on_a_dark_page_and_on_the_land(band):
    """In light two of them do not by themselves, and have an edge: they are as the report has them."""
    assert contrast(band.colour_in_the_dark, colours.DARK) >= SEEN
    assert contrast(band.colour_in_the_dark, IN_THE_DARK[colours.LAND]) >= SEEN


def test_a_colour_on_the_screen_follows_the_theme():
    assert on_screen(TEXT) == "light-dark(#1a1a1a, #edebe6)"
    with pytest.raises(KeyError):
        on_screen("#123456")


def test_streamlit_has_the_same_colours():
    theme = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    ours = {
        "textColor": colours.TEXT,
        "backgroundColor": PAPER,
        "secondaryBackgroundColor": colours.GROUND,
        "borderColor": colours.EDGE,
        "linkColor": colours.PRIMARY,
    }
    assert theme["light"] == ours | {"primaryColor": colours.PRIMARY}
    assert theme["dark"] == {name: IN_THE_DARK[colour] for name, colour in ours.items()} | {"primaryColor": colours.BUTTON}
    # White words read on a button, which itself is seen on the page.
    assert contrast(PAPER, colours.BUTTON) >= READ
    assert contrast(colours.DARK, colours.BUTTON) >= SEEN
