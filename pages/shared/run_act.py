"""From a button to an act, done as whoever is in; what came of it is said at the place of the button.

A place is a short name, such as "account-12"; the fields that belong to it have keys made by `key`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from db.act import begin_act
from db.failures import failure_sentence, is_unavailable
from landkaart.domein.fouten import Fout
from landkaart.rapport import dutch
from pages.shared.visit import visit


@dataclass(frozen=True)
class Outcome:
    """What came of the last act."""

    place: str
    about: object  # For the page that asked: a code, a number.
    at: str = ""  # The hour of it, as the clock of this landkaart shows it.
    fout: str | None = None  # Why it failed.


def key(place: str, field: str) -> str:
    """Return the key of a field.

    It is another one after each act that went well: the field then begins anew, with what the database has.
    """
    return f"{place}-{field}-{st.session_state.get('gedaan', {}).get(place, 0)}"


def given(place: str, *fields: str) -> dict[str, Any]:
    """Return what stands in the fields of a place, for a callback."""
    return {field: st.session_state.get(key(place, field)) for field in fields}


def attempt(place: str, about: object, act: Callable[..., Any], **what: Any) -> Any:
    """Run an act with its subject (`what`) and return what it returns; None when it failed."""
    result, at, fout = None, "", None
    try:
        with begin_act(visit().gebruiker) as begun:
            result = act(begun, **what)
            at = dutch.hour(begun.now)
    except Exception as error:
        # A Fout is its own sentence; what is wrong with the database is for who runs it.
        fout = str(error) if isinstance(error, Fout) and not is_unavailable(error) else failure_sentence(error)
    st.session_state["uitkomst"] = Outcome(place, about, at, fout)
    if fout is None:
        done = st.session_state.setdefault("gedaan", {})
        done[place] = done.get(place, 0) + 1
    return result


def follow_up(act: Callable[..., Any], **what: Any) -> None:
    """Run what goes with an act that is done already, such as writing down what came of its mail.

    Raises what it raises: there is no button that could say it.
    """
    with begin_act(visit().gebruiker) as begun:
        act(begun, **what)


def outcome(place: str) -> Outcome | None:
    """Return what came of the last act, when it was one of this place."""
    found: Outcome | None = st.session_state.get("uitkomst")
    return found if found and found.place == place else None


def show_failure(place: str) -> None:
    """Say why the last act here failed, when it did."""
    if (found := outcome(place)) and found.fout:
        st.error(found.fout)


def succeeded(place: str) -> Outcome | None:
    """Return the last act here when it went well, for a page that says, from the database, what it has become."""
    found = outcome(place)
    return found if found and found.fout is None else None


def show_outcome(place: str, has_become: str = "") -> None:
    """Say what came of the last act here: why it failed, or when it was saved and what the database has now."""
    show_failure(place)
    if done := succeeded(place):
        st.success(f"Opgeslagen om {done.at} uur{f': {has_become}' if has_become else '.'}")
