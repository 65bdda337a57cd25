"""What whoever runs an uitvraag must know at once: that the clock is not believed, and what was fixed by it lately."""

import streamlit as st

from db.actions.klok import confirm_clock
from db.engine import read_session
from db.queries.momentopnamen import edities as read_edities
from landkaart.domein.momentopname import Editie
from landkaart.domein.rechten import Recht
from landkaart.programma.namen import AKO
from landkaart.rapport.klok import doubt_text, edition_text
from landkaart.screens import Screen
from pages.shared import run_act
from pages.shared.cache import kept, surroundings_change
from pages.shared.markdown import escaped
from pages.shared.visit import visit

PLACE = "klok"


def show_clock() -> None:
    """Show it at the top of every page, to the AKO and to beheer."""
    here = visit()
    if not here.may(Recht.RESPONS_ZIEN):
        return
    run_act.show_failure(PLACE)
    if (doubt := here.data_version.doubt()) is not None:
        st.warning(doubt_text(doubt), icon=":material/schedule:")
        if here.may(Recht.KLOK_BEVESTIGEN):
            st.button("De klok klopt", key=run_act.key(PLACE, "knop"), on_click=confirm)
    for editie in edities():
        if editie.is_news(here.now()):
            show_news(editie)


def show_news(editie: Editie) -> None:
    """Name what was fixed; what came too early stands out, with the way to take it back."""
    now, here = visit().now(), visit().may(Recht.UITVRAAG_UITVOEREN)
    text = escaped(edition_text(editie, now))
    if editie.sluit <= now:
        st.caption(f":material/lock: {text}.")
    elif here:
        st.warning(f"{text}. Terugnemen kan bij [Uitvraag]({Screen.UITVRAAG.path}?uitvraag={editie.tertaal}).")
    else:
        st.warning(f"{text}. Het {AKO} kan het terugnemen bij Uitvraag.")


@kept(until=surroundings_change, most=2)
def edities() -> list[Editie]:
    """Return every momentopname there is or was."""
    with read_session() as session:
        return read_edities(session=session)


def confirm() -> None:
    run_act.attempt(PLACE, None, confirm_clock)
