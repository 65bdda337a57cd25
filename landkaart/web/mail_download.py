"""Reminders to take along: `/download/herinnering-3.zip` (drafts) and `/download/herinnering-3.csv` (to merge)."""

from collections.abc import Callable, Sequence

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from db.engine import read_session
from db.queries.clock import clock
from db.queries.mailings import handed_out
from landkaart import settings
from landkaart.domein.fouten import Fout
from landkaart.domein.herinnering import Brief
from landkaart.domein.rechten import Recht
from landkaart.post.files import drafts, merge_table
from landkaart.web.errors import log_with_number, sentence
from landkaart.web.respons_download import STATUS, require

KINDS: dict[str, tuple[Callable[[Sequence[Brief], str], bytes], str]] = {
    "zip": (drafts, "application/zip"),
    "csv": (merge_table, "text/csv; charset=utf-8"),
}


def download_mails(request: Request) -> Response:
    """Only reads: that they were handed out was written down before. Runs in a thread of its own."""
    number, kind = request.path_params["number"], request.path_params["kind"]
    if kind not in KINDS:
        return PlainTextResponse("Dit bestand bestaat niet. Ga terug naar Herinneren.", 404)
    make, media = KINDS[kind]
    try:
        require(request, Recht.UITVRAAG_UITVOEREN)
        with read_session() as session:
            found = handed_out(session=session, mailing_id=number, now=clock(session=session).now())
        content = make(found, where(request))
    except Fout as error:
        return PlainTextResponse(str(error), STATUS.get(type(error), 400))
    except Exception as error:
        return PlainTextResponse(sentence(log_with_number(error)), 500)
    if not found:
        return PlainTextResponse("Er is geen e-mail meer om mee te nemen. Ga terug naar Herinneren.", 404)
    headers = {"Content-Disposition": f'attachment; filename="herinnering-{number}.{kind}"', "Cache-Control": "no-store"}
    return Response(content, media_type=media, headers=headers)


def where(request: Request) -> str:
    """Of the landkaart; without a setting, the port at which this visitor found it."""
    return settings.address(request.url.port or 8501)


ROUTES = [Route("/download/herinnering-{number:int}.{kind}", download_mails, methods=["GET"])]
