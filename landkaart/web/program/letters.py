"""The letters: a small font with those that nearly all texts are written in; Streamlit's own is asked only for others."""

import re
from collections.abc import Iterable
from functools import cache

from landkaart.web.program.own_files import address_of

# Under which Streamlit asks for them.
NAME = "Source Sans"
# First and last code point of each run: Latin letters, punctuation, the euro, a trade mark, arrows, the minus, a key of
# the Mac, the shapes of the bands, ticks and crosses.
RUNS = (
    *((0, 0x17F), (0x2000, 0x206F), (0x20AC, 0x20AC), (0x2122, 0x2122), (0x2190, 0x2199), (0x2212, 0x2212)),
    *((0x2318, 0x2318), (0x25A0, 0x25FF), (0x2713, 0x2717)),
)
LAST = 0x10FFFF
# As Streamlit says it of its own: only faces of which all else is the same are one font together.
WEIGHTS = "100 900"
UPRIGHT = re.compile(
    rb"(@font-face\{font-family:"
    + NAME.encode()
    + rb";font-weight:"
    + WEIGHTS.encode()
    + rb";font-style:normal;)(src:[^}]*\})"
)


def as_rest(style: bytes) -> bytes:
    """Return a style of Streamlit's in which its font is for what ours does not have: for nothing else is it fetched."""
    return UPRIGHT.sub(rb"\1unicode-range:" + css_ranges(others()).encode() + rb";\2", style)


def others() -> list[tuple[int, int]]:
    """Return the runs of code points between ours."""
    starts = [last + 1 for _, last in RUNS]
    ends = [*(first - 1 for first, _ in RUNS[1:]), LAST]
    return list(zip(starts, ends, strict=True))


def css_ranges(runs: Iterable[tuple[int, int]]) -> str:
    """Write runs as CSS has them: "U+20-17f,U+20ac"."""
    return ",".join(f"U+{first:x}" + (f"-{last:x}" if last > first else "") for first, last in runs)


@cache
def our_letters() -> str:
    """Return the rule that brings ours under the same name; what is written shows at once, in letters that are there."""
    face = f"font-family:{NAME};font-weight:{WEIGHTS};font-style:normal;font-display:swap;unicode-range:{css_ranges(RUNS)}"
    return f'@font-face{{{face};src:url({address_of("letters.woff2")})format("woff2")}}'
