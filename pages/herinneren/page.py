"""Reminding a group of werkpleinen, and what came of it."""

import streamlit as st

from db.engine import read_session
from db.queries.mailings import can_be_answered, mailings
from landkaart import settings
from landkaart.programma.namen import WERKPLEINEN
from landkaart.rapport import dutch
from pages.herinneren import sending
from pages.herinneren.verzonden import VERZENDING, show_mailings
from pages.shared.choose_uitvraag import open_uitvraag_page
from pages.shared.respons import respons
from pages.shared.sending_now import send_now
from pages.shared.visit import visit

smtp = settings.smtp()
_, uitvraag = open_uitvraag_page(
    "Herinneren", f"Er is nog geen uitvraag geopend. Zodra dat zo is, kunt u hier {WERKPLEINEN} herinneren."
)

send_now(VERZENDING, smtp)
tertaal, now = uitvraag.tertaal, visit().now()
found = respons(tertaal)
with read_session() as session:
    can_answer = can_be_answered(session=session, tertaal=tertaal, now=now)
    sent = mailings(session=session, tertaal=tertaal)

if can_answer:
    since = found.since(now) or uitvraag.opent
    by_groep = sending.groepen(tertaal, since)
    groep = sending.ask_groep({groep: len(reacties) for groep, reacties in by_groep.items()})
    people, unreachable = sending.adressen(tertaal, since, groep)
    st.markdown(
        f"**{dutch.werkpleinen(len(by_groep[groep]))}** van {dutch.count(found.n)}: "
        f"{groep.label.lower()} ({dutch.open_or_closed(uitvraag.sluit, now)}). "
        f"**{dutch.counted(len(people), 'adres krijgt', 'adressen krijgen')}** een e-mail. "
        "Wie intussen indient, valt er vanzelf af."
    )
    sending.show_why_fewer(found, groep, len(by_groep[groep]))
    sending.show_unreachable(unreachable)
    if people:
        sending.show_people(people)
        sending.show_letter(tertaal, groep, people, uitvraag, smtp)
        sending.show_send(tertaal, groep, len(people), sending.asked_soon(sent, groep, now), smtp)
else:
    st.info(f"De uitvraag van {tertaal} neemt nu geen invullingen aan: een herinnering heeft geen zin.")
show_mailings(sent, smtp)
