import gzip
import re
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from landkaart.domein.fouten import OngeldigBestand
from landkaart.web.serving import language
from landkaart.web.serving.language import OURS, ROUTES, InDutch, require_known_page

STATIC = Path(streamlit.__file__).parent / "static"
WANTS_PAGE = {"accept": "text/html,*/*", "accept-encoding": "gzip"}


@pytest.fixture
def visitor():
    """Of Streamlit's own page, packed as it packs it."""
    routes = [
        Route("/", lambda request: FileResponse(STATIC / "index.html")),
        Route("/eigen", lambda request: HTMLResponse('<html lang="nl"><head></head>Hoi</html>')),
        Route("/tekst", lambda request: PlainTextResponse('<html lang="en">')),
        *ROUTES,
    ]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(InDutch), Middleware(GZipMiddleware, minimum_size=1)]))


def test_streamlits_page_goes_out_as_dutch_with_our_script_and_width_in_its_head(visitor):
    page = visitor.get("/", headers=WANTS_PAGE)

    assert '<html lang="nl"' in page.text
    assert '<head><script src="/taal/nl.js"></script><style>' in page.text
    assert page.headers["content-length"] == str(len(page.content))
    original = (STATIC / "index.html").read_text()
    assert page.text.replace('lang="nl"', 'lang="en"').replace(OURS, "") == original


def test_what_is_no_page_of_streamlit_stays_as_it_is(visitor):
    assert visitor.get("/eigen", headers=WANTS_PAGE).text == '<html lang="nl"><head></head>Hoi</html>'
    assert visitor.get("/tekst", headers=WANTS_PAGE).text == '<html lang="en">'


def test_what_a_program_asks_for_is_packed_and_untouched(visitor):
    with visitor.stream("GET", "/", headers={"accept": "*/*", "accept-encoding": "gzip"}) as answer:
        assert gzip.decompress(b"".join(answer.iter_raw())) == (STATIC / "index.html").read_bytes()


def test_the_script_holds_a_dutch_text_for_each_english_one(visitor):
    script = visitor.get("/taal/nl.js")

    assert script.headers["content-type"] == "text/javascript; charset=utf-8"
    pairs = re.findall(r'"([^"]+)":\s+"([^"]+)",', script.text)
    assert len(pairs) == len(dict(pairs)) > 40


def test_the_page_is_still_the_one_that_we_rewrite():
    require_known_page()


def test_another_page_is_refused_at_the_start(monkeypatch):
    monkeypatch.setattr(language, "ENGLISH", b'<html lang="fr"')
    with pytest.raises(OngeldigBestand, match="de taal erin is zoek"):
        require_known_page()
