"""Who is reminded and in which words, up to the button that sends."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pandas as pd
import streamlit as st

from db.actions.mailings import hand_out, start_mailing
from db.queries.mailings import members
from landkaart import settings
from landkaart.domein.credentials import new_token
from landkaart.domein.herinnering import (
    LONGEST_SUBJECT,
    LONGEST_TEXT,
    Brief,
    HerinnerGroep,
    Herinnering,
    Mailing,
    Ontvanger,
    PostSoort,
    per_adres,
    standard_texts,
)
from landkaart.domein.respons import Reactie, Respons
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.post.message import body, subject
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN, WERKPLEINEN_KOP
from landkaart.rapport import dutch
from landkaart.screens import Screen
from landkaart.web.own_address import own_address
from pages.contents import file_of
from pages.herinneren.verzonden import VERZENDING
from pages.shared import run_act, sending_now
from pages.shared.cache import anything_changes, kept
from pages.shared.choices import Choice
from pages.shared.markdown import escaped
from pages.shared.respons import respons
from pages.shared.show_table import show_table

PLACES = "Wordt per e-mail ingevuld: {werkplein}, {tertaal}, {sluit} (tot wanneer het kan) en {link} (naar het formulier)."


@kept(until=anything_changes, most=10)
def groepen(tertaal: Tertaal, since: datetime) -> dict[HerinnerGroep, list[Reactie]]:
    """Return who would be reminded, as from a moment of `Respons.since`."""
    found = respons(tertaal)
    return {groep: members(found, groep, since) for groep in HerinnerGroep}


@kept(until=anything_changes, most=30)
def adressen(tertaal: Tertaal, since: datetime, groep: HerinnerGroep) -> tuple[list[Ontvanger], list[Reactie]]:
    """Return the same by address; and the werkpleinen without one."""
    return per_adres(groepen(tertaal, since)[groep])


def ask_groep(numbers: Mapping[HerinnerGroep, int]) -> HerinnerGroep:
    """Return whom to remind; kept in the address. `numbers`: how many werkpleinen are in each group."""
    options = {groep.value: f"{groep.label} ({dutch.count(number)})" for groep, number in numbers.items()}
    return HerinnerGroep(Choice("Wie wilt u herinneren?", "groep", options, "groep").from_list(width=420))


def place_of(tertaal: Tertaal, groep: HerinnerGroep) -> str:
    return f"herinneren-{tertaal}-{groep.value}"


def show_why_fewer(found: Respons, groep: HerinnerGroep, reminded: int) -> None:
    """Say why Respons counts more werkpleinen in this group than are reminded; nothing when they are as many."""
    counted = groep.counted_in(found)
    if counted != reminded:
        left = counted - reminded
        st.caption(
            f"Op Respons staan er {dutch.count(counted)} in deze groep. Daarvan {dutch.verb(left, 'krijgt', 'krijgen')} er "
            f"{dutch.count(left)} geen herinnering: al ingediend, "
            "vrijgesteld, of nu niet aan de beurt omdat de uitvraag voor hen gesloten is."
        )


def show_unreachable(reacties: Sequence[Reactie]) -> None:
    """Show who has no address, with what to do about it."""
    if not reacties:
        return
    number = dutch.counted(len(reacties), f"{WERKPLEIN} heeft", f"{WERKPLEINEN} hebben")
    with st.expander(
        f"{number} geen e-mailadres", icon=":material/contact_mail:", on_change="rerun", key="zonder"
    ) as opened:
        if opened.open:
            st.markdown(f"Leg bij Respons een contact vast, of vraag de beheerder om een account voor het {WERKPLEIN}.")
            st.page_link(file_of(Screen.RESPONS), label="Naar Respons", icon=":material/how_to_reg:")
            rows = {WERKPLEIN_KOP: [each.naam for each in reacties], "Provincie": [each.provincie for each in reacties]}
            show_table(pd.DataFrame(rows), key="zonder_adres", alt=f"{WERKPLEINEN_KOP} zonder e-mailadres", height="auto")


def show_people(people: Sequence[Ontvanger]) -> None:
    """Show who gets a mail, when it is asked for."""
    with st.expander("Wie krijgen er een e-mail?", icon=":material/group:", on_change="rerun", key="ontvangers") as opened:
        if opened.open:
            rows = {
                "E-mailadres": [each.adres for each in people],
                "Naam": [each.naam or dutch.DASH for each in people],
                "Over": [", ".join(naam for _, naam in each.werkpleinen) for each in people],
            }
            show_table(pd.DataFrame(rows), key="wie_krijgt", alt="Wie een e-mail krijgt", height="auto")


def show_letter(
    tertaal: Tertaal, groep: HerinnerGroep, people: Sequence[Ontvanger], uitvraag: Uitvraag, smtp: settings.Smtp | None
) -> None:
    """Show the words, to change, and how the first mail would read."""
    place, (onderwerp, tekst) = place_of(tertaal, groep), standard_texts()[groep]
    key = run_act.key(place, "onderwerp")
    onderwerp = st.text_input("Onderwerp", onderwerp, key=key, max_chars=LONGEST_SUBJECT)
    key = run_act.key(place, "tekst")
    tekst = st.text_area("Tekst", tekst, key=key, max_chars=LONGEST_TEXT, height=330, help=PLACES)
    with st.expander("Zo luidt de eerste e-mail", icon=":material/mail:", on_change="rerun", key="voorbeeld") as opened:
        if opened.open:
            first = Brief(0, people[0], tertaal, uitvraag.sluit, onderwerp, tekst)
            sender = f"{smtp.afzender.naam} <{smtp.afzender.adres}>" if smtp else "uzelf"
            st.markdown(f"Aan: {escaped(people[0].adres)}  \nVan: {escaped(sender)}")
            st.markdown(f"**{escaped(subject(first, own_address()))}**")
            st.code(body(first, own_address()), language=None, wrap_lines=True)


def asked_soon(sent: Sequence[Mailing], groep: HerinnerGroep, now: datetime) -> Mailing | None:
    """Return the last time that this group was reminded, when that is less than a day ago."""
    return next((each for each in sent if each.is_recent(groep, now)), None)


def show_send(
    tertaal: Tertaal, groep: HerinnerGroep, number: int, before: Mailing | None, smtp: settings.Smtp | None
) -> None:
    """Show the button; whoever reminds a group again within a day is asked whether he means it."""
    place, sure = place_of(tertaal, groep), True
    if before is not None:
        st.warning(
            f"Deze groep kreeg op {dutch.day(before.gemaakt_op)} om {dutch.hour(before.gemaakt_op)} uur al "
            f"{what_it_was(before)}, aan {dutch.counted(before.reached, 'adres', 'adressen')}."
        )
        sure = st.checkbox("Toch nogmaals herinneren", key=run_act.key(place, "nogmaals"))
    mails = dutch.counted(number, "e-mail", "e-mails")
    if smtp is None:
        st.caption(
            "Er is geen mailserver ingesteld. U krijgt de e-mails als bestand mee om zelf te versturen; ze staan daarna als "
            "verzonden in de respons."
        )
    label = f"{mails} versturen" if smtp else f"{mails} als bestand maken"
    run_act.show_failure(place)
    if smtp is None and run_act.succeeded(place):
        st.success("De e-mails staan klaar onder ‘Wat er verstuurd is’: haal ze daar op en verstuur ze.")
    # The same button twice is the same act: the token belongs to the form as it was shown.
    token = st.session_state.setdefault(run_act.key(place, "sleutel"), new_token())
    args = (place, tertaal, groep, token, smtp is None)
    key = run_act.key(place, "knop")
    st.button(label, key=key, type="primary", icon=":material/send:", disabled=not sure, on_click=begin, args=args)


def what_it_was(mailing: Mailing) -> str:
    """Write which mail it was, and who sent it where that was not the clock."""
    planned = isinstance(mailing.groep, PostSoort)
    what = f"de {mailing.groep.label.lower()}" if planned else "een herinnering"
    return f"{what}, vanzelf verstuurd" if mailing.by_itself else f"{what} van {escaped(mailing.door)}"


def begin(place: str, tertaal: Tertaal, groep: HerinnerGroep, token: str, as_file: bool) -> None:
    """Make the mailing; what waits leaves in the run that follows, where there is a bar to show it."""
    typed = run_act.given(place, "onderwerp", "tekst", "nogmaals")
    herinnering = Herinnering(tertaal, groep, typed["onderwerp"] or "", typed["tekst"] or "")
    what = {"herinnering": herinnering, "sleutel": token, "nogmaals": bool(typed["nogmaals"])}
    number = run_act.attempt(place, None, start_mailing, **what)
    if number is None:
        return
    if as_file:
        run_act.attempt(place, number, hand_out, mailing_id=number)
    else:
        sending_now.begin(VERZENDING, number)
