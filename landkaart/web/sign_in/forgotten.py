"""A new password for who forgot his own: asked for without signing in, answered in the mailbox of the account."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db.actions.sessies import forgot, note_request
from db.engine import write_session
from db.failures import log_failure
from db.queries.accounts import asked_enough
from db.queries.clock import clock
from landkaart.domein.account import require_address
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.toegangslink import HERSTEL_DUUR
from landkaart.post.mailserver import Mailserver
from landkaart.post.toegang import send_link
from landkaart.screens import PlainPage
from landkaart.settings import Smtp, address, smtp
from landkaart.web.sign_in.forms import fields, herkomst
from landkaart.web.sign_in.outbox import OUTBOX, note_outcome
from landkaart.web.sign_in.templates import page

ENOUGH = "Er is al een paar keer om een link gevraagd. Kijk in uw mailbox, of wacht een uur en probeer het opnieuw."


async def show(request: Request) -> Response:
    """Answer with the page on which to ask."""
    return forgotten_page()


async def request_link(request: Request) -> Response:
    """Take the form up, in a thread."""
    texts = await fields(request, "adres")
    return await run_in_threadpool(mail_if_known, texts["adres"].strip(), herkomst(request))


def mail_if_known(adres: str, herkomst: str) -> Response:
    """Have a link mailed when there is such an account; the same answer, after the same work, when there is none."""
    server = smtp()
    if server is None:
        return forgotten_page(status=404)
    try:
        known_as = require_address(adres)
    except OngeldigeInvoer as error:
        return forgotten_page(adres, fout=str(error), status=400)
    with write_session() as session:
        if asked_enough(session=session, adres=known_as, herkomst=herkomst, now=system_now()):
            return forgotten_page(adres, fout=ENOUGH, status=429)
        note_request(session=session, adres=known_as, herkomst=herkomst)
    # Whether it is known is looked up there, outside the request: the time that an answer takes tells nothing.
    OUTBOX.submit(mail_link, known_as, server)
    return forgotten_page(adres, asked=True)


def mail_link(adres: str, server: Smtp) -> None:
    """Mail the link. Nobody waits for it: what goes wrong is for the log of the server, without the link."""
    try:
        with write_session() as session:
            found = forgot(session=session, adres=adres, now=clock(session=session).now())
        if found is None:
            return
        account, token = found
        note_outcome(account, "herstellink", send_link(account, token, Mailserver(server, address())))
    except Exception as error:
        log_failure(error)


def forgotten_page(adres: str = "", *, asked: bool = False, fout: str | None = None, status: int = 200) -> Response:
    """Return the page as it is before and after somebody asked; without a mail server it says whom to ask."""
    return page(
        "wachtwoord_vergeten.html",
        status,
        adres=adres,
        asked=asked,
        can_mail=smtp() is not None,
        fout=fout,
        duur=HERSTEL_DUUR,
    )


ROUTES = [
    Route(PlainPage.WACHTWOORD_VERGETEN, show, methods=["GET"]),
    Route(PlainPage.WACHTWOORD_VERGETEN, request_link, methods=["POST"]),
]
