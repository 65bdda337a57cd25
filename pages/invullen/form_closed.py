"""The form when there is nothing to fill in: why, whom to ask, and calmly what stands there."""

from datetime import datetime

import streamlit as st

from landkaart.domein.catalogus import Mijlpaal, catalogus
from landkaart.domein.rondes import Rondes
from landkaart.domein.uitvraag import Uitvraag
from landkaart.domein.vraag import Vraag
from landkaart.rapport import dutch
from pages.invullen.form import WIJZEN
from pages.invullen.form_state import FormState, when
from pages.invullen.ingediend import show_final
from pages.shared.markdown import band_label, escaped


def show_why(rondes: Rondes, uitvraag: Uitvraag, now: datetime) -> None:
    """Nobody is left with a form that does nothing."""
    st.info(f"Er loopt nu geen uitvraag: er kan niets worden ingevuld of gewijzigd. {why(rondes, uitvraag, now)}")


def why(rondes: Rondes, uitvraag: Uitvraag, now: datetime) -> str:
    """Which closed or is to open, when the next one opens, and whom to ask."""
    said = []
    if uitvraag.opent <= now:
        said.append(f"De uitvraag van {uitvraag.tertaal} sloot op {dutch.closing(uitvraag.sluit)}.")
        if tot := rondes.uitgesteld.get(uitvraag.tertaal):
            said.append(f"Uw uitstel liep tot {dutch.closing(tot)}.")
    if rondes.volgende:
        said.append(f"De uitvraag van {rondes.volgende.tertaal} opent op {dutch.opening(rondes.volgende.opent)}.")
    return " ".join([*said, whom(uitvraag)])


def whom(uitvraag: Uitvraag) -> str:
    return f"Vragen? U kunt terecht bij {escaped(uitvraag.vragen_aan) if uitvraag.vragen_aan else 'het AKO'}."


def show_closed(paper: FormState, uitvraag: Uitvraag, now: datetime) -> None:
    """A box for each fase, one element each; no widgets."""
    if uitvraag.opent <= now:
        show_final(paper)
    for fase in catalogus().fasen:
        with st.container(border=True):
            lines = [of_mijlpaal(paper, mijlpaal) for mijlpaal in fase.mijlpalen]
            st.markdown("\n\n".join([f"### {fase.naam}", *lines]))
    if paper.vragen:
        with st.container(border=True):
            st.markdown("\n\n".join(["### Vragen bij deze uitvraag", *(of_vraag(paper, vraag) for vraag in paper.vragen)]))


def of_mijlpaal(paper: FormState, mijlpaal: Mijlpaal) -> str:
    antwoord, before = paper.now.antwoorden.get(mijlpaal.code), paper.band_before(mijlpaal.code)
    if antwoord:
        how = f"{WIJZEN[antwoord.wijze]}, {when(paper, antwoord.opgeslagen_op)}"
        said = f"{band_label(antwoord.band)} :small[({how})]"
    else:
        stood = "" if before is None else f"; vorige keer ({paper.before_tertaal}): {band_label(before)}"
        said = f"Niet beoordeeld{stood}"
    return with_text(f"**{mijlpaal.titel}**  \n{said}", paper.now.toelichtingen.get(mijlpaal.code))


def of_vraag(paper: FormState, vraag: Vraag) -> str:
    said = paper.beantwoord.get(vraag.code)
    answer = said.antwoord.label if said else "Niet beantwoord"
    return with_text(f"**{escaped(vraag.tekst)}**  \n{answer}", said and said.toelichting)


def with_text(said: str, toelichting: str | None) -> str:
    return f"{said}  \n“{escaped(toelichting)}”" if toelichting else said
