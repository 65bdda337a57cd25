"""The links of invitations and resets: mailed when there is a mail server, and shown once to whoever made them.

Only their hashes are kept. Each stays in sight until it is put away, also when another one is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from db.actions.losse_uitnodiging import note_uitnodiging
from db.engine import read_session
from db.queries.onbestelbaar import is_marked
from landkaart.domein.account import Account
from landkaart.domein.herinnering import BerichtStatus
from landkaart.domein.onbestelbaar import UNDELIVERABLE
from landkaart.domein.toegangslink import HERSTEL_DUUR, UITNODIGING_DUUR
from landkaart.post.mailserver import UNCERTAIN, Mailserver
from landkaart.post.toegang import Texts, send_link
from landkaart.screens import toegangslink
from landkaart.settings import address, smtp
from landkaart.web.own_address import own_address
from pages.shared import run_act
from pages.shared.markdown import escaped

KEPT = "toegangslinks"
# What came of an invitation where there is no mail server.
BY_HAND = "de link is zelf doorgegeven"
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


def kept_links() -> dict[str, Link]:
    """Return those that were not put away, by the address of whom they are."""
    found: dict[str, Link] = st.session_state.setdefault(KEPT, {})
    return found


def keep_link(place: str, adres: str, token: str | None, texts: Texts | None = None) -> None:
    """Keep it until it is put away; a failed act (None) leaves an earlier link where it is. `texts`: as in `send_link`."""
    if token is not None:
        kept_links()[adres] = Link(place, adres, token, texts)
        if smtp() is None:
            note(token, BerichtStatus.VERZONDEN, BY_HAND)


def note(token: str, status: BerichtStatus, melding: str | None) -> None:
    """Write down what came of it, when it is an invitation."""
    run_act.follow_up(note_uitnodiging, token=token, status=status, melding=melding)


def show_link(place: str, accounts: Sequence[Account], *, only_mailed: bool = False) -> None:
    """Show those that were asked for at this place; `accounts`: among which they are.

    `only_mailed`: one that can be mailed is not shown, for whoever has it comes in as that person.
    """
    for link in [each for each in kept_links().values() if each.place == place]:
        account = next((found for found in accounts if found.adres == link.adres), None)
        if account is not None:
            show_one(send(link, account), account, only_mailed)


def show_one(link: Link, account: Account, only_mailed: bool) -> None:
    lasts = HERSTEL_DUUR if account.heeft_wachtwoord else UITNODIGING_DUUR
    hidden = only_mailed and link.status is not None
    show = st.markdown if link.status in (None, BerichtStatus.VERZONDEN) else st.warning
    if hidden:
        show(f"{came_of(link, account).partition(' Geef')[0].partition(' Komt')[0]} De link is {lasts} geldig.")
    else:
        show(f"{came_of(link, account)} De link werkt één keer en is {lasts} geldig. {ONCE}")
        st.code(toegangslink(own_address(), link.token), language=None, wrap_lines=True)
    label = "Verberg de link" if link.status is BerichtStatus.VERZONDEN else "Ik heb de link doorgegeven"
    key = f"link-weg-{link.place}-{account.id}"
    label = "Begrepen" if hidden else label
    st.button(label, key=key, icon=":material/check:", on_click=put_away, args=(link.adres,))


def send(link: Link, account: Account) -> Link:
    """Mail it, once; return it with what came of that.

    Whoever goes on while it is on its way, does not know whether it arrived.
    """
    server = smtp()
    if server is None or link.status is not None:
        return link
    with read_session() as session:
        if is_marked(session=session, adres=link.adres):
            return settled(link, BerichtStatus.OVERGESLAGEN, UNDELIVERABLE)
    settled(link, BerichtStatus.ONZEKER, UNCERTAIN)
    with st.spinner("De e-mail wordt verstuurd."):
        there = Mailserver(server, address())
        status, melding = send_link(account, link.token, there, link.texts, door_beheer=True)
        # Kept before the spinner goes: whoever goes on meanwhile ends this run there.
        return settled(link, status, melding)


def settled(link: Link, status: BerichtStatus, melding: str | None) -> Link:
    """Keep what came of its mail, here and where everybody who invites looks."""
    found = kept_links()[link.adres] = replace(link, status=status, melding=melding)
    note(link.token, status, melding)
    return found


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


def put_away(adres: str) -> None:
    """Remove the link of whoever has this address."""
    kept_links().pop(adres, None)
