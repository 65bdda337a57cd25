"""Typst, which sets pages and draws pictures with the letters that travel with the program."""

import re
from functools import cache
from typing import Any

from landkaart.rapport.rapportage.letters import LETTERS, printable

DPI = 300
CIRCLE, BULLET = re.compile(r"(>[^<>]*?)●"), "<tspan font-size='220%' baseline-shift='-13%'>•</tspan>"
PICTURE = """
#set page(width: float(sys.inputs.width) * 1cm, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)
"""


@cache
def compiler() -> Any:
    """Return Typst with the letters of the report and no others: on every machine it looks the same."""
    import typst

    return typst.Compiler(font_paths=[str(LETTERS)], ignore_system_fonts=True)


def to_png(svg: str, width: float) -> bytes:
    """Turn a drawing into a picture of DPI dots per inch, for a width on paper in centimetres.

    Four times as fast as the library that draws the charts, and a third of the size.
    """
    asked = {"svg": printable(with_circles(svg)), "width": f"{width:.4f}"}
    made: bytes = compiler().compile(input=PICTURE.encode(), format="png", ppi=DPI, sys_inputs=asked)
    return made


def with_circles(svg: str) -> str:
    """Return a drawing with a large bullet for the one sign of the bands that the letters of the report lack.

    Typst would take another letter for all the words beside it, also where the sign alone is said to be in that one.
    """
    return CIRCLE.sub(f"\\1{BULLET}", svg)
