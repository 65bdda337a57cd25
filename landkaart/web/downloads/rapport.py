"""The report of a tertaal as a file: `/download/2009-2/rapport.docx?merk=…`, `rapport.pdf`, `rapport.html`.

With the mark of one that was made it is that one; without, or when it was let go of since, it is made now, in turn.
"""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from db.engine import read_session
from db.freezing import freeze_what_closed
from db.queries.momentopnamen import momentopname
from db.queries.rapportage import rapport_gegevens
from db.queries.tertaalbeeld import tertalen
from landkaart import settings
from landkaart.domein.fouten import Fout, OngeldigTertaal
from landkaart.domein.labelled import Labelled
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import TERTAAL
from landkaart.rapport.rapportage.making import RapportSoort, rapport_name
from landkaart.web.downloads.asked import require, who_asks, yes
from landkaart.web.downloads.outgoing import Bestand, as_attachment, refused
from landkaart.web.rapportage.jobs import JOBS, RapportWerk, over_rapport

MISSING = f"Van dit {TERTAAL} is geen rapport te maken. Ga terug naar Rapportage en kies een ander {TERTAAL}."
LEVEND, EDITIE, MERK = "levend", "editie", "merk"
# In seconds: how often a download that waits looks whether it is there.
LOOK = 0.3


def sending(soort: RapportSoort) -> Callable[[Request], Awaitable[Response]]:
    """Return an endpoint that hands out the report as one kind of file, to who may make one."""

    async def send(request: Request) -> Response:
        try:
            require(request, Recht.RAPPORT_MAKEN)
            found = await run_in_threadpool(asked, request)
            job = found_before(request, over_rapport(found)) or JOBS.ask(who_asks(request).account_id, found)
            return as_attachment(Bestand(rapport_name(found, soort), await made(job, soort), soort.media))
        except Exception as error:
            return refused(error, MISSING)

    return send


def found_before(request: Request, over: str) -> RapportWerk | None:
    """Return what the mark in the address stands for, when that is what the rest of the address asks."""
    return JOBS.find(request.query_params.get(MERK, ""), over)


async def made(job: RapportWerk, soort: Labelled) -> bytes:
    """Wait until it is there.

    Raises Fout when it cannot be made.
    """
    while soort not in job.bestanden:
        if job.fout:
            raise Fout(job.fout)
        await asyncio.sleep(LOOK)
    return job.bestanden[soort]


def asked(request: Request) -> RapportGegevens:
    """Read what the report in the address is made from.

    Raises KeyError for a tertaal of which there is nothing to report, and for an edition that there is not.
    """
    try:
        tertaal = Tertaal.parse(request.path_params["tertaal"])
    except OngeldigTertaal as error:
        raise KeyError("tertaal") from error
    editie = edition_of(request.query_params.get(EDITIE, ""))
    freeze_what_closed()
    adres = settings.address(request.url.port or settings.DEFAULT_PORT)
    with read_session() as session:
        known = tertaal in tertalen(session=session)
        if not known or (editie and momentopname(session=session, tertaal=tertaal, editie=editie) is None):
            raise KeyError(tertaal)
        levend = yes(request, LEVEND)
        found = rapport_gegevens(session=session, tertaal=tertaal, adres=adres, editie=editie, levend=levend)
    if not found.beeld.stand.n:
        raise KeyError(tertaal)
    return found


def edition_of(given: str) -> int | None:
    """Return the number of an edition; None when none is asked for.

    Raises KeyError for what is no number.
    """
    if given and not (given.isascii() and given.isdigit() and len(given) < 6):
        raise KeyError(given)
    return int(given) if given else None


# By the name of the file.
FILES = {f"rapport.{soort.value}": sending(soort) for soort in RapportSoort}
