"""Reminders to take along: `/download/herinnering-3.zip` (drafts) and `/download/herinnering-3.csv` (to merge)."""

import re

from starlette.requests import Request

from db.engine import read_session
from db.queries.clock import clock
from db.queries.mailings import handed_out
from landkaart import settings
from landkaart.domein.rechten import Recht
from landkaart.post.files import drafts, merge_table
from landkaart.rapport.file_names import file_name
from landkaart.rapport.herkomst import Getoond, living_herkomst
from landkaart.web.downloads.asked import gemaakt_by, require
from landkaart.web.downloads.outgoing import CSV, Bestand, NietMeer, below

MISSING = "Dit bestand bestaat niet. Ga terug naar Herinneren."
NOTHING = "Er is geen e-mail meer om mee te nemen. Ga terug naar Herinneren."
# By the end of the name, its Content-Type.
KINDS = {"zip": "application/zip", "csv": CSV}
BEGINS = "herinnering-"
# With the number of a mailing as far as a database counts; ASCII digits only, for int() also reads those of other scripts.
NAME = re.compile(f"{BEGINS}([0-9]{{1,9}})[.](zip|csv)")


def mails_of(request: Request) -> Bestand:
    """Return the mails of a mailing that were handed out; that they were was written down before, this only reads.

    Raises NietAangemeld, NietToegestaan, NietMeer, and KeyError for what is no name of such a file.
    """
    found = NAME.fullmatch(request.path_params["name"])
    if found is None:
        raise KeyError(request.path_params["name"])
    kind = found[2]
    require(request, Recht.UITVRAAG_UITVOEREN)
    with read_session() as session:
        mails = handed_out(session=session, mailing_id=int(found[1]), now=clock(session=session).now())
    if not mails:
        raise NietMeer(NOTHING)
    herkomst = living_herkomst(gemaakt_by(request), Getoond(rijen=len(mails)), mails[0].tertaal)
    name = file_name("herinnering", mails[0].tertaal, {"nummer": found[1]}, kind)
    adres = where(request)
    made = drafts(mails, adres, herkomst) if kind == "zip" else merge_table(mails, adres, below(request, herkomst))
    return Bestand(name, made, KINDS[kind])


def where(request: Request) -> str:
    """Return where the landkaart is found; without a setting, the port at which this visitor found it."""
    return settings.address(request.url.port or settings.DEFAULT_PORT)
