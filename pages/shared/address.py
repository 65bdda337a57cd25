"""What a page shows stands in its address, so that a link shows a colleague the same."""

from collections.abc import Collection, Mapping, Sequence

import streamlit as st

# What is one thing under another name, on another page: a link that somebody changed by hand means the same.
ALSO = {"uitvraag": ("tertaal", "ronde"), "tertaal": ("uitvraag", "ronde"), "ronde": ("tertaal", "uitvraag")}
# In the state of the session: what another page sent along, where somebody is, and on which page each key was last.
SENT, PAGE, LAST = "verwezen", "pagina", "laatst_op"


def from_address(key: str, options: Collection[str], name: str | None = None) -> None:
    """Give whoever arrives on a page the choice of its address, or else the one he made before; before a widget.

    A code that does not exist is passed over. `name`: how it is called in the address, where that is not its key. What
    was sent along wins every time.
    """
    name = name or key
    wanted, sent = asked_as(name), st.session_state.get(SENT, {}).pop(name, None)
    arrived = keep(key)
    if sent in options:
        st.session_state[key] = sent
    elif wanted in options and (arrived or key not in st.session_state):
        st.session_state[key] = wanted


def asked_as(name: str) -> str | None:
    """Return what the address asks under a name, or else under another name for the same, which then goes."""
    found = st.query_params.get(name)
    for other in ALSO.get(name, ()):
        given = st.query_params.pop(other, None)
        found = given if found is None else found
    return found


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
