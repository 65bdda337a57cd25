"""The form in parts: after an act only what it changed is drawn again, so that a choice is answered at once.

A part does not read: it draws the paper that it was given by the whole page, or by the act. Without one it has the whole
page drawn, which begins with who is in.
"""

from collections.abc import Callable, Iterable
from functools import cache, wraps
from typing import Concatenate, ParamSpec

import streamlit as st

from landkaart.domein.catalogus import catalogus
from landkaart.domein.rechten import Bevoegdheid, Recht, mag
from pages.parts import saving
from pages.parts.moment import moment
from pages.parts.paper import Paper, read_again
from pages.parts.who import find_who

P = ParamSpec("P")
BAR, VRAGEN = "balk", "vragen"
GIVEN, SHOWN, CHANGE = "delen-gegeven", "delen-getoond", "delen-stand"


def parts(paper: Paper) -> list[str]:
    """The fasen, then the vragen when there are any, then the bar."""
    return [*(fase.naam for fase in catalogus().fasen), *([VRAGEN] if paper.vragen else []), BAR]


def begin(paper: Paper) -> None:
    """For the whole page, which draws all parts."""
    give(paper, parts(paper))
    st.session_state[CHANGE] = moment().change


def give(paper: Paper, names: Iterable[str]) -> None:
    st.session_state[GIVEN] = dict.fromkeys(names, paper)


def part_of(kind: str, code: str) -> str:
    """Where a field stands: that of a mijlpaal ("band" or "toelichting"), or that of a vraag."""
    return catalogus()[code].fase if kind in ("band", "toelichting") else VRAGEN


def show_part(name: str, draw: Callable[Concatenate[Paper, P], None], *what: P.args) -> None:
    """Here, and again after an act that changes it; `what` stays as it was until the whole page is drawn."""
    fragment(name, draw)(*what)


@cache
def fragment(name: str, draw: Callable[Concatenate[Paper, P], None]) -> Callable[P, None]:
    def body(*what: P.args) -> None:
        paper = st.session_state[GIVEN].pop(name, None)
        if paper is None:
            st.rerun()
        draw(paper, *what)
        # Only now: a quick next click can break in, and then it must be drawn again.
        st.session_state.setdefault(SHOWN, {})[name] = paper

    return st.fragment(body, key=name)


@cache
def redrawing(name: str, act: Callable[Concatenate[Paper, P], None]) -> Callable[Concatenate[Paper, P], None]:
    """The act as a callback in this part: afterwards all that changed is drawn again, whoever changed it."""

    @wraps(act)
    def run(paper: Paper, *what: P.args) -> None:
        act(paper, *what)
        redraw(paper, name)

    return run


def redraw(paper: Paper, own: str) -> None:
    found, shown = find_who(), st.session_state.get(SHOWN, {})
    if found is None or asks_whole(paper, found.bevoegdheid) or not shown.keys() >= set(parts(paper)):
        st.rerun()
    fresh = read_again(paper, found.gebruiker, moment().now())
    changed = [name for name in parts(fresh) if name in (own, BAR) or content(fresh, name) != content(shown[name], name)]
    give(fresh, changed)
    st.rerun(changed)


def asks_whole(paper: Paper, may: Bevoegdheid) -> bool:
    """Whether something changed, or may have, that stands outside the parts."""
    can_fill_in = mag(may, Recht.INVULLEN, paper.werkplein) and not saving.failures(paper.werkplein)
    return not can_fill_in or paper.submitted is not None or moment().change != st.session_state[CHANGE]


def content(paper: Paper, name: str) -> object:
    """What a part shows of a paper, to be compared."""
    if name == VRAGEN:
        return paper.beantwoord
    codes = [mijlpaal.code for mijlpaal in catalogus().mijlpalen if mijlpaal.fase == name]
    kinds = ("band", "toelichting")
    return [(paper.value(kind, code), paper.saved_at(kind, code)) for code in codes for kind in kinds]
