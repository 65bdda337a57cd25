"""Pieces of Markdown that mean the same on every page."""

import re

from landkaart.domein.band import Band

SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")


def escaped(text: str) -> str:
    """What somebody typed, shown as he typed it: never as markup, a link or a formula."""
    return SPECIAL.sub(r"\\\1", text).replace("\n", "  \n")


def band_label(band: Band) -> str:
    """Sign in its colour, and the name."""
    return f':color[{band.sign}]{{foreground="{band.colour}"}} {band.label}'


def legend() -> str:
    """The four bands with their edges, in their order."""
    return "&emsp;".join(f"{band_label(band)} ({band.range})" for band in Band)
