"""Who may, until when, and from where: every route in every role."""

from datetime import timedelta

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from db.actions.namens import begin_namens
from db.actions.sessies import end_session
from db.actions.uitzonderingen import give_uitstel
from db.engine import read_session, write_session
from db.queries.sessies import by_token
from landkaart.domein.clock import system_now
from landkaart.domein.namens import Opgavewijze
from landkaart.web.api.routes import FORM, ROUTES, XLSX, Api
from landkaart.web.serving.guard import Guard
from tests.steps.forms import HOST, Form, manager, somebody
from tests.steps.perform import perform
from tests.steps.small_landkaart import CODES, DURING, NU, SLUIT, VISIE, everything

LAST_SECOND = SLUIT - timedelta(seconds=1)
# Of each route: method, path below the form, and a body that a form could send.
ASKED = {
    "GET": ("GET", "", None),
    "PUT veld": ("PUT", f"/veld/band/{VISIE}", {"waarde": "niet", "gezien": None}),
    "POST bevestig": ("POST", "/bevestig", {"mijlpalen": [VISIE]}),
    "POST bevestig/terug": ("POST", "/bevestig/terug", {"mijlpalen": [VISIE]}),
    "POST indien": ("POST", "/indien", {"gezien": {}}),
    "POST akkoord": ("POST", "/akkoord", {"versie": 1}),
    "DELETE akkoord": ("DELETE", "/akkoord", {"versie": 1}),
    "POST werkmap": ("POST", "/werkmap", None),
}
WRITES = [name for name in ASKED if name not in ("GET", "POST werkmap")]
# What a manager of the werkplein gets: it is his, whatever the form then says of it.
OWN = {"GET": 200, "PUT veld": 200, "POST bevestig": 200, "POST bevestig/terug": 200, "POST indien": 422}
OWN |= {"POST akkoord": 422, "DELETE akkoord": 200, "POST werkmap": 422}


def ask(form: Form, name: str, **headers: str):
    method, path, body = ASKED[name]
    if name == "POST werkmap":
        return form.client.post(form.base + path, content=b"x", headers={"content-type": XLSX, **headers})
    return form.client.request(method, form.base + path, json=body, headers=headers)


def test_every_route_stands_in_the_matrix():
    known = {(method, route.path.removeprefix(FORM)) for route in ROUTES for method in route.methods - {"HEAD"}}
    asked = {(method, "/veld/{soort}/{code}" if path.startswith("/veld") else path) for method, path, _ in ASKED.values()}

    assert asked == known, "add to ASKED every route of a form"


@pytest.mark.parametrize("name", ASKED)
def test_who_may_fill_in_is_answered_and_nobody_else(open_round, name):
    ako, beheer, lezer = (somebody(rol) for rol in ("ako", "beheer", "lezer"))
    people = {"eigen": manager(), "ander": somebody("werkplein", ["breda"]), "ako": ako, "beheer": beheer, "lezer": lezer}

    found = {who: ask(form, name) for who, form in people.items()}

    assert found.pop("eigen").status_code == OWN[name]
    assert {who: (answer.status_code, answer.json()["code"]) for who, answer in found.items()} == dict.fromkeys(
        found, (403, "recht")
    )


# What the AKO gets once it began: as the werkplein itself, but it signs nothing.
ON_BEHALF = OWN | {"POST akkoord": 403, "DELETE akkoord": 403}


@pytest.mark.parametrize("name", ASKED)
def test_the_ako_is_answered_where_it_began_to_fill_in_on_behalf_and_nowhere_else(open_round, name):
    ako = somebody("ako")
    elsewhere = Form(ako.token, werkplein="breda")
    perform(begin_namens, werkplein="assen", tertaal=NU, wie="J. Jansen", hoe=Opgavewijze.TELEFOON)

    assert ask(ako, name).status_code == ON_BEHALF[name]
    assert (ask(elsewhere, name).status_code, ask(elsewhere, name).json()["code"]) == (403, "recht")
    assert ask(somebody("beheer"), name).status_code == 403


