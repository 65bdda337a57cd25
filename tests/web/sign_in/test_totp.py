from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pyotp
import pytest

from landkaart.web.sign_in import totp

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # the key of the examples in RFC 6238, appendix B
MOMENT = datetime(2005, 3, 18, 1, 58, 29, tzinfo=UTC)
CODE = "081804"  # 07081804, its last six digits


def test_the_example_of_the_standard_holds(set_clock):
    set_clock(MOMENT)

    assert totp.step_of(SECRET, CODE) == 37037036


@pytest.mark.parametrize(
    ("seconds", "right"),
    [(-60, False), (-59, True), (0, True), (1, True), (30, True), (31, False)],
)
def test_a_code_holds_in_its_half_minute_and_the_one_before_and_after(set_clock, seconds, right):
    # MOMENT is the last second of its half minute.
    set_clock(MOMENT + timedelta(seconds=seconds))

    assert (totp.step_of(SECRET, CODE) is not None) is right


def test_a_neighbours_code_belongs_to_the_neighbours_step(set_clock):
    set_clock(MOMENT + timedelta(seconds=30))

    assert totp.step_of(SECRET, CODE) == 37037036


@pytest.mark.parametrize("code", ["", "08180", "0818040", "081 804", "081804 ", "08180a", "٠٨١٨٠٤", "-81804", "081805"])
def test_anything_else_is_no_code(set_clock, code):
    set_clock(MOMENT)

    assert totp.step_of(SECRET, code) is None


def test_every_secret_is_another_one_of_160_bits():
    first, second = totp.new_secret(), totp.new_secret()

    assert first != second
    assert len(first) == 32


def test_the_picture_holds_what_an_app_needs():
    uri = urlsplit(pyotp.TOTP(SECRET).provisioning_uri(name="jan@gemeente.nl", issuer_name="SUWI-landkaart"))

    assert parse_qs(uri.query) == {"secret": [SECRET], "issuer": ["SUWI-landkaart"]}
    assert totp.qr(SECRET, "jan@gemeente.nl").startswith("<svg")
    assert totp.qr(SECRET, "jan@gemeente.nl") != totp.qr(totp.new_secret(), "jan@gemeente.nl")
