"""One's own account: what it is, and another password. A plain page behind the guard."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db.act import begin_act
from db.actions.sessies import change_password, forgive_try
from db.engine import read_session
from db.queries.accounts import account, credentials
from db.queries.apitokens import apitokens
from landkaart.domein.account import Account
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import Fout, NietAangemeld, OngeldigeInvoer
from landkaart.domein.noodcode import HOW_MANY
from landkaart.domein.sessie import Aangemeld
from landkaart.rapport import dutch
from landkaart.screens import PlainPage
from landkaart.settings import oidc
from landkaart.web.sign_in import totp
from landkaart.web.sign_in.forms import fields
from landkaart.web.sign_in.hashing import hashing
from landkaart.web.sign_in.new_password import new_password
from landkaart.web.sign_in.password_hash import is_right
from landkaart.web.sign_in.templates import page
from landkaart.web.sign_in.tries import begin_own_try

# Who has no password shows that it is he himself by having come in no longer ago than this.
JUST_NOW = timedelta(minutes=15)
AGAIN = "Meld u eerst af en opnieuw aan, en doe dit binnen een kwartier: zo weet de landkaart dat u het zelf bent."
WRONG_PASSWORD = "Het huidige wachtwoord klopt niet."


@dataclass(frozen=True)
class Eenmalig:
    """What was made just now, to be kept by its owner: it is never shown again."""

    noodcodes: list[str] | None = None
    token: str | None = None


NOTHING = Eenmalig()


async def show(request: Request) -> Response:
    """Answer with the page."""
    return await run_in_threadpool(account_page, request.state.aangemeld)


def account_page(
    who: Aangemeld,
    geheim: str | None = None,
    fout: str | None = None,
    goed: str | None = None,
    eenmalig: Eenmalig = NOTHING,
) -> Response:
    """Return the page; `geheim` is the secret that was shown before: nobody need scan again after a typing error."""
    with read_session() as session:
        found = account(session=session, account_id=who.account_id)
        tokens = apitokens(session=session, account_id=who.account_id, now=system_now())
    geheim, provider = geheim or totp.new_secret(), oidc()
    adres = found.adres if found else who.adres
    new = {"geheim": geheim, "verzegeld": totp.sealed(geheim, who.account_id), "qr": totp.qr(geheim, adres)}
    about = {"account": found, "gekoppeld": bound_sentence(found), "aanmelding": provider and provider.naam}
    once = {"noodcodes": eenmalig.noodcodes, "token": eenmalig.token, "hoeveel": HOW_MANY, "fout": fout, "goed": goed}
    programs = {"tokens": [(each.naam, dutch.day(each.verloopt_op)) for each in tokens]}
    return page("account.html", 400 if fout else 200, **about, **once, **new, **programs)


def bound_sentence(found: Account | None) -> str | None:
    """Say to whom an account is bound; None when it is not."""
    if found is None or found.koppeling is None:
        return None
    since = f", sinds {dutch.day(found.koppeling.sinds)}" if found.koppeling.sinds else ""
    return f"Gekoppeld aan de aanmelding van {found.koppeling.uitgever}, als {found.koppeling.onderwerp}{since}."


async def save_password(request: Request) -> Response:
    """Take the form for another password up, in a thread."""
    texts = await fields(request, "oud", "nieuw", "nogmaals")
    return await hashing(request, partial(change, request.state.aangemeld, **texts))


def change(who: Aangemeld, oud: str, nieuw: str, nogmaals: str) -> Response:
    """Change the password after the old one; who came in by a link, or by his organisation, has none yet."""
    try:
        number = begin_own_try(who)
        require_himself(who, oud)
        kept = new_password(nieuw, nogmaals, who.naam, who.adres)
        with begin_act(who.gebruiker) as act:
            forgive_try(session=act.session, number=number)
            change_password(act, wachtwoord_hash=kept)
    except Fout as error:
        return account_page(who, fout=str(error))
    return account_page(
        who, goed="Uw wachtwoord is gewijzigd. Op andere apparaten bent u afgemeld, en uw tokens werken niet meer."
    )


def require_himself(who: Aangemeld, wachtwoord: str) -> None:
    """Let through who shows that the session did not fall into other hands: by his password or, without one, by being new.

    Who has no way in of his own yet has nothing that could be taken over.

    Raises OngeldigeInvoer, and NietAangemeld when the account was disabled this very moment.
    """
    with read_session() as session:
        known = credentials(session=session, adres=who.adres)
        found = account(session=session, account_id=who.account_id)
    if known is None or found is None:
        raise NietAangemeld
    if found.heeft_wachtwoord and not is_right(wachtwoord, known.wachtwoord):
        raise OngeldigeInvoer(WRONG_PASSWORD)
    if found.can_sign_in and not found.heeft_wachtwoord and system_now() - who.begonnen_op >= JUST_NOW:
        raise OngeldigeInvoer(AGAIN)


ROUTES = [
    Route(PlainPage.ACCOUNT, show, methods=["GET"]),
    Route(PlainPage.ACCOUNT_WACHTWOORD, save_password, methods=["POST"]),
]
