"""One attempt to come in. What has to come back unharmed travels in a sealed cookie of this browser alone."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from secrets import compare_digest
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import Response

from db.actions.sessies import use_state
from db.engine import write_session
from db.sealing import Purpose
from db.sealing import seal as seal_text
from db.sealing import unseal as unseal_text
from landkaart.domein.clock import system_now
from landkaart.domein.credentials import new_token
from landkaart.web.sign_in import cookie
from landkaart.web.sign_in.sign_in_page import safe_next

Answer = TypeVar("Answer", bound=Response)

LASTS = timedelta(minutes=10)
# A browser keeps no cookie above 4 KB; an address this long is not one of ours.
LONGEST_NEXT = 1000
# The cookie goes along only to here.
PLACE = "/oidc/"


@dataclass(frozen=True)
class Attempt:
    """What one browser set out with."""

    # Comes back with the visitor: the way back belongs to this browser, and is not somebody else's.
    state: str
    # Comes back in the token: that was made for this attempt.
    nonce: str
    # The provider gets to see the hash of it, and it itself only from us: a stolen code is worth nothing.
    verifier: str
    # Where the visitor was going.
    next: str


def begin(wanted: str) -> Attempt:
    """Return a new attempt of somebody who wants to go to this place, or to the start when that is not one of ours."""
    target = safe_next(wanted)
    return Attempt(new_token(), new_token(), new_token(), target if len(target) <= LONGEST_NEXT else "/")


def seal(attempt: Attempt, now: datetime) -> str:
    """Return the attempt as a text that only this landkaart can read, or make: any of its programs, also after a restart."""
    return seal_text(Purpose.OIDC, json.dumps(asdict(attempt)), now)


def unseal(text: str, now: datetime) -> Attempt | None:
    """Return the attempt; None for what we did not seal, or more than ten minutes ago."""
    plain = unseal_text(Purpose.OIDC, text, LASTS, now)
    return None if plain is None else Attempt(**json.loads(plain))


def use(attempt: Attempt, state: str) -> bool:
    """Say whether this state is that of the attempt, and the first time that it comes back; from then on it is used up."""
    if not compare_digest(attempt.state.encode(), state.encode()):
        return False
    with write_session() as session:
        return use_state(session=session, state=attempt.state, lasts=LASTS)


def cookie_name() -> str:
    """Return its name. Not `__Host-`, which goes along everywhere: this one has a place of its own."""
    return "__Secure-oidc" if cookie.is_secure() else "oidc"


def keep(response: Answer, attempt: Attempt) -> Answer:
    """Have the browser keep the attempt, sealed."""
    text, lasts = seal(attempt, system_now()), int(LASTS.total_seconds())
    # Lax, not strict: the way back is a link from another site.
    response.set_cookie(
        cookie_name(), text, max_age=lasts, path=PLACE, secure=cookie.is_secure(), httponly=True, samesite="lax"
    )
    return response


def kept(request: Request) -> Attempt | None:
    """Return the attempt that this browser set out with; None without one, or when it took too long."""
    return unseal(request.cookies.get(cookie_name(), ""), system_now())


def forget(response: Answer) -> Answer:
    """Have the browser forget the attempt."""
    response.delete_cookie(cookie_name(), path=PLACE, secure=cookie.is_secure(), httponly=True, samesite="lax")
    return response
