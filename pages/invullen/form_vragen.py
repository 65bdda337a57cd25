"""The questions on top of the 14, at the end of the form; they never hold up submitting."""

import streamlit as st

from landkaart.domein.vraag import JaNee, Vraag, VraagAntwoord
from pages.invullen import conflict, saving
from pages.invullen.form import show_opener
from pages.invullen.form_state import FormState, when
from pages.invullen.widget_values import bound
from pages.shared.frame import QUIET
from pages.shared.markdown import escaped


def show_vragen(paper: FormState) -> None:
    """As a fase; nothing when nothing is asked."""
    if not paper.vragen:
        return
    st.subheader("Vragen bij deze uitvraag", divider="gray")
    for vraag in paper.vragen:
        ask(paper, vraag)
        show_uitleg(paper, vraag)


def ask(paper: FormState, vraag: Vraag) -> None:
    st.segmented_control(
        f"**{escaped(vraag.tekst)}** :small[{status(paper, paper.beantwoord.get(vraag.code))}]",
        list(JaNee),
        format_func=lambda choice: choice.label,
        **bound("antwoord", paper, vraag.code, paper.value("antwoord", vraag.code), saving.keep_antwoord),
    )
    conflict.show_question(paper, "antwoord", vraag.code)
    saving.show_failure(paper, saving.place("antwoord", vraag.code))


def status(paper: FormState, said: VraagAntwoord | None) -> str:
    """What the database has, and since when."""
    if said is None:
        return f':color[nog niet beantwoord; het hoeft niet]{{foreground="{QUIET}"}}'
    if said.opgeslagen_op is None:
        return ":material/check: ingelezen uit een bestand"
    return f":material/check: opgeslagen {when(paper, said.opgeslagen_op)}"


def is_open(paper: FormState, code: str) -> bool:
    """Only an answer can be explained; the field is there once it was asked for, or used."""
    asked = saving.key("uitleggen", paper, code) in paper.notes.opened
    has_text = paper.value("uitleg", code) is not None
    is_asked = saving.question(paper, "uitleg", code) is not None
    return is_asked or has_text or (asked and code in paper.beantwoord)


def show_uitleg(paper: FormState, vraag: Vraag) -> None:
    """The field, or the way to it; nothing yet while there is no answer to explain."""
    if is_open(paper, vraag.code):
        st.text_area(
            f"Toelichting bij: {escaped(vraag.tekst)}",
            label_visibility="collapsed",
            placeholder="Wilt u dat toelichten? Het hoeft niet.",
            height=80,
            **bound("uitleg", paper, vraag.code, paper.value("uitleg", vraag.code) or "", saving.keep_uitleg),
        )
        conflict.show_question(paper, "uitleg", vraag.code)
    elif vraag.code in paper.beantwoord:
        show_opener(paper, saving.key("uitleggen", paper, vraag.code))
