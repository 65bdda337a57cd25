"""The outlines of the provinces: theirs is an address that a browser may keep."""

import json

import pytest

from landkaart.rapport.kaart_figuur import KAART
from landkaart.web.serving import map_outlines
from tests.steps.accounts import make_account, open_session

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def reader(visitor):
    visitor.cookies.set("sessie", open_session(make_account("lezer")))
    return visitor


def test_who_is_in_gets_them_to_keep(reader):
    answer = reader.get(map_outlines.place())

    assert answer.json() == json.loads(KAART.omtrek.read_text(encoding="utf-8"))
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"


def test_other_outlines_have_another_address(reader, monkeypatch):
    before = map_outlines.place()
    monkeypatch.setattr(map_outlines, "provincies", lambda: "{}")

    assert map_outlines.place() != before
    answer = reader.get(before)
    assert (answer.status_code, answer.text) == (404, map_outlines.MISSING)


def test_who_is_not_in_gets_nothing(visitor):
    assert visitor.get(map_outlines.place()).status_code == 401
