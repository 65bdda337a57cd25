"""The link of an invitation or a reset: mailed when there is a mail server, and shown to the beheerder once.

Only its hash is kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from landkaart.domein.account import Account
from landkaart.domein.herinnering import BerichtStatus
from landkaart.post.mailserver import UNCERTAIN, Mailserver
from landkaart.post.toegang import Texts, send_link
from landkaart.screens import toegangslink
from landkaart.settings import address, smtp
from landkaart.web.own_address import own_address
from pages.shared.markdown import escaped

KEPT = "toegangslink"
ONCE = "Hij staat hier maar één keer; is hij kwijt, maak dan een nieuwe."


@dataclass(frozen=True)
class Link:
    """A link that lets somebody choose a password."""

    place: str  # Where it was asked for, as `run_act` names places.
    adres: str  # Of whom it is.
    token: str
    texts: Texts | None = None  # Subject and text of its mail, when it is not the usual one.
    status: BerichtStatus | None = None  # What came of its mail; None before that is known, or without a mail server.
    melding: str | None = None  # Why the mail failed.


def keep_link(place: str, adres: str, token: str | None, texts: Texts | None = None) -> None:
    """Keep it until it is put away; a failed act (None) leaves an earlier link where it is. `texts`: as in `send_link`."""
    if token is not None:
        st.session_state[KEPT] = Link(place, adres, token, texts)


def show_link(place: str, accounts: Sequence[Account]) -> None:
    """Show it at the place where it was asked for; `accounts`: among which it is."""
    link: Link | None = st.session_state.get(KEPT)
    if link is None or link.place != place:
        return
    account = next((found for found in accounts if found.adres == link.adres), None)
    if account is None:
        return
    link = send(link, account)
    lasts = "1 uur" if account.heeft_wachtwoord else "7 dagen"
    show = st.markdown if link.status in (None, BerichtStatus.VERZONDEN) else st.warning
    show(f"{came_of(link, account)} De link werkt één keer en is {lasts} geldig. {ONCE}")
    st.code(toegangslink(own_address(), link.token), language=None, wrap_lines=True)
    label = "Verberg de link" if link.status is BerichtStatus.VERZONDEN else "Ik heb de link doorgegeven"
    st.button(label, key=f"link-weg-{place}", icon=":material/check:", on_click=put_away)


def send(link: Link, account: Account) -> Link:
    """Mail it, once; return it with what came of that.

    Whoever goes on while it is on its way, does not know whether it arrived.
    """
    server = smtp()
    if server is None or link.status is not None:
        return link
    st.session_state[KEPT] = replace(link, status=BerichtStatus.ONZEKER, melding=UNCERTAIN)
    with st.spinner("De e-mail wordt verstuurd."):
        there = Mailserver(server, address())
        status, melding = send_link(account, link.token, there, link.texts, door_beheer=True)
        # Kept before the spinner goes: whoever goes on meanwhile ends this run there.
        link = st.session_state[KEPT] = replace(link, status=status, melding=melding)
    return link


def came_of(link: Link, account: Account) -> str:
    """Say what happened to the mail, and what is left to do."""
    naam, adres = escaped(account.naam), escaped(account.adres)
    if link.status is None:
        return (
            f"Geef deze link zelf door aan {naam}, bijvoorbeeld in een e-mail aan {adres}: de landkaart verstuurt hem niet."
        )
    if link.status is BerichtStatus.VERZONDEN:
        return f"**De link is gemaild aan {adres}.** Komt de e-mail niet aan, geef deze link dan zelf door aan {naam}."
    wat = "misschien niet aangekomen" if link.status is BerichtStatus.ONZEKER else "niet verstuurd"
    return f"**De e-mail aan {adres} is {wat}**: {escaped(link.melding or '')}. Geef deze link zelf door aan {naam}."


def put_away() -> None:
    st.session_state.pop(KEPT, None)
