"""What a werkplein has submitted, on its form: the confirmation, the way to sign it, and every version that there was."""

import pandas as pd
import streamlit as st

from db.engine import read_session
from db.queries.invullingen import akkoorden, indieningen, submitted_tertalen
from landkaart.domein.catalogus import catalogus
from landkaart.domein.invulling import Indiening, score
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import dutch
from pages.invullen import saving
from pages.invullen.form_state import FormState
from pages.shared.indieningen import signed_text, submitted_text
from pages.shared.markdown import band_label, escaped
from pages.shared.notices import show_reconstruction


def show_submitted(paper: FormState) -> None:
    """Say whether it counts already, and whether it still is what is on the screen."""
    if paper.submitted is None:
        return
    said = f"Versie {paper.submitted.versie} is ingediend op {submitted_text(paper.submitted)} en telt mee"
    said += f": score {percent_of(paper.submitted)}."
    if paper.is_changed:
        st.warning(f"{said} Daarna is er iets gewijzigd. Dien opnieuw in om ook dat mee te laten tellen.")
    else:
        st.success(f"{said} Wijzigen kan tot de sluiting; dien na een wijziging opnieuw in.")
    show_akkoord(paper)


def show_final(paper: FormState) -> None:
    """Say the same when nothing can be changed any more."""
    if paper.submitted is None:
        stood = f" Het werkplein staat nog waar het in {paper.before_tertaal} stond." if paper.before else ""
        st.markdown(f"In {paper.tertaal} is niets ingediend.{stood}")
        return
    when, reached = submitted_text(paper.submitted), percent_of(paper.submitted)
    said = f"Versie {paper.submitted.versie} is ingediend op {when}: score {reached}."
    if paper.is_changed:
        said += " Wat daarna is gewijzigd, is niet ingediend en telt niet mee."
    st.markdown(f"{said}  \n{signed_text(paper.submitted, paper.akkoorden)}")


def show_akkoord(paper: FormState) -> None:
    """Show who stands behind the version that counts, and the way to join them."""
    st.markdown(signed_text(paper.submitted, paper.akkoorden))
    if any(akkoord.account_id == paper.by.account_id for akkoord in paper.akkoorden):
        name = saving.key("akkoord-terug", paper, str(paper.submitted.versie))
        st.button("Mijn akkoord intrekken", key=name, type="tertiary", on_click=saving.unsign, args=(paper,))
    else:
        st.button(
            f"Akkoord geven op versie {paper.submitted.versie}",
            key=saving.key("akkoord", paper, str(paper.submitted.versie)),
            icon=":material/signature:",
            help="UWV en gemeente geven ieder zelf akkoord. Een nieuwe versie vraagt opnieuw om akkoord.",
            on_click=saving.sign,
            args=(paper,),
        )
    saving.show_failure(paper, "akkoord")


def show_versions(werkplein: str) -> None:
    """Show any version of any tertaal, when it is asked for; nothing that was submitted disappears."""
    with st.expander("Ingediende versies", on_change="rerun", key=f"versies-{werkplein}") as opened:
        if opened.open:
            show_chosen_version(werkplein)


def show_chosen_version(werkplein: str) -> None:
    with read_session() as session:
        tertalen = submitted_tertalen(session=session, werkplein=werkplein)
        if not tertalen:
            st.info("Dit werkplein heeft nog niets ingediend.")
            return
        tertaal = Tertaal.parse(st.selectbox("Tertaal", list(map(str, tertalen)), key=f"versies-tertaal-{werkplein}"))
        versions = indieningen(session=session, werkplein=werkplein, tertaal=tertaal)
        signed = akkoorden(session=session, werkplein=werkplein, tertaal=tertaal)
    chosen = st.selectbox("Versie", versions, format_func=label, key=f"versie-{werkplein}-{tertaal}")
    show_reconstruction(chosen.reconstructie)
    st.markdown(signed_text(chosen, signed.get(chosen.versie, ())))
    st.table(as_table(chosen), hide_index=True, border="horizontal", alt=f"Ingediende versie {chosen.versie} van {tertaal}")


def label(indiening: Indiening) -> str:
    return f"Versie {indiening.versie}, {submitted_text(indiening)}, door {indiening.door}, score {percent_of(indiening)}"


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
