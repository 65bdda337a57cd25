import logging
import re
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlencode, urlsplit, urlunsplit

import httpx2 as httpx
import pytest
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OctKey, RSAKey
from sqlmodel import select
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from db import models
from db.engine import read_session, write_session
from landkaart.domein.clock import system_now
from landkaart.web import oidc, sign_in
from landkaart.web.guard import Guard
from tests.accounts import make_account, open_session, who_has
from tests.web.oidc_provider import provider

HERE = "http://localhost:8501"
STALE = "Het aanmelden duurde te lang of is in een ander venster begonnen. Probeer het opnieuw."
SECONDS = timedelta(seconds=1)


@pytest.fixture(scope="module")
def issuer():
    with provider() as found:
        yield found


@pytest.fixture
def connected(issuer, monkeypatch):
    """The landkaart is a client of the provider."""
    return connect(issuer, monkeypatch)


def connect(issuer, monkeypatch, **asked):
    asked = {"redirect_uris": [f"{HERE}/oidc/terug"]} | asked
    given = httpx.post(f"{issuer}/oauth2/clients", json=asked).raise_for_status().json()
    monkeypatch.setenv("LANDKAART_ADRES", HERE)
    monkeypatch.setenv("OIDC_ISSUER", issuer)
    monkeypatch.setenv("OIDC_CLIENT_ID", given["client_id"])
    monkeypatch.setenv("OIDC_CLIENT_SECRET", given["client_secret"])
    monkeypatch.setenv("OIDC_NAAM", "de gemeente")
    return issuer


@pytest.fixture
def browser(database):
    return new_browser()


def new_browser(base_url=HERE):
    app = Starlette(routes=[*sign_in.ROUTES, *oidc.ROUTES], middleware=[Middleware(Guard)])
    return TestClient(app, base_url, follow_redirects=False)


def employ(issuer, sub, **claims):
    """Somebody whom the provider knows, with what it tells about him."""
    httpx.put(f"{issuer}/users/{sub}", json=claims).raise_for_status()


def sent_to_provider(browser, next="/"):
    answer = browser.get("/oidc/start", params={"next": next})
    assert answer.status_code == 303
    return answer.headers["location"]


def sent_back(address, **form):
    """What the provider answers to `sub=…` (that is me) or `action="deny"`: the way back."""
    return httpx.post(address, data=form).headers["location"]


def changed(address, **values):
    """The same address with other values in its query."""
    parts = urlsplit(address)
    query = {name: found[0] for name, found in parse_qs(parts.query).items()} | values
    return urlunsplit(parts._replace(query=urlencode(query)))


def come_in(browser, sub, next="/"):
    return browser.get(sent_back(sent_to_provider(browser, next), sub=sub))


def fout(answer):
    return re.search(r'role="alert">(.*?)</p>', answer.text)[1]


def is_out(browser):
    return "sessie" not in browser.cookies


def test_who_was_invited_comes_in_with_his_own_organisation_and_goes_where_he_was_going(connected, browser):
    invited = make_account("ako", adres="anna@gemeente.nl")
    employ(connected, "a-1", email="Anna@Gemeente.nl", email_verified=True)

    answer = come_in(browser, "a-1", next="/download/2009-2/groen.csv?scheiding=puntkomma")

    assert (answer.status_code, answer.headers["location"]) == (303, "/download/2009-2/groen.csv?scheiding=puntkomma")
    assert who_has(browser.cookies["sessie"]).account_id == invited
    with read_session() as session:
        assert session.get(models.Account, invited).onderwerp == f"{connected}|a-1"
        assert [line.nieuw for line in session.exec(select(models.Logregel))] == ['{"aangemeld": "oidc"}']


def test_who_fills_in_begins_with_the_form(connected, landkaart_2009):
    make_account("werkplein", ["assen"], adres="bas@gemeente.nl")
    employ(connected, "b-1", email="bas@gemeente.nl")

    assert come_in(new_browser(), "b-1").headers["location"] == "/invullen"


