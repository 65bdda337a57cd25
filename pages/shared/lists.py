"""Lists to choose from, as every page shows them: what is chosen is kept by what it is, whatever its label becomes.

A browser sends back the label that it shows, and Streamlit takes that for the choice (1.67): of two options with one label
it finds the last, and an option whose label changes, for it holds a date or a count, is chosen no longer. So labels that
stand twice are told apart, and a choice is put under its new label before a list is drawn again.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, TypeVar

import pyarrow as pa
import streamlit as st
from streamlit.elements.arrow import DataframeSelectionState
from streamlit.elements.lib.mutable_tab_container import TabContainer

from landkaart.domein.typed_text import distinct
from pages.shared.show_table import show_table

Option = TypeVar("Option", bound=Hashable)
# In the state of the session, by key of the list: its labels as they were drawn last, and which option stood under a label
# that is gone since.
DRAWN, GONE = "getekende-labels", "vervallen-labels"


def one_from_list(label: str, options: Mapping[Option, str], key: str, first: Option | None = None, **layout: Any) -> Any:
    """Return the chosen option, at first `first`; without `first` none, and then it can be emptied again.

    `options`: what readers see, by option. What stands in the state at `key` goes before `first`.
    """
    index = None if first is None else list(options).index(first)
    shown = {"format_func": label_of(options, key), "filter_mode": "contains", "index": index, **layout}
    return st.selectbox(label, list(options), key=key, **shown)


def one_of_a_few(label: str, options: Mapping[Option, str], key: str, first: Option | None = None, **layout: Any) -> Any:
    """Return the chosen option, all of them in sight: as `one_from_list`."""
    shown = {"format_func": label_of(options, key), "default": first, **layout}
    return st.segmented_control(label, list(options), key=key, **shown)


def one_of_rows(label: str, options: Mapping[Option, str], key: str, first: Option, **layout: Any) -> Any:
    """Return the chosen option, each on a line of its own: as `one_from_list`, never none."""
    index = list(options).index(first)
    return st.radio(label, list(options), index, format_func=label_of(options, key), key=key, **layout)


def some_from_list(
    label: str, options: Mapping[Option, str], key: str, first: Sequence[Option] = (), **layout: Any
) -> list[Any]:
    """Return the chosen options, at first those of `first`: as `one_from_list`."""
    shown = {"format_func": label_of(options, key), "filter_mode": "contains", **layout}
    return st.multiselect(label, list(options), list(first) or None, key=key, **shown)


def one_tab(titles: Sequence[str], key: str) -> Sequence[TabContainer]:
    """Return the tabs. `titles` are always the same, for a tab has nothing else to be known by."""
    return st.tabs(titles, key=key, on_change="rerun")


def one_row(table: pa.Table, about: Sequence[Option], key: str, **layout: Any) -> Option | None:
    """Show a table of which a row can be chosen; return what that row was about when it was chosen, None without one.

    `about`: what each row is about, in order. By its number alone a row is another one as soon as others come before it.
    """
    place = f"{key}-gekozen"

    def take() -> None:
        st.session_state[place] = subject(st.session_state[key].selection)

    def subject(selection: DataframeSelectionState) -> Option | None:
        numbers = [*selection.rows, *(row for row, _ in selection.cells)]
        return about[numbers[0]] if numbers and numbers[0] < len(about) else None

    shown = {"selection_mode": "single-row", **layout}
    now = subject(show_table(table, key=key, on_select=take, **shown).selection)
    # Of a session that begins anew, what comes in first runs no callback (Streamlit 1.67).
    chosen: Option | None = st.session_state.get(place, now)
    return chosen if now is not None and chosen in about else None


def label_of(options: Mapping[Option, str], key: str) -> Callable[[Any], str]:
    """Return what gives the label of an option; what is chosen at `key` is brought under the labels of now."""
    shown = distinct(options)
    bring_along(shown, key)
    return lambda option: shown.get(option, str(option))


def bring_along(shown: Mapping[Option, str], key: str) -> None:
    """Bring what is chosen at `key` under these labels, before the list is drawn.

    What is no option any more is left for Streamlit to take away.
    """
    drawn, gone = st.session_state.setdefault(DRAWN, {}), st.session_state.setdefault(GONE, {}).setdefault(key, {})
    before = drawn.get(key, {})
    renamed = {title: option for option, title in before.items() if shown.get(option, title) != title}
    drawn[key] = {**before, **shown}
    gone |= renamed
    for title in gone.keys() & set(shown.values()):
        del gone[title]
    if not gone or key not in st.session_state:
        return
    chosen = st.session_state[key]
    known = [known_as(each, shown, gone) for each in chosen] if isinstance(chosen, list) else known_as(chosen, shown, gone)
    if renamed or known != chosen:
        st.session_state[key] = known


def drawn_before(key: str) -> Mapping[Any, str]:
    """Return under which labels the options of a list stood, also those that are gone."""
    labels: Mapping[Any, str] = st.session_state.get(DRAWN, {}).get(key, {})
    return labels


def known_as(chosen: Any, shown: Mapping[Option, str], gone: Mapping[str, Option]) -> Any:
    """Return the option that a browser means, also when it still shows a label that is gone."""
    return chosen if chosen in shown else gone.get(chosen, chosen)
