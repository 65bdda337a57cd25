"""Reminders to take along: `/download/herinnering-3.zip` (drafts) and `/download/herinnering-3.csv` (to merge)."""

from collections.abc import Callable, Sequence

from starlette.requests import Request

from db.engine import read_session
from db.queries.clock import clock
from db.queries.mailings import handed_out
from landkaart import settings
from landkaart.domein.herinnering import Brief
from landkaart.domein.rechten import Recht
from landkaart.post.files import drafts, merge_table
from landkaart.web.downloads.outgoing import CSV, Bestand, NietMeer, require

MISSING = "Dit bestand bestaat niet. Ga terug naar Herinneren."
NOTHING = "Er is geen e-mail meer om mee te nemen. Ga terug naar Herinneren."
KINDS: dict[str, tuple[Callable[[Sequence[Brief], str], bytes], str]] = {
    "zip": (drafts, "application/zip"),
    "csv": (merge_table, CSV),
}


def mails_of(request: Request) -> Bestand:
    """Only reads: that they were handed out was written down before.

    Raises NietAangemeld, NietToegestaan, NietMeer, and KeyError for another kind of file.
    """
    number, kind = request.path_params["number"], request.path_params["kind"]
    make, media = KINDS[kind]
    require(request, Recht.UITVRAAG_UITVOEREN)
    with read_session() as session:
        found = handed_out(session=session, mailing_id=number, now=clock(session=session).now())
    if not found:
        raise NietMeer(NOTHING)
    return Bestand(f"herinnering-{number}.{kind}", make(found, where(request)), media)


def where(request: Request) -> str:
    """Of the landkaart; without a setting, the port at which this visitor found it."""
    return settings.address(request.url.port or 8501)
