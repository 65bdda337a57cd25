"""What was made for a page and is kept for whoever asks next."""

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, TypeVar

import streamlit as st

P = ParamSpec("P")
T = TypeVar("T")


def remembered(number: int, *, saying: str | bool = False) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keeps the last `number` results by their arguments; `saying`: what a reader sees while one is made.

    Streamlit's cache has a thing made once for all who ask at the same time; the one in front of it finds it again without
    working out the arguments anew, which takes longer than many a thing that is kept.
    """

    def decorate(make: Callable[P, T]) -> Callable[P, T]:
        return lru_cache(number)(st.cache_resource(max_entries=number, show_spinner=saying)(make))

    return decorate
