"""Choices that stand in the address: as segments where there are a few options, from a list where there are more."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from pages.shared.address import from_address, to_address
from pages.shared.name_search import narrowed


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

    def segment(self) -> str:
        """Ask for one of a few, at first the first, never none."""
        self.recall(next(iter(self.options)))
        chosen = st.segmented_control(
            self.label,
            list(self.options),
            format_func=self.title,
            required=True,
            key=self.state_key,
            persist_state="session",
            wrap=True,
        )
        to_address(self.name, chosen or None)
        return chosen or ""

    def segment_or_none(self) -> str | None:
        """Ask for one of a few, or none."""
        self.recall(None)
        chosen: str | None = st.segmented_control(
            self.label, list(self.options), format_func=self.title, key=self.state_key, persist_state="session", wrap=True
        )
        to_address(self.name, chosen)
        return chosen

    def from_list(self, first: str | None = None, width: int | Literal["stretch"] = 300) -> str:
        """Ask for one of more than a few, at first `first` or else the first, never none."""
        self.recall(first or next(iter(self.options)))
        chosen: str = st.selectbox(
            self.label,
            list(self.options),
            format_func=self.title,
            key=self.state_key,
            persist_state="session",
            width=width,
        )
        to_address(self.name, chosen or None)
        return chosen

    def from_list_or_none(self, hint: str, width: int = 400) -> str | None:
        """Ask for one of very many, or none: `hint` says so. Before too long a list comes a field to search in."""
        self.recall(None)
        chosen: str | None = st.selectbox(
            self.label,
            list(narrowed(self.options, self.state_key, self.label, width=width)),
            index=None,
            format_func=self.title,
            placeholder=hint,
            key=self.state_key,
            persist_state="session",
            width=width,
        )
        to_address(self.name, chosen)
        return chosen

    def recall(self, first: str | None) -> None:
        """Take what the address says, before it is drawn; `first` when neither that nor what was chosen is an option."""
        from_address(self.state_key, self.options, self.name)
        if st.session_state.get(self.state_key) not in self.options:
            st.session_state[self.state_key] = first

    def title(self, option: str) -> str:
        return self.options.get(option, option)


def take_click(chart: str, selection: str, targets: Mapping[str, str]) -> None:
    """Put the fields of the clicked mark of a chart into choices; its callback. `targets`: key of the choice, by field."""
    picked = st.session_state[chart].selection.get(selection) or []
    for field, key in targets.items():
        if picked:
            st.session_state[key] = picked[0][field]
