"""What stands around every page: its width, its title, and the line that says what time it is here."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from db.engine import read_session
from db.queries.clock import clock
from landkaart.rapport import dutch

WIDTH = 1180


@contextmanager
def page_frame() -> Iterator[None]:
    with centred():
        show_clock()
        yield


@contextmanager
def centred() -> Iterator[None]:
    """As wide as reads well, in the middle of a wide screen."""
    with st.container(horizontal_alignment="center"), st.container(width=WIDTH):
        yield


def show_clock() -> None:
    """The 2009 data bring their own clock; whoever looks must know that it is not today."""
    with read_session() as session:
        here = clock(session=session)
    if here.offset:
        now = here.now()
        st.caption(
            f":material/schedule: Oefenomgeving: in deze landkaart is het **{dutch.day(now)}, {dutch.hour(now)} uur**. "
            "De klok loopt vanaf daar gewoon door."
        )
