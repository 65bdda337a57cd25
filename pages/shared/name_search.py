"""Choosing among very many names: where there are more than a list can hold, a field to search in comes before it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import streamlit as st

from landkaart.domein.typed_text import finder, levelled
from landkaart.rapport import dutch
from pages.shared.cache import kept_for_good
from pages.shared.markdown import escaped

# More names than this travel along at every run, and help nobody who looks for one.
MOST, SHOWN = 500, 50


def narrowed(names: Mapping[str, str], key: str, label: str, own: Sequence[str] = (), **layout: Any) -> Mapping[str, str]:
    """Return what a list can offer: all `names` or, of very many, the first that have what is typed in a field before it.

    Always with what is chosen under `key`, and with `own`; these must be among the names. `layout`: of the field.
    """
    if len(names) <= MOST:
        return names
    hint = f"Typ een deel van een van de {dutch.count(len(names))} namen"
    typed = st.text_input(f"{label} zoeken", key=f"{key}-zoeken", placeholder=hint, **layout)
    found = dict(islice(having(typed, names), SHOWN))
    if not found:
        st.caption(f"Niets gevonden bij ‘{escaped(typed)}’.")
    chosen = st.session_state.get(key) or ()
    kept = [*own, *((chosen,) if isinstance(chosen, str) else chosen)]
    return {code: names[code] for code in kept if code in names} | found


def having(wanted: str, names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield those that have it somewhere in their name."""
    fits = finder(wanted)
    return ((code, naam) for code, naam in names.items() if fits(plain(naam)))


@kept_for_good(50_000)
def plain(text: str) -> str:
    """Return it as `finder` looks in it, worked out once."""
    return levelled(text)
