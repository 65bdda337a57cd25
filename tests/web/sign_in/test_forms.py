"""What a form brings, and what cannot have come from one of ours."""

import asyncio
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest

from landkaart.web.sign_in.forms import LARGEST, fields, herkomst
from tests.steps.visitors import ADRES, PASSWORD


def read(body, *names):
    async def parts():
        yield body[:5]
        yield body[5:]

    return asyncio.run(fields(SimpleNamespace(stream=parts), *names))


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (b"adres=jan%40gemeente.nl&x=1", "jan@gemeente.nl"),
        (b"adres=", ""),
        (b"", ""),
        (b"x=1", ""),
        (b"adres=een&adres=twee", "twee"),
        (b"adres=a%00b", "a\ufffdb"),
        (b"\xff\xfe", ""),
        (b"adres=%C3%A9%20%2B+", "\u00e9 + "),
    ],
)
def test_a_field_is_what_was_typed_or_empty(body, found):
    assert read(body, "adres") == {"adres": found}


@pytest.mark.parametrize(("size", "found"), [(LARGEST, "x"), (LARGEST + 1, "")])
def test_a_body_that_no_form_of_ours_can_send_has_no_fields(size, found):
    assert read(b"adres=x&y=".ljust(size, b"z"), "adres") == {"adres": found}


def test_a_request_comes_from_a_machine_or_from_nobody_knows_where():
    assert herkomst(SimpleNamespace(client=SimpleNamespace(host="10.0.0.1"))) == "10.0.0.1"
    assert herkomst(SimpleNamespace(client=None)) == "?"


def test_a_body_without_end_is_not_kept(visitor, account):
    padding = {"adres": ADRES, "wachtwoord": PASSWORD, "x": "y" * LARGEST}

    answer = visitor.post(
        "/inloggen", content=urlencode(padding), headers={"content-type": "application/x-www-form-urlencoded"}
    )

    assert answer.status_code == 403
