"""From a widget to the database: every change is an act of its own, and what fails is said where it happened.

Widgets never keep the truth (see `fields`). Every save says which version was on the screen; when somebody else was first,
it becomes a question.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from time import monotonic_ns

import streamlit as st

from db.act import begin_act
from db.actions import akkoorden, indieningen, invullingen, vraag_antwoorden
from db.engine import read_session
from db.queries.clock import clock
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.fouten import Fout
from landkaart.domein.invulling import AndersGewijzigd, Veld
from landkaart.domein.vraag import JaNee
from landkaart.errors import log_with_number, sentence
from pages.invullen.form_state import FormState
from pages.invullen.notes import Question, notes

# Of each kind of field: the act that saves it, and what it saves.
ACTS = {
    "band": (invullingen.save_answer, "band"),
    "toelichting": (invullingen.save_toelichting, "tekst"),
    "antwoord": (vraag_antwoorden.save_vraag_antwoord, "antwoord"),
    "uitleg": (vraag_antwoorden.save_vraag_toelichting, "tekst"),
}
TEXTS = ("toelichting", "uitleg")
# A choice beside the bands: an act of its own, stored as such.
ONGEWIJZIGD = "ongewijzigd"
# Equal to no version: None is one, of what was taken away.
NEVER = object()


def key(kind: str, paper: FormState, code: str) -> str:
    """Werkplein and tertaal are in it: the browser sends old values along after a change of either."""
    return f"{kind}-{paper.werkplein}-{paper.tertaal}-{code}"


def is_other(shown: object, kept: object) -> bool:
    """Nothing and an empty text are the same; NIET is a band, not nothing."""
    return (None if shown == "" else shown) != (None if kept == "" else kept)


def keep_band(paper: FormState, code: str, name: str) -> None:
    """Whoever chooses a band again has seen what stands there: also an answer to the question, if there was one."""
    chosen = st.session_state[name]
    if chosen == ONGEWIJZIGD:
        confirm(paper, [code])
    else:
        keep(paper, "band", code, chosen, seen(paper, "band", code))


def keep_toelichting(paper: FormState, code: str, name: str) -> None:
    keep_text(paper, "toelichting", code, name)


def keep_antwoord(paper: FormState, code: str, name: str) -> None:
    """Of a vraag; for the rest as `keep_band`."""
    keep(paper, "antwoord", code, st.session_state[name], seen(paper, "antwoord", code))


def keep_uitleg(paper: FormState, code: str, name: str) -> None:
    keep_text(paper, "uitleg", code, name)


def keep_text(paper: FormState, kind: str, code: str, name: str) -> None:
    """Typing on is no answer to a question: the text is kept in sight, and in the question, until one is given."""
    asked = question(paper, kind, code)
    shown = asked.seen if asked else seen(paper, kind, code)
    keep(paper, kind, code, st.session_state[name], shown)


def keep(paper: FormState, kind: str, code: str, mine: Band | JaNee | str | None, shown: datetime | None) -> None:
    act, what = ACTS[kind]
    name, questions = key(kind, paper, code), paper.notes.questions
    try:
        left = attempt(paper, place(kind, code), act, veld=veld_of(paper, code), seen=shown, **{what: mine})
    except AndersGewijzigd:
        with read_session() as session:
            questions[name] = Question(mine, clock(session=session).now(), shown)
        return
    if not failed(paper, place(kind, code)):
        questions.pop(name, None)
        note_own(paper, kind, code, left)


def veld_of(paper: FormState, code: str) -> Veld:
    return Veld(paper.werkplein, paper.tertaal, code)


def place(kind: str, code: str) -> str:
    """Where a failure is said: a vraag may be called as a mijlpaal is."""
    return code if kind in ("band", "toelichting") else f"vraag {code}"


def note_own(paper: FormState, kind: str, code: str, left: datetime | None) -> None:
    paper.notes.own[own(paper, kind, code)] = (monotonic_ns(), left)


def own(paper: FormState, kind: str, code: str) -> str:
    """An answer to a vraag and its uitleg are one row, so one version."""
    return key("antwoord" if kind == "uitleg" else kind, paper, code)


def seen(paper: FormState, kind: str, code: str) -> datetime | None:
    """The version that was on the screen, or what this screen made of it: a quick second click comes with the old paper."""
    acted, left = paper.notes.own.get(own(paper, kind, code), (0, None))
    return left if acted > paper.read else paper.saved_at(kind, code)


def is_own(paper: FormState, kind: str, code: str) -> bool:
    """Whether what stands there was left by this screen."""
    _, left = paper.notes.own.get(own(paper, kind, code), (0, NEVER))
    return left == paper.saved_at(kind, code)


def question(paper: FormState, kind: str, code: str) -> Question | None:
    """What is still to be chosen here; nothing any more as soon as the database has it as it was chosen."""
    asked = paper.notes.questions.get(key(kind, paper, code))
    if asked and not is_other(asked.mine, paper.value(kind, code)):
        asked = paper.notes.questions.pop(key(kind, paper, code)) and None
    return asked


def take_mine(paper: FormState, kind: str, code: str) -> None:
    """Over what stands there, which was in sight beside the question; a second click has nothing more to take."""
    if asked := paper.notes.questions.get(key(kind, paper, code)):
        keep(paper, kind, code, asked.mine, paper.saved_at(kind, code))


def keep_theirs(paper: FormState, kind: str, code: str) -> None:
    paper.notes.questions.pop(key(kind, paper, code), None)


def confirm(paper: FormState, codes: Sequence[str]) -> None:
    confirmed = attempt(paper, codes[0], invullingen.confirm, **here(paper), mijlpalen=codes)
    for code, left in (confirmed or {}).items():
        note_own(paper, "band", code, left)
        # What was said last time came along, where nothing was said yet.
        if code in paper.before.toelichtingen and seen(paper, "toelichting", code) is None:
            note_own(paper, "toelichting", code, left)


def sign(paper: FormState) -> None:
    attempt(paper, "akkoord", akkoorden.give_akkoord, **here(paper), versie=paper.submitted.versie)


def unsign(paper: FormState) -> None:
    attempt(paper, "akkoord", akkoorden.withdraw_akkoord, **here(paper), versie=paper.submitted.versie)


def submit(paper: FormState) -> None:
    """Only what was on the screen: what a colleague changed since is said instead."""
    parts = ((kind, code) for kind in ("band", "toelichting") for code in catalogus().codes)
    shown = {(kind, code): moment for kind, code in parts if (moment := seen(paper, kind, code)) is not None}
    attempt(paper, "alle", indieningen.submit, **here(paper), seen=shown)


def here(paper: FormState) -> dict[str, object]:
    """Give what every act about a whole invulling is about."""
    return {"werkplein": paper.werkplein, "tertaal": paper.tertaal}


def attempt(paper: FormState, code: str, act: Callable, **what) -> object:
    """Run an act with its subject (`what`) and return what it returns; None after a failure.

    A failure is kept as a sentence for the place where it happened, apart from AndersGewijzigd.
    """
    failures, field = paper.notes.failures, (paper.werkplein, key("mislukt", paper, code))
    failures.pop(field, None)
    try:
        with begin_act(paper.by) as begun:
            return act(begun, **what)
    except AndersGewijzigd:
        raise
    except Fout as error:
        failures[field] = str(error)
    except Exception as error:
        failures[field] = sentence(log_with_number(error))


def failed(paper: FormState, code: str) -> str | None:
    return paper.notes.failures.get((paper.werkplein, key("mislukt", paper, code)))


def show_failure(paper: FormState, code: str) -> None:
    if said := failed(paper, code):
        st.error(said)


def failures(werkplein: str) -> list[str]:
    """The sentences about all that went wrong for a werkplein."""
    return [said for (where, _), said in notes().failures.items() if where == werkplein]
