"""What a page shows stands in its address, so that a link shows a colleague the same."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

import streamlit as st

# What is one thing under another name, on another page: a link that somebody changed by hand means the same.
ALSO = {"uitvraag": ("tertaal", "ronde"), "tertaal": ("uitvraag", "ronde"), "ronde": ("tertaal", "uitvraag")}
# In the state of the session: what another page sent along, where somebody is, and on which page each key was last.
SENT, PAGE, LAST = "verwezen", "pagina", "laatst_op"
# What stood in the address and does not exist, by its name there.
PASSED_OVER = "overgeslagen"
# Until the end of a run nobody knows what stands in its place.
NOT_DRAWN = "nog niet getekend"


class PassedOver(NamedTuple):
    """What an address asked and there is not."""

    said: str  # As it stood there: "uitvraag=2012-3".
    page: str | None
    key: str  # Of the choice, in the state of the session.
    instead: object  # What is chosen in its place: once somebody chooses, all was said.


def from_address(key: str, options: Collection[str], name: str | None = None) -> None:
    """Give whoever arrives on a page the choice of its address, or else the one he made before; before a widget.

    A code that does not exist is passed over, and told (`passed_over`). `name`: how it is called in the address, where that is not its key. What
    was sent along wins every time.
    """
    name = name or key
    given, wanted = asked_as(name)
    sent = st.session_state.get(SENT, {}).pop(name, None)
    arrived = keep(key)
    if arrived:
        st.session_state.get(PASSED_OVER, {}).pop(name, None)
    if arrived and sent is None and wanted is not None and wanted not in options:
        pass_over(name, f"{given}={wanted}", key)
    if sent in options:
        st.session_state[key] = sent
    elif wanted in options and (arrived or key not in st.session_state):
        st.session_state[key] = wanted


def asked_as(name: str) -> tuple[str, str | None]:
    """Return what the address asks under a name, or else under another name for the same, which then goes; and that name."""
    found = name, st.query_params.get(name)
    for other in ALSO.get(name, ()):
        given = st.query_params.pop(other, None)
        found = (other, given) if found[1] is None else found
    return found


def pass_over(name: str, said: str, key: str) -> None:
    """Keep that something in the address does not exist: the page says so until its choice (at `key`) is made."""
    kept = st.session_state.setdefault(PASSED_OVER, {})
    kept[name] = PassedOver(said, st.session_state.get(PAGE), key, NOT_DRAWN)


def is_passed_over(name: str) -> bool:
    """Tell whether the address of this page named something that does not exist, under this name."""
    found = st.session_state.get(PASSED_OVER, {}).get(name)
    return found is not None and found.page == st.session_state.get(PAGE)


def begins_passed_over(name: str) -> bool:
    """Tell the same of a page that somebody just arrived at: nothing was chosen in its place yet."""
    return is_passed_over(name) and st.session_state[PASSED_OVER][name].instead is NOT_DRAWN


def passed_over() -> list[str]:
    """Return what in the address of this page does not exist and was not chosen anew since; asked at the end of a run."""
    kept, page, said = st.session_state.get(PASSED_OVER, {}), st.session_state.get(PAGE), []
    for name, found in list(kept.items()):
        now = st.session_state.get(found.key)
        if found.instead is NOT_DRAWN:
            kept[name] = found = found._replace(instead=now)
        if found.page == page and found.instead == now:
            said.append(found.said)
    return said


def to_address(name: str, chosen: str | None) -> None:
    """Make the address follow a choice, after its widget; without a choice its name goes."""
    if chosen is None:
        st.query_params.pop(name, None)
    elif st.query_params.get(name) != chosen:
        st.query_params[name] = chosen


def all_to_address(name: str, chosen: Sequence[str]) -> None:
    """Do the same for a choice of more: `?w=een&w=twee`."""
    if not chosen:
        st.query_params.pop(name, None)
    elif st.query_params.get_all(name) != list(chosen):
        st.query_params[name] = list(chosen)


def asked(name: str) -> str | None:
    """Return what the address asks under a name; the last when it comes more than once."""
    return st.query_params.get(name)


def all_asked() -> dict[str, list[str]]:
    """Return all that the address asks, by name."""
    return {name: st.query_params.get_all(name) for name in st.query_params}


def send(address: Mapping[str, str]) -> None:
    """Make these choices on the page that is switched to next, whatever stood there before.

    The address alone cannot say so: while somebody clicks fast, it is still that of the choice before.
    """
    st.session_state[SENT] = dict(address)


def keep(key: str) -> bool:
    """Make the value of a widget outlast a switch of pages, before it is drawn; tell whether somebody just arrived at it.

    On another page a widget begins at its first option, unless its value is set anew (Streamlit 1.67).
    """
    last, page = st.session_state.setdefault(LAST, {}), st.session_state.get(PAGE)
    arrived: bool = last.get(key) != page
    last[key] = page
    if arrived and key in st.session_state:
        st.session_state[key] = st.session_state[key]
    return arrived
