"""What the provider signs: believed only when it is for us, now, and its own."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.jwk import KeySet
from joserfc.jws import JWSRegistry

# In seconds: as far as two clocks may differ.
LEEWAY = 60
# Signatures by a key that only the provider has: never "none", never a shared secret.
ALGORITHMS = [f"{kind}{bits}" for kind in ("RS", "PS", "ES") for bits in (256, 384, 512)]

# What a provider says of how somebody showed who he is, when that took more than one factor: RFC 8176, and the names
# of REFEDS, PAPE, eIDAS and eHerkenning.
MULTI_FACTOR = "mfa"
MULTI_FACTOR_CLASSES = {
    "mfa",
    "https://refeds.org/profile/mfa",
    "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
    "http://eidas.europa.eu/LoA/substantial",
    "http://eidas.europa.eu/LoA/high",
    "urn:etoegang:core:assurance-class:loa3",
    "urn:etoegang:core:assurance-class:loa4",
}

Claims = dict[str, Any]


@dataclass(frozen=True)
class Expected:
    """What a token must say."""

    # Who made it, to the letter.
    issuer: str
    # For whom: the name under which the provider knows us.
    client_id: str
    # For which attempt.
    nonce: str


def read_id_token(text: str, keys: KeySet, expected: Expected, now: datetime) -> Claims:
    """Return what the token says of who came in (OpenID Connect Core 1.0, 3.1.3.7).

    Raises JoseError for any other signature, issuer, audience, time or nonce than it must have.
    """
    # Headers that we do not know say nothing about the signature: some providers send them.
    found = jwt.decode(text, keys, registry=JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False))
    options = {"iss": {"value": expected.issuer}, "aud": {"value": expected.client_id}, "sub": {"essential": True}}
    params = {"nonce": expected.nonce, "client_id": expected.client_id}
    claims = CodeIDToken(found.claims, found.header, options, params)
    claims.validate(int(now.timestamp()), LEEWAY)
    return dict(claims)


def is_multi_factor(claims: Claims) -> bool:
    """Say whether the provider vouches for a second factor; only by names that we know, of the kind that they must be."""
    amr, acr = claims.get("amr"), claims.get("acr")
    by_method = isinstance(amr, list) and MULTI_FACTOR in amr
    return by_method or (isinstance(acr, str) and acr in MULTI_FACTOR_CLASSES)
