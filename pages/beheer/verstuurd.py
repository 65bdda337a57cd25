"""The invitations that were sent or handed out, what came of each, and what can still be done about it."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from db.actions.uitnodigen import hand_out_uitnodigingen, retry_uitnodigingen
from db.engine import read_session
from db.queries.mailings import FILE
from db.queries.uitnodigingen import regels, rondes, waiting
from landkaart import settings
from landkaart.domein.herinnering import BerichtStatus
from landkaart.domein.toegangslink import UITNODIGING_DUUR
from landkaart.domein.uitnodiging import Uitnodigingsregel, Uitnodigingsronde
from landkaart.post.mailserver import Mailserver
from landkaart.post.sending import Step
from landkaart.post.uitnodigen import send_uitnodigingen
from landkaart.rapport import dutch
from pages.shared import run_act
from pages.shared.lists import one_from_list
from pages.shared.sending_now import Verzending, begin
from pages.shared.show_table import show_table
from pages.shared.visit import blad, visit

PLACE = "uitgenodigd"
UNCERTAIN = (
    "Bij **misschien aangekomen** brak de verbinding af terwijl de e-mail werd verstuurd. Nodig zo iemand opnieuw uit als "
    "hij niets krijgt: de eerste link blijft dan ook werken."
)


def how_many_wait(number: int) -> int:
    with read_session() as session:
        return waiting(session=session, ronde_id=number)


def send(number: int, server: Mailserver, step: Step) -> None:
    send_uitnodigingen(number, server, by=visit().gebruiker, step=step)


def came_of(number: int) -> str:
    with read_session() as session:
        [sent] = [each for each in rondes(session=session) if each.id == number]
    return f"Klaar. {result(sent)}"


VERZENDING = Verzending("uit-te-nodigen", "De uitnodigingen", "persoon", how_many_wait, send, came_of)


def show_rondes(smtp: settings.Smtp | None) -> None:
    """Show one of them at a time, with what came of it."""
    with read_session() as session:
        sent = rondes(session=session)
    if not sent:
        return
    st.header("Wat er verstuurd is")
    known = {each.id: each for each in sent}
    if st.session_state.get(f"{PLACE}-nieuwste") != sent[0].id:
        # Whoever just invited somebody wants to see what came of that.
        st.session_state[f"{PLACE}-nieuwste"] = st.session_state[PLACE] = sent[0].id
    chosen = known[one_from_list("Uitnodigingen", {each.id: title(each) for each in sent}, PLACE, sent[0].id)]
    blad().keuzes["Uitnodigingen"] = title(chosen)
    st.markdown(result(chosen))
    show_acts(chosen, smtp)
    show_files(chosen)
    with st.expander("Per persoon", on_change="rerun", key=f"per-persoon-{chosen.id}") as opened:
        if opened.open:
            show_lines(chosen)


def title(ronde: Uitnodigingsronde) -> str:
    if ronde.een_voor_een:
        return f"{dutch.day(ronde.gemaakt_op)}: {dutch.count(ronde.n)} een voor een, door {ronde.door}"
    how = "als bestand" if ronde.als_bestand else "per e-mail"
    return f"{dutch.day_and_hour(ronde.gemaakt_op)} uur: {dutch.count(ronde.n)} {how}, door {ronde.door}"


def result(ronde: Uitnodigingsronde) -> str:
    """Say how many invitations are in each of the statuses; together they are all."""
    # Whoever takes letters along hands them out himself, or does not: nothing is known of that here.
    labels = {BerichtStatus.VERZONDEN: FILE} if ronde.als_bestand else {}
    counts = ", ".join(
        f"**{dutch.count(number)}** {labels.get(status, status.label)}" for status, number in ronde.aantallen.items()
    )
    said = f"{dutch.counted(ronde.n, 'uitnodiging', 'uitnodigingen')}: {counts}."
    return f"{said}  \n{UNCERTAIN}" if ronde.count(BerichtStatus.ONZEKER) else said


def show_acts(ronde: Uitnodigingsronde, smtp: settings.Smtp | None) -> None:
    run_act.show_failure(PLACE)
    waits, failed = ronde.count(BerichtStatus.WACHT, BerichtStatus.BEZIG), ronde.count(BerichtStatus.MISLUKT)
    if not waits and not failed:
        return
    with st.container(horizontal=True):
        if waits and smtp:
            key, icon = f"uitnodigen-verder-{ronde.id}", ":material/send:"
            st.button("Verder versturen", key=key, icon=icon, on_click=begin, args=(VERZENDING, ronde.id))
        if failed and smtp:
            label = f"De {dutch.count(failed)} mislukte opnieuw proberen"
            key, icon = f"uitnodigen-opnieuw-{ronde.id}", ":material/refresh:"
            st.button(label, key=key, icon=icon, on_click=again, args=(ronde.id,))
        label = f"De {dutch.count(waits + failed)} die niet weg zijn als brief of bestand"
        key = f"uitnodigen-mee-{ronde.id}"
        st.button(label, key=key, icon=":material/print:", on_click=take_along, args=(ronde.id,))


def again(number: int) -> None:
    if run_act.attempt(PLACE, number, retry_uitnodigingen, ronde_id=number) is not None:
        begin(VERZENDING, number)


def take_along(number: int) -> None:
    run_act.attempt(PLACE, number, hand_out_uitnodigingen, ronde_id=number)


def show_files(ronde: Uitnodigingsronde) -> None:
    """Show where what was handed out can be had, as long as its links work."""
    if not has_files(ronde):
        return
    folder = f"/download/uitnodigingen-{ronde.id}"
    st.markdown(
        f"**[Brieven om af te drukken, één per persoon]({folder}.html)** of "
        f"[e-mails als concepten (zip met .eml)]({folder}.zip). Wie intussen een wachtwoord koos, staat er niet meer in; "
        f"de links zijn {UITNODIGING_DUUR} geldig."
    )


def has_files(ronde: Uitnodigingsronde) -> bool:
    return ronde.als_bestand or any(each.melding == FILE for each in lines_of(ronde))


def lines_of(ronde: Uitnodigingsronde) -> Sequence[Uitnodigingsregel]:
    with read_session() as session:
        return regels(session=session, ronde_id=ronde.id)


def show_lines(ronde: Uitnodigingsronde) -> None:
    found = lines_of(ronde)
    rows = {
        "Naam": [each.naam for each in found],
        "E-mailadres": [each.adres for each in found],
        "Uitkomst": [each.status.label for each in found],
        "Reden": [each.melding or dutch.DASH for each in found],
        "Wanneer": [dutch.day_and_hour(each.gewijzigd_op) for each in found],
    }
    alt = "Wat er van elke uitnodiging kwam"
    show_table(pd.DataFrame(rows, dtype="str"), key=f"uitnodigingen-{ronde.id}", alt=alt, height="auto")
