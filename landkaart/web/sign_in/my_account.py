"""One's own account: password and second factor. A plain page behind the guard."""

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db.act import begin_act
from db.actions.sessies import change_password, note_failure, set_totp
from db.engine import read_session, write_session
from db.queries.accounts import INSIDE, Credentials, account, credentials, is_slowed_down
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import Fout, NietAangemeld, OngeldigeInvoer
from landkaart.domein.sessie import Aangemeld
from landkaart.screens import PlainPage
from landkaart.web.sign_in import totp
from landkaart.web.sign_in.forms import fields
from landkaart.web.sign_in.hashing import hashing
from landkaart.web.sign_in.new_password import new_password
from landkaart.web.sign_in.password import SLOW
from landkaart.web.sign_in.password_hash import is_right
from landkaart.web.sign_in.templates import page

WRONG_CODE = "Deze code klopt niet, of is al gebruikt. Wacht op de volgende code en probeer het opnieuw."


async def show(request: Request) -> Response:
    """Answer with the page."""
    return await run_in_threadpool(account_page, request.state.aangemeld)


def account_page(who: Aangemeld, geheim: str | None = None, fout: str | None = None, goed: str | None = None) -> Response:
    """Return the page; `geheim` is the secret that was shown before: nobody need scan again after a typing error."""
    with read_session() as session:
        found = account(session=session, account_id=who.account_id)
    geheim = geheim or totp.new_secret()
    shown = {"account": found, "geheim": geheim, "qr": totp.qr(geheim, who.adres)}
    return page("account.html", 400 if fout else 200, fout=fout, goed=goed, **shown)


async def save_password(request: Request) -> Response:
    """Take the form for another password up, in a thread."""
    texts = await fields(request, "oud", "nieuw", "nogmaals")
    return await hashing(request, partial(change, request.state.aangemeld, **texts))


def change(who: Aangemeld, oud: str, nieuw: str, nogmaals: str) -> Response:
    """Change the password after the old one; who came in by a link, or by his organisation, has none yet."""
    try:
        known = require_patience(who)
        if known.wachtwoord is not None and not is_right(oud, known.wachtwoord):
            raise guessed(who, "Het huidige wachtwoord klopt niet.")
        kept = new_password(nieuw, nogmaals, who.naam, who.adres)
        with begin_act(who.gebruiker) as act:
            change_password(act, wachtwoord_hash=kept)
    except Fout as error:
        return account_page(who, fout=str(error))
    return account_page(who, goed="Uw wachtwoord is gewijzigd. Op andere apparaten bent u afgemeld.")


async def save_totp(request: Request) -> Response:
    """Take the form for the second factor up, in a thread."""
    texts = await fields(request, "act", "geheim", "code")
    return await run_in_threadpool(switch, request.state.aangemeld, **texts)


def switch(who: Aangemeld, act: str, geheim: str, code: str) -> Response:
    """Turn the second factor on with a code of the new secret, or off with one of the old."""
    shown = None
    try:
        kept = require_patience(who).totp_geheim
        turn_on = act == "aan" and kept is None
        secret = geheim if turn_on else kept
        step = totp.step_of(secret, code.strip()) if secret and totp.is_secret(secret) else None
        if step is None:
            shown = geheim if turn_on and totp.is_secret(geheim) else None
            raise guessed(who, WRONG_CODE)
        new = (secret, step) if turn_on else (None, None)
        with begin_act(who.gebruiker) as begun:
            set_totp(begun, geheim=new[0], stap=new[1])
    except Fout as error:
        return account_page(who, shown, fout=str(error))
    return account_page(who, goed=f"De tweede factor staat {'aan' if turn_on else 'uit'}.")


def require_patience(who: Aangemeld) -> Credentials:
    """Return what to check against.

    Raises OngeldigeInvoer after too many guesses: a session may have fallen into other hands.
    Raises NietAangemeld when the account was disabled this very moment.
    """
    with read_session() as session:
        if is_slowed_down(session=session, adres=who.adres, herkomst=INSIDE, now=system_now()):
            raise OngeldigeInvoer(SLOW)
        found = credentials(session=session, adres=who.adres)
    if found is None:
        raise NietAangemeld
    return found


def guessed(who: Aangemeld, sentence: str) -> OngeldigeInvoer:
    """Count a wrong guess as one at the sign-in; return the exception to raise."""
    with write_session() as session:
        note_failure(session=session, adres=who.adres, herkomst=INSIDE)
    return OngeldigeInvoer(sentence)


ROUTES = [
    Route(PlainPage.ACCOUNT, show, methods=["GET"]),
    Route(PlainPage.ACCOUNT_WACHTWOORD, save_password, methods=["POST"]),
    Route(PlainPage.ACCOUNT_TWEEDE_FACTOR, save_totp, methods=["POST"]),
]
