"""Having the report made, with how far it is; and the files once they are there."""

import streamlit as st

from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN
from landkaart.rapport.rapportage.making import RapportSoort
from landkaart.rapport.werkpleinblad.making import BladenSoort
from landkaart.web.rapportage.bladen import ask_bladen
from landkaart.web.rapportage.jobs import JOBS, RapportWerk, mark_of
from landkaart.web.serving.turns import TeDruk, TeVeel
from pages.rapportage.prepared import LEVEND, gegevens, read_gegevens
from pages.shared.downloads import address
from pages.shared.visit import running_alone, visit

# In the state of the session: the mark of what was asked last, by tertaal and figures.
ASKED, REFUSED = "rapport-gevraagd", "rapport-geweigerd"
# In seconds: how often it is looked at how far it is.
LOOK = 0.7
TOO_MUCH = "Er worden al rapporten voor u gemaakt. Wacht tot die er zijn en probeer het dan opnieuw."
BUSY = "Het is druk: er wachten al veel rapporten. Probeer het over een minuut opnieuw."
WHICH_BLADEN = f"Een PDF van twee bladzijden per {WERKPLEIN}, met dezelfde cijfers als de pagina {WERKPLEIN_KOP}."
# What stands in the place of the figures for the sheets, which are always those of the page Werkplein.
BLADEN = "bladen"


def show_maken(tertaal: Tertaal, bron: str) -> None:
    """Show the buttons and, of what was asked last, how far it is or its files."""
    row = st.container(horizontal=True)
    icon, args = ":material/description:", (tertaal, bron)
    row.button("Rapport maken", key="rapport-maken", icon=icon, type="primary", on_click=ask, args=args)
    all_of_them, args = f"Bladen van alle {WERKPLEINEN} maken", (tertaal, BLADEN)
    row.button(all_of_them, key="bladen-maken", icon=icon, help=WHICH_BLADEN, on_click=ask, args=args)
    if refused := st.session_state.pop(REFUSED, None):
        st.error(refused)
    for which in (bron, BLADEN):
        merk = st.session_state.get(ASKED, {}).get((tertaal, which))
        job = JOBS.find(merk) if merk else None
        if job and job.is_busy:
            show_progress(job.merk, "De bladen worden" if which == BLADEN else "Het rapport wordt")
        elif job:
            show_made(tertaal, which, job)


def show_made(tertaal: Tertaal, bron: str, job: RapportWerk) -> None:
    """Show what came of it."""
    if job.fout:
        st.error(job.fout)
    elif bron == BLADEN:
        show_bladen(tertaal, job)
    else:
        show_outcome(tertaal, bron, job)


def show_bladen(tertaal: Tertaal, job: RapportWerk) -> None:
    """Show the zip of the sheets."""
    file = address(f"/download/{tertaal}/werkpleinbladen.zip", {"merk": job.merk})
    st.success(f"De bladen zijn klaar: [{BladenSoort.ZIP.label}]({file})", icon=":material/download_done:")


def ask(tertaal: Tertaal, bron: str) -> None:
    """Have it made of what is known at this moment; callback."""
    who = visit()
    try:
        if bron == BLADEN:
            job = ask_bladen(who.visitor.account_id, who.gebruiker, tertaal)
        else:
            job = JOBS.ask(who.visitor.account_id, read_gegevens(tertaal, bron))
    except (TeVeel, TeDruk) as error:
        st.session_state[REFUSED] = TOO_MUCH if isinstance(error, TeVeel) else BUSY
        return
    st.session_state.setdefault(ASKED, {})[(tertaal, bron)] = job.merk


@running_alone(every=LOOK)
def show_progress(merk: str, what: str) -> None:
    """Show how far it is, until it is there: then the page runs once more. `what`: begins the sentence."""
    job = JOBS.find(merk)
    if job is None or not job.is_busy:
        st.rerun()
    st.progress(job.klaar / job.van, text=f"{what} gemaakt: {begun_small(job.wat)}. U kunt hier gewoon verder werken.")


def begun_small(said: str) -> str:
    return said[:1].lower() + said[1:]


def show_outcome(tertaal: Tertaal, bron: str, job: RapportWerk) -> None:
    """Show the files."""
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
