"""From a widget to the database: every change is an act of its own, and what fails is said where it happened.

Widgets never keep the truth: before each run they are set to what the database has.
"""

from collections.abc import Callable, Sequence

import streamlit as st

from db.actions import indienen, invullen
from db.engine import write_session
from db.queries.clock import clock
from landkaart.domein.fouten import Fout
from landkaart.web.errors import log_with_number, sentence
from pages.parts.paper import Paper


def key(kind: str, paper: Paper, code: str) -> str:
    """Werkplein and tertaal are in it: the browser sends old values along after a change of either."""
    return f"{kind}-{paper.werkplein}-{paper.tertaal}-{code}"


def bound(kind: str, paper: Paper, code: str, kept: object, act: Callable) -> dict:
    """The keywords that tie a widget to what the database has (`kept`) and to the act that saves it."""
    name = key(kind, paper, code)
    # What could not be saved stays in sight, so that nobody has to type it again.
    if not failed(paper, code) and is_other(st.session_state.get(name), kept):
        st.session_state[name] = kept
    return {"key": name, "on_change": act, "args": (paper, code)}


def is_other(shown: object, kept: object) -> bool:
    """Nothing and an empty text are the same; NIET is a band, not nothing."""
    return (None if shown == "" else shown) != (None if kept == "" else kept)


def keep_band(paper: Paper, code: str) -> None:
    band = st.session_state[key("band", paper, code)]
    attempt(paper, code, invullen.save_answer, mijlpaal=code, band=band)


def keep_toelichting(paper: Paper, code: str) -> None:
    tekst = st.session_state[key("toelichting", paper, code)]
    attempt(paper, code, invullen.save_toelichting, mijlpaal=code, tekst=tekst)


def confirm(paper: Paper, codes: Sequence[str]) -> None:
    attempt(paper, codes[0], invullen.confirm, mijlpalen=codes)


def submit(paper: Paper) -> None:
    attempt(paper, "alle", indienen.submit)


def attempt(paper: Paper, code: str, act: Callable, **what) -> None:
    """Runs an act in its transaction; a failure is kept as a sentence for the place where it happened."""
    failures = st.session_state.setdefault("mislukt", {})
    failures.pop(key("mislukt", paper, code), None)
    try:
        with write_session() as session:
            place = {"werkplein": paper.werkplein, "tertaal": paper.tertaal}
            act(session=session, by=paper.by, clock=clock(session=session), **place, **what)
    except Fout as error:
        failures[key("mislukt", paper, code)] = str(error)
    except Exception as error:
        failures[key("mislukt", paper, code)] = sentence(log_with_number(error))


def failed(paper: Paper, code: str) -> str | None:
    return st.session_state.get("mislukt", {}).get(key("mislukt", paper, code))


def show_failure(paper: Paper, code: str) -> None:
    if said := failed(paper, code):
        st.error(said)


def show_failures(werkplein: str) -> None:
    """All that went wrong for a werkplein, for a page that has no rows to say it beside."""
    for name, said in st.session_state.get("mislukt", {}).items():
        if name.startswith(f"mislukt-{werkplein}-"):
            st.error(said)
