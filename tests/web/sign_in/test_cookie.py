"""The cookie: for the server alone, and as strict as browsers know."""

from tests.steps.visitors import browser, is_in, sign_in


def test_the_cookie_is_only_for_the_server_and_lasts_as_long_as_a_session_can(visitor, account):
    given = sign_in(visitor).headers["set-cookie"]

    assert given.startswith("sessie=")
    assert "; HttpOnly; Max-Age=36000; Path=/; SameSite=lax" in given


def test_over_https_the_cookie_has_the_name_and_the_mark_that_browsers_guard(visitor, account, monkeypatch):
    monkeypatch.setenv("LANDKAART_ADRES", "https://landkaart.voorbeeld.nl")
    outside = browser("https://landkaart.voorbeeld.nl")

    given, browser_kept = sign_in(outside).headers.get_list("set-cookie")

    assert browser_kept.startswith("__Host-browser=")
    assert browser_kept.endswith("; HttpOnly; Max-Age=15552000; Path=/; SameSite=strict; Secure")
    assert given.startswith("__Host-sessie=")
    assert given.endswith("; Path=/; SameSite=lax; Secure")
    assert is_in(outside)
    outside.cookies = {"sessie": outside.cookies["__Host-sessie"]}
    assert not is_in(outside)
