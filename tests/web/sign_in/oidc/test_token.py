"""What the provider signs: believed only when it is for us, now, and its own."""

from base64 import urlsafe_b64encode
from datetime import UTC, datetime

import pytest
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OctKey, RSAKey

from landkaart.web.sign_in.oidc.token import Expected, is_multi_factor, read_id_token

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
OURS, THEIRS = (RSAKey.generate_key(parameters={"kid": "one"}) for _ in range(2))
KEYS = KeySet.import_key_set({"keys": [OURS.as_dict(private=False)]})


def token(claims, key=OURS, alg="RS256"):
    full = {"iss": "https://idp.nl", "aud": "landkaart", "sub": "n-1", "nonce": "once", "iat": at(0), "exp": at(300)}
    return jwt.encode({"alg": alg, "kid": "one"}, full | claims, key, [alg])


def read(text):
    return read_id_token(text, KEYS, Expected("https://idp.nl", "landkaart", "once"), NOW)


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


@pytest.mark.parametrize(
    ("claims", "is_one"),
    [
        ({"amr": ["mfa"]}, True),
        ({"amr": ["pwd", "otp", "mfa"]}, True),
        ({"acr": "https://refeds.org/profile/mfa"}, True),
        ({"acr": "http://schemas.openid.net/pape/policies/2007/06/multi-factor"}, True),
        ({"acr": "urn:etoegang:core:assurance-class:loa3"}, True),
        ({}, False),
        ({"amr": ["pwd"]}, False),
        ({"amr": "mfa"}, False),
        ({"amr": ["no-mfa"]}, False),
        ({"amr": {"mfa": True}}, False),
        ({"amr": None}, False),
        ({"acr": "0"}, False),
        ({"acr": ["https://refeds.org/profile/mfa"]}, False),
        ({"acr": "https://refeds.org/profile/sfa"}, False),
        ({"acr": "urn:etoegang:core:assurance-class:loa2"}, False),
    ],
    ids=str,
)
def test_a_second_factor_is_one_by_the_names_that_are_known_and_no_others(claims, is_one):
    assert is_multi_factor(claims) is is_one
