"""The colours of all that is drawn and written, and what each becomes on a dark screen. Paper and files are light always.

Those of bands and directions are theirs in the domein.
"""

from collections.abc import Mapping

from landkaart.domein.band import Band
from landkaart.domein.vergelijking import Richting

PAPER = "#ffffff"
TEXT = "#1a1a1a"
# Of what is beside the point.
QUIET = "#5c5c5c"
GROUND = "#f5f3ee"
PRIMARY = "#154273"
EDGE = "#767676"
# Of what is wrong, of what is well, of what asks for attention: text or edge, and the ground under it.
BAD, BAD_GROUND = "#a3260a", "#fdf0ea"
GOOD, GOOD_GROUND = "#00664f", "#e9f5f1"
NOTICE, NOTICE_GROUND = "#8a6100", "#fdf3d8"
ALARM = "#a3195b"
FOCUS = "#c77700"
# Lines in charts and tables.
GRID, GUIDE, LINE = "#e3e0d8", "#b5b0a5", "#c9c4b8"
# Heads of tables, cells to type in.
HEAD, TO_TYPE = "#e8eef5", "#fff9e5"
# The map: the land, the names on it, who has no stand.
LAND, LAND_NAMES, EMPTY = "#ebe7df", "#6b675e", "#cfcac0"
SECOND = "#8a5a00"
RANGE = "#b9c6d8"
# Of a sign that says that nothing changed, on GROUND.
UNCHANGED = "#5f5b52"
# Tints that dark text reads on.
TINTS: Mapping[Richting, str] = {
    Richting.VOORUIT: "#c3d0e3",
    Richting.ACHTERUIT: "#efc6d8",
    Richting.GELIJK: "#e0ddd5",
    Richting.NIEUW: "#d9d3ea",
}
# Of lines that only their names tell apart, with dashes beside them.
SERIES = (PRIMARY, SECOND, "#39870c", "#a90061", "#007bc7", "#696969")
# Those of Vega itself, where a chart names none: ticks and what an axis stands on.
AXIS, TICKS = "#888", "#ddd"

# Of a button on a dark screen.
BUTTON = "#3a74b5"
# What the page of a dark screen is, and what reads on a colour there; on a light one that is the text_colour of a band.
DARK, ON_COLOUR = "#14171b", "#000000"
IN_THE_DARK: Mapping[str, str] = {
    PAPER: DARK,
    TEXT: "#edebe6",
    QUIET: "#b3b0aa",
    GROUND: "#21252b",
    PRIMARY: "#9cc3f0",
    EDGE: "#8a8a8a",
    BAD: "#ff9d85",
    BAD_GROUND: "#3a1d15",
    GOOD: "#6fd0b3",
    GOOD_GROUND: "#12302a",
    NOTICE: "#e0b04d",
    NOTICE_GROUND: "#352a10",
    FOCUS: "#ffb843",
    GRID: "#33373d",
    GUIDE: "#67635b",
    LINE: "#454a51",
    HEAD: "#263445",
    LAND: "#23282e",
    LAND_NAMES: "#a8a296",
    EMPTY: "#6f6b64",
    SECOND: "#e0a94a",
    RANGE: "#3a5170",
    UNCHANGED: "#b9b3a6",
    "#c3d0e3": "#2b4363",
    "#efc6d8": "#5e2a44",
    "#e0ddd5": "#363a40",
    "#d9d3ea": "#3d3757",
    "#39870c": "#7cc24c",
    "#a90061": "#f27db8",
    "#007bc7": "#5eb6f0",
    "#696969": "#a6a6a6",
    AXIS: "#8f8f8f",
    TICKS: "#4a4e55",
    **{band.colour: band.colour_in_the_dark for band in Band},
    **{richting.colour: richting.colour_in_the_dark for richting in Richting},
}


def on_screen(colour: str) -> str:
    """Write a colour as CSS that follows the theme of whoever looks.

    Raises KeyError for one that has no counterpart in the dark.
    """
    return f"light-dark({colour}, {IN_THE_DARK[colour]})"
