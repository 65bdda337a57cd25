"""Signing in through the organisation's own provider (OpenID Connect), when it is configured.

The authorization code flow with PKCE. What has to come back unharmed travels in a sealed cookie of this browser alone.
"""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from secrets import compare_digest
from urllib.parse import urlsplit

import streamlit as st
from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.oidc.core import CodeIDToken
from authlib.oidc.discovery import get_well_known_url
from cryptography.fernet import Fernet, InvalidToken
from joserfc import jwt
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from db.actions.sessies import bind_subject, start_session
from db.engine import write_session
from db.queries.accounts import by_subject
from db.queries.clock import clock
from landkaart.domein.account import require_address
from landkaart.domein.clock import system_now
from landkaart.domein.credentials import new_token
from landkaart.domein.fouten import Fout, OngeldigeInvoer
from landkaart.errors import log_with_number, sentence
from landkaart.settings import Oidc, address, oidc
from landkaart.web.sign_in import cookie
from landkaart.web.sign_in.password import form, safe_next, welcome

LASTS = timedelta(minutes=10)
FRESH = timedelta(hours=1)
PATIENCE, LEEWAY = 10, 60
# A browser keeps no cookie above 4 KB; an address this long is not one of ours.
LONGEST_NEXT = 1000
LOCAL = ("localhost", "127.0.0.1", "::1")
# Signatures by a key that only the provider has: never "none", never a shared secret.
ALGORITHMS = [f"{kind}{bits}" for kind in ("RS", "PS", "ES") for bits in (256, 384, 512)]
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")

ABSENT = "Aanmelden via uw organisatie is hier niet ingesteld. Meld u aan met een wachtwoord."
STALE = "Het aanmelden duurde te lang of is in een ander venster begonnen. Probeer het opnieuw."
CANCELLED = "U bent niet aangemeld: bij {naam} is het aanmelden afgebroken of geweigerd."
FAILED = (
    "Aanmelden met {naam} lukt nu niet. Probeer het over een paar minuten opnieuw, of meld u aan met een wachtwoord. "
    "Blijft het misgaan, geef dan dit nummer door aan de beheerder: {nummer}."
)
UNKNOWN = "Voor {adres} is nog geen account. Vraag de beheerder om een uitnodiging."
NAMELESS = "{naam} geeft geen bevestigd e-mailadres van u door. Vraag de beheerder om hulp."

# Both live as long as this process: after a restart somebody who was half-way begins again.
SEAL = Fernet(Fernet.generate_key())
USED: dict[str, datetime] = {}
KNOWN: dict[str, tuple[datetime, dict]] = {}


class ProviderError(Exception):
    """The provider does something that it should not."""


@dataclass(frozen=True)
class Begin:
    """One attempt. The provider gets to see `state` and `nonce`, and of the verifier only the hash."""

    state: str
    nonce: str
    verifier: str
    next: str


def seal(begin: Begin, now: datetime) -> str:
    return SEAL.encrypt_at_time(json.dumps(asdict(begin)).encode(), int(now.timestamp())).decode()


def unseal(text: str, now: datetime) -> Begin | None:
    """None for what we did not seal, or more than ten minutes ago."""
    try:
        plain = SEAL.decrypt_at_time(text.encode(), int(LASTS.total_seconds()), int(now.timestamp()))
    except InvalidToken:
        return None
    return Begin(**json.loads(plain))


def cookie_name() -> str:
    return "__Secure-oidc" if cookie.is_secure() else "oidc"


async def start(request: Request) -> Response:
    """To the provider."""
    wanted = safe_next(request.query_params.get("next", "/"))
    begin = Begin(new_token(), new_token(), new_token(), wanted if len(wanted) <= LONGEST_NEXT else "/")
    provider = oidc()
    if provider is None:
        return await back(begin.next, ABSENT, 404)
    try:
        async with connect(provider) as client:
            known = await discover(client, provider)
            given = {"state": begin.state, "nonce": begin.nonce, "code_verifier": begin.verifier}
            url, _ = client.create_authorization_url(known["authorization_endpoint"], **given)
    except Exception as error:
        return await failed(provider, begin.next, error)
    response, lasts = RedirectResponse(url, 303), int(LASTS.total_seconds())
    settings = {"path": "/oidc/", "secure": cookie.is_secure(), "httponly": True, "samesite": "lax"}
    response.set_cookie(cookie_name(), seal(begin, system_now()), max_age=lasts, **settings)
    return response


async def finish(request: Request) -> Response:
    """Back from the provider; the cookie is used up, whatever came of it."""
    response = await judge(request)
    response.delete_cookie(cookie_name(), path="/oidc/", secure=cookie.is_secure(), httponly=True, samesite="lax")
    return response


async def judge(request: Request) -> Response:
    provider, given = oidc(), request.query_params
    begin = unseal(request.cookies.get(cookie_name(), ""), system_now())
    wanted = begin.next if begin else "/"
    if provider is None:
        return await back(wanted, ABSENT, 404)
    if given.get("error") == "access_denied":
        return await back(wanted, CANCELLED.format(naam=provider.naam), 403)
    if begin is None or not compare_digest(begin.state.encode(), given.get("state", "").encode()) or not use(begin):
        return await back(wanted, STALE, 400)
    try:
        if "error" in given:
            raise ProviderError(f"answers with the error {given['error'][:40]!r}")
        claims = await exchange(provider, given["code"], begin)
    except Exception as error:
        return await failed(provider, wanted, error)
    return await run_in_threadpool(enter, provider, claims, wanted)


