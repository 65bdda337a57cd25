"""Coming in and going out: plain pages on their own routes, in front of Streamlit."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from db.actions.sessies import end_session, note_failure, start_session, use_link, use_totp
from db.engine import read_session, write_session
from db.queries.accounts import Credentials, by_link, credentials, demo_accounts, is_slowed_down
from db.queries.clock import clock
from db.queries.sessies import by_token
from landkaart.domein.clock import system_now
from landkaart.domein.credentials import require_strong
from landkaart.domein.fouten import Fout, OngeldigeInvoer
from landkaart.domein.rechten import Recht, mag_ergens
from landkaart.screens import Screen
from landkaart.settings import oidc, smtp
from landkaart.web.sign_in import cookie, totp
from landkaart.web.sign_in.forms import fields
from landkaart.web.sign_in.password_hash import is_right, make_hash
from landkaart.web.sign_in.templates import page

DEMO_PASSWORD = "landkaart van 2009"
WRONG = "Deze combinatie van e-mailadres, wachtwoord en code klopt niet."
CHOSEN = "Uw nieuwe wachtwoord is vastgelegd. Meld u ermee aan, met de code uit uw app."
SLOW = "Er is te vaak geprobeerd aan te melden. Wacht een kwartier en probeer het opnieuw."


async def ask(request: Request) -> Response:
    return await run_in_threadpool(form, safe_next(request.query_params.get("next", "/")))


async def sign_in(request: Request) -> Response:
    texts = await fields(request, "adres", "wachtwoord", "code", "next")
    herkomst = request.client.host if request.client else "?"
    return await run_in_threadpool(check, herkomst=herkomst, **texts)


def check(*, adres: str, wachtwoord: str, code: str, next: str, herkomst: str) -> Response:
    """The same answer, after the same work, whatever of the three was wrong."""
    adres, target = adres.strip().lower(), safe_next(next)
    with read_session() as session:
        known = credentials(session=session, adres=adres)
    right = is_right(wachtwoord, known.wachtwoord if known else None)
    token, fout, status = let_in(known if right else None, code=code, adres=adres, herkomst=herkomst)
    return form(target, adres, fout, status) if token is None else welcome(token, target)


def let_in(known: Credentials | None, *, code: str, adres: str, herkomst: str) -> tuple[str | None, str, int]:
    """The token of a new session for `known`, whose password was right; or else the sentence and status of the refusal."""
    with write_session() as session:
        # Asked here, where one comes after another: a hundred guesses at once count as a hundred.
        if is_slowed_down(session=session, adres=adres, herkomst=herkomst, now=system_now()):
            return None, SLOW, 429
        right = known is not None
        if right and known.totp_geheim is not None:
            step = totp.step_of(known.totp_geheim, code.strip())
            right = step is not None and use_totp(session=session, account_id=known.account_id, stap=step)
        if not right:
            note_failure(session=session, adres=adres, herkomst=herkomst)
            return None, WRONG, 403
        now = clock(session=session).now()
        return start_session(session=session, account_id=known.account_id, manier="wachtwoord", now=now), "", 303


def form(next: str, adres: str = "", fout: str | None = None, status: int = 200, goed: str | None = None) -> Response:
    with read_session() as session:
        demo = demo_accounts(session=session)
    provider = oidc()
    shown = {"next": next, "adres": adres, "demo": demo, "demo_wachtwoord": DEMO_PASSWORD, "fout": fout, "goed": goed}
    return page("inloggen.html", status, oidc=provider and provider.naam, can_mail=smtp() is not None, **shown)


def welcome(token: str, next: str) -> Response:
    """To where the visitor was going; who fills in and was going nowhere begins with the form."""
    with read_session() as session:
        found = by_token(session=session, token=token, now=system_now())
    fills_in = found is not None and mag_ergens(found.bevoegdheid, Recht.INVULLEN)
    return cookie.give(RedirectResponse(Screen.INVULLEN.path if next == "/" and fills_in else next, 303), token)


async def sign_out(request: Request) -> Response:
    token = cookie.token_of(request)
    if token:
        await run_in_threadpool(leave, token)
    return cookie.take(RedirectResponse("/inloggen", 303))


def leave(token: str) -> None:
    with write_session() as session:
        end_session(session=session, token=token, now=clock(session=session).now())


async def show_link(request: Request) -> Response:
    return await run_in_threadpool(link_page, request.path_params["token"])


def link_page(token: str, fout: str | None = None) -> Response:
    with read_session() as session:
        found = by_link(session=session, token=token, now=system_now())
    account, soort = found or (None, "")
    titles = {"uitnodiging": "Welkom", "herstel": "Nieuw wachtwoord", "eerste_start": "Welkom"}
    shown = {"account": account, "soort": soort, "titel": titles.get(soort, "Deze link werkt niet meer")}
    status = 200 if found and not fout else 400 if found else 410
    return page("toegang.html", status, fout=fout, can_mail=smtp() is not None, **shown)


async def follow_link(request: Request) -> Response:
    texts = await fields(request, "nieuw", "nogmaals")
    return await run_in_threadpool(take_up, request.path_params["token"], **texts)


def take_up(token: str, nieuw: str, nogmaals: str) -> Response:
    with read_session() as session:
        found = by_link(session=session, token=token, now=system_now())
    if found is None:
        return link_page(token)
    account, soort = found
    try:
        kept = None if soort == "eerste_start" else new_password(nieuw, nogmaals, account.naam, account.adres)
        with write_session() as session:
            now = clock(session=session).now()
            account_id = use_link(session=session, token=token, wachtwoord_hash=kept, now=now)
            # A mailbox alone is not two factors.
            trusted = kept is None or not account.heeft_totp
            opened = start_session(session=session, account_id=account_id, manier=soort, now=now) if trusted else None
    except Fout as error:
        return link_page(token, str(error))
    if opened is None:
        return form("/", account.adres, goed=CHOSEN)
    return welcome(opened, "/account" if soort == "eerste_start" else "/")


def new_password(nieuw: str, nogmaals: str, naam: str, adres: str) -> str:
    """Its hash. Raises OngeldigeInvoer."""
    require_strong(nieuw, naam, adres)
    if nieuw != nogmaals:
        raise OngeldigeInvoer("De twee wachtwoorden zijn niet gelijk. Typ ze nog een keer.")
    return make_hash(nieuw)


def safe_next(text: str) -> str:
    """A place on this site, or the start: never another site."""
    plain = text.isascii() and text.isprintable() and "\\" not in text
    return text if plain and text.startswith("/") and not text.startswith("//") else "/"


ROUTES = [
    Route("/inloggen", ask, methods=["GET"]),
    Route("/inloggen", sign_in, methods=["POST"]),
    Route("/uitloggen", sign_out, methods=["POST"]),
    Route("/toegang/{token}", show_link, methods=["GET"]),
    Route("/toegang/{token}", follow_link, methods=["POST"]),
]
