"""What is asked of the provider: what it offers, and who came in for a code."""

from datetime import datetime, timedelta
from typing import Any, cast
from urllib.parse import urlsplit

from authlib.integrations.httpx_client import AsyncOAuth2Client
from authlib.oidc.discovery import get_well_known_url
from joserfc.jwk import KeySet, KeySetSerialization

from landkaart.domein.clock import system_now
from landkaart.screens import PlainPage
from landkaart.settings import THIS_MACHINE, Oidc
from landkaart.web.own_address import own_address
from landkaart.web.sign_in.oidc.attempt import Attempt
from landkaart.web.sign_in.oidc.token import Claims, Expected, read_id_token

# How long what a provider says about itself is believed, before it is asked again.
FRESH = timedelta(hours=1)
# In seconds, for each answer of the provider.
PATIENCE = 10
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
ADDRESS = {"email", "email_verified"}

# By issuer: when it was asked, and what it said.
KNOWN: dict[str, tuple[datetime, dict[str, Any]]] = {}


class ProviderError(Exception):
    """The provider does something that it should not."""


def connect(provider: Oidc) -> AsyncOAuth2Client:
    """Return a client of the provider, which is to be closed."""
    return AsyncOAuth2Client(
        provider.client_id,
        provider.client_secret,
        scope="openid email",
        redirect_uri=f"{own_address()}{PlainPage.OIDC_TERUG}",
        code_challenge_method="S256",
        timeout=PATIENCE,
    )


async def address_to_sign_in(provider: Oidc, attempt: Attempt) -> str:
    """Return where the visitor signs in at the provider.

    Raises what `discover` raises.
    """
    async with connect(provider) as client:
        offers = await discover(client, provider)
        given = {"state": attempt.state, "nonce": attempt.nonce, "code_verifier": attempt.verifier}
        url, _ = client.create_authorization_url(offers["authorization_endpoint"], **given)
    return str(url)


async def discover(client: AsyncOAuth2Client, provider: Oidc) -> dict[str, Any]:
    """Return what the provider says about itself, asked again after an hour.

    Raises ProviderError when it calls itself otherwise or is not safe, HTTPError when it does not answer.
    """
    now = system_now()
    asked, found = KNOWN.get(provider.issuer, (None, {}))
    if asked and now - asked < FRESH:
        return found
    found = await fetch(client, get_well_known_url(provider.issuer, external=True))
    # Else one provider could speak for another; only a slash at the end may differ.
    if found["issuer"].rstrip("/") != provider.issuer:
        raise ProviderError(f"calls itself {found['issuer']}, and OIDC_ISSUER says {provider.issuer}")
    for name in ENDPOINTS:
        require_safe(found[name])
    KNOWN[provider.issuer] = now, found
    return found


def require_safe(url: str) -> None:
    """Let through what nobody in between can read or change: over https, or on this machine itself.

    Raises ProviderError for anything else.
    """
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in THIS_MACHINE):
        raise ProviderError(f"{url} is not https")


async def fetch(client: AsyncOAuth2Client, url: str, **headers: str) -> dict[str, Any]:
    """Return the JSON at an address of the provider.

    Raises ProviderError, HTTPError.
    """
    require_safe(url)
    asked = {"Accept": "application/json", **headers}
    answer = await client.request("GET", url, withhold_token=True, headers=asked)
    found: dict[str, Any] = answer.raise_for_status().json()
    return found


async def who_came_in(provider: Oidc, code: str, attempt: Attempt) -> Claims:
    """Return what the provider says of who came back with this code; `sub` is who that is to it.

    Raises ProviderError, JoseError, OAuthError, HTTPError and KeyError for all that a provider can do wrong.
    """
    async with connect(provider) as client:
        offers = await discover(client, provider)
        if "client_secret_basic" not in offers.get("token_endpoint_auth_methods_supported", ["client_secret_basic"]):
            client.token_endpoint_auth_method = "client_secret_post"
        token = await client.fetch_token(
            offers["token_endpoint"], grant_type="authorization_code", code=code, code_verifier=attempt.verifier
        )
        keys = KeySet.import_key_set(cast(KeySetSerialization, await fetch(client, offers["jwks_uri"])))
        expected = Expected(offers["issuer"], provider.client_id, attempt.nonce)
        claims = read_id_token(token["id_token"], keys, expected, system_now())
        if not ADDRESS - claims.keys() or "userinfo_endpoint" not in offers:
            return claims
        # Some keep the address out of the token; the token still says whose it must be.
        more = await fetch(client, offers["userinfo_endpoint"], Authorization=f"Bearer {token['access_token']}")
    if more.get("sub") != claims["sub"]:
        raise ProviderError("tells about somebody else than who came in")
    # An address and whether it is verified come from one and the same place; everything else only from what is signed.
    return {**without(claims, ADDRESS), **{name: more[name] for name in ADDRESS & more.keys()}}


def without(claims: Claims, names: set[str]) -> Claims:
    return {name: value for name, value in claims.items() if name not in names}
