"""What a werkplein has submitted: the confirmation, read back, who signed, and every version that there was."""

from collections.abc import Sequence
from datetime import datetime

import pandas as pd
import streamlit as st

from db.engine import read_session
from db.queries.invullingen import akkoorden, indieningen, submitted_tertalen
from landkaart.domein.catalogus import catalogus
from landkaart.domein.invulling import Akkoord, Indiening, score
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import dutch
from pages.invullen import saving
from pages.invullen.form_state import FormState
from pages.shared.markdown import band_label, escaped
from pages.shared.notices import show_reconstruction


def show_submitted(paper: FormState) -> None:
    """Whether it counts already, and whether it still is what is on the screen."""
    if paper.submitted is None:
        return
    said = f"Versie {paper.submitted.versie} is ingediend op {moment_of(paper.submitted)} en telt mee"
    said += f": score {percent_of(paper.submitted)}."
    if paper.is_changed:
        st.warning(f"{said} Daarna is er iets gewijzigd. Dien opnieuw in om ook dat mee te laten tellen.")
    else:
        st.success(f"{said} Wijzigen kan tot de sluiting; dien na een wijziging opnieuw in.")
    show_akkoord(paper)


def show_final(paper: FormState) -> None:
    """The same when nothing can be changed any more."""
    if paper.submitted is None:
        stood = f" Het werkplein staat nog waar het in {paper.before_tertaal} stond." if paper.before else ""
        st.markdown(f"In {paper.tertaal} is niets ingediend.{stood}")
        return
    said = (
        f"Versie {paper.submitted.versie} is ingediend op {moment_of(paper.submitted)}: score {percent_of(paper.submitted)}."
    )
    if paper.is_changed:
        said += " Wat daarna is gewijzigd, is niet ingediend en telt niet mee."
    st.markdown(f"{said}  \n{signed_text(paper.submitted, paper.akkoorden)}")


def show_akkoord(paper: FormState) -> None:
    """Who stands behind the version that counts, and the way to join them."""
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


def signed_text(indiening: Indiening, signed: Sequence[Akkoord]) -> str:
    if not signed:
        return f"Op versie {indiening.versie} heeft nog niemand akkoord gegeven."
    return "  \n".join([f"Akkoord met versie {indiening.versie}:", *map(signature, signed)])


def signature(akkoord: Akkoord) -> str:
    organisatie = f" ({escaped(akkoord.organisatie)})" if akkoord.organisatie else ""
    return f":material/check: {escaped(akkoord.naam)}{organisatie}, {moment_text(akkoord.gegeven_op)}"


def show_versions(werkplein: str) -> None:
    """Any tertaal, any version; nothing that was submitted disappears."""
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
    return f"Versie {indiening.versie}, {moment_of(indiening)}, door {indiening.door}, score {percent_of(indiening)}"


def moment_of(indiening: Indiening) -> str:
    return moment_text(indiening.ingediend_op)


def moment_text(moment: datetime) -> str:
    return f"{dutch.day(moment)} om {dutch.hour(moment)}"


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