def test_the_provider_is_asked_with_pkce_and_a_state_and_nonce_of_this_attempt(connected, browser):
    first, second = (parse_qs(urlsplit(sent_to_provider(browser)).query) for _ in range(2))

    assert first["redirect_uri"] == [f"{HERE}/oidc/terug"]
    assert (first["response_type"], first["scope"]) == (["code"], ["openid email"])
    assert first["code_challenge_method"] == ["S256"]
    assert all(first[name] != second[name] for name in ("state", "nonce", "code_challenge"))


def test_the_cookie_of_an_attempt_is_for_this_errand_only_and_cannot_be_read(connected, browser):
    answer = browser.get("/oidc/start?next=/logboek")

    given = answer.headers["set-cookie"]
    assert given.startswith("oidc=")
    assert all(f"; {part}" in given for part in ("HttpOnly", "Max-Age=600", "Path=/oidc/", "SameSite=lax"))
    assert "logboek" not in given
    assert parse_qs(urlsplit(answer.headers["location"]).query)["state"][0] not in given


def test_over_https_the_cookie_is_secure_and_the_way_back_is_https(connected, database, monkeypatch):
    monkeypatch.setenv("LANDKAART_ADRES", "https://landkaart.voorbeeld.nl")

    answer = new_browser("https://landkaart.voorbeeld.nl").get("/oidc/start")

    assert answer.headers["set-cookie"].startswith("__Secure-oidc=")
    assert "; Secure" in answer.headers["set-cookie"]
    assert "redirect_uri=https%3A%2F%2Flandkaart.voorbeeld.nl%2Foidc%2Fterug" in answer.headers["location"]


def test_the_second_time_he_is_known_by_his_subject_even_under_another_address(connected, browser):
    invited = make_account("ako", adres="carla@gemeente.nl")
    employ(connected, "c-1", email="carla@gemeente.nl")
    come_in(browser, "c-1")
    employ(connected, "c-1", email="carla.de.wit@gemeente.nl")

    later = new_browser()
    come_in(later, "c-1")

    assert who_has(later.cookies["sessie"]).account_id == invited


def test_who_is_known_by_his_subject_needs_no_address(connected, browser):
    known = make_account("ako", onderwerp=f"{connected}|d-1")
    employ(connected, "d-1")

    come_in(browser, "d-1")

    assert who_has(browser.cookies["sessie"]).account_id == known


def test_the_same_subject_at_another_provider_is_somebody_else(connected, browser):
    make_account("ako", onderwerp="https://elders.nl|e-1")
    employ(connected, "e-1", email="els@gemeente.nl")

    assert come_in(browser, "e-1").status_code == 403
    assert is_out(browser)


def test_an_address_is_taken_from_userinfo_when_the_token_does_not_hold_it(browser, monkeypatch):
    invited = make_account("ako", adres="frits@gemeente.nl")
    with provider("--claims-apart") as issuer:
        connect(issuer, monkeypatch)
        employ(issuer, "f-1", email="frits@gemeente.nl", email_verified=True)
        come_in(browser, "f-1")

    assert who_has(browser.cookies["sessie"]).account_id == invited


@pytest.mark.parametrize(
    ("options", "is_verified", "status"),
    [(["--claims-apart"], False, 403), (["--claims-apart", "--of-another"], True, 502)],
    ids=["not verified", "of somebody else"],
)
def test_userinfo_is_believed_no_more_than_the_token(browser, monkeypatch, options, is_verified, status):
    make_account("ako", adres="frits@gemeente.nl")
    with provider(*options) as issuer:
        connect(issuer, monkeypatch)
        employ(issuer, "f-2", email="frits@gemeente.nl", email_verified=is_verified)
        answer = come_in(browser, "f-2")

    assert answer.status_code == status
    assert is_out(browser)


