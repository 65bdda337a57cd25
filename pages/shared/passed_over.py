"""What an address asks and there is not, or what was chosen and is gone: told on every page, until somebody chooses.

A link that somebody kept, or changed by hand, asks for an uitvraag or a werkplein; whoever is shown another without a word
reads, and does, to that one what he meant for the other.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

import streamlit as st

from landkaart.rapport import dutch

# In the state of the session: what was passed over on this page, and of which names in the address that is known.
PASSED_OVER, JUDGED = "overgeslagen", "adres-beoordeeld"
# Until the end of a run nobody knows what stands in its place.
NOT_DRAWN = "nog niet getekend"
# Of what was asked as much is told as a reader needs to recognise it.
LONGEST = 60


class Why(Enum):
    """Why something is passed over; the value is how the sentence about it begins."""

    NOT_THERE = "Het adres vraagt om iets wat er niet is"
    UNKNOWN_NAME = "Het adres vraagt om iets wat deze pagina niet kent"
    ASKED_TWICE = "Het adres vraagt om meer dan één; dit telt niet mee"
    LOST = "Wat gekozen was, is er hier niet"


@dataclass(frozen=True)
class PassedOver:
    """Something that an address asks, or that somebody chose before it was gone."""

    name: str  # As it stands there.
    asked: str | None
    key: str  # Of the choice, in the state of the session.
    options: Mapping[Any, str]  # What readers see, by what can stand in the state.
    instead: Any = NOT_DRAWN  # What was chosen in its place; once somebody chooses another, all was said.
    why: Why = Why.NOT_THERE
    meant: str | None = None  # The name that was, where this one is not known.

    @property
    def text(self) -> str:
        """Say what was asked and what is shown instead."""
        asked = self.asked or ""
        short = shortened(asked)
        if self.why is Why.UNKNOWN_NAME:
            return f"‘{shortened(self.name)}’" + (f" (is ‘{self.meant}’ bedoeld?)" if self.meant else "")
        if isinstance(self.instead, list):
            return f"{self.name} ‘{short}’ (telt niet mee)"
        if self.instead is None:
            return f"{self.name} ‘{short}’ (nu is er niets gekozen)"
        return f"{self.name} ‘{short}’ (u ziet nu ‘{self.options.get(self.instead, self.instead)}’)"


def shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def begin_anew() -> None:
    """Let go of what was passed over on the page before."""
    st.session_state[PASSED_OVER], st.session_state[JUDGED] = {}, set()


def judge(name: str, asked: PassedOver, others: Sequence[tuple[str, str]] = ()) -> None:
    """Keep what an address asks and is no option; only at the first choice of this name on a page.

    What the same choice finds later, about something else, nobody asked: it stands there from before. `others`: what the
    address asks of the same choice besides, each with the name that it has there.
    """
    judged: set[str] = st.session_state.setdefault(JUDGED, set())
    if name not in judged:
        if asked.asked and asked.asked not in asked.options:
            pass_over(asked)
        pass_over_others(asked, others)
    judged.add(name)


def pass_over_others(asked: PassedOver, others: Sequence[tuple[str, str]]) -> None:
    """Keep what an address asks of one choice besides what it is given: `others`, as in `judge`."""
    for given, text in others:
        if text and text != asked.asked:
            pass_over(replace(asked, name=given, asked=text, why=Why.ASKED_TWICE))


def pass_over(asked: PassedOver) -> None:
    """Keep that something in the address does not exist, whatever the reason."""
    st.session_state.setdefault(PASSED_OVER, {})[asked.name, asked.asked] = asked


def passed_over() -> str | None:
    """Say what there is not and was not chosen anew since, None when there is nothing such; at the end of a run."""
    kept: dict[tuple[str, str], PassedOver] = st.session_state.get(PASSED_OVER, {})
    for name, found in list(kept.items()):
        now = st.session_state.get(found.key)
        if found.instead is NOT_DRAWN or now == found.instead:
            kept[name] = replace(found, instead=now)
        else:
            del kept[name]
    texts = {why: [found.text for found in kept.values() if found.why is why] for why in Why}
    return " ".join(f"{why.value}: {dutch.enumeration(said)}." for why, said in texts.items() if said) or None
