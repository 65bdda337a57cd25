"""What was sent to whom, what came of it, and what can still be done about it."""

from collections import Counter
from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from db.actions.mailings import hand_out, retry
from db.engine import read_session
from db.queries.mailings import FILE, berichten
from landkaart import settings
from landkaart.domein.herinnering import BerichtStatus, Mailing
from landkaart.post.mailserver import Mailserver
from landkaart.post.sending import Step, send_mailing
from landkaart.rapport import dutch
from pages.shared import run_act
from pages.shared.lists import one_from_list
from pages.shared.sending_now import Verzending, begin
from pages.shared.show_table import show_table
from pages.shared.visit import blad, visit

PLACE = "verzonden"
UNCERTAIN = (
    "Bij **misschien aangekomen** brak de verbinding af terwijl de e-mail werd verstuurd. Die gaat niet vanzelf nog een "
    "keer: vraag het na, of stuur zelf een bericht."
)


def waiting(number: int) -> int:
    with read_session() as session:
        return sum(each.status is BerichtStatus.WACHT for each in berichten(session=session, mailing_id=number))


def send(number: int, server: Mailserver, step: Step) -> None:
    send_mailing(number, server, by=visit().gebruiker, step=step)


def came_of(number: int) -> str:
    """Say it in a line: "Klaar: 38 verzonden, 2 mislukt."."""
    with read_session() as session:
        counts = Counter(each.status for each in berichten(session=session, mailing_id=number))
    ordered = sorted(counts, key=lambda each: each.value)
    return f"Klaar: {', '.join(f'{dutch.count(counts[status])} {status.label}' for status in ordered)}."


VERZENDING = Verzending("te-versturen", "De e-mails", "adres", waiting, send, came_of)


def show_mailings(sent: Sequence[Mailing], smtp: settings.Smtp | None) -> None:
    """Show one of them at a time, with what came of it."""
    st.header("Wat er verstuurd is")
    if not sent:
        st.caption("Over deze uitvraag is nog geen herinnering verstuurd.")
        return
    known = {each.id: each for each in sent}
    if st.session_state.get(PLACE) not in known:
        st.session_state[PLACE] = sent[0].id
    titles = {number: title(each) for number, each in known.items()}
    chosen = known[one_from_list("Herinnering", titles, PLACE, sent[0].id)]
    blad().keuzes["Herinnering"] = titles[chosen.id]
    st.markdown(result(chosen))
    show_acts(chosen, smtp)
    if chosen.als_bestand:
        folder = f"/download/herinnering-{chosen.id}"
        st.markdown(
            f"Om zelf te versturen: [de e-mails als concepten (zip met .eml)]({folder}.zip) of "
            f"[een tabel voor afdruk samenvoegen (CSV)]({folder}.csv), of dezelfde [met de herkomst eronder]"
            f"({folder}.csv?herkomst=ja) om te bewaren. Wie intussen indiende, staat er niet meer in."
        )
    with st.expander("Per adres", on_change="rerun", key=f"per-adres-{chosen.id}") as opened:
        if opened.open:
            show_mails(chosen)


def title(mailing: Mailing) -> str:
    when = f"{dutch.day(mailing.gemaakt_op)}, {dutch.hour(mailing.gemaakt_op)} uur"
    how = "vanzelf" if mailing.by_itself else f"door {mailing.door}"
    return f"{when}: {mailing.groep.label.lower()}, {how}"


def result(mailing: Mailing) -> str:
    """Say how many mails are in each of the states; together they are all."""
    sent = Counter(mailing.aantallen)
    sent[BerichtStatus.VERZONDEN] -= mailing.meegegeven
    counts = [f"**{dutch.count(number)}** {status.label}" for status, number in sent.items() if number]
    # Whoever takes a file along sends it himself, or does not: nothing is known of that here.
    counts += [f"**{dutch.count(mailing.meegegeven)}** {FILE}"] if mailing.meegegeven else []
    said = f"{dutch.counted(mailing.n, 'e-mail', 'e-mails')}: {', '.join(counts)}."
    return f"{said}  \n{UNCERTAIN}" if mailing.count(BerichtStatus.ONZEKER) else said


def show_acts(mailing: Mailing, smtp: settings.Smtp | None) -> None:
    run_act.show_failure(PLACE)
    waiting, failed = mailing.count(BerichtStatus.WACHT), mailing.count(BerichtStatus.MISLUKT)
    with st.container(horizontal=True):
        if waiting or mailing.count(BerichtStatus.BEZIG):
            label = "Verder versturen" if smtp else "Als bestand meenemen"
            act = partial(begin, VERZENDING) if smtp else take_along
            st.button(label, key=f"verder-{mailing.id}", icon=":material/send:", on_click=act, args=(mailing.id,))
        if failed:
            mails = dutch.counted(failed, "mislukte", "mislukte")
            key, args = f"opnieuw-{mailing.id}", (mailing.id, smtp is not None)
            st.button(f"De {mails} opnieuw proberen", key=key, icon=":material/refresh:", on_click=again, args=args)


def take_along(number: int) -> None:
    run_act.attempt(PLACE, number, hand_out, mailing_id=number)


def again(number: int, by_mail: bool) -> None:
    if run_act.attempt(PLACE, number, retry, mailing_id=number) is not None and by_mail:
        begin(VERZENDING, number)


def show_mails(mailing: Mailing) -> None:
    with read_session() as session:
        found = berichten(session=session, mailing_id=mailing.id)
    rows = {
        "E-mailadres": [each.adres for each in found],
        "Over": [", ".join(each.werkpleinen) for each in found],
        "Uitkomst": [FILE if each.melding == FILE else each.status.label for each in found],
        "Reden": [dutch.DASH if each.melding in (None, FILE) else each.melding for each in found],
        "Wanneer": [f"{dutch.day(each.gewijzigd_op)}, {dutch.hour(each.gewijzigd_op)}" for each in found],
    }
    alt = "Wat er van elke e-mail kwam"
    show_table(pd.DataFrame(rows, dtype="str"), key=f"berichten-{mailing.id}", alt=alt, height="auto")