def test_every_sign_in_gives_a_new_token_whatever_lay_in_the_browser(connected, browser):
    other = open_session(make_account("lezer"))
    make_account("ako", adres="gea@gemeente.nl")
    employ(connected, "g-1", email="gea@gemeente.nl")
    browser.cookies.set("sessie", other, domain="localhost.local", path="/")

    tokens = [other]
    for _ in range(2):
        come_in(browser, "g-1")
        tokens.append(browser.cookies["sessie"])

    assert len(set(tokens)) == 3


def test_somebody_without_an_account_reads_what_to_do(connected, browser):
    employ(connected, "h-1", email="hans@gemeente.nl", email_verified=True)

    answer = come_in(browser, "h-1")

    assert answer.status_code == 403
    assert fout(answer) == "Voor hans@gemeente.nl is nog geen account. Vraag de beheerder om een uitnodiging."
    assert is_out(browser)


@pytest.mark.parametrize(
    "claims",
    [
        {"email": "ine@gemeente.nl", "email_verified": False},
        {"email": "ine@gemeente.nl", "email_verified": "false"},
        {"email": "ine@gemeente.nl", "email_verified": 0.5},
        {"email": ["ine@gemeente.nl"]},
        {"email": "geen adres"},
        {},
    ],
)
def test_an_address_that_is_not_verified_or_not_there_lets_nobody_in(connected, browser, claims):
    make_account("ako", adres="ine@gemeente.nl")
    employ(connected, "i-1", **claims)

    answer = come_in(browser, "i-1")

    assert answer.status_code == 403
    assert fout(answer) == "de gemeente geeft geen bevestigd e-mailadres van u door. Vraag de beheerder om hulp."
    assert is_out(browser)


@pytest.mark.parametrize("onderwerp", [None, "j-1"], ids=["invited", "known"])
def test_a_disabled_account_stays_out(connected, browser, onderwerp):
    kept = onderwerp and f"{connected}|{onderwerp}"
    make_account("ako", adres="jan@gemeente.nl", onderwerp=kept, uitgezet_op=system_now())
    employ(connected, "j-1", email="jan@gemeente.nl")

    answer = come_in(browser, "j-1")

    assert answer.status_code == 403
    assert fout(answer).startswith("Voor jan@gemeente.nl is nog geen account.")
    assert is_out(browser)


def test_one_person_does_not_get_a_second_account(connected, browser):
    """His first one was disabled, and he was invited again under another address."""
    make_account("ako", onderwerp=f"{connected}|k-1", uitgezet_op=system_now())
    make_account("ako", adres="kees@gemeente.nl")
    employ(connected, "k-1", email="kees@gemeente.nl")

    answer = come_in(browser, "k-1")

    assert answer.status_code == 403
    assert fout(answer) == "Dit account hoort bij een andere aanmelding. Vraag de beheerder om hulp."
    assert is_out(browser)


@pytest.fixture
def invited(connected):
    """Somebody who would come in; what he comes back with is then spoiled."""

    def invite():
        make_account("ako", adres="lies@gemeente.nl")
        employ(connected, "l-1", email="lies@gemeente.nl")
        return "l-1"

    return invite


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


def test_who_cancels_at_the_provider_reads_so_and_can_go_on(connected, browser):
    way_back = sent_back(sent_to_provider(browser, next="/logboek"), action="deny")

    answer = browser.get(way_back)

    assert answer.status_code == 403
    assert fout(answer) == "U bent niet aangemeld: bij de gemeente is het aanmelden afgebroken of geweigerd."
    assert 'href="/oidc/start?next=/logboek"' in answer.text


def test_an_error_of_the_provider_is_a_number_and_not_its_words(connected, browser, caplog):
    state = parse_qs(urlsplit(sent_to_provider(browser)).query)["state"][0]

    answer = browser.get("/oidc/terug", params={"state": state, "error": "server_error\nx", "error_description": "<b>"})

    assert answer.status_code == 502
    assert "server_error" not in answer.text
    assert r"answers with the error 'server_error\nx'" in caplog.text


