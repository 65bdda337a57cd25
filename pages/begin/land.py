"""The last closed tertaal in five sentences, for everybody."""

import streamlit as st

from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import TERTAAL, WERKPLEINEN
from landkaart.rapport.begin import five_sentences
from landkaart.screens import Screen
from pages.contents import file_of
from pages.shared.cache import is_closed
from pages.shared.tertaalbeeld import tertaalbeeld, tertalen

FURTHER = {
    Screen.LANDELIJK: ("Alle cijfers", ":material/bar_chart:"),
    Screen.KAART: ("Op de kaart", ":material/map:"),
    Screen.ONTWIKKELING: ("Wie gingen vooruit of achteruit", ":material/trending_up:"),
}
NOTHING_YET = (
    f"Er is nog geen {TERTAAL} gesloten waarin {WERKPLEINEN} een stand hebben. Zodra dat zo is, staat hier hoe het land "
    "ervoor staat."
)


def last_closed() -> Tertaalbeeld | None:
    """Return the last tertaal that closed; None while none did, or nobody had a stand in it."""
    closed = [tertaal for tertaal in tertalen() if is_closed(tertaal)]
    beeld = tertaalbeeld(closed[-1]) if closed else None
    return beeld if beeld and beeld.stand.n else None


def show_land() -> None:
    """Show it, with the ways to more; a line while nothing closed yet."""
    beeld = last_closed()
    st.header("Het land")
    if beeld is None:
        st.markdown(NOTHING_YET)
        return
    st.markdown("\n".join(f"- {sentence}" for sentence in five_sentences(beeld)))
    with st.container(horizontal=True):
        for screen, (label, icon) in FURTHER.items():
            st.page_link(file_of(screen), label=label, icon=icon, query_params={"tertaal": str(beeld.tertaal)})
