"""What we write is in the letters that go out; Streamlit's, six times as large, are asked for what is not in them."""

import re

from fontTools.ttLib import TTFont

from landkaart.web.program.contents import STREAMLIT, file_at
from landkaart.web.program.document import at_the_head
from landkaart.web.program.letters import NAME, RUNS, css_ranges, others
from landkaart.web.program.own_files import address_of
from landkaart.web.templates import templates_in
from tests.house.source import ROOT
from tests.letters import FONT, OURS, whole_font

KINDS = {".py", ".js", ".css", ".html", ".toml", ".md", ".csv"}
# It knows what files come in with, not what is shown.
INVOER = ROOT / "landkaart" / "invoer"


def is_ours(code: int) -> bool:
    return any(first <= code <= last for first, last in RUNS)


def test_every_sign_that_we_write_is_in_our_letters_as_far_as_streamlits_have_it():
    theirs, mine = TTFont(whole_font()).getBestCmap(), TTFont(FONT).getBestCmap()
    files = [path for room in ("landkaart", "pages") for path in (ROOT / room).rglob("*") if path.suffix in KINDS]
    written = {ord(sign) for path in files if INVOER not in path.parents for sign in path.read_text(encoding="utf-8")}

    assert {ord("é"), ord("◆"), ord("✓")} <= written
    assert {chr(code) for code in written & set(theirs) - set(mine)} == set(), "put it in RUNS, and run `make letters`"
    assert {code for code in theirs if is_ours(code)} <= set(mine), "run `make letters`"


def test_the_letters_are_those_of_streamlit_in_every_weight_and_bear_another_name():
    theirs, mine = TTFont(whole_font()), TTFont(FONT)
    whose = {code: glyph for code, glyph in mine.getBestCmap().items() if code > 0x20}

    assert len(whose) > 300
    for code, glyph in whose.items():
        assert mine["hmtx"][glyph] == theirs["hmtx"][theirs.getBestCmap()[code]], f"{chr(code)}: run `make letters`"
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in mine["fvar"].axes] == [("wght", 200, 900)]
    assert mine["name"].getDebugName(1) == OURS
    assert "SIL Open Font License" in mine["name"].getDebugName(13)
    assert not [str(name) for name in mine["name"].names if "Source" in str(name) and name.nameID != 0]


def test_streamlits_font_is_for_what_ours_does_not_have():
    (path,) = (STREAMLIT / "static" / "css").glob("index.*.css")
    sent = file_at(f"/static/css/{path.name}").plain.decode()

    (face,) = re.findall(rf"@font-face\{{font-family:{NAME};font-weight:[\d ]+;font-style:normal;([^}}]*)\}}", sent)
    assert face.startswith(f"unicode-range:{css_ranges(others())};src:")


def test_runs_and_what_lies_between_them_are_everything_once():
    runs = sorted([*RUNS, *others()])

    assert [last + 1 for _, last in runs[:-1]] == [first for first, _ in runs[1:]]
    assert (runs[0][0], runs[-1][1]) == (0, 0x10FFFF)


def test_the_page_and_the_sign_in_page_bring_them():
    asked = f'url({address_of("letters.woff2")})format("woff2")'

    assert asked in at_the_head()
    assert asked in templates_in(ROOT / "landkaart" / "web" / "sign_in" / "html").globals["letters"]
