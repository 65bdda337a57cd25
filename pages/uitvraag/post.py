"""What the uitvraag sends by itself: how it stands, and the form in which each mail is read and changed."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from db.actions import geplande_post as acts
from landkaart import settings
from landkaart.domein.clock import on_clock
from landkaart.domein.geplande_post import PostBeeld, PostInhoud, PostStand
from landkaart.domein.herinnering import LONGEST_SUBJECT, LONGEST_TEXT, PostSoort
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.rapport.geplande_post import TO_WHOM, as_table, standing
from landkaart.screens import Screen
from pages.contents import file_of
from pages.shared import run_act
from pages.shared.lists import one_of_a_few
from pages.shared.markdown import escaped
from pages.shared.show_table import show_table
from pages.uitvraag.moments import ask_moment
from pages.uitvraag.voorbeeld import show_voorbeeld

PLACES = "Wordt per e-mail ingevuld: {werkplein}, {tertaal}, {sluit} (tot wanneer het kan) en {link} (naar het formulier)."
WITHOUT_SERVER = (
    "Er is geen mailserver ingesteld (SMTP_URL): er gaat niets vanzelf weg. Vraag wie de server beheert hem in te stellen. "
    "Tot die tijd haalt u bij Herinneren e-mails als bestand op."
)
INVITES = (
    "Wie nog geen wachtwoord heeft, krijgt in dezelfde e-mail een persoonlijke link om er een te kiezen. Adressen waar geen "
    "post aankomt, worden overgeslagen."
)


def show_post(uitvraag: Uitvraag, beelden: Sequence[PostBeeld], now: datetime) -> None:
    """Show all of them, and one of them to read and to change."""
    if settings.smtp() is None:
        st.warning(WITHOUT_SERVER)
    show_table(as_table(beelden), key="post_tabel", alt="Wat deze uitvraag vanzelf verstuurt", height="auto")
    st.caption(INVITES)
    titles = {each.post.soort: each.post.soort.label for each in beelden}
    first = PostSoort.OPENING
    chosen = one_of_a_few("Welke e-mail wilt u lezen of wijzigen?", titles, "post_soort", first, required=True) or first
    beeld = next(each for each in beelden if each.post.soort is chosen)
    if beeld.stand is PostStand.WEG:
        show_what_left(uitvraag, beeld)
    else:
        show_form(uitvraag, beeld, now)


def show_what_left(uitvraag: Uitvraag, beeld: PostBeeld) -> None:
    """Show what it said and what came of it."""
    st.markdown(f"**{standing(beeld)}** Per adres staat het bij Herinneren; wat mislukte, probeert u daar opnieuw.")
    st.page_link(file_of(Screen.HERINNEREN), label="Naar Herinneren", icon=":material/mail:")
    show_voorbeeld(uitvraag, beeld.post)


def show_form(uitvraag: Uitvraag, beeld: PostBeeld, now: datetime) -> None:
    """Show the form of one that may still change, and how a werkplein reads it."""
    post, place = beeld.post, place_of(uitvraag.tertaal, beeld.post.soort)
    st.markdown(f"Gaat naar: {TO_WHOM[post.soort]}. **{escaped(standing(beeld))}**")
    on = st.toggle("Gaat vanzelf weg", post.aan, key=run_act.key(place, "aan"))
    moment = post.moment(uitvraag)
    if moment is not None:
        ask_moment("Dag en uur", on_clock(moment), run_act.key(place, "moment"), FOLLOWS)
    onderwerp = st.text_input("Onderwerp", post.onderwerp, key=run_act.key(place, "onderwerp"), max_chars=LONGEST_SUBJECT)
    key = run_act.key(place, "tekst")
    tekst = st.text_area("Tekst", post.tekst, key=key, max_chars=LONGEST_TEXT, height=330, help=PLACES)
    run_act.show_outcome(place, escaped(standing(beeld)))
    args = (place, uitvraag.tertaal, post.soort)
    with st.container(horizontal=True):
        st.button("Opslaan", key=run_act.key(place, "knop"), type="primary", on_click=save, args=args)
        if moment is not None and uitvraag.is_open(now) and settings.smtp() is not None:
            key = run_act.key(place, "nu")
            fresh = (onderwerp, tekst) == (post.onderwerp, post.tekst)
            hint = None if fresh else SAVE_FIRST
            st.button("Nu versturen", key=key, type="tertiary", disabled=not fresh, help=hint, on_click=send_now, args=args)
    as_typed = type(post)(post.soort, onderwerp or "", tekst or "", bool(on), post.gekozen)
    show_voorbeeld(uitvraag, as_typed)


FOLLOWS = "De gebruikelijke dag schuift mee met de datums van de uitvraag; een die u kiest, blijft staan."


SAVE_FIRST = "Sla eerst op wat u wijzigde."


def place_of(tertaal: Tertaal, soort: PostSoort) -> str:
    return f"post-{tertaal}-{soort.value}"


def save(place: str, tertaal: Tertaal, soort: PostSoort) -> None:
    typed = run_act.given(place, "onderwerp", "tekst", "aan", "moment")
    inhoud = PostInhoud(typed["onderwerp"] or "", typed["tekst"] or "", bool(typed["aan"]), typed["moment"])
    run_act.attempt(place, soort, acts.plan_post, tertaal=tertaal, soort=soort, inhoud=inhoud)


def send_now(place: str, tertaal: Tertaal, soort: PostSoort) -> None:
    run_act.attempt(place, soort, acts.send_post_now, tertaal=tertaal, soort=soort)
