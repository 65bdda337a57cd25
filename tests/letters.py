"""Makes the font of the letters: of Streamlit's, those that `letters.RUNS` names; `make letters`."""

from io import BytesIO
from pathlib import Path

import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont

from landkaart.settings import ROOT
from landkaart.surroundings import CONTENT
from landkaart.web.program.letters import RUNS

MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"
FONT = CONTENT / "letters" / "letters.woff2"
FEATURES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"]
# Who changes a font of Source may not call it so.
OURS = "Landkaart Letters"
NAMES = {1: OURS, 3: OURS, 4: OURS, 6: OURS.replace(" ", "")}


def main() -> None:
    """Write the font anew, and say how large it is."""
    FONT.write_bytes(with_only_ours())
    print(f"{FONT.relative_to(ROOT)}: {whole_font().stat().st_size:,} -> {FONT.stat().st_size:,} bytes")


def whole_font() -> Path:
    (found,) = MEDIA.glob("SourceSansVF-Upright.*.woff2")
    return found


def with_only_ours() -> bytes:
    """Return the font with the letters of RUNS in all weights, and only the names that a licence asks."""
    options = subset.Options(
        flavor="woff2", layout_features=FEATURES, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 6, 13, 14]
    )
    font = subset.load_font(str(whole_font()), options)
    smaller = subset.Subsetter(options)
    smaller.populate(unicodes=[code for first, last in RUNS for code in range(first, last + 1)])
    smaller.subset(font)
    for record in font["name"].names:
        record.string = NAMES.get(record.nameID, str(record).replace("SourceSans3VF", NAMES[6]))
    written = BytesIO()
    subset.save_font(font, written, options)
    return written.getvalue()


def signs(path: Path) -> dict[int, str]:
    """Return the glyph of each code point that a font has."""
    return dict(TTFont(path).getBestCmap())


if __name__ == "__main__":
    main()
