"""Whatever somebody puts into an address where a number or a name belongs: nothing is there, and a sentence says so."""

import re
from urllib.parse import quote

import pytest

from landkaart.web.api.routes import ROUTES as FORMS
from landkaart.web.routes import ROUTES
from tests.steps.visitors import browser_of

HOLE = re.compile(r"{(\w+)(?::\w+)?}")
# What stands in the other places of an address, so that it is this one that is judged.
RIGHT = {
    "tertaal": "2009-2",
    "werkplein": "assen",
    "naam": "landkaart",
    "soort": "png",
    "name": "tabel2_fasen.csv",
    "code": "ketenjaarplan",
}
HUGE = "9" * 400
HOSTILE = {
    "huge": HUGE,
    "above what a database counts to": str(2**63),
    "negative": "-1",
    "unicode digits": "٢٠٠٩-٢",
    "superscript": "²",
    "underscore": "2_009-2",
    "nul": "a\x00b",
    "up": "..\\..\\etc",
    "up, in code": "%2e%2e",
    "long": "x" * 10_000,
    "emoji": "😀",
    "right to left": "\u202e2-9002",
    "space": " ",
    "huge reminder": f"herinnering-{HUGE}.zip",
    "reminder above": f"herinnering-{2**31}.csv",
    "negative reminder": "herinnering--1.zip",
    "unicode reminder": "herinnering-١.zip",
    "nul reminder": "herinnering-1\x00.zip",
    "huge tertaal": f"{HUGE}-1",
    "huge number of a tertaal": f"2009-{HUGE}",
    "formula": "=1+1",
    "markup": "<img src=x onerror=alert(1)>",
}
# By the beginning of the path, where somebody is told more than that there is nothing.
ALSO = {"/toegang/": 410, "/api/v1/": 401}
ASKED = [
    pytest.param(route, method, hole, id=f"{method} {route.path} {hole}")
    for route in ROUTES
    for method in sorted(route.methods - {"HEAD"})
    for hole in HOLE.findall(route.path)
]


def filled(path: str, hole: str, value: str) -> str:
    return HOLE.sub(lambda found: quote(value if found[1] == hole else RIGHT.get(found[1], "x"), safe=""), path)


@pytest.mark.parametrize(("route", "method", "hole"), ASKED)
def test_at_an_address_that_cannot_be_there_is_nothing_and_a_sentence_says_so(landkaart_2009, route, method, hole):
    visitor = browser_of(*(("werkplein", ("assen",)) if route in FORMS or "formulier" in route.path else ("ako",)))
    body = {} if method == "GET" else {"content": b"{}", "headers": {"content-type": "application/json"}}

    wrong = {}
    for name, value in HOSTILE.items():
        answer = visitor.request(method, filled(route.path, hole, value), **body)
        expected = {next((status for begin, status in ALSO.items() if route.path.startswith(begin)), 404)}
        # To who may not fill in a werkplein of that name it is refused before it is looked for.
        expected |= {403} if hole == "werkplein" else set()
        if answer.status_code not in expected or not re.search(r"[A-Z].+[.]", answer.text):
            wrong[name] = answer.status_code, answer.text[:100]

    assert wrong == {}


@pytest.mark.parametrize(
    "path",
    [
        "/download/respons.csv?tertaal={}",
        "/download/logboek.csv?werkplein={}",
        "/download/afspraken.csv?werkplein={}",
        "/download/2009-2/zoeken.csv?w={}",
        "/download/2009-2/achterblijverslijst.csv?limiet={}",
        "/figuur/2009-2/werkplein-score.csv?werkplein={}",
        "/figuur/2009-2/extra-vraag.csv?vraag={}",
        "/figuur/2009-2/landkaart.csv?rij={}",
        "/figuur/2009-2/landkaart.csv?toon={}",
        "/figuur/2009-2/beweging.csv?met={}",
        "/download/2009-2/achterblijverslijst.csv?tertalen={}",
        "/formulier/assen/2009-3?versie={}",
    ],
)
def test_a_choice_that_cannot_be_is_never_a_failure_of_ours(landkaart_2009, path):
    visitor = browser_of("werkplein", ("assen",)) if "formulier" in path else browser_of("ako")

    statuses = {name: visitor.get(path.format(quote(value, safe=""))).status_code for name, value in HOSTILE.items()}

    assert {name: status for name, status in statuses.items() if status >= 500} == {}


@pytest.mark.parametrize("up", ["..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "2009-2%2f..%2f..%2fetc%2fpasswd"])
@pytest.mark.parametrize("folder", ["download", "figuur", "formulier/assen", "omtrek", "toegang"])
def test_no_way_up_leads_out_of_a_folder(landkaart_2009, folder, up):
    answer = browser_of("lezer").get(f"/{folder}/{up}")

    assert answer.status_code < 500
    assert "root:" not in answer.text
