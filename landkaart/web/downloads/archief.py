"""The archive of an edition: `/download/2009-2/archief.zip?editie=1`; its report is made in turn, or was made already."""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from db.engine import read_session
from db.queries.bijlagen import bijlagen
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.rechten import Recht
from landkaart.rapport.archief.archief import archief_name, archief_of, require_edition
from landkaart.rapport.rapportage.making import RapportSoort
from landkaart.web.downloads.asked import require, who_asks
from landkaart.web.downloads.outgoing import Bestand, as_attachment, refused
from landkaart.web.downloads.rapport import MISSING, asked, made
from landkaart.web.rapportage.jobs import JOBS


async def send(request: Request) -> Response:
    """Hand out the archive, to who may make the report."""
    try:
        require(request, Recht.RAPPORT_MAKEN)
        found = await run_in_threadpool(asked, request)
        require_edition(found)
        report = await made(JOBS.ask(who_asks(request).account_id, found), RapportSoort.PDF)
        return as_attachment(await run_in_threadpool(file_of, found, report))
    except Exception as error:
        return refused(error, MISSING, otherwise=404)


def file_of(found: RapportGegevens, report: bytes) -> Bestand:
    """Return it with the tables as they are at this moment."""
    with read_session() as session:
        beside = bijlagen(session=session, tertaal=found.beeld.tertaal)
    return Bestand(archief_name(found), archief_of(found, beside, report), "application/zip")


# By the name of the file.
FILES = {"archief.zip": send}
