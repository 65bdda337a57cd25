"""Who is at work here: looked up in the database at every run, because the header only says who came in."""

from collections.abc import Mapping

import streamlit as st

from db.actions.sessies import touch
from db.engine import read_session, write_session
from db.queries.data_version import data_version
from db.queries.sessies import by_id
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import NietAangemeld
from landkaart.domein.rechten import Recht, mag
from landkaart.domein.sessie import Aangemeld
from pages.shared.address import from_address, to_address
from pages.shared.moment import keep
from pages.shared.name_search import narrowed


def require_visitor() -> Aangemeld:
    """Stops the run, with a way back in, when the session ended while the page stood open.

    Keeps the moment of this run, which is read together with it.
    """
    given, now = st.user.get("sessie"), system_now()
    with read_session() as session:
        found = by_id(session=session, sessie_id=int(given), now=now) if given else None
        keep(data_version(session=session))
    if found is None:
        st.error(str(NietAangemeld()))
        # A plain link: the page must be fetched anew, past the guard.
        st.html('<a href="/inloggen" target="_self">Naar aanmelden</a>')
        st.stop()
    if found.wants_touch(now):
        with write_session() as session:
            touch(session=session, sessie_id=found.sessie_id)
    st.session_state["wie"] = found
    return found


def visitor() -> Aangemeld:
    """For a page: who was found at the beginning of this run."""
    return st.session_state["wie"]


def own_werkpleinen(namen: Mapping[str, str], recht: Recht) -> Mapping[str, str]:
    """Naam by code of those for which this visitor has the right."""
    may = visitor().bevoegdheid
    if mag(may, recht):
        return namen
    return {code: naam for code, naam in namen.items() if code in may.werkpleinen and mag(may, recht, code)}


def choose_any_werkplein(namen: Mapping[str, str]) -> str | None:
    """The code of a werkplein to look at: anybody may look at any of them; at first one's own. Kept in the address."""
    from_address("bekeken", namen, "werkplein")
    own = visitor().bevoegdheid.werkpleinen
    if "bekeken" not in st.session_state:
        st.session_state["bekeken"] = next((code for code in namen if code in own), None)
    chosen = st.selectbox(
        "Werkplein",
        list(narrowed(namen, "bekeken", "Werkplein", width=340)),
        index=None,
        format_func=lambda code: namen.get(code, code),
        placeholder="Kies een werkplein",
        key="bekeken",
        persist_state="session",
        width=340,
    )
    to_address("werkplein", chosen)
    return chosen