def use(begin: Begin) -> bool:
    """Whether this attempt was not used before; what the seal refuses by now is forgotten."""
    now = system_now()
    for state in [state for state, moment in USED.items() if now - moment > 2 * LASTS]:
        del USED[state]
    is_first = begin.state not in USED
    USED[begin.state] = now
    return is_first


def connect(provider: Oidc) -> AsyncOAuth2Client:
    return AsyncOAuth2Client(
        provider.client_id,
        provider.client_secret,
        scope="openid email",
        redirect_uri=f"{address(st.get_option('server.port'))}/oidc/terug",
        code_challenge_method="S256",
        timeout=PATIENCE,
    )


async def discover(client: AsyncOAuth2Client, provider: Oidc) -> dict:
    """What the provider says about itself; asked again after an hour."""
    now = system_now()
    moment, found = KNOWN.get(provider.issuer, (None, {}))
    if moment and now - moment < FRESH:
        return found
    found = await fetch(client, get_well_known_url(provider.issuer, external=True))
    if found["issuer"].rstrip("/") != provider.issuer:
        raise ProviderError(f"calls itself {found['issuer']}, and OIDC_ISSUER says {provider.issuer}")
    for name in ENDPOINTS:
        require_safe(found[name])
    KNOWN[provider.issuer] = now, found
    return found


def require_safe(url: str) -> None:
    """Over https, or on this machine itself."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOCAL):
        raise ProviderError(f"{url} is not https")


async def fetch(client: AsyncOAuth2Client, url: str, **headers: str) -> dict:
    require_safe(url)
    asked = {"Accept": "application/json", **headers}
    answer = await client.request("GET", url, withhold_token=True, headers=asked)
    return answer.raise_for_status().json()


async def exchange(provider: Oidc, code: str, begin: Begin) -> dict:
    """The code for what the provider says of who came in."""
    async with connect(provider) as client:
        known = await discover(client, provider)
        if "client_secret_basic" not in known.get("token_endpoint_auth_methods_supported", ["client_secret_basic"]):
            client.token_endpoint_auth_method = "client_secret_post"
        token = await client.fetch_token(
            known["token_endpoint"], grant_type="authorization_code", code=code, code_verifier=begin.verifier
        )
        keys = KeySet.import_key_set(await fetch(client, known["jwks_uri"]))
        expected = {"issuer": known["issuer"], "client_id": provider.client_id, "nonce": begin.nonce}
        claims = read_id_token(token["id_token"], keys, now=system_now(), **expected)
        if "email" in claims or "userinfo_endpoint" not in known:
            return claims
        # Some keep the address out of the token; the token still says whose it must be.
        more = await fetch(client, known["userinfo_endpoint"], Authorization=f"Bearer {token['access_token']}")
    if more.get("sub") != claims["sub"]:
        raise ProviderError("tells about somebody else than who came in")
    return {**more, **claims}


def read_id_token(text: str, keys: KeySet, *, issuer: str, client_id: str, nonce: str, now: datetime) -> dict:
    """Raises for any other signature, issuer, audience, time or nonce than it must have."""
    found = jwt.decode(text, keys, registry=JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False))
    options = {"iss": {"value": issuer}, "aud": {"value": client_id}, "sub": {"essential": True}}
    claims = CodeIDToken(found.claims, found.header, options, {"nonce": nonce, "client_id": client_id})
    claims.validate(int(now.timestamp()), LEEWAY)
    return dict(claims)


def enter(provider: Oidc, claims: dict, next: str) -> Response:
    """A new session for who has an account; for anybody else a sentence."""
    try:
        onderwerp, adres = f"{provider.issuer}|{claims['sub']}", verified_address(claims)
        with write_session() as session:
            account_id = by_subject(session=session, onderwerp=onderwerp, adres=adres)
            if account_id is None:
                raise OngeldigeInvoer(UNKNOWN.format(adres=adres) if adres else NAMELESS.format(naam=provider.naam))
            bind_subject(session=session, account_id=account_id, onderwerp=onderwerp)
            now = clock(session=session).now()
            token = start_session(session=session, account_id=account_id, manier="oidc", now=now)
    except Fout as error:
        return form(next, fout=str(error), status=403)
    except Exception as error:
        return form(next, fout=sentence(log_with_number(error)), status=500)
    return welcome(token, next)


def verified_address(claims: dict) -> str:
    """Empty when there is none to rely on: who was here before is still known by his subject."""
    if claims.get("email_verified") not in (None, True, "true"):
        return ""
    try:
        return require_address(str(claims.get("email", "")).strip())
    except OngeldigeInvoer:
        return ""


async def failed(provider: Oidc, next: str, error: Exception) -> Response:
    fout = FAILED.format(naam=provider.naam, nummer=log_with_number(error))
    return await back(next, fout, 502)


async def back(next: str, fout: str, status: int) -> Response:
    return await run_in_threadpool(form, next, fout=fout, status=status)


ROUTES = [Route("/oidc/start", start, methods=["GET"]), Route("/oidc/terug", finish, methods=["GET"])]
