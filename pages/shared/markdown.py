"""Pieces of Markdown that mean the same on every page."""

import re

from landkaart.domein.band import Band

# Keeps what belongs together on one line.
NBSP = "\u00a0"
SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")
# A line of these makes a heading of the one above it.
RULE = re.compile(r"^=(?==*[ \t]*$)", re.MULTILINE)
# Four of them would make a block of code, in which nothing is escaped.
INDENT = re.compile(r"^[ \t]+", re.MULTILINE)

# What looks like an address becomes a link, escaped or not, unless something invisible (a word joiner) breaks it.
LINK_START = re.compile(r"(https?(?=://[\w.-]*\.)|www(?=\.))", re.IGNORECASE)
# What Streamlit makes a sign or a picture of, escaped or not: "->", "--", ">=" between blanks, and :material/home:.
SIGN = re.compile(r"(?<!\S)[-<>~](?=[->=]{1,2}(?!\S))|:(?=material/|streamlit:)")


def escaped(text: str) -> str:
    """Return what somebody typed, to be shown as he typed it: never as markup, a link or a formula."""
    text = INDENT.sub(lambda found: NBSP * len(found[0]), broken(text))
    return RULE.sub(r"\=", SPECIAL.sub(r"\\\1", text)).replace("\n", "  \n")


def broken(text: str) -> str:
    """Return it with a word joiner in what would become a link, a sign or a picture."""
    return SIGN.sub("\\g<0>\u2060", LINK_START.sub("\\1\u2060", text))


def band_label(band: Band) -> str:
    """Return its sign in its colour, and its name."""
    return f':color[{band.sign}]{{foreground="{band.colour}"}} {band.label}'


def legend() -> str:
    """Return the four bands with their edges, in their order; a sign stays on the line of its name."""
    return "&emsp;".join(f"{band_label(band)} ({band.range})".replace(" ", NBSP) for band in Band)
