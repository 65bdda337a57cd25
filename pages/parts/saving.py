"""From a widget to the database: every change is an act of its own, and what fails is said where it happened.

Widgets never keep the truth: before each run they are set to what the database has. Every save says which version was on
the screen; when somebody else was first, it becomes a question.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from db.actions import akkoord, indienen, invullen
from db.engine import read_session, write_session
from db.queries.clock import clock
from landkaart.domein.band import Band
from landkaart.domein.fouten import Fout
from landkaart.domein.invulling import AndersGewijzigd
from landkaart.web.errors import log_with_number, sentence
from pages.parts.paper import Paper

# A choice beside the bands: an act of its own, stored as such.
ONGEWIJZIGD = "ongewijzigd"


@dataclass(frozen=True)
class Question:
    """Somebody else was first. `mine`: what was chosen here, at `moment`, while the version `seen` was on the screen."""

    mine: Band | str | None
    moment: datetime
    seen: datetime | None


def key(kind: str, paper: Paper, code: str) -> str:
    """Werkplein and tertaal are in it: the browser sends old values along after a change of either."""
    return f"{kind}-{paper.werkplein}-{paper.tertaal}-{code}"


def bound(kind: str, paper: Paper, code: str, kept: object, act: Callable) -> dict:
    """The keywords that tie a widget to what the database has (`kept`) and to the act that saves it."""
    name = key(kind, paper, code)
    # What could not be saved stays in sight, so that nobody has to type it again.
    asked = question(paper, kind, code) if kind == "toelichting" else None
    kept = asked.mine if asked else kept
    if not failed(paper, code) and is_other(st.session_state.get(name), kept):
        st.session_state[name] = kept
    return {"key": name, "on_change": act, "args": (paper, code)}


def is_other(shown: object, kept: object) -> bool:
    """Nothing and an empty text are the same; NIET is a band, not nothing."""
    return (None if shown == "" else shown) != (None if kept == "" else kept)


def keep_band(paper: Paper, code: str) -> None:
    """Whoever chooses a band again has seen what stands there: also an answer to the question, if there was one."""
    chosen = st.session_state[key("band", paper, code)]
    if chosen == ONGEWIJZIGD:
        confirm(paper, [code])
    else:
        keep(paper, "band", code, chosen, seen(paper, "band", code))


def keep_toelichting(paper: Paper, code: str) -> None:
    """Typing on is no answer to a question: the text is kept in sight, and in the question, until one is given."""
    asked = question(paper, "toelichting", code)
    shown = asked.seen if asked else seen(paper, "toelichting", code)
    keep(paper, "toelichting", code, st.session_state[key("toelichting", paper, code)], shown)


def keep(paper: Paper, kind: str, code: str, mine: Band | str | None, shown: datetime | None) -> None:
    act, what = (invullen.save_answer, "band") if kind == "band" else (invullen.save_toelichting, "tekst")
    name, questions = key(kind, paper, code), st.session_state.setdefault("vragen", {})
    try:
        left = attempt(paper, code, act, mijlpaal=code, seen=shown, **{what: mine})
    except AndersGewijzigd:
        with read_session() as session:
            questions[name] = Question(mine, clock(session=session).now(), shown)
        return
    if not failed(paper, code):
        questions.pop(name, None)
        note_own(paper, name, left)


def note_own(paper: Paper, name: str, left: datetime | None) -> None:
    st.session_state.setdefault("zelf", {})[name] = (paper.moment, left)


def seen(paper: Paper, kind: str, code: str) -> datetime | None:
    """The version that was on the screen, or what this screen made of it: a quick second click comes with the old paper."""
    acted, left = st.session_state.get("zelf", {}).get(key(kind, paper, code), (None, None))
    return left if acted == paper.moment else paper.saved_at(kind, code)


def question(paper: Paper, kind: str, code: str) -> Question | None:
    """What is still to be chosen here; nothing any more as soon as the database has it as it was chosen."""
    questions = st.session_state.get("vragen", {})
    asked = questions.get(key(kind, paper, code))
    if asked and not is_other(asked.mine, paper.value(kind, code)):
        asked = questions.pop(key(kind, paper, code)) and None
    return asked


def take_mine(paper: Paper, kind: str, code: str) -> None:
    """Over what stands there, which was in sight beside the question."""
    keep(paper, kind, code, st.session_state["vragen"][key(kind, paper, code)].mine, paper.saved_at(kind, code))


def keep_theirs(paper: Paper, kind: str, code: str) -> None:
    st.session_state["vragen"].pop(key(kind, paper, code), None)


def confirm(paper: Paper, codes: Sequence[str]) -> None:
    confirmed = attempt(paper, codes[0], invullen.confirm, mijlpalen=codes)
    for code, left in (confirmed or {}).items():
        note_own(paper, key("band", paper, code), left)


def sign(paper: Paper) -> None:
    attempt(paper, "akkoord", akkoord.give_akkoord, versie=paper.submitted.versie)


def submit(paper: Paper) -> None:
    attempt(paper, "alle", indienen.submit)


def attempt(paper: Paper, code: str, act: Callable, **what) -> object:
    """Runs an act in its transaction and returns what it returns; None after a failure.

    A failure is kept as a sentence for the place where it happened, apart from AndersGewijzigd.
    """
    failures = st.session_state.setdefault("mislukt", {})
    failures.pop(key("mislukt", paper, code), None)
    try:
        with write_session() as session:
            place = {"werkplein": paper.werkplein, "tertaal": paper.tertaal}
            return act(session=session, by=paper.by, clock=clock(session=session), **place, **what)
    except AndersGewijzigd:
        raise
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
