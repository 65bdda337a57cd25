"""Every icon that is shown is in the font that goes out, and the font of Streamlit does not go out beside it."""

import re

import pytest
from fontTools.ttLib import TTFont

from landkaart.web.program.contents import STREAMLIT, file_at
from landkaart.web.program.document import at_the_head
from landkaart.web.program.own_files import address_of
from tests.house.source import ROOT, modules
from tests.icons import FONT, ligatures, names_shown, whole_font


@pytest.fixture(scope="module")
def whole() -> TTFont:
    return TTFont(whole_font())


def test_every_icon_that_a_page_shows_is_in_our_font_and_has_the_same_lines(whole):
    ours, theirs = TTFont(FONT), ligatures(whole)
    mine = ligatures(ours)

    shown = names_shown() & set(theirs)
    assert len(shown) > 100
    assert shown <= set(mine), "run `make icons`"
    for name in shown:
        assert ours["glyf"][mine[name]] == whole["glyf"][theirs[name]], f"{name}: run `make icons`"
        assert ours["hmtx"][mine[name]] == whole["hmtx"][theirs[name]]


def test_every_icon_of_ours_exists_and_is_written_in_full(whole):
    """One that is put together while the program runs would not be found in the code."""
    for path in modules():
        text = path.read_text(encoding="utf-8")
        assert not re.search(r":material/(?![a-z0-9_]+:)", text), f"{path.relative_to(ROOT)}: write the name in full"
        assert set(re.findall(r":material/([a-z0-9_]+):", text)) <= set(ligatures(whole)), path.relative_to(ROOT)


def test_streamlits_style_goes_out_without_its_font_of_icons_and_is_otherwise_the_same():
    (path,) = (STREAMLIT / "static" / "css").glob("index.*.css")
    original, sent = path.read_text(encoding="utf-8"), file_at(f"/static/css/{path.name}").plain.decode()

    (face,) = re.findall(r"@font-face\{[^}]*MaterialSymbols-Rounded[^}]*\}", original)
    ours = re.sub(r"unicode-range:U\+180-1fff,[^;]*;", "", sent, count=1)
    assert ours == original.replace(face, "")


def test_the_head_brings_our_icons_under_the_name_that_streamlit_asks_for():
    name = re.search(r"font-family:(Material Symbols Rounded);", at_the_head())[1]

    scripts = (STREAMLIT / "static" / "js").glob("*.js")
    assert any(name in path.read_text(encoding="utf-8") for path in scripts)
    assert f'url({address_of("iconen.woff2")})format("woff2")' in at_the_head()
