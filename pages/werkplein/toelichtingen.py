"""What a werkplein said with its last indiening, and who stands behind it."""

import streamlit as st

from db.engine import read_session
from db.queries.invullingen import akkoorden, indieningen
from db.queries.momentopnamen import version_then
from landkaart.domein.catalogus import catalogus
from landkaart.domein.invulling import Indiening
from landkaart.domein.tertaal import Tertaal
from pages.shared.indieningen import signed_text, submitted_text
from pages.shared.markdown import band_label, escaped


def show_toelichtingen(werkplein: str, tertaal: Tertaal, van: Tertaal) -> None:
    """Show those of the indiening of `van` on which it stands in `tertaal`, behind an expander: read when it is opened."""
    with st.expander("Toelichtingen en akkoord", on_change="rerun", key=f"woorden-{werkplein}-{tertaal}") as opened:
        if not opened.open:
            return
        with read_session() as session:
            versions = indieningen(session=session, werkplein=werkplein, tertaal=van)
            versie = version_then(session=session, werkplein=werkplein, tertaal=tertaal)
            latest = next((each for each in versions if each.versie == versie), versions[0])
            signed = akkoorden(session=session, werkplein=werkplein, tertaal=van).get(latest.versie, ())
        st.markdown(
            f"Ingediend in {van}, versie {latest.versie}, op {submitted_text(latest)} door {escaped(latest.by_whom)}."
        )
        st.markdown(signed_text(latest, signed))
        st.markdown(toelichtingen_text(latest))


def toelichtingen_text(indiening: Indiening) -> str:
    """Return them as Markdown, in the order of the catalogus."""
    said = [
        f"**{escaped(mijlpaal.titel)}** ({band_label(indiening.banden[mijlpaal.code])})  \n"
        f"{escaped(indiening.toelichtingen[mijlpaal.code])}"
        for mijlpaal in catalogus().mijlpalen
        if mijlpaal.code in indiening.toelichtingen
    ]
    return "\n\n".join(said) or "Bij deze indiening staan geen toelichtingen."
