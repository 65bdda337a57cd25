"""The way to the provider, and the way back in."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from db.actions.sessies import bind_subject, start_session
from db.engine import write_session
from db.queries.accounts import by_subject
from db.queries.clock import clock
from landkaart.domein.account import require_address
from landkaart.domein.fouten import Fout, OngeldigeInvoer
from landkaart.errors import log_with_number, sentence
from landkaart.screens import PlainPage
from landkaart.settings import Oidc, oidc
from landkaart.web.sign_in.oidc import attempt as attempts
from landkaart.web.sign_in.oidc.provider import ProviderError, address_to_sign_in, who_came_in
from landkaart.web.sign_in.oidc.token import Claims
from landkaart.web.sign_in.sign_in_page import sign_in_page, welcome

ABSENT = "Aanmelden via uw organisatie is hier niet ingesteld. Meld u aan met een wachtwoord."
STALE = "Het aanmelden duurde te lang of is in een ander venster begonnen. Probeer het opnieuw."
CANCELLED = "U bent niet aangemeld: bij {naam} is het aanmelden afgebroken of geweigerd."
FAILED = (
    "Aanmelden met {naam} lukt nu niet. Probeer het over een paar minuten opnieuw, of meld u aan met een wachtwoord. "
    "Blijft het misgaan, geef dan dit nummer door aan de beheerder: {nummer}."
)
UNKNOWN = "Voor {adres} is nog geen account. Vraag de beheerder om een uitnodiging."
NAMELESS = "{naam} geeft geen bevestigd e-mailadres van u door. Vraag de beheerder om hulp."


async def start(request: Request) -> Response:
    """Lead to the provider, with a new attempt in the browser; `?next=` is where the visitor was going."""
    attempt, provider = attempts.begin(request.query_params.get("next", "/")), oidc()
    if provider is None:
        return await refused(attempt.next, ABSENT, 404)
    try:
        url = await address_to_sign_in(provider, attempt)
    except Exception as error:
        return await failed(provider, attempt.next, error)
    return attempts.keep(RedirectResponse(url, 303), attempt)


async def finish(request: Request) -> Response:
    """Let in who comes back from the provider; the attempt is used up, whatever came of it."""
    return attempts.forget(await judge(request))


async def judge(request: Request) -> Response:
    """Answer to what came back: a code that the provider knows, of an attempt of this browser, or else a sentence."""
    provider, given, attempt = oidc(), request.query_params, attempts.kept(request)
    wanted = attempt.next if attempt else "/"
    if provider is None:
        return await refused(wanted, ABSENT, 404)
    # Before the state is looked at: whoever cancels late, or twice, reads the same.
    if given.get("error") == "access_denied":
        return await refused(wanted, CANCELLED.format(naam=provider.naam), 403)
    if attempt is None or not attempts.use(attempt, given.get("state", "")):
        return await refused(wanted, STALE, 400)
    try:
        if "error" in given:
            raise ProviderError(f"answers with the error {given['error'][:40]!r}")
        claims = await who_came_in(provider, given["code"], attempt)
    except Exception as error:
        return await failed(provider, wanted, error)
    return await run_in_threadpool(enter, provider, claims, wanted)


def enter(provider: Oidc, claims: Claims, next: str) -> Response:
    """Open a session for who has an account; answer anybody else with a sentence."""
    try:
        onderwerp, adres = f"{provider.issuer}|{claims['sub']}", verified_address(claims)
        with write_session() as session:
            account_id = by_subject(session=session, onderwerp=onderwerp, adres=adres)
            if account_id is None:
                raise OngeldigeInvoer(UNKNOWN.format(adres=adres) if adres else NAMELESS.format(naam=provider.naam))
            bind_subject(session=session, account_id=account_id, onderwerp=onderwerp)
            now = clock(session=session).now()
            token = start_session(session=session, account_id=account_id, manier="oidc", now=now)
    except Fout as error:
        return sign_in_page(next, fout=str(error), status=403)
    except Exception as error:
        return sign_in_page(next, fout=sentence(log_with_number(error)), status=500)
    return welcome(token, next)


def verified_address(claims: Claims) -> str:
    """Return the address of who came in; empty when there is none to rely on.

    Who was here before is then still known by his subject. A provider that says nothing of it vouches for its addresses.
    """
    if claims.get("email_verified") not in (None, True, "true"):
        return ""
    try:
        return require_address(str(claims.get("email", "")).strip())
    except OngeldigeInvoer:
        return ""


async def failed(provider: Oidc, next: str, error: Exception) -> Response:
    """Answer with the number under which it was logged: the provider's own words are for no visitor."""
    return await refused(next, FAILED.format(naam=provider.naam, nummer=log_with_number(error)), 502)


async def refused(next: str, fout: str, status: int) -> Response:
    """Answer with the page to sign in on, under a sentence."""
    return await run_in_threadpool(sign_in_page, next, fout=fout, status=status)


ROUTES = [
    Route(PlainPage.OIDC_START, start, methods=["GET"]),
    Route(PlainPage.OIDC_TERUG, finish, methods=["GET"]),
]
