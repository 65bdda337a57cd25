"""Who is in and how far the record has come, read once at the beginning of each run and the same for all parts of a page.

Looked up in the database at every run, because the header only says who came in. Only the clock runs on.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import wraps
from typing import ParamSpec

import streamlit as st

from db.engine import read_session
from db.queries.data_version import DataVersion, data_version
from db.queries.sessies import by_id
from db.signs_of_life import saw
from landkaart.domein.clock import local_date, system_now
from landkaart.domein.fouten import NietAangemeld
from landkaart.domein.rechten import Gebruiker, Recht, mag
from landkaart.domein.sessie import Aangemeld
from landkaart.rapport.herkomst import OORDELEN
from landkaart.screens import PlainPage
from landkaart.web.screen.kept import Blad, new_blad

KEPT, BLAD = "bezoek", "opengeslagen"
P = ParamSpec("P")


@dataclass(frozen=True)
class Visit:
    """What a run knows at its beginning; whoever writes has his rights judged anew, by the act itself."""

    visitor: Aangemeld
    data_version: DataVersion

    @property
    def gebruiker(self) -> Gebruiker:
        """Return who an act is done by, as the log keeps it."""
        return self.visitor.gebruiker

    def may(self, recht: Recht, werkplein: str | None = None) -> bool:
        """Tell whether to show the way to it; `werkplein`: the one it is about, None asks about all of them."""
        return mag(self.visitor.bevoegdheid, recht, werkplein)

    def now(self) -> datetime:
        """Return the present of this landkaart, in UTC: the data of 2009 bring their own."""
        return self.data_version.now()

    def today(self) -> date:
        """Return the day that it is in Amsterdam, on the same clock."""
        return local_date(self.now())


def visit() -> Visit:
    """Return what was read at the beginning of this run."""
    found: Visit = st.session_state[KEPT]
    return found


def begin_visit() -> Visit:
    """Read it; stop the run, with a way back in, when the session ended while the page stood open."""
    begun, now = look_up(), system_now()
    if begun.visitor.wants_touch(now):
        saw(begun.visitor.sessie_id, now)
    st.session_state[KEPT] = begun
    begin_blad(begun.visitor.sessie_id, begun.now())
    return begun


def look_up() -> Visit:
    """Return what is so at this moment; stop the run, with a way back in, when the session ended."""
    given, now = st.user.get("sessie"), system_now()
    with read_session() as session:
        found = by_id(session=session, sessie_id=int(str(given)), now=now) if given else None
        version = data_version(session=session)
    if found is None:
        st.error(str(NietAangemeld()))
        # A plain link: the page must be fetched anew, past the guard.
        st.html(f'<a href="{PlainPage.INLOGGEN}" target="_self">Naar aanmelden</a>')
        st.stop()
    return Visit(found, version)


def running_alone(every: float | None = None) -> Callable[[Callable[P, None]], Callable[P, None]]:
    """Have a part of a page run by itself as well, and each `every` seconds where that is said.

    Such a run does not begin at the beginning: who is in is asked here, of the database, as of a whole page. It is no sign
    of life, for it may come by itself.
    """

    def around(part: Callable[P, None]) -> Callable[P, None]:
        @st.fragment(run_every=every)
        @wraps(part)
        def run(*args: P.args, **kwargs: P.kwargs) -> None:
            look_up()
            part(*args, **kwargs)

        return run

    return around


def begin_blad(sessie_id: int, now: datetime) -> None:
    """Begin to keep anew what this page shows, under the same mark as before while it is the same session."""
    found: Blad | None = st.session_state.get(BLAD)
    if found is None or found.sessie_id != sessie_id:
        found = st.session_state[BLAD] = new_blad(sessie_id)
    found.begin(now)


def blad() -> Blad:
    """Return what is kept of this page for who copies or prints it."""
    found: Blad = st.session_state[BLAD]
    return found


def keep_rows(left: int, of: int) -> None:
    """Keep how many rows the choices of this page left, and of how many: its print says so."""
    blad().rijen = (left, of)


def show_judged() -> None:
    """Keep that this page shows what the AKO judged, in whatever form: its print says until when that was given."""
    blad().levend = OORDELEN


def renew() -> None:
    """Read anew how far the record has come, for whoever changed something halfway."""
    with read_session() as session:
        st.session_state[KEPT] = replace(visit(), data_version=data_version(session=session))
