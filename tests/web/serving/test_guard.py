"""The guard in front of everything: nobody comes by it, and nobody comes by as somebody else."""

import re

import pytest
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

import app
from landkaart.domein.fouten import OngeldigBestand
from landkaart.web.serving import guard
from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.databases import use
from tests.steps.visitors import HERE, SOCKET, browser, refused, sign_in_as

PAGE = {"accept": "text/html,application/xhtml+xml"}

# Open to whoever is not signed in; everything else that exists must refuse.
OPEN = {
    "/inloggen",
    "/uitloggen",
    "/wachtwoord-vergeten",
    "/toegang/{token}",
    "/oidc/start",
    "/oidc/terug",
    "/oidc/code",
    "/_stcore/health",
    "/gezond",
    "/gereed",
    "/.well-known/security.txt",
}


@pytest.fixture(scope="module")
def streamlit(tmp_path_factory):
    """The app as it is served, with Streamlit behind the guard."""
    with pytest.MonkeyPatch.context() as patch:
        for _ in use(tmp_path_factory.mktemp("guard") / "landkaart.db", patch):
            with TestClient(app.app, base_url=HERE, follow_redirects=False) as client:
                yield client


def test_without_a_cookie_every_route_of_the_app_refuses_but_the_way_in(streamlit, database):
    shut = {}
    for route in app.app._starlette_app.routes:
        if isinstance(route, Route) and route.path not in OPEN:
            path = re.sub(r"{(\w+)[^}]*}", r"\1", route.path)
            shut |= {(method, route.path): streamlit.request(method, path).status_code for method in route.methods}

    assert {path for (_, path), status in shut.items() if status != 401} == {"/_stcore/metrics"}
    assert ("GET", "/media/{file_id:path}") in shut
    assert ("PUT", "/_stcore/upload_file/{session_id}/{file_id}") in shut
    assert ("POST", "/_stcore/agent/interact") in shut
    assert ("GET", "/download/{tertaal}/{name}") in shut
    assert ("GET", "/account") in shut


def test_without_a_cookie_the_socket_of_the_app_refuses(streamlit, database):
    assert [route.path for route in app.app._starlette_app.routes if isinstance(route, WebSocketRoute)] == [
        "/_stcore/stream"
    ]
    assert refused(streamlit)


@pytest.mark.parametrize("path", ["/", "/invullen", "/logboek", "/beheer", "/robots.txt", "/iets", "/.git/config"])
def test_without_a_cookie_every_page_leads_to_the_sign_in_page(streamlit, database, path):
    answer = streamlit.get(path, headers=PAGE)

    assert answer.status_code == 303
    assert answer.headers["location"].split("?")[0] == "/inloggen"


@pytest.mark.parametrize("path", ["/inloggen", "/_stcore/health", "/favicon.png", "/static/index.html"])
def test_without_a_cookie_the_way_in_the_health_check_and_the_programs_own_files_answer(streamlit, database, path):
    assert streamlit.get(path).status_code == 200


def test_who_is_in_gets_the_page(streamlit, database):
    token = open_session(make_account("lezer"))

    answer = streamlit.get("/", headers={**PAGE, "cookie": f"sessie={token}"})

    assert answer.status_code == 200
    assert "<title>" in answer.text


@pytest.mark.parametrize(
    "path",
    ["/static/../account", "/static/..%2faccount", "/static/%2e%2e/account", "/static//account", "/inloggen/../account"],
)
def test_no_crooked_path_leads_past_the_guard(streamlit, database, path):
    answer = streamlit.get(path, headers=PAGE)

    assert "Mijn account" not in answer.text


def test_the_media_are_shut_without_a_cookie_and_with_that_of_who_left(visitor):
    assert visitor.get("/media/abc.csv").status_code == 401

    token = sign_in_as(visitor)
    assert visitor.get("/media/abc.csv").status_code == 200

    visitor.post("/uitloggen")
    visitor.cookies.set("sessie", token)
    assert visitor.get("/media/abc.csv").status_code == 401