def test_what_the_ako_saves_and_submits_says_so_to_whoever_looks(open_round):
    ako, own = somebody("ako", naam="A. Ko"), manager()
    perform(begin_namens, werkplein="assen", tertaal=NU, wie="J. Jansen", hoe=Opgavewijze.TELEFOON)
    for code in CODES:
        ako.save(f"band/{code}", "volledig")
    assert ako.submit().json()["ingediend"]["mag_akkoord"] is False

    seen = own.state()
    assert seen["velden"][f"band/{VISIE}"]["door"] == "A. Ko, namens het werkplein"
    assert seen["ingediend"]["door"] == "A. Ko, namens het werkplein (J. Jansen, per telefoon)"
    assert seen["ingediend"]["mag_akkoord"] is True
    for form in (ako, own):
        printed = form.client.get(f"{form.paper}?versie=1")
        assert "A. Ko, namens het werkplein (J. Jansen, per telefoon)." in printed.text


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("token", [None, "x" * 43], ids=["no cookie", "somebody's old one"])
def test_who_is_not_in_is_told_in_json_and_led_nowhere(open_round, name, token):
    before = everything()

    answer = ask(Form(token), name, accept="text/html")

    assert (answer.status_code, answer.json()["code"]) == (401, "sessie")
    assert "Meld u opnieuw aan" in answer.json()["zin"]
    assert everything() == before


@pytest.mark.parametrize("name", WRITES)
@pytest.mark.parametrize("token", [None, "x" * 43], ids=["no cookie", "somebody's old one"])
@pytest.mark.parametrize("body", [b"", b"[", b"x" * 100_000], ids=["none", "no JSON", "far too large"])
def test_what_is_wrong_with_a_body_is_told_only_to_who_is_in(open_round, name, token, body):
    form, (method, path, _) = Form(token), ASKED[name]

    answer = form.client.request(method, form.base + path, content=body, headers={"content-type": "text/plain"})

    assert (answer.status_code, answer.json()["code"]) == (401, "sessie")


@pytest.mark.parametrize("path", ["", "/", "/api/", "/api/iets", "/indien/", "/veld/band"])
def test_another_address_or_method_is_not_there_and_leads_nowhere(form, path):
    address = path if path.startswith("/api/") else form.base + path
    method = "PATCH" if path == "" else "POST"

    inside, outside = (each.client.request(method, address, json={}) for each in (form, Form()))

    assert (inside.status_code, inside.json()["code"]) == (404, "onbekend")
    assert (outside.status_code, outside.json()["code"]) == (401, "sessie")


@pytest.mark.parametrize("name", [name for name in ASKED if name != "GET"])
@pytest.mark.parametrize(
    "headers", [{"origin": "https://ergens.nl"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}]
)
def test_another_site_cannot_act_for_a_manager(form, name, headers):
    before = everything()

    answer = ask(form, name, **headers)

    assert (answer.status_code, answer.json()) == (403, {"code": "recht", "zin": "Dit verzoek komt van een andere site."})
    assert everything() == before


def test_our_own_page_may(form):
    assert ask(form, "PUT veld", origin=HOST, **{"sec-fetch-site": "same-origin"}).status_code == 200


def test_another_host_is_refused_in_json(form):
    answer = ask(form, "GET", host="ergens.nl")

    assert (answer.status_code, answer.json()["code"]) == (400, "invoer")


@pytest.mark.parametrize("path", ["/api/", "/api/iets", "/api/invullen", "/api/invullen/assen/2009-2/iets"])
def test_below_api_there_is_nothing_else(form, path):
    assert form.client.get(path).json()["code"] == "onbekend"
    assert Form().client.get(path).json()["code"] == "sessie"


