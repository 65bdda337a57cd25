"""What a werkplein has submitted: every version that there was, read back, and who signed it."""

import pandas as pd
import streamlit as st

from db.engine import read_session
from db.queries.invullingen import akkoorden, indieningen, submitted_tertalen
from landkaart.domein.catalogus import catalogus
from landkaart.domein.invulling import Indiening, score
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import TERTAAL_KOP, WERKPLEIN
from landkaart.rapport import dutch
from pages.shared.indieningen import signed_text, submitted_text
from pages.shared.lists import one_from_list
from pages.shared.markdown import band_label, escaped
from pages.shared.notices import show_reconstruction
from pages.shared.visit import blad


def show_versions(werkplein: str) -> None:
    """Show any version of any tertaal, when it is asked for; nothing that was submitted disappears."""
    with st.expander("Ingediende versies", on_change="rerun", key=f"versies-{werkplein}") as opened:
        if opened.open:
            show_chosen_version(werkplein)


def show_chosen_version(werkplein: str) -> None:
    with read_session() as session:
        tertalen = submitted_tertalen(session=session, werkplein=werkplein)
        if not tertalen:
            st.info(f"Dit {WERKPLEIN} heeft nog niets ingediend.")
            return
        options = {str(tertaal): str(tertaal) for tertaal in tertalen}
        asked = one_from_list(TERTAAL_KOP, options, f"versies-tertaal-{werkplein}", next(iter(options)))
        tertaal = Tertaal.parse(asked)
        versions = indieningen(session=session, werkplein=werkplein, tertaal=tertaal)
        signed = akkoorden(session=session, werkplein=werkplein, tertaal=tertaal)
    known = {each.versie: each for each in versions}
    labels = {number: label(each) for number, each in known.items()}
    chosen = known[one_from_list("Versie", labels, f"versie-{werkplein}-{tertaal}", versions[0].versie)]
    blad().keuzes["Ingediend"] = f"{tertaal}, {labels[chosen.versie]}"
    show_reconstruction(chosen.reconstructie)
    st.markdown(signed_text(chosen, signed.get(chosen.versie, ())))
    st.table(as_table(chosen), hide_index=True, border="horizontal", alt=f"Ingediende versie {chosen.versie} van {tertaal}")


def label(indiening: Indiening) -> str:
    return f"Versie {indiening.versie}, {submitted_text(indiening)}, door {indiening.by_whom}, score {percent_of(indiening)}"


def percent_of(indiening: Indiening) -> str:
    return dutch.percent(score(indiening.banden))


def as_table(indiening: Indiening) -> pd.DataFrame:
    rows = [
        {
            "Mijlpaal": escaped(catalogus()[code].titel),
            "Band": band_label(band),
            "Wijze": indiening.wijzen[code].value,
            "Toelichting": escaped(indiening.toelichtingen.get(code, "")) or dutch.DASH,
        }
        for code, band in indiening.banden.items()
    ]
    return pd.DataFrame(rows)
