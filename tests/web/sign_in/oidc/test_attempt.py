"""Ways back that do not belong to the attempt: nobody comes in by another's, or twice."""

import os
import re
import subprocess
import sys
from urllib.parse import parse_qs, urlsplit

import pytest

from landkaart.domein.clock import system_now
from landkaart.settings import ROOT
from tests.steps.oidc_visits import SECONDS, STALE, changed, fout, is_out, sent_back, sent_to_provider
from tests.steps.visitors import browser as new_browser

OTHER_PROGRAM = """
import sys
from tests.steps.visitors import browser

print(browser().get(sys.argv[1], headers={"cookie": f"oidc={sys.argv[2]}"}).status_code)
"""


@pytest.mark.parametrize("state", ["", "x", "één", "x" * 43])
def test_a_state_that_was_not_given_to_this_browser_is_refused(browser, invited, state):
    sub = invited()
    way_back = sent_back(sent_to_provider(browser), sub=sub)

    answer = browser.get(changed(way_back, state=state))

    assert (answer.status_code, fout(answer)) == (400, STALE)
    assert is_out(browser)


def test_the_way_back_of_somebody_else_is_refused(browser, invited):
    """Else an attacker could sign a visitor in as himself."""
    sub = invited()
    way_back = sent_back(sent_to_provider(browser), sub=sub)
    victim, bystander = new_browser(), new_browser()
    sent_to_provider(victim)

    for other in (victim, bystander):
        answer = other.get(way_back)
        assert (answer.status_code, fout(answer)) == (400, STALE)
        assert is_out(other)


def test_a_cookie_that_was_tampered_with_is_refused(browser, invited):
    sub = invited()
    way_back = sent_back(sent_to_provider(browser), sub=sub)
    sealed = browser.cookies["oidc"]
    middle = len(sealed) // 2
    tampered = sealed[:middle] + ("A" if sealed[middle] != "A" else "B") + sealed[middle + 1 :]

    for text in (tampered, sealed[:-1], sealed * 2, "é"):
        answer = new_browser().get(way_back, headers={"cookie": f"oidc={text}".encode()})
        assert (answer.status_code, fout(answer)) == (400, STALE)


def test_a_way_back_is_used_once_even_with_its_cookie(browser, invited):
    sub = invited()
    way_back = sent_back(sent_to_provider(browser), sub=sub)
    sealed = browser.cookies["oidc"]
    assert browser.get(way_back).status_code == 303
    assert "oidc" not in browser.cookies

    answer = new_browser().get(way_back, headers={"cookie": f"oidc={sealed}"})

    assert (answer.status_code, fout(answer)) == (400, STALE)
    assert "sessie=" not in answer.headers["set-cookie"]


@pytest.mark.parametrize(("later", "status"), [(600 * SECONDS, 303), (601 * SECONDS, 400)])
def test_an_attempt_holds_for_ten_minutes(browser, invited, set_clock, later, status):
    sub = invited()
    began = system_now().replace(microsecond=0)
    set_clock(began)
    way_back = sent_back(sent_to_provider(browser), sub=sub)
    set_clock(began + later)

    answer = browser.get(way_back, headers={"cookie": f"oidc={browser.cookies['oidc']}"})

    assert answer.status_code == status


def test_a_token_made_for_another_attempt_is_refused_and_logged(browser, invited, caplog):
    sub = invited()
    way_back = sent_back(changed(sent_to_provider(browser), nonce="another"), sub=sub)

    answer = browser.get(way_back)

    assert answer.status_code == 502
    assert fout(answer).startswith("Aanmelden met de gemeente lukt nu niet.")
    assert f"fout {re.search(r'[0-9A-F]{6}', fout(answer))[0]}" in caplog.text
    assert "nonce" in caplog.text
    assert is_out(browser)


def test_a_code_of_another_attempt_is_worth_nothing_without_its_verifier(browser, invited):
    """Stolen on its way back and put into an attempt of the thief's own."""
    sub = invited()
    stolen = parse_qs(urlsplit(sent_back(sent_to_provider(browser), sub=sub)).query)["code"][0]
    thief = new_browser()
    own = sent_back(sent_to_provider(thief), sub="thief@elders.nl")

    answer = thief.get(changed(own, code=stolen))

    assert answer.status_code == 502
    assert is_out(thief)


def test_a_way_back_to_another_program_or_after_a_restart_lets_in_and_is_used_once_there_too(browser, invited, monkeypatch):
    """What it needs stands in the cookie, sealed with the key of the landkaart, and in the database."""
    sub = invited()
    way_back = sent_back(sent_to_provider(browser), sub=sub)
    sealed = browser.cookies["oidc"]
    other = [sys.executable, "-c", OTHER_PROGRAM, way_back, sealed]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    said = [subprocess.run(other, env=environment, capture_output=True, text=True, cwd=ROOT).stdout for _ in range(2)]

    assert said == ["303\n", "400\n"]
