"""From the database to a widget, which shows what the database has.

A browser sends the values of all its widgets along with every click, also those from before it heard of a change. So what
was changed elsewhere goes into a field of another name: what still comes from the old one is nobody's choice.
"""

from collections.abc import Callable

import streamlit as st

from pages.invullen.form_state import FormState
from pages.invullen.saving import TEXTS, failed, is_other, is_own, key, place, question


def bound(kind: str, paper: FormState, code: str, kept: object, act: Callable) -> dict:
    """The keywords that tie a widget to what the database has (`kept`) and to the act that saves it."""
    # What could not be saved stays in sight, so that nobody has to type it again.
    asked = question(paper, kind, code) if kind in TEXTS else None
    kept = asked.mine if asked else kept
    if not failed(paper, place(kind, code)):
        make_way(kind, paper, code, kept)
    name = name_of(kind, paper, code)
    # Where it begins, in every run: a browser that misses one run for the next would not hear of a value that was set once.
    begin = "value" if kind in TEXTS else "default"
    return {begin: kept, "key": name, "on_change": act, "args": (paper, code, name)}


def make_way(kind: str, paper: FormState, code: str, kept: object) -> None:
    """Another name when what is in the field is not what the database has."""
    name, field = name_of(kind, paper, code), key(kind, paper, code)
    if name not in st.session_state or not is_other(st.session_state[name], kept):
        return
    paper.notes.renamed[field] = paper.notes.renamed.get(field, 0) + 1
    if not is_own(paper, kind, code):
        paper.elsewhere.append((paper.read, kind, code))


def name_of(kind: str, paper: FormState, code: str) -> str:
    return named(kind, paper, code, paper.notes.renamed.get(key(kind, paper, code), 0))


def named(kind: str, paper: FormState, code: str, times: int) -> str:
    """The key as long as nothing came in from elsewhere."""
    return f"{key(kind, paper, code)}~{times}" if times else key(kind, paper, code)
