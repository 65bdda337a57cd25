"""The link of an invitation or a reset: shown to the beheerder once, because only its hash is kept."""

from collections.abc import Sequence

import streamlit as st

from landkaart.domein.account import Account
from landkaart.settings import address
from pages.parts.text import escaped

KEPT = "toegangslink"


def keep_link(place: str, adres: str, token: str | None) -> None:
    """Until it was put away; a failed act (None) leaves an earlier link where it is."""
    if token is not None:
        st.session_state[KEPT] = (place, adres, token)


def show_link(place: str, accounts: Sequence[Account]) -> None:
    """At the place where it was asked for; `accounts`: among which it is."""
    at, adres, token = st.session_state.get(KEPT, ("", "", ""))
    account = next((found for found in accounts if found.adres == adres), None)
    if at != place or account is None:
        return
    lasts = "1 uur" if account.heeft_wachtwoord else "7 dagen"
    st.markdown(
        f"Geef deze link zelf door aan {escaped(account.naam)}, bijvoorbeeld in een e-mail aan {escaped(account.adres)}: de "
        f"landkaart verstuurt hem niet. De link werkt één keer en is {lasts} geldig. Hij staat hier maar één keer; is hij "
        "kwijt, maak dan een nieuwe."
    )
    st.code(f"{address(st.get_option('server.port'))}/toegang/{token}", language=None, wrap_lines=True)
    st.button("Ik heb de link doorgegeven", key=f"link-weg-{place}", icon=":material/check:", on_click=put_away)


def put_away() -> None:
    st.session_state.pop(KEPT, None)
