"""Mails that leave while somebody looks: a bar, and what came of them."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

import streamlit as st

from landkaart import settings
from landkaart.domein.fouten import Fout
from landkaart.domein.herinnering import BerichtStatus
from landkaart.post.mailserver import GeenVerbinding, Mailserver
from landkaart.post.sending import Step
from landkaart.rapport import dutch
from pages.shared.markdown import escaped
from pages.shared.visit import renew


@dataclass(frozen=True)
class Verzending:
    """`place`: where a session remembers the number of what is on its way; `wat` as "De e-mails", `per` as "adres"."""

    place: str
    wat: str
    per: str
    waiting: Callable[[int], int]
    send: Callable[[int, Mailserver, Step], None]
    # What came of it, a sentence in Markdown.
    came_of: Callable[[int], str]


def begin(verzending: Verzending, number: int) -> None:
    """Let the page send it at its next run."""
    st.session_state[verzending.place] = number


def send_now(verzending: Verzending, smtp: settings.Smtp | None) -> None:
    """Send what was begun, with a bar.

    Whoever leaves the page stops it between two mails; it goes on when the page runs again.
    """
    number = st.session_state.get(verzending.place)
    if number is None or smtp is None:
        return
    total, text = verzending.waiting(number) or 1, f"{verzending.wat} worden verstuurd. Laat deze pagina open staan."
    bar, numbers = st.progress(0.0, text=text), count(1)

    def step(adres: str, status: BerichtStatus) -> None:
        done = min(next(numbers), total)
        bar.progress(done / total, text=f"{dutch.count(done)} van {dutch.count(total)}: {escaped(adres)} {status.label}")

    try:
        verzending.send(number, Mailserver(smtp, settings.address()), step)
    except GeenVerbinding as error:
        st.error(f"{error} Kies hieronder ‘Verder versturen’ om het opnieuw te proberen.")
    except Fout:
        st.session_state.pop(verzending.place)
        raise
    else:
        st.success(f"{verzending.came_of(number)} Onderaan deze pagina staat het per {verzending.per}.")
    st.session_state.pop(verzending.place)
    bar.empty()
    renew()