def test_a_provider_that_is_down_is_a_sentence(browser, monkeypatch, set_clock):
    """On the way back, and on the way out once what it said about itself is an hour old."""
    make_account("ako", adres="mia@gemeente.nl")
    began = system_now()
    set_clock(began)
    with provider() as issuer:
        connect(issuer, monkeypatch)
        employ(issuer, "m-1", email="mia@gemeente.nl")
        way_back = sent_back(sent_to_provider(browser), sub="m-1")

    answer = browser.get(way_back)
    assert answer.status_code == 502
    assert fout(answer).startswith("Aanmelden met de gemeente lukt nu niet. Probeer het over een paar minuten opnieuw")
    assert is_out(browser)

    set_clock(began + timedelta(hours=1) - SECONDS)
    assert sent_to_provider(new_browser()).startswith(issuer)

    set_clock(began + timedelta(hours=1))
    answer = browser.get("/oidc/start?next=/logboek")
    assert answer.status_code == 502
    assert 'name="next" value="/logboek"' in answer.text
    assert "oidc" not in browser.cookies


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [("//evil.nl", "/"), ("https://evil.nl", "/"), ("/\\evil.nl", "/"), ("", "/"), ("/" + "x" * 1000, "/"), ("/x", "/x")],
)
def test_afterwards_nobody_is_led_to_another_site(browser, invited, wanted, shown):
    assert come_in(browser, invited(), next=wanted).headers["location"] == shown


def test_without_a_provider_there_is_nothing_to_start(browser):
    for path in ("/oidc/start", "/oidc/terug?code=x&state=x"):
        answer = browser.get(path)
        assert answer.status_code == 404
        assert fout(answer) == "Aanmelden via uw organisatie is hier niet ingesteld. Meld u aan met een wachtwoord."


@pytest.mark.parametrize("elsewhere", ["http://login.gemeente.nl", "ftp://localhost", "http://localhost.evil.nl"])
def test_a_provider_elsewhere_must_be_reached_over_https(connected, browser, monkeypatch, caplog, elsewhere):
    monkeypatch.setenv("OIDC_ISSUER", elsewhere)

    assert browser.get("/oidc/start").status_code == 502
    assert "is not https" in caplog.text


def test_a_provider_that_calls_itself_otherwise_is_not_trusted(connected, browser, monkeypatch, caplog):
    """Asked at LOCALHOST, it says that it is localhost; issuers are compared to the letter."""
    monkeypatch.setenv("OIDC_ISSUER", connected.replace("127.0.0.1", "LOCALHOST"))

    assert browser.get("/oidc/start").status_code == 502
    assert "calls itself http://localhost:" in caplog.text


@pytest.mark.parametrize("name", ["authorization_endpoint", "token_endpoint", "jwks_uri"])
def test_a_provider_cannot_lead_us_away_from_https(browser, monkeypatch, caplog, name):
    with provider(f'--says={{"{name}": "http://login.gemeente.nl/x"}}') as issuer:
        connect(issuer, monkeypatch)
        assert browser.get("/oidc/start").status_code == 502

    assert "http://login.gemeente.nl/x is not https" in caplog.text


def test_a_provider_that_wants_the_secret_in_the_body_gets_it_there(browser, monkeypatch):
    invited = make_account("ako", adres="nel@gemeente.nl")
    with provider('--says={"token_endpoint_auth_methods_supported": ["client_secret_post"]}') as issuer:
        connect(issuer, monkeypatch, token_endpoint_auth_method="client_secret_post")
        employ(issuer, "n-1", email="nel@gemeente.nl")
        come_in(browser, "n-1")

    assert who_has(browser.cookies["sessie"]).account_id == invited


