"""Links that let somebody in once: an invitation, a new password, the first start."""

from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db.actions.sessies import start_session, use_link
from db.engine import read_session, write_session
from db.queries.accounts import FoundLink, by_link
from db.queries.clock import clock
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import Fout
from landkaart.post.toegang import Notice
from landkaart.screens import PlainPage
from landkaart.settings import smtp
from landkaart.web.sign_in.forms import fields
from landkaart.web.sign_in.hashing import hashing
from landkaart.web.sign_in.new_password import new_password
from landkaart.web.sign_in.outbox import tell_owner
from landkaart.web.sign_in.sign_in_page import sign_in_page, welcome
from landkaart.web.sign_in.templates import page

FIRST_START = "eerste_start"
TITLES = {"uitnodiging": "Welkom", "herstel": "Nieuw wachtwoord", FIRST_START: "Welkom"}
EXPIRED = "Deze link werkt niet meer"
CHOSEN = "Uw nieuwe wachtwoord is vastgelegd. Meld u ermee aan, met de code uit uw app."


async def show(request: Request) -> Response:
    """Answer with what the link asks. Looking uses nothing up: mail programs look at links by themselves."""
    return await run_in_threadpool(link_page, request.path_params["token"])


def link_page(token: str, fout: str | None = None) -> Response:
    """Return the page of a link: 200, 400 with what was wrong with the form, or 410 when it no longer works."""
    found = find_link(token)
    account, soort, factor_uit = found or (None, "", False)
    shown = {"account": account, "soort": soort, "factor_uit": factor_uit, "titel": TITLES.get(soort, EXPIRED)}
    status = 410 if found is None else 400 if fout else 200
    return page("toegang.html", status, fout=fout, can_mail=smtp() is not None, **shown)


async def follow(request: Request) -> Response:
    """Take the form up, where passwords are hashed."""
    texts = await fields(request, "nieuw", "nogmaals")
    return await hashing(request, partial(use, request.path_params["token"], **texts))


def use(token: str, nieuw: str, nogmaals: str) -> Response:
    """Keep the password and let in; whoever keeps a second factor still has to show it at the sign-in."""
    found = find_link(token)
    if found is None:
        return link_page(token)
    account = found.account
    try:
        first = found.soort == FIRST_START
        kept = None if first else new_password(nieuw, nogmaals, account.naam, account.adres)
        used, opened = take_up(token, kept)
    except Fout as error:
        return link_page(token, str(error))
    if opened is None:
        return sign_in_page("/", account.adres, goed=CHOSEN)
    without = used.factor_uit and used.account.heeft_totp
    if without:
        tell_owner(used.account, Notice.FACTOR_UIT)
    # The first beheerder has no password yet, and the link will not let him in again; who lost his telephone has a new one.
    return welcome(opened, PlainPage.ACCOUNT if first or without else "/")


def take_up(token: str, wachtwoord_hash: str | None) -> tuple[FoundLink, str | None]:
    """Use the link; return what it was, and the token of a new session, None when a second factor is still to be shown.

    Raises OngeldigeInvoer when somebody else was first.
    """
    with write_session() as session:
        now = clock(session=session).now()
        used = use_link(session=session, token=token, wachtwoord_hash=wachtwoord_hash, now=now)
        # A mailbox alone is not two factors.
        if used.account.heeft_totp and not used.factor_uit and used.soort != FIRST_START:
            return used, None
        return used, start_session(session=session, account_id=used.account.id, manier=used.soort, now=now)


def find_link(token: str) -> FoundLink | None:
    """Return whose link this is and of what kind; None when it no longer works."""
    with read_session() as session:
        return by_link(session=session, token=token, now=system_now())


ROUTES = [
    Route(f"{PlainPage.TOEGANG}/{{token}}", show, methods=["GET"]),
    Route(f"{PlainPage.TOEGANG}/{{token}}", follow, methods=["POST"]),
]
