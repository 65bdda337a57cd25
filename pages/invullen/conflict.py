"""Two people at one mijlpaal: the second one sees both, and chooses."""

import streamlit as st

from db.engine import read_session
from db.queries.invullingen import last_change
from db.queries.vragen import last_vraag_change
from landkaart.domein.band import Band
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import Wijziging
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.vraag import JaNee
from pages.invullen import saving
from pages.invullen.form_state import FormState, when
from pages.invullen.notes import Question
from pages.shared.markdown import band_label, escaped

LOGGED_AS = {"band": Handeling.ANTWOORD, "toelichting": Handeling.TOELICHTING}


def show_question(paper: FormState, kind: str, code: str) -> None:
    """Only when there is one; until it is answered, what stands there stays."""
    asked = saving.question(paper, kind, code)
    if asked is None:
        return
    there, saved_at = paper.value(kind, code), paper.saved_at(kind, code)
    veld = saving.veld_of(paper, code)
    with read_session() as session:
        if kind in LOGGED_AS:
            change = last_change(session=session, veld=veld, what=LOGGED_AS[kind], saved_at=saved_at)
        else:
            change = last_vraag_change(session=session, veld=veld, version=saved_at)
    lines = [
        "**Intussen gewijzigd. Kies wat er moet staan.**",
        f"Er staat nu: {shown(there)} ({who(change, paper.by)}{moment(paper, change)}).",
        f"{mine(asked)} ({escaped(paper.by.naam)}, {when(paper, asked.moment)}), nog niet opgeslagen.",
    ]
    st.warning("  \n".join(lines))
    show_choice(paper, kind, code)


def mine(asked: Question) -> str:
    """A text is not said again: it stands in its field, right above."""
    is_text = isinstance(asked.mine, str) and asked.mine
    return "Uw eigen tekst staat hierboven in het veld" if is_text else f"U koos: {shown(asked.mine)}"


def show_choice(paper: FormState, kind: str, code: str) -> None:
    own = "Neem mijn tekst" if kind in saving.TEXTS else "Neem mijn keuze"
    with st.container(horizontal=True):
        choices = (("houd", "Houd wat er staat", saving.keep_theirs), ("neem", own, saving.take_mine))
        for name, label, act in choices:
            st.button(label, key=saving.key(f"{name}-{kind}", paper, code), on_click=act, args=(paper, kind, code))


def shown(value: Band | JaNee | str | None) -> str:
    if isinstance(value, JaNee):
        return f"**{value.label}**"
    if isinstance(value, Band):
        return f"**{band_label(value)}**"
    return f"“{escaped(value)}”" if value else "**niets**"


def who(change: Wijziging, reader: Gebruiker) -> str:
    is_reader = change.account_id is not None and change.account_id == reader.account_id
    return f"{escaped(change.door)}, in een ander venster" if is_reader else escaped(change.door)


def moment(paper: FormState, change: Wijziging) -> str:
    return f", {when(paper, change.op)}" if change.op else ""
