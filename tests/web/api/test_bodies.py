"""Whatever is sent: an answer with a sentence, never an error of ours."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from landkaart.web.api.asked import LIMIT
from tests.steps.small_landkaart import CODES, VISIE

JSON = {"content-type": "application/json"}
PATHS = ["veld/band/" + VISIE, "veld/toelichting/" + VISIE, "veld/antwoord/x", "veld/uitleg/x"]
STEPS = ["bevestig", "bevestig/terug", "indien", "akkoord"]


def send(form, path, body: bytes, **headers):
    method = "PUT" if path.startswith("veld") else "POST"
    return form.client.request(method, f"{form.base}/{path}", content=body, headers=JSON | headers)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"tekst"',
        b'{"waarde": NaN}',
        b'{"waarde": 1e999}',
        b"\xff\xfe",
        b"[" * 50_000,
        b'{"waarde":' * 6_000,
        b'{"waarde": ' + b"9" * 5_000 + b"}",
    ],
    ids=["nothing", "cut", "list", "null", "text", "NaN", "infinite", "bytes", "deep list", "deep object", "long number"],
)
def test_what_is_no_object_is_refused(form, body):
    for path in (PATHS[0], STEPS[0]):
        answer = send(form, path, body)
        assert (answer.status_code, answer.json()["code"]) == (422, "invoer")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""])
def test_another_kind_of_content_is_refused(form, kind):
    answer = send(form, PATHS[0], b'{"waarde": "niet"}', **{"content-type": kind})

    assert (answer.status_code, answer.json()["code"]) == (415, "invoer")


def test_64_kb_is_the_most(form):
    room = LIMIT - len(json.dumps({"waarde": ""}))

    assert send(form, PATHS[1], json.dumps({"waarde": "x" * room}).encode()).status_code == 422
    too_large = send(form, PATHS[1], json.dumps({"waarde": "x" * (room + 1)}).encode())
    assert (too_large.status_code, too_large.json()["code"]) == (413, "te_groot")


def test_more_than_it_said_it_would_be_is_cut_off_too(form):
    def endless():
        for _ in range(100):
            yield b"x" * 1000

    answer = form.client.put(f"{form.base}/{PATHS[1]}", content=endless(), headers=JSON)

    assert answer.status_code == 413


@pytest.mark.parametrize("gezien", ["gisteren", "2009-08-03T12:30:00", 5, [], {}, True, "9" * 500])
def test_what_is_no_version_is_refused(form, gezien):
    answer = form.save(PATHS[0].removeprefix("veld/"), "niet", gezien)

    assert (answer.status_code, answer.json()["code"]) == (422, "invoer")


@pytest.mark.parametrize("waarde", ["VOLLEDIG", "Volledig", "", 3, True, ["niet"], {"band": "niet"}])
def test_what_is_no_band_is_refused(form, waarde):
    answer = form.save(PATHS[0].removeprefix("veld/"), waarde)

    assert (answer.status_code, answer.json()["code"]) == (422, "invoer")


known = st.sampled_from(["niet", "volledig", "ja", "", VISIE, "2009-08-03T12:30:00+00:00", *CODES[:2]])
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40) | known,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10) | known, inner, max_size=4),
    max_leaves=8,
)
names = st.sampled_from(["waarde", "gezien", "mijlpalen", "versie"])


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.sampled_from(PATHS + STEPS), body=st.dictionaries(names, anything, max_size=4) | anything)
def test_no_body_makes_it_break(form, path, body):
    answer = send(form, path, json.dumps(body).encode())

    assert answer.status_code in (200, 404, 409, 415, 422, 423)
    assert answer.status_code == 200 or answer.json()["zin"].endswith(".")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=200))
def test_neither_do_bytes(form, body):
    assert send(form, PATHS[1], body).status_code in (200, 422)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tekst=st.text(max_size=60))
def test_a_text_is_kept_as_it_is_or_refused(form, tekst):
    veld = PATHS[1].removeprefix("veld/")
    seen = form.field(veld)["versie"]

    answer = form.client.put(
        f"{form.base}/veld/{veld}", content=json.dumps({"waarde": tekst, "gezien": seen}).encode(), headers=JSON
    )

    assert answer.status_code in (200, 422)
    if answer.status_code == 200:
        assert form.field(veld) == answer.json()["veld"]