def test_what_came_in_as_identity_is_thrown_away(visitor):
    sign_in_as(visitor)
    mine = visitor.get("/wie").json()["sessie"]

    spoofed = {"X-Landkaart-Sessie": "99", "x_landkaart_sessie": "98", "X-LANDKAART_SESSIE": "97"}

    assert mine == ["1"]
    assert visitor.get("/wie", headers=spoofed).json()["sessie"] == mine
    with visitor.websocket_connect(SOCKET, headers={"X-Landkaart-Sessie": "99"}) as socket:
        assert socket.receive_json() == mine


def test_an_identity_that_came_in_opens_nothing_without_a_cookie(visitor):
    token = open_session(make_account("beheer"))

    answer = visitor.get("/wie", headers={"X-Landkaart-Sessie": str(who_has(token).sessie_id)})

    assert answer.status_code == 401


def test_where_the_way_in_is_open_an_identity_that_came_in_is_still_thrown_away(visitor):
    answer = visitor.get("/static/wie", headers={"X-Landkaart-Sessie": "1", "x_landkaart_sessie": "1"})

    assert answer.json()["sessie"] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda token: "",
        lambda token: token[:-1],
        lambda token: token + token,
        lambda token: token[:-1] + ("a" if token[-1] != "a" else "b"),
        lambda token: token.swapcase(),
        lambda token: "%00" + token,
    ],
    ids=["empty", "cut", "doubled", "changed", "other case", "nul"],
)
def test_only_the_cookie_as_it_was_given_lets_in(visitor, spoil):
    token = open_session(make_account("lezer"))

    assert visitor.get("/wie", headers={"cookie": f"sessie={token}"}).status_code == 200
    assert visitor.get("/wie", headers={"cookie": f"sessie={spoil(token)}"}).status_code == 401


def test_of_two_cookies_one_is_looked_at_and_no_mixture(visitor):
    known = open_session(make_account("lezer"))
    first, last = f"sessie={known}; sessie=iets", f"sessie=iets; sessie={known}"

    answers = [visitor.get("/wie", headers={"cookie": cookie}).status_code for cookie in (first, last)]

    assert sorted(answers) == [200, 401]


@pytest.mark.parametrize(
    ("asked", "lands"),
    [
        ("/", "/inloggen"),
        ("/invullen?werkplein=assen", "/inloggen?next=/invullen%3Fwerkplein%3Dassen"),
        ("/?tertaal=2009-2&x=a%20b", "/inloggen?next=/%3Ftertaal%3D2009-2%26x%3Da%2520b"),
    ],
)
def test_whoever_must_sign_in_first_is_led_there_with_the_way_back(visitor, asked, lands):
    answer = visitor.get(asked, headers=PAGE)

    assert (answer.status_code, answer.headers["location"]) == (303, lands)


def test_only_who_wants_a_page_is_led_anywhere(visitor):
    assert visitor.get("/invullen").status_code == 401
    assert visitor.post("/invullen", headers=PAGE).status_code == 401


def test_an_error_of_ours_is_a_number_with_all_headers(visitor, monkeypatch, caplog):
    sign_in_as(visitor)
    monkeypatch.setattr(guard, "find_session", lambda token: 1 / 0)

    answer = visitor.get("/wie")

    assert answer.status_code == 500
    assert "geef dan dit nummer door" in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert "ZeroDivisionError" in caplog.text


def test_without_its_database_the_landkaart_lets_nobody_in(visitor, database):
    sign_in_as(visitor)
    database.rename(database.with_suffix(".away"))

    answer = visitor.get("/wie")

    assert answer.status_code == 503
    assert "niet bereikbaar" in answer.text
    assert str(database) not in answer.text
    assert OngeldigBestand.__name__ not in answer.text


def test_two_browsers_do_not_share_anything(visitor):
    sign_in_as(visitor)

    assert browser().get("/wie").status_code == 401
