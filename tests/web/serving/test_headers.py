import base64
import hashlib
import re
from pathlib import Path

import pytest
import streamlit

from landkaart.web.serving.headers import policy
from tests.steps.accounts import make_account, open_session
from tests.steps.visitors import browser

ALWAYS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
}


def answers(visitor):
    """One of each kind: shown, led away, refused, unknown, not allowed, under another name, signed in, a download."""
    visitor.cookies.clear()
    yield visitor.get("/inloggen")
    yield visitor.get("/", headers={"accept": "text/html"})
    yield visitor.get("/media/x")
    yield visitor.get("/_stcore/metrics")
    yield visitor.request("TRACE", "/")
    yield visitor.get("/", headers={"host": "evil.nl"})
    yield visitor.post("/inloggen", headers={"origin": "https://evil.nl"})
    yield visitor.post("/inloggen", data={"adres": "x", "wachtwoord": "y"})
    yield visitor.get("/toegang/iets")
    visitor.cookies.set("sessie", open_session(make_account("lezer")))
    yield visitor.get("/")
    yield visitor.get("/account")
    yield visitor.get("/download/2009-2/groen.csv")


def test_every_answer_has_the_headers_and_is_not_kept_anywhere(visitor):
    seen = list(answers(visitor))

    assert [answer.status_code for answer in seen] == [200, 303, 401, 404, 405, 400, 403, 403, 410, 200, 200, 404]
    for answer in seen:
        assert ALWAYS.items() <= dict(answer.headers).items()
        assert answer.headers["content-security-policy"] == policy()
        assert answer.headers["cache-control"] == "no-store"


def test_only_the_programs_own_files_may_be_kept(visitor):
    answer = visitor.get("/static/js/iets.js")

    assert "cache-control" not in answer.headers
    assert ALWAYS.items() <= dict(answer.headers).items()


def test_only_over_https_a_browser_is_told_to_stay_there(visitor, monkeypatch):
    assert "strict-transport-security" not in visitor.get("/inloggen").headers

    monkeypatch.setenv("LANDKAART_ADRES", "https://landkaart.voorbeeld.nl")
    told = browser("https://landkaart.voorbeeld.nl").get("/inloggen").headers["strict-transport-security"]
    assert told == "max-age=31536000; includeSubDomains"


def test_the_policy_allows_one_inline_script_by_its_hash_and_nothing_from_elsewhere():
    rules = dict(rule.split(" ", 1) for rule in policy().split("; "))

    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    (script,) = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert rules["script-src"] == f"'self' 'sha256-{digest}'"
    assert rules["default-src"] == rules["connect-src"] == rules["form-action"] == "'self'"
    assert rules["object-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
    assert not re.search(r"https?:|\*|unsafe-eval", policy())


@pytest.mark.parametrize("path", ["/inloggen", "/account", "/toegang/iets"])
def test_our_own_pages_hold_nothing_that_the_policy_forbids(visitor, path):
    visitor.cookies.set("sessie", open_session(make_account("lezer")))

    text = visitor.get(path).text

    assert not re.search(r"<script|\son\w+=|javascript:|https?://", text.replace("http://www.w3.org/2000/svg", ""))
