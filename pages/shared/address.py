"""What a page shows stands in its address, so that a link shows a colleague the same."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from landkaart.screens import Screen
from pages.shared.known_names import KNOWN, WHEN, known_name_near
from pages.shared.passed_over import PassedOver, Why, begin_anew, judge, pass_over, pass_over_others

# What is one thing under another name, on another page: a link that somebody changed by hand means the same.
ALSO = {name: tuple(other for other in WHEN if other != name) for name in WHEN}
# In the state of the session: what another page sent along, where somebody is, how often somebody came from one page to
# another, and at which of those times each key was last drawn.
SENT, PAGE, TURN, LAST = "verwezen", "pagina", "hoeveelste", "laatst_op"
# There too: which names were asked for on this page, and what stands in its address at the end of a run.
NAMES, STANDS = "namen-in-adres", "adres"


def arrive(page: str) -> None:
    """Keep, at the begin of a run, on which page somebody is; whoever comes from another arrives at all its choices."""
    if st.session_state.get(PAGE) != page:
        st.session_state[PAGE] = page
        st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
        st.session_state[NAMES] = set()
        begin_anew()


def depart(screen: Screen) -> None:
    """Keep, at the end of a run, by which names the address asks what this page does not know; they go out of it.

    They are told until somebody chooses: then the address is another.
    """
    known = {*KNOWN[screen], *st.session_state.get(NAMES, ())}
    for name in [name for name in st.query_params if name not in known]:
        text = st.query_params.pop(name)
        meant = known_name_near(screen, name)
        pass_over(PassedOver(name, text, STANDS, {}, why=Why.UNKNOWN_NAME, meant=meant))
    st.session_state[STANDS] = tuple((name, tuple(values)) for name, values in all_asked().items())


def know(*names: str) -> None:
    """Keep that this page has a choice of these names."""
    st.session_state.setdefault(NAMES, set()).update(names)


def from_address(key: str, options: Mapping[str, str], name: str | None = None) -> None:
    """Give whoever arrives on a page the choice of its address, or else the one he made before; before a widget.

    What is no option is passed over, and told. `options`: what readers see, by what stands in the address; `name`: how it
    is called there, where that is not its key. What was sent along wins every time.
    """
    name = name or key
    given, wanted, others = asked_as(name)
    sent = st.session_state.get(SENT, {}).pop(name, None)
    arrived = keep(key)
    judge(name, PassedOver(given, wanted if sent is None else sent, key, options), others if sent is None else ())
    if sent in options:
        st.session_state[key] = sent
    elif wanted in options and (arrived or key not in st.session_state):
        st.session_state[key] = wanted


def asked_as(name: str) -> tuple[str, str | None, list[tuple[str, str]]]:
    """Return what the address asks under a name, or another name for the same, which then goes; with that name.

    Last come the others that it asks besides, each with its name; of one name the last value is taken.
    """
    names = (name, *ALSO.get(name, ()))
    know(*names)
    given = [(each, text) for each in names for text in reversed(st.query_params.get_all(each))]
    for other in names[1:]:
        st.query_params.pop(other, None)
    (found, wanted), others = (given[0], given[1:]) if given else ((name, None), [])
    return found, wanted, others


def to_address(name: str, chosen: str | None) -> None:
    """Make the address follow a choice, after its widget; without a choice its name goes."""
    know(name)
    if chosen is None:
        st.query_params.pop(name, None)
    elif st.query_params.get_all(name) != [chosen]:
        st.query_params[name] = chosen


def all_to_address(name: str, chosen: Sequence[str]) -> None:
    """Do the same for a choice of more: `?w=een&w=twee`."""
    know(name)
    if not chosen:
        st.query_params.pop(name, None)
    elif st.query_params.get_all(name) != list(chosen):
        st.query_params[name] = list(chosen)


def asked(name: str) -> str | None:
    """Return what the address asks under a name that it has once; the last when it comes more than once."""
    return st.query_params.get(name)


def asked_one(name: str, key: str, options: Mapping[Any, str]) -> str | None:
    """Return what the address asks of a choice that is read here; when it asks more, the last, and the others are told.

    `key`, `options`: of the choice, as in `PassedOver`.
    """
    given, wanted, others = asked_as(name)
    pass_over_others(PassedOver(given, wanted, key, options), others)
    return wanted


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
    last, turn = st.session_state.setdefault(LAST, {}), st.session_state.get(TURN)
    arrived: bool = key not in last or last[key] != turn
    last[key] = turn
    if arrived and key in st.session_state:
        st.session_state[key] = st.session_state[key]
    return arrived