def test_a_wrong_secret_is_refused_by_the_provider_and_logged_without_it(browser, invited, monkeypatch, caplog):
    sub = invited()
    monkeypatch.setenv("OIDC_CLIENT_SECRET", "not-the-secret")

    assert come_in(browser, sub).status_code == 502
    assert "invalid_client" in caplog.text
    assert "not-the-secret" not in caplog.text


def test_a_failure_of_ours_is_a_number(browser, invited, caplog):
    sub = invited()
    way_back = sent_back(sent_to_provider(browser), sub=sub)
    with write_session() as session:
        session.connection().exec_driver_sql("ALTER TABLE logregel RENAME TO elders")

    answer = browser.get(way_back)

    assert answer.status_code == 500
    assert f"fout {re.search(r'[0-9A-F]{6}', fout(answer))[0]}" in caplog.text
    assert is_out(browser)


def test_what_is_secret_is_not_in_the_log(browser, invited, caplog):
    sub = invited()
    with caplog.at_level(logging.INFO):
        way_back = sent_back(sent_to_provider(browser), sub=sub)
        begin = oidc.unseal(browser.cookies["oidc"], system_now())
        sealed = browser.cookies["oidc"]
        browser.get(way_back)

    said = [record.getMessage() for record in caplog.records]
    said = [line for line in said if "/oauth2/authorize?" not in line and HERE not in line]  # Asked by this test itself.
    assert any("/oauth2/token" in line for line in said)
    secrets = [begin.verifier, begin.nonce, sealed, browser.cookies["sessie"], oidc.oidc().client_secret]
    assert [secret for secret in secrets if any(secret in line for line in said)] == []


NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
OURS, THEIRS = (RSAKey.generate_key(parameters={"kid": "one"}) for _ in range(2))
KEYS = KeySet.import_key_set({"keys": [OURS.as_dict(private=False)]})


def token(claims, key=OURS, alg="RS256"):
    full = {"iss": "https://idp.nl", "aud": "landkaart", "sub": "n-1", "nonce": "once", "iat": at(0), "exp": at(300)}
    return jwt.encode({"alg": alg, "kid": "one"}, full | claims, key, [alg])


def read(text):
    expected = {"issuer": "https://idp.nl", "client_id": "landkaart", "nonce": "once"}
    return oidc.read_id_token(text, KEYS, now=NOW, **expected)


def at(seconds):
    return int(NOW.timestamp()) + seconds


@pytest.mark.parametrize(
    "claims",
    [{}, {"aud": ["landkaart"]}, {"aud": ["landkaart", "x"], "azp": "landkaart"}, {"exp": at(-59)}, {"iat": at(60)}],
)
def test_a_token_for_us_is_believed(claims):
    assert read(token(claims))["sub"] == "n-1"


@pytest.mark.parametrize(
    "claims",
    [
        {"iss": "https://idp.nl.evil.nl"},
        {"iss": None},
        {"aud": "another"},
        {"aud": ["another"], "azp": "landkaart"},
        {"aud": ["landkaart", "another"]},
        {"aud": ["landkaart", "another"], "azp": "another"},
        {"sub": ""},
        {"sub": None},
        {"exp": at(-60)},
        {"exp": "never"},
        {"iat": at(61)},
        {"nonce": "twice"},
        {"nonce": None},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_us_now_is_refused(claims):
    with pytest.raises(JoseError, match="invalid_claim|missing_claim|expired_token"):
        read(token(claims))


def test_a_token_signed_by_another_or_by_a_shared_secret_or_by_nobody_is_refused():
    header, body = urlsafe_b64encode(b'{"alg":"none"}').decode().rstrip("="), token({}).split(".")[1]
    unsigned = f"{header}.{body}."

    for text in (token({}, key=THEIRS), token({}, key=OctKey.generate_key(), alg="HS256"), unsigned):
        with pytest.raises(JoseError, match="bad_signature|unsupported_algorithm"):
            read(text)
