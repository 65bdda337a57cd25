"""The icons: a font with those that are shown in the place of Streamlit's, in which there are thousands."""

import re
from functools import cache
from pathlib import Path

import streamlit

from landkaart.web.program.own_files import address_of

STYLES = Path(streamlit.__file__).parent / "static" / "static" / "css"
NAME = "Material Symbols Rounded"
FACE = re.compile(rb"@font-face\{[^}]*" + NAME.encode() + rb"[^}]*\}")


def without_icons(style: bytes) -> bytes:
    """Return a style of Streamlit's without the font of its icons: a browser would fetch it beside ours."""
    return FACE.sub(b"", style)


@cache
def our_icons() -> str:
    """Return the rule that brings ours under the same name."""
    face = f"font-family:{NAME};font-style:normal;font-weight:400;font-display:block"
    return f'@font-face{{{face};src:url({address_of("iconen.woff2")})format("woff2")}}'
