"""Coming in with a password, and going out again."""

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from db.actions.sessies import end_session, start_session
from db.engine import read_session, write_session
from db.queries.accounts import Credentials, credentials
from db.queries.clock import clock
from landkaart.domein.clock import system_now
from landkaart.screens import PlainPage
from landkaart.web.sign_in import cookie, known_browser
from landkaart.web.sign_in.code import Proof, use_code
from landkaart.web.sign_in.forms import fields
from landkaart.web.sign_in.hashing import hashing
from landkaart.web.sign_in.password_hash import is_right
from landkaart.web.sign_in.sign_in_page import safe_next, sign_in_page, welcome
from landkaart.web.sign_in.tries import SLOW, begin_try, end_wrong_try

WRONG = "Deze combinatie van e-mailadres, wachtwoord en code klopt niet."


async def show(request: Request) -> Response:
    """Answer with the page to sign in on; `?next=` is where the visitor was going."""
    return await run_in_threadpool(sign_in_page, safe_next(request.query_params.get("next", "/")))


async def sign_in(request: Request) -> Response:
    """Take the form up, where passwords are hashed: it keeps a core busy."""
    texts = await fields(request, "adres", "wachtwoord", "code", "next")
    return await hashing(request, partial(check, place=known_browser.place_of(request), **texts))


def check(*, adres: str, wachtwoord: str, code: str, next: str, place: known_browser.Place) -> Response:
    """Let in who proves himself; else the same answer, after the same work, whatever of the three was wrong."""
    adres, target = adres.strip().lower(), safe_next(next)
    with read_session() as session:
        known = credentials(session=session, adres=adres)
    herkomst = known_browser.counted_at(place, known, system_now())
    number = begin_try(adres, herkomst)
    if number is None:
        return sign_in_page(target, adres, SLOW, 429)
    right = is_right(wachtwoord, known.wachtwoord if known else None)
    token = open_session(known if right else None, adres, code, herkomst)
    if token is None or known is None:
        end_wrong_try(number, herkomst)
        return sign_in_page(target, adres, WRONG, 403)
    return known_browser.remember(welcome(token, target), place.kept, known, system_now())


def open_session(known: Credentials | None, adres: str, code: str, herkomst: str) -> str | None:
    """Return the token of a new session for `known`, whose password was right; None when the code is not.

    None as well when the account became another one since: with another password, a second factor, or off.
    """
    with write_session() as session:
        if credentials(session=session, adres=adres) != known or known is None:
            return None
        proof = use_code(session, known.account_id, code) if known.heeft_totp else None
        if known.heeft_totp and proof is None:
            return None
        manier = "wachtwoord en noodcode" if proof is Proof.NOODCODE else "wachtwoord"
        now = clock(session=session).now()
        return start_session(session=session, account_id=known.account_id, manier=manier, now=now, herkomst=herkomst)


async def sign_out(request: Request) -> Response:
    """End the session, and lead to the page to sign in on; who was not in comes there too."""
    token = cookie.token_of(request)
    if token:
        await run_in_threadpool(leave, token)
    return cookie.delete_with(RedirectResponse(PlainPage.INLOGGEN, 303))


def leave(token: str) -> None:
    """End the session of this token, if it runs."""
    with write_session() as session:
        end_session(session=session, token=token, now=clock(session=session).now())


ROUTES = [
    Route(PlainPage.INLOGGEN, show, methods=["GET"]),
    Route(PlainPage.INLOGGEN, sign_in, methods=["POST"]),
    # No GET: a link or a picture on another page would sign somebody out.
    Route(PlainPage.UITLOGGEN, sign_out, methods=["POST"]),
]
