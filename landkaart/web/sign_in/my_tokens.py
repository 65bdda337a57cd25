"""One's own tokens for programs, on the page of one's account: making one, and withdrawing it."""

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db.act import begin_act
from db.actions.apitokens import make_apitoken, withdraw_apitoken
from db.actions.sessies import forgive_try
from landkaart.domein.fouten import Fout
from landkaart.domein.sessie import Aangemeld
from landkaart.screens import PlainPage
from landkaart.web.sign_in.forms import fields
from landkaart.web.sign_in.hashing import hashing
from landkaart.web.sign_in.my_account import Eenmalig, account_page, require_himself
from landkaart.web.sign_in.tries import begin_own_try

WRITE_DOWN = "Het token is gemaakt. Kopieer het hieronder: u ziet het maar één keer."
WITHDRAWN = "Het token is ingetrokken: wie het gebruikt, krijgt geen gegevens meer."


async def save(request: Request) -> Response:
    """Take either of its two forms up; the one that makes a token asks for the password."""
    texts = await fields(request, "act", "naam", "wachtwoord")
    who: Aangemeld = request.state.aangemeld
    if texts["act"] == "intrekken":
        return await run_in_threadpool(withdraw, who, texts["naam"])
    return await hashing(request, partial(make, who, texts["naam"], texts["wachtwoord"]))


def make(who: Aangemeld, naam: str, wachtwoord: str) -> Response:
    """Make a token, for who shows that it is he himself; the page shows it this once."""
    try:
        number = begin_own_try(who)
        require_himself(who, wachtwoord)
        with begin_act(who.gebruiker) as act:
            forgive_try(session=act.session, number=number)
            token = make_apitoken(act, naam=naam)
    except Fout as error:
        return account_page(who, fout=str(error))
    return account_page(who, goed=WRITE_DOWN, eenmalig=Eenmalig(token=token))


def withdraw(who: Aangemeld, naam: str) -> Response:
    """Let the token of this naam work no more."""
    try:
        with begin_act(who.gebruiker) as act:
            withdraw_apitoken(act, naam=naam)
    except Fout as error:
        return account_page(who, fout=str(error))
    return account_page(who, goed=WITHDRAWN)


ROUTES = [Route(PlainPage.ACCOUNT_TOKENS, save, methods=["POST"])]
