"""Ending a page before its end, for there is no more to show."""

from typing import NoReturn


class PageEnds(Exception):
    """A page has shown all there is; only who runs the pages catches it."""


def end_page() -> NoReturn:
    """End the page here, as `st.stop` does; what stands around every page still follows.

    After `st.stop` nothing can be shown any more, not even what its address asked and there was not (Streamlit 1.67).
    """
    raise PageEnds
