"""Makes the font of the icons: of the thousands of Streamlit, those that its program and ours show; `make icons`."""

import re
from io import BytesIO
from pathlib import Path

import streamlit
from fontTools import subset
from fontTools.ttLib import TTFont

from landkaart.settings import ROOT
from landkaart.surroundings import CONTENT

SHOWN = re.compile(r"material/([a-z0-9_]+)")
STATIC = Path(streamlit.__file__).parent / "static" / "static"
FONT = CONTENT / "iconen" / "iconen.woff2"
# What Streamlit puts into a page from Python, under a name that stands in no script.
FROM_PYTHON = {"check", "error"}


def main() -> None:
    """Write the font anew, and say how large it is."""
    whole = whole_font()
    FONT.write_bytes(with_only(whole, names_shown() & set(ligatures(TTFont(whole)))))
    print(f"{FONT.relative_to(ROOT)}: {whole.stat().st_size:,} -> {FONT.stat().st_size:,} bytes")


def whole_font() -> Path:
    (found,) = (STATIC / "media").glob("MaterialSymbols-Rounded.*.woff2")
    return found


def names_shown() -> set[str]:
    """Return every name of an icon that a script of Streamlit's or code of ours holds."""
    ours = [path for room in ("pages", "landkaart") for path in (ROOT / room).rglob("*.py")]
    texts = (path.read_text(encoding="utf-8") for path in (*ours, *(STATIC / "js").glob("*.js")))
    return FROM_PYTHON | {name for text in texts for name in SHOWN.findall(text)}


def ligatures(font: TTFont) -> dict[str, str]:
    """Return the glyph by the name that is written for it: a font of icons shows one sign for a whole word."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items()}
    found = {}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in (getattr(each, "ExtSubTable", each) for each in lookup.SubTable):
            for first, rest in table.ligatures.items():
                found |= {"".join(letters[sign] for sign in (first, *each.Component)): each.LigGlyph for each in rest}
    return found


def with_only(file: Path, names: set[str]) -> bytes:
    """Return the font with the icons of these names, and the letters to write them with."""
    options = subset.Options(flavor="woff2", layout_features=["*"], layout_closure=False, notdef_outline=True)
    font = subset.load_font(str(file), options)
    signs = ligatures(font)
    smaller = subset.Subsetter(options)
    smaller.populate(text="".join(names), glyphs=[signs[name] for name in names])
    smaller.subset(font)
    written = BytesIO()
    subset.save_font(font, written, options)
    return written.getvalue()


if __name__ == "__main__":
    main()
