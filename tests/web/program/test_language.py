import gzip
import re
from pathlib import Path

import brotli
import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from landkaart.domein.fouten import OngeldigBestand
from landkaart.web.program import document
from landkaart.web.program.document import WAITING, WITHOUT_SCRIPT, at_the_head, in_dutch, require_known_page
from landkaart.web.program.language import InDutch
from landkaart.web.program.own_files import address_of, own_file

STATIC = Path(streamlit.__file__).parent / "static"
PATHS = ("/", "/landelijk", "/landelijk/", "/bestaat-niet", "/landelijk/bestaat-niet")
WANTS_PAGE = {"accept": "text/html,*/*", "accept-encoding": "gzip"}


@pytest.fixture
def visitor():
    """Of Streamlit's own page, packed as it packs it."""
    routes = [
        *(Route(path, lambda request: FileResponse(STATIC / "index.html")) for path in PATHS),
        Route("/eigen", lambda request: HTMLResponse('<html lang="nl"><head></head>Hoi</html>')),
        Route("/tekst", lambda request: PlainTextResponse('<html lang="en">')),
    ]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(InDutch), Middleware(GZipMiddleware, minimum_size=1)]))


def test_streamlits_page_goes_out_as_dutch_with_our_script_and_width_in_its_head(visitor):
    page = visitor.get("/", headers=WANTS_PAGE)

    assert '<html lang="nl"' in page.text
    assert f'<head><script src="{address_of("nl.js")}"></script><style>' in page.text
    original = (STATIC / "index.html").read_text()
    theirs = re.search(r"<noscript>.*?</noscript>", original, re.DOTALL)[0]
    ours = page.text.replace('lang="nl"', 'lang="en"').replace(at_the_head(), "").replace(WITHOUT_SCRIPT, theirs)
    letters = re.search(r"\./static/media/SourceSansVF-Upright[^\"]*", original)[0]
    ours = ours.replace(address_of("letters.woff2"), letters)
    assert ours.replace(WAITING, '<div id="root"></div>') == original


def test_until_the_script_is_there_the_page_says_what_it_waits_for_and_what_it_needs(visitor):
    text = visitor.get("/", headers=WANTS_PAGE).text

    assert "De landkaart wordt geladen…" in re.search(r'<div id="root">(.*)</div>', text)[1]
    assert "werkt alleen met JavaScript" in re.search(r"<noscript>(.*)</noscript>", text, re.DOTALL)[1]


def test_the_page_is_packed_for_who_can_unpack_it(visitor):
    wanted = {"accept": "text/html", "accept-encoding": "gzip, br"}
    with visitor.stream("GET", "/", headers=wanted) as answer:
        body = b"".join(answer.iter_raw())

    assert answer.headers["content-encoding"] == "br"
    assert answer.headers["content-length"] == str(len(body))
    assert brotli.decompress(body) == in_dutch((STATIC / "index.html").read_bytes())


def test_an_address_without_a_page_of_ours_is_answered_as_not_found_with_the_page_that_says_so(visitor):
    answers = [visitor.get(path, headers=WANTS_PAGE) for path in PATHS]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 404, 404]
    assert len({answer.text for answer in answers}) == 1


def test_what_is_no_page_of_streamlit_stays_as_it_is(visitor):
    assert visitor.get("/eigen", headers=WANTS_PAGE).text == '<html lang="nl"><head></head>Hoi</html>'
    assert visitor.get("/tekst", headers=WANTS_PAGE).text == '<html lang="en">'


def test_what_a_program_asks_for_is_packed_and_untouched(visitor):
    with visitor.stream("GET", "/", headers={"accept": "*/*", "accept-encoding": "gzip"}) as answer:
        assert gzip.decompress(b"".join(answer.iter_raw())) == (STATIC / "index.html").read_bytes()


def test_the_script_holds_a_dutch_text_for_each_english_one():
    pairs = re.findall(r'"([^"]+)":\s+"([^"]+)",', own_file("nl.js").plain.decode())
    assert len(pairs) == len(dict(pairs)) > 40


def test_the_page_is_still_the_one_that_we_rewrite():
    require_known_page()


def test_another_page_is_refused_at_the_start(monkeypatch):
    monkeypatch.setattr(document, "ONCE", (b'<html lang="fr"',))
    with pytest.raises(OngeldigBestand, match="de taal erin is zoek"):
        require_known_page()
