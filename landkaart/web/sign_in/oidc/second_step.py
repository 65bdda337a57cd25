"""The code that is asked of who came back from the organisation's own sign-in, when his account has a second factor here.

Who he is to the provider waits in a sealed cookie of this browser; it opens nothing without a code.
"""

import json
from datetime import timedelta
from typing import TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from db.actions.sessies import BY_OIDC, start_session
from db.engine import read_session, write_session
from db.queries.accounts import VOUCHED, by_onderwerp
from db.queries.clock import clock
from db.sealing import Purpose, seal, unseal
from landkaart.domein.account import Account
from landkaart.domein.clock import system_now
from landkaart.screens import PlainPage
from landkaart.web.sign_in import cookie
from landkaart.web.sign_in.code import WRONG_CODE, use_code
from landkaart.web.sign_in.forms import fields
from landkaart.web.sign_in.sign_in_page import sign_in_page, welcome
from landkaart.web.sign_in.templates import page
from landkaart.web.sign_in.tries import SLOW, begin_try, end_wrong_try

Answer = TypeVar("Answer", bound=Response)

LASTS = timedelta(minutes=10)
GONE = "Het aanmelden duurde te lang of uw account is gewijzigd. Probeer het opnieuw."


def cookie_name() -> str:
    return "__Secure-oidc-code" if cookie.is_secure() else "oidc-code"


def ask(onderwerp: str, next: str) -> Response:
    """Lead to the page that asks for a code; whom the provider vouched for goes along, sealed."""
    text = seal(Purpose.SECOND_STEP, json.dumps([onderwerp, next]), system_now())
    answer, lasts, here = RedirectResponse(PlainPage.OIDC_CODE, 303), int(LASTS.total_seconds()), PlainPage.OIDC_CODE
    # Lax: the page comes at the end of a way that began on another site.
    answer.set_cookie(
        cookie_name(), text, max_age=lasts, path=here, secure=cookie.is_secure(), httponly=True, samesite="lax"
    )
    return answer


def forget(answer: Answer) -> Answer:
    """Have the browser forget who waits."""
    answer.delete_cookie(cookie_name(), path=PlainPage.OIDC_CODE, secure=cookie.is_secure(), httponly=True, samesite="lax")
    return answer


def waiting(request: Request) -> tuple[str, str] | None:
    """Return who waits in this browser, and where he was going; None for nobody, or when it took too long."""
    text = unseal(Purpose.SECOND_STEP, request.cookies.get(cookie_name(), ""), LASTS, system_now())
    if text is None:
        return None
    onderwerp, wanted = json.loads(text)
    return onderwerp, wanted


async def show(request: Request) -> Response:
    """Answer with the page, or lead who has nothing to do there to the sign-in."""
    return await run_in_threadpool(code_page, waiting(request))


def code_page(who: tuple[str, str] | None, fout: str | None = None, status: int = 200) -> Response:
    """Return the page that asks for a code."""
    found = account_of(who[0]) if who else None
    if found is None:
        return forget(sign_in_page(who[1] if who else "/", fout=GONE, status=400))
    return page("tweede_stap.html", status, adres=found.adres, fout=fout)


def account_of(onderwerp: str) -> Account | None:
    """Return who is still known by this identity, on and with a second factor; None when that changed meanwhile."""
    with read_session() as session:
        found = by_onderwerp(session=session, onderwerp=onderwerp)
    return found if found and found.uitgezet_op is None and found.heeft_totp else None


async def save(request: Request) -> Response:
    """Take the form up, in a thread."""
    texts = await fields(request, "code")
    return await run_in_threadpool(judge, waiting(request), texts["code"])


def judge(who: tuple[str, str] | None, code: str) -> Response:
    """Let in who has the code as well. The provider vouched for him, so what strangers tried does not keep him out."""
    found = account_of(who[0]) if who else None
    if who is None or found is None:
        return code_page(who)
    number = begin_try(found.adres, VOUCHED)
    if number is None:
        return code_page(who, SLOW, 429)
    token = open_session(who[0], code)
    if token is None:
        end_wrong_try(number, VOUCHED)
        return code_page(who, WRONG_CODE, 403)
    return forget(welcome(token, who[1]))


def open_session(onderwerp: str, code: str) -> str | None:
    """Return the token of a new session; None when the code is wrong, or the account changed since."""
    with write_session() as session:
        found = by_onderwerp(session=session, onderwerp=onderwerp)
        proof = use_code(session, found.id, code) if found and found.uitgezet_op is None else None
        if found is None or proof is None:
            return None
        manier, now = f"{BY_OIDC} en {proof}", clock(session=session).now()
        return start_session(session=session, account_id=found.id, manier=manier, now=now, herkomst=VOUCHED)


ROUTES = [
    Route(PlainPage.OIDC_CODE, show, methods=["GET"]),
    Route(PlainPage.OIDC_CODE, save, methods=["POST"]),
]
