"""One's own second factor, on the page of one's account: on, off, and new noodcodes."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db.act import Act, begin_act
from db.actions.sessies import forgive_try
from db.actions.tweede_factor import renew_noodcodes, turn_off, turn_on
from landkaart.domein.fouten import Fout, OngeldigeInvoer
from landkaart.domein.sessie import Aangemeld
from landkaart.screens import PlainPage
from landkaart.web.sign_in import totp
from landkaart.web.sign_in.code import WRONG_CODE, use_code
from landkaart.web.sign_in.forms import fields
from landkaart.web.sign_in.hashing import hashing
from landkaart.web.sign_in.my_account import Eenmalig, account_page, require_himself
from landkaart.web.sign_in.tries import begin_own_try

TOO_LATE = "Deze pagina stond te lang open. Scan de nieuwe code hieronder en probeer het opnieuw."
WRITE_DOWN = "Schrijf de noodcodes hieronder op: u ziet ze maar één keer."


async def save(request: Request) -> Response:
    """Take any of its three forms up; `act` says which. Where a password is asked, where those are hashed."""
    texts = await fields(request, "act", "geheim", "wachtwoord", "code")
    act, who = texts.pop("act"), request.state.aangemeld
    if act == "aan":
        return await hashing(request, partial(begin, who, **texts))
    return await run_in_threadpool(renew if act == "noodcodes" else end, who, texts["code"])


def begin(who: Aangemeld, geheim: str, wachtwoord: str, code: str) -> Response:
    """Turn it on: with the password, and a first code of the secret that was shown."""
    secret = totp.unsealed(geheim, who.account_id)
    try:
        number = begin_own_try(who)
        if secret is None:
            raise OngeldigeInvoer(TOO_LATE)
        require_himself(who, wachtwoord)
        step = totp.step_of(secret, code.strip())
        if step is None:
            raise OngeldigeInvoer(WRONG_CODE)
        with begin_act(who.gebruiker) as act:
            forgive_try(session=act.session, number=number)
            codes = turn_on(act, geheim=secret, stap=step)
    except Fout as error:
        return account_page(who, secret, fout=str(error))
    return account_page(who, goed=f"De tweede factor staat aan. {WRITE_DOWN}", eenmalig=Eenmalig(noodcodes=codes))


def end(who: Aangemeld, code: str) -> Response:
    """Turn it off, with a code of the app or a noodcode."""
    try:
        with act_by_code(who, code) as act:
            turn_off(act)
    except Fout as error:
        return account_page(who, fout=str(error))
    return account_page(who, goed="De tweede factor staat uit.")


def renew(who: Aangemeld, code: str) -> Response:
    """Make new noodcodes, with a code of the app or one of the old."""
    try:
        with act_by_code(who, code) as act:
            codes = renew_noodcodes(act)
    except Fout as error:
        return account_page(who, fout=str(error))
    return account_page(who, goed=f"Uw oude noodcodes werken niet meer. {WRITE_DOWN}", eenmalig=Eenmalig(noodcodes=codes))


@contextmanager
def act_by_code(who: Aangemeld, code: str) -> Iterator[Act]:
    """Begin an act for who brings a code of the app, or a noodcode: it is used up with what it was for.

    Raises OngeldigeInvoer for a wrong one, and after too many of them.
    """
    number = begin_own_try(who)
    with begin_act(who.gebruiker) as act:
        if use_code(act.session, who.account_id, code) is None:
            raise OngeldigeInvoer(WRONG_CODE)
        forgive_try(session=act.session, number=number)
        yield act


ROUTES = [Route(PlainPage.ACCOUNT_TWEEDE_FACTOR, save, methods=["POST"])]
