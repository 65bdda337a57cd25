"""What a visit knows of the form beside the database."""

from dataclasses import dataclass, field
from datetime import datetime

import streamlit as st

from landkaart.domein.band import Band
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vraag import JaNee


@dataclass(frozen=True)
class Question:
    """Somebody else was first. `mine`: what was chosen here, at `moment`, while the version `seen` was on the screen."""

    mine: Band | JaNee | str | None
    moment: datetime
    seen: datetime | None


@dataclass(frozen=True)
class Notes:
    """By the key of a field: the sentences of what failed (by werkplein as well), what is still to be chosen, and what this
    screen left itself.

    `own`: when, as of `Paper.read`, and the version that it became. `opened`: the toelichtingen that were asked for.
    `renamed`: how many times a field got another name. `elsewhere`: by werkplein and tertaal, of what was not changed on
    this screen, when it came in (as of `Paper.read`), its kind and its code.
    """

    failures: dict[tuple[str, str], str] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    own: dict[str, tuple[int, datetime | None]] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)
    renamed: dict[str, int] = field(default_factory=dict)
    elsewhere: dict[tuple[str, Tertaal], list[tuple[int, str, str]]] = field(default_factory=dict)


def notes() -> Notes:
    return st.session_state.setdefault("aantekeningen", Notes())
