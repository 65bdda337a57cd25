"""How the colours of ours follow the theme of whoever looks: as variables, in charts, and as light ones on paper."""

from functools import cache

from landkaart.domein.band import Band
from landkaart.rapport import colours
from landkaart.rapport.colours import IN_THE_DARK, ON_COLOUR, PAPER, on_screen

# By what it is for, as `var(--lk-tekst)` in every style of ours.
VARIABLES = {
    "blad": colours.PAPER,
    "tekst": colours.TEXT,
    "stil": colours.QUIET,
    "vlak": colours.GROUND,
    "nadruk": colours.PRIMARY,
    "rand": colours.EDGE,
    "lijn": colours.LINE,
    "fout": colours.BAD,
    "fout-vlak": colours.BAD_GROUND,
    "goed": colours.GOOD,
    "goed-vlak": colours.GOOD_GROUND,
    "let-op": colours.NOTICE,
    "let-op-vlak": colours.NOTICE_GROUND,
    "aanwijzer": colours.FOCUS,
}
CHART = "[data-testid=stVegaLiteChart] svg"
APP = "[data-testid=stApp]"
# The words of what is chosen have the colour of a button, which white words must read on: too dark in the dark.
CHOSEN = (
    f"{APP} :is([role=tab][aria-selected=true],[data-variant][data-selected=true]) :is(p,span){{color:var(--lk-nadruk)}}"
)
# In forced colours grounds are gone, and what is chosen with them.
FORCED = (
    "@media (forced-colors:active){:is([role=tab][aria-selected=true],[data-variant][data-selected=true],"
    "[aria-current=page],[role=menuitemradio][aria-checked=true]){outline:3px solid Highlight;outline-offset:-3px}}"
)
# What was dark on the screen, when Streamlit's own styles give it white letters; pictures and signs keep their colours.
DARK = f":root[data-thema=donker] :is(body,{APP},{APP} :not(svg,svg *,[style*=color]))"


def variables() -> str:
    """Return the rule that makes them known, also inside components."""
    each = "".join(f"--lk-{name}:{on_screen(colour)};" for name, colour in VARIABLES.items())
    return f":root{{color-scheme:light dark;{each}}}"


@cache
def stylesheet() -> str:
    """Return all of it.

    A chart is made for light, and is the same for everybody: its colours are changed where it is shown.
    """
    marks = "".join(
        f'{CHART} [{what}="{light}"]{{{what}:{on_screen(light)}}}' for light in IN_THE_DARK for what in ("fill", "stroke")
    )
    # Where a chart names no colour for words, Streamlit does: that of the theme.
    marks += f'{CHART} [fill="{IN_THE_DARK[colours.TEXT]}"]{{fill:{on_screen(colours.TEXT)}}}'
    # What reads on a colour; with an edge it is the edge of a name on the map.
    inside = f'{CHART} text[fill="{PAPER}"]:not([stroke]){{fill:light-dark({PAPER},{ON_COLOUR})}}'
    # Streamlit takes no other colour than a plain one from Markdown, and writes it its own way.
    words = "".join(
        f'.stMarkdownColoredText[style*="{rgb(band.colour)}"]{{color:{on_screen(band.colour)}!important}}' for band in Band
    )
    rules = (variables(), ":root{background:var(--lk-blad)}", marks, inside, words, CHOSEN, FORCED)
    return "\n".join((*rules, f"@media print{{{on_paper()}}}\n"))


def rgb(colour: str) -> str:
    """Write it as a browser does that was given it as a style: "rgb(194, 65, 12)"."""
    return f"rgb({', '.join(str(part) for part in bytes.fromhex(colour.removeprefix('#')))})"


def on_paper() -> str:
    """Return the rules that make a page light while it is printed."""
    ink, edge = colours.TEXT, colours.EDGE
    return (
        f":root,{APP}{{color-scheme:light!important}}{CHART}{{background-color:transparent!important}}"
        f"{DARK}{{color:{ink}!important;background-color:transparent!important;border-color:{edge}!important}}"
    )
