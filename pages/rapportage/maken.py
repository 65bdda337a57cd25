"""Having the report made, with how far it is; and the files once they are there."""

import streamlit as st

from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.rapportage.making import RapportSoort
from landkaart.web.rapportage.jobs import JOBS, RapportWerk, mark_of
from landkaart.web.serving.turns import TeDruk, TeVeel
from pages.rapportage.prepared import LEVEND, gegevens, read_gegevens
from pages.shared.downloads import address
from pages.shared.visit import visit

# In the state of the session: the mark of what was asked last, by tertaal and figures.
ASKED, REFUSED = "rapport-gevraagd", "rapport-geweigerd"
# In seconds: how often it is looked at how far it is.
LOOK = 0.7
TOO_MUCH = "Er worden al rapporten voor u gemaakt. Wacht tot die er zijn en probeer het dan opnieuw."
BUSY = "Het is druk: er wachten al veel rapporten. Probeer het over een minuut opnieuw."


def show_maken(tertaal: Tertaal, bron: str) -> None:
    """Show the button and, of what was asked last, how far it is or its files."""
    st.button(
        "Rapport maken",
        key="rapport-maken",
        icon=":material/description:",
        type="primary",
        on_click=ask,
        args=(tertaal, bron),
    )
    if refused := st.session_state.pop(REFUSED, None):
        st.error(refused)
    merk = st.session_state.get(ASKED, {}).get((tertaal, bron))
    job = JOBS.find(merk) if merk else None
    if job is None:
        return
    if job.is_busy:
        show_progress(job.merk)
    else:
        show_outcome(tertaal, bron, job)


def ask(tertaal: Tertaal, bron: str) -> None:
    """Have it made of what is known at this moment; callback."""
    try:
        job = JOBS.ask(visit().visitor.account_id, read_gegevens(tertaal, bron))
    except (TeVeel, TeDruk) as error:
        st.session_state[REFUSED] = TOO_MUCH if isinstance(error, TeVeel) else BUSY
        return
    st.session_state.setdefault(ASKED, {})[(tertaal, bron)] = job.merk


@st.fragment(run_every=LOOK)
def show_progress(merk: str) -> None:
    """Show how far it is, until it is there: then the page runs once more."""
    job = JOBS.find(merk)
    if job is None or not job.is_busy:
        st.rerun()
    st.progress(job.klaar / job.van, text=f"Het rapport wordt gemaakt: {job.wat.lower()}. U kunt hier gewoon verder werken.")


def show_outcome(tertaal: Tertaal, bron: str, job: RapportWerk) -> None:
    """Show the files, or why there are none."""
    if job.fout:
        st.error(job.fout)
        return
    which = {"levend": "ja"} if bron == LEVEND else {"editie": bron}
    archief = "" if bron == LEVEND else f" · [Archief (.zip)]({address(f'/download/{tertaal}/archief.zip', which)})"
    links = [
        f"[{soort.label}]({address(f'/download/{tertaal}/rapport.{soort.value}', which | {'merk': job.merk})})"
        for soort in RapportSoort
    ]
    st.success(f"Het rapport is klaar: {' · '.join(links)}{archief}", icon=":material/download_done:")
    st.caption("In Word: klik met rechts op de inhoudsopgave en kies Veld bijwerken voor de paginanummers.")
    if archief:
        st.caption(
            "Archief, om te bewaren: het rapport als PDF, alle tabellen als CSV met hun beschrijving, en controlegetallen."
        )
    if bron != LEVEND and mark_of(gegevens(tertaal, bron)) != job.merk:
        st.info("Sinds het rapport is gemaakt, is er iets gewijzigd. Maak het opnieuw om dat erin te hebben.")
