"""Choices that stand in the address: as segments where there are a few options, from a list where there are more."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import streamlit as st

from landkaart.domein.typed_text import distinct
from pages.shared.address import from_address, to_address
from pages.shared.lists import bring_along, drawn_before, one_from_list, one_of_a_few
from pages.shared.name_search import narrowed
from pages.shared.passed_over import PassedOver, Why, pass_over
from pages.shared.visit import blad


@dataclass(frozen=True)
class Choice:
    """Drawn by one of its methods, which returns what is chosen. What is no option any more, is chosen no longer."""

    label: str
    name: str  # As it is called in the address.
    options: Mapping[str, str]  # What readers see, by what stands in the address; the empty one does not stand there.
    key: str = ""  # In the state of the session; when it is not given, pages with a choice of this name share it.

    @property
    def state_key(self) -> str:
        return self.key or f"keuze_{self.name}"

    @cached_property
    def titles(self) -> dict[str, str]:
        """Return the options with labels that can be told apart, also where only some of them are shown."""
        return distinct(self.options)

    def segment(self) -> str:
        """Ask for one of a few, at first the first, never none."""
        self.recall(next(iter(self.options)))
        chosen: str | None = self.draw(one_of_a_few, required=True, wrap=True)
        return chosen or ""

    def segment_or_none(self) -> str | None:
        """Ask for one of a few, or none."""
        self.recall(None)
        return self.draw(one_of_a_few, wrap=True)

    def from_list(self, first: str | None = None, width: int | Literal["stretch"] = 300) -> str:
        """Ask for one of more than a few, at first `first` or else the first, never none."""
        first = first or next(iter(self.options))
        self.recall(first, tells=True)
        chosen: str | None = self.draw(one_from_list, first=first, width=width)
        return chosen or ""

    def from_list_or_none(self, hint: str, width: int = 400) -> str | None:
        """Ask for one of very many, or none: `hint` says so. Before too long a list comes a field to search in."""
        self.recall(None, tells=True)
        offered = narrowed(self.titles, self.state_key, self.label, width=width)
        return self.draw(one_from_list, offered, placeholder=hint, width=width)

    def only(self) -> str:
        """Return the one option that there is, without asking; an address that asks another is told."""
        [only] = self.options
        self.recall(only)
        return only

    def draw(self, ask: Callable[..., Any], offered: Mapping[str, str] | None = None, **layout: Any) -> str | None:
        """Draw it as one of `lists`, and make the address follow; `offered`: of the options, where not all are shown."""
        options = self.titles if offered is None else offered
        chosen: str | None = ask(self.label, options, self.state_key, persist_state="session", **layout)
        to_address(self.name, chosen or None)
        if chosen:
            blad().keuzes[self.label] = options.get(chosen, chosen)
        return chosen

    def recall(self, first: str | None, *, tells: bool = False) -> None:
        """Take what the address says, before it is drawn; `first` when neither that nor what was chosen is an option.

        `tells`: what was chosen and is an option no more, is told. Of a few, all in sight, everybody sees it.
        """
        bring_along(self.titles, self.state_key)
        from_address(self.state_key, self.titles, self.name)
        chosen = st.session_state.get(self.state_key)
        if chosen in self.options:
            return
        if chosen and tells:
            before = drawn_before(self.state_key).get(chosen, chosen)
            pass_over(PassedOver(self.label, before, self.state_key, self.titles, why=Why.LOST))
        st.session_state[self.state_key] = first


def take_click(chart: str, selection: str, targets: Mapping[str, str]) -> None:
    """Put the fields of the clicked mark of a chart into choices; its callback. `targets`: key of the choice, by field."""
    picked = st.session_state[chart].selection.get(selection) or []
    for field, key in targets.items():
        if picked:
            st.session_state[key] = picked[0][field]
