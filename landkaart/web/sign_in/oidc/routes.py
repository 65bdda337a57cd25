"""The way to the provider, and the way back in."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from db.actions.koppelingen import bind
from db.actions.sessies import BY_OIDC, start_session
from db.engine import Session, write_session
from db.failures import failure_sentence, is_unavailable, log_failure
from db.queries.accounts import VOUCHED, by_adres, by_onderwerp
from db.queries.clock import clock
from landkaart.domein.account import Account, require_address
from landkaart.domein.fouten import Fout, OngeldigeInvoer
from landkaart.domein.koppeling import identity
from landkaart.post.toegang import Notice
from landkaart.screens import PlainPage
from landkaart.settings import Oidc, oidc
from landkaart.web.sign_in.oidc import attempt as attempts
from landkaart.web.sign_in.oidc import second_step
from landkaart.web.sign_in.oidc.provider import ProviderError, address_to_sign_in, who_came_in
from landkaart.web.sign_in.oidc.token import Claims, is_multi_factor
from landkaart.web.sign_in.outbox import tell_owner
from landkaart.web.sign_in.sign_in_page import sign_in_page, welcome

ABSENT = "Aanmelden via uw organisatie is hier niet ingesteld. Meld u aan met een wachtwoord."
STALE = "Het aanmelden duurde te lang of is in een ander venster begonnen. Probeer het opnieuw."
CANCELLED = "U bent niet aangemeld: bij {naam} is het aanmelden afgebroken of geweigerd."
FAILED = (
    "Aanmelden met {naam} lukt nu niet. Probeer het over een paar minuten opnieuw, of meld u aan met een wachtwoord. "
    "Blijft het misgaan, geef dan dit nummer door aan de beheerder: {nummer}."
)
OFF = "Dit account is uitgezet. Vraag de beheerder om het weer aan te zetten."
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
    if attempt is None or not await run_in_threadpool(attempts.use, attempt, given.get("state", "")):
        return await refused(wanted, STALE, 400)
    try:
        if "error" in given:
            raise ProviderError(f"answers with the error {given['error'][:40]!r}")
        claims = await who_came_in(provider, given["code"], attempt)
    except Exception as error:
        return await failed(provider, wanted, error)
    return await run_in_threadpool(enter, provider, claims, wanted)


def enter(provider: Oidc, claims: Claims, next: str) -> Response:
    """Open a session for who has an account, or ask for a code first; answer anybody else with a sentence."""
    try:
        with write_session() as session:
            onderwerp = identity(provider.issuer, claims["sub"])
            known = by_onderwerp(session=session, onderwerp=onderwerp)
            account = known or bound_by_address(session, provider, claims)
            if account.uitgezet_op is not None:
                raise OngeldigeInvoer(OFF)
            # The password of another place is never worth more than our own.
            if account.heeft_totp and not is_multi_factor(claims):
                return second_step.ask(onderwerp, next)
            now = clock(session=session).now()
            token = start_session(session=session, account_id=account.id, manier=BY_OIDC, now=now, herkomst=VOUCHED)
    except Fout as error:
        return sign_in_page(next, fout=str(error), status=403)
    except Exception as error:
        return sign_in_page(next, fout=failure_sentence(error), status=503 if is_unavailable(error) else 500)
    if known is None:
        tell_owner(account, Notice.GEKOPPELD)
    return welcome(token, next)


def bound_by_address(session: Session, provider: Oidc, claims: Claims) -> Account:
    """Bind the account that was invited at the address which the provider vouches for; return it.

    Raises OngeldigeInvoer when there is none, or it may not be bound.
    """
    adres = verified_address(claims)
    if not adres:
        raise OngeldigeInvoer(NAMELESS.format(naam=provider.naam))
    found = by_adres(session=session, adres=adres)
    if found is None:
        raise OngeldigeInvoer(UNKNOWN.format(adres=adres))
    if found.uitgezet_op is not None:
        raise OngeldigeInvoer(OFF)
    onderwerp, now = identity(provider.issuer, claims["sub"]), clock(session=session).now()
    return bind(session=session, account_id=found.id, onderwerp=onderwerp, now=now)


def verified_address(claims: Claims) -> str:
    """Return the address of who came in; empty when the provider does not vouch for it in so many words.

    Who was here before is then still known by his subject.
    """
    if claims.get("email_verified") is not True or not isinstance(claims.get("email"), str):
        return ""
    try:
        return require_address(claims["email"].strip())
    except OngeldigeInvoer:
        return ""


async def failed(provider: Oidc, next: str, error: Exception) -> Response:
    """Answer with the number under which it was logged: the provider's own words are for no visitor."""
    return await refused(next, FAILED.format(naam=provider.naam, nummer=log_failure(error)), 502)


async def refused(next: str, fout: str, status: int) -> Response:
    """Answer with the page to sign in on, under a sentence."""
    return await run_in_threadpool(sign_in_page, next, fout=fout, status=status)


ROUTES = [
    Route(PlainPage.OIDC_START, start, methods=["GET"]),
    Route(PlainPage.OIDC_TERUG, finish, methods=["GET"]),
]
