"""What nobody may ask: under another name, for another site, or to be echoed."""

import pytest

from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.visitors import HERE, refused, sign_in_as

THERE = "https://landkaart.voorbeeld.nl"


def test_the_metrics_are_for_nobody(visitor):
    sign_in_as(visitor)

    assert visitor.get("/_stcore/metrics").status_code == 404


@pytest.mark.parametrize("origin", ["https://evil.nl", "http://localhost:9999", "http://localhost.evil.nl:8501", "null"])
@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/inloggen"), ("POST", "/uitloggen"), ("PUT", "/_stcore/upload_file/a/b"), ("POST", "/account/wachtwoord")],
)
def test_another_site_may_not_act_for_a_visitor(visitor, method, path, origin):
    token = sign_in_as(visitor)

    answer = visitor.request(method, path, headers={"origin": origin})

    assert (answer.status_code, answer.text) == (403, "Dit verzoek komt van een andere site.")
    assert who_has(token) is not None


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_the_browsers_own_word_about_where_a_request_comes_from_counts(visitor, site):
    assert visitor.post("/inloggen", headers={"sec-fetch-site": site}).status_code == 403
    assert visitor.post("/inloggen", headers={"sec-fetch-site": site, "origin": HERE}).status_code == 403


@pytest.mark.parametrize("site", ["same-origin", "none", "cross-site", None])
@pytest.mark.parametrize("origin", [HERE, "null", "https://evil.nl", "http://[", None])
def test_what_the_browser_says_and_the_origin_must_both_be_ours_in_either_order(visitor, site, origin):
    ours = site != "cross-site" and (origin in (HERE, None) or (origin == "null" and site is not None))
    given = [("sec-fetch-site", site), ("origin", origin)]
    for headers in (given, given[::-1]):
        answer = visitor.post("/uitloggen", headers=[pair for pair in headers if pair[1] is not None])

        assert answer.status_code == (303 if ours else 403)


@pytest.mark.parametrize("name", ["origin", "sec-fetch-site"])
@pytest.mark.parametrize("turned", [False, True], ids=["ours first", "theirs first"])
def test_of_a_header_that_is_there_twice_both_must_be_ours(visitor, name, turned):
    both = [HERE, "https://evil.nl"] if name == "origin" else ["same-origin", "cross-site"]
    headers = [("sec-fetch-site", "same-origin")] if name == "origin" else [("origin", HERE)]
    headers += [(name, value) for value in (both[::-1] if turned else both)]

    assert visitor.post("/uitloggen", headers=headers).status_code == 403


@pytest.mark.parametrize("host", ["evil.nl", "10.0.0.7:8501", "", "[::1"])
@pytest.mark.parametrize("path", ["/_stcore/health", "/gezond", "/gereed"])
def test_a_machine_that_asks_whether_we_live_may_use_any_name(visitor, path, host):
    assert visitor.get(path, headers={"host": host}).status_code in (200, 503)


@pytest.mark.parametrize("given", [{"origin": HERE}, {"origin": "null", "sec-fetch-site": "same-origin"}, {}])
def test_our_own_forms_come_through(visitor, given):
    answer = visitor.post("/uitloggen", headers=given)

    assert answer.status_code == 303


def test_another_site_gets_no_socket(visitor):
    sign_in_as(visitor)

    assert not refused(visitor, origin=HERE)
    assert refused(visitor, origin="https://evil.nl")
    assert refused(visitor, origin="null")


@pytest.mark.parametrize("host", ["evil.nl", "evil.nl:8501", "localhost.evil.nl", "localhost@evil.nl", "[::1", ""])
def test_under_another_name_nothing_answers(visitor, host):
    sign_in_as(visitor)

    assert visitor.get("/inloggen", headers={"host": host}).status_code == 400
    assert visitor.get("/wie", headers={"host": host}).status_code == 400
    assert refused(visitor, host=host)


def test_the_address_in_the_settings_is_a_name_that_answers(visitor, monkeypatch):
    monkeypatch.setenv("LANDKAART_ADRES", "https://landkaart.voorbeeld.nl")

    assert visitor.get("/inloggen", headers={"host": "landkaart.voorbeeld.nl"}).status_code == 200
    assert visitor.get("/inloggen", headers={"host": "andere.voorbeeld.nl"}).status_code == 400


@pytest.mark.parametrize("method", ["TRACE", "CONNECT"])
def test_a_request_is_not_echoed(visitor, method):
    sign_in_as(visitor)

    answer = visitor.request(method, "/wie")

    assert (answer.status_code, answer.text) == (405, "Niet toegestaan.")


@pytest.mark.parametrize("origin", [THERE, THERE.upper(), HERE])
def test_our_own_forms_come_through_a_proxy_that_asks_under_a_name_of_its_own(visitor, monkeypatch, origin):
    """The browser names the address of the settings as Origin, the proxy names this machine as Host."""
    monkeypatch.setenv("LANDKAART_ADRES", THERE)

    assert visitor.post("/uitloggen", headers={"origin": origin}).status_code == 303


@pytest.mark.parametrize(
    "origin", ["https://evil.nl", "https://landkaart.voorbeeld.nl:9999", "https://voorbeeld.nl", "null"]
)
def test_through_a_proxy_another_site_is_still_another_site(visitor, monkeypatch, origin):
    monkeypatch.setenv("LANDKAART_ADRES", THERE)

    assert visitor.post("/uitloggen", headers={"origin": origin}).status_code == 403


def test_through_a_proxy_our_own_pages_get_their_socket_and_others_do_not(visitor, monkeypatch):
    token = open_session(make_account("lezer"))
    monkeypatch.setenv("LANDKAART_ADRES", THERE)
    visitor.cookies.set("__Host-sessie", token)

    cookie = f"__Host-sessie={token}"
    assert not refused(visitor, origin=THERE, cookie=cookie)
    assert refused(visitor, origin="https://evil.nl", cookie=cookie)


@pytest.mark.parametrize(
    "host", ["localhost:8501, evil.nl", "localhost:x", "evil.nl@localhost", "localhost/evil.nl", "localhost?x", "@"]
)
def test_a_name_with_more_in_it_than_a_name_and_a_port_is_none(visitor, host):
    assert visitor.get("/inloggen", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8501", "127.0.0.1:80", "[::1]:8501"])
def test_this_machine_may_be_called_by_its_names(visitor, host):
    assert visitor.get("/inloggen", headers={"host": host}).status_code == 200
