"""Invitations to take along: `/download/uitnodigingen-3.zip` (drafts) and `/download/uitnodigingen-3.html` (to print)."""

import re

from starlette.requests import Request

from db.engine import read_session
from db.queries.uitnodigingen import handed_out
from landkaart.domein.clock import system_now
from landkaart.domein.rechten import Recht
from landkaart.post.uitnodiging_files import invitation_drafts
from landkaart.rapport.file_names import file_name
from landkaart.rapport.herkomst import Getoond, living_herkomst
from landkaart.web.downloads.asked import gemaakt_by, require
from landkaart.web.downloads.herinnering import where
from landkaart.web.downloads.outgoing import Bestand, NietMeer
from landkaart.web.paper.uitnodigingen import letters

MISSING = "Dit bestand bestaat niet. Ga terug naar Beheer, onder Uitnodigen."
NOTHING = "Van deze uitnodigingen werkt geen link meer: ze zijn gebruikt of verlopen. Nodig opnieuw uit op Beheer."
# By the end of the name: how it is made, and its Content-Type.
KINDS = {"zip": (invitation_drafts, "application/zip"), "html": (letters, "text/html; charset=utf-8")}
BEGINS = "uitnodigingen-"
# With the number of a ronde as far as a database counts; ASCII digits only.
NAME = re.compile(f"{BEGINS}([0-9]{{1,9}})[.](zip|html)")


def invitations_of(request: Request) -> Bestand:
    """Return the invitations of a ronde that were handed out; that they were was written down before, this only reads.

    Raises NietAangemeld, NietToegestaan, NietMeer, and KeyError for what is no name of such a file.
    """
    found = NAME.fullmatch(request.path_params["name"])
    if found is None:
        raise KeyError(request.path_params["name"])
    make, media = KINDS[found[2]]
    require(request, Recht.ACCOUNTS_BEHEREN)
    with read_session() as session:
        briefs = handed_out(session=session, ronde_id=int(found[1]), now=system_now())
    if not briefs:
        raise NietMeer(NOTHING)
    herkomst = living_herkomst(gemaakt_by(request), Getoond(rijen=len(briefs)))
    name = file_name("uitnodigingen", None, {"nummer": found[1]}, found[2])
    return Bestand(name, make(briefs, where(request), herkomst), media)
