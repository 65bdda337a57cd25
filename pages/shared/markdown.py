"""Pieces of Markdown that mean the same on every page."""

import re

from landkaart.domein.band import Band

SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")

# What looks like an address becomes a link, escaped or not, unless something invisible (a word joiner) breaks it.
LINK_START = re.compile(r"(https?(?=://[\w.-]*\.)|www(?=\.))", re.IGNORECASE)

# Keeps what belongs together on one line.
NBSP = "\u00a0"


def escaped(text: str) -> str:
    """Return what somebody typed, to be shown as he typed it: never as markup, a link or a formula."""
    text = LINK_START.sub("\\1\u2060", text)
    return SPECIAL.sub(r"\\\1", text).replace("\n", "  \n")


def band_label(band: Band) -> str:
    """Return its sign in its colour, and its name."""
    return f':color[{band.sign}]{{foreground="{band.colour}"}} {band.label}'


def legend() -> str:
    """Return the four bands with their edges, in their order; a sign stays on the line of its name."""
    return "&emsp;".join(f"{band_label(band)} ({band.range})".replace(" ", NBSP) for band in Band)