@pytest.mark.parametrize("name", ASKED)
def test_a_session_that_ended_elsewhere_is_over_here(form, name):
    with write_session() as session:
        end_session(session=session, token=form.token, now=DURING)

    assert ask(form, name).status_code == 401


# Until when


@pytest.mark.parametrize("name", WRITES)
def test_in_the_last_second_it_is_in_time(open_round, set_clock, name):
    set_clock(LAST_SECOND)

    assert ask(manager(), name).status_code == OWN[name]


@pytest.mark.parametrize("name", [*WRITES, "POST werkmap"])
def test_from_the_closing_on_it_is_too_late_and_says_so(open_round, set_clock, name):
    set_clock(SLUIT)
    form, before = manager(), everything()

    answer = ask(form, name)

    assert (answer.status_code, answer.json()["code"]) == (423, "gesloten")
    assert answer.json()["zin"].endswith("Er is niets opgeslagen.")
    assert everything()["logregel"] == before["logregel"] + everything()["logregel"][len(before["logregel"]) :]
    assert everything()["antwoord"] == before["antwoord"] == []


def test_what_stands_there_can_still_be_read_after_the_closing(form, set_clock):
    form.save(f"toelichting/{VISIE}", "Op tijd")
    set_clock(SLUIT)

    state = manager().state()

    assert (state["open"], state["velden"][f"toelichting/{VISIE}"]["waarde"]) == (False, "Op tijd")


def test_with_uitstel_it_goes_on_for_this_werkplein_alone(open_round, set_clock):
    until = SLUIT + timedelta(days=9)
    tot = until.replace(tzinfo=None) + timedelta(hours=2)
    perform(give_uitstel, werkplein="assen", tertaal=NU, tot=tot, reden="Ziek.")

    answers = {}
    for moment in (SLUIT, until - timedelta(seconds=1), until):
        set_clock(moment)
        for werkplein in ("assen", "breda"):
            code = CODES[len(answers)]
            answers[moment, werkplein] = manager(werkplein).save(f"band/{code}", "niet").status_code

    assert list(answers.values()) == [200, 423, 200, 423, 423, 423]


def test_before_the_opening_nothing_is_saved(open_round, set_clock):
    set_clock(DURING - timedelta(days=40))

    answer = ask(manager(), "PUT veld")

    assert (answer.status_code, answer.json()["zin"]) == (
        423,
        "De uitvraag van 2009-2 is nog niet geopend. Er is niets opgeslagen.",
    )


# A session


def last_seen(form: Form):
    with read_session() as session:
        return by_token(session=session, token=form.token, now=system_now())


def test_asking_again_and_again_does_not_keep_a_session_alive(form, set_clock):
    for minutes in range(5, 30, 5):
        set_clock(DURING + timedelta(minutes=minutes))
        assert form.get().status_code == 200

    set_clock(DURING + timedelta(minutes=30))
    assert form.get().status_code == 401


def test_saving_does(form, set_clock):
    for minutes in (29, 58, 87):
        set_clock(DURING + timedelta(minutes=minutes))
        assert form.save(f"band/{CODES[minutes % 14]}", "niet").status_code == 200

    assert last_seen(form).actief_op == DURING + timedelta(minutes=87)
    set_clock(DURING + timedelta(minutes=117))
    assert form.save(f"band/{VISIE}", "niet").status_code == 401


def test_what_is_refused_keeps_no_session_alive(form, set_clock):
    set_clock(DURING + timedelta(minutes=20))
    form.save("band/onbekend", "niet")

    assert last_seen(form).actief_op == DURING


def test_what_is_not_for_a_form_goes_on_to_the_pages(database):
    async def behind(scope, receive, send):
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})

    app = Starlette(middleware=[Middleware(Guard), Middleware(Api)])
    app.router.default = behind
    form = somebody("lezer")

    assert TestClient(app, base_url=HOST, cookies={"sessie": form.token}).get("/apiarist").status_code == 204
