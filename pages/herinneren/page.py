"""Reminding a group of werkpleinen, and what came of it."""

import streamlit as st

from db.engine import read_session
from db.queries.mailings import can_be_answered, mailings
from landkaart import settings
from landkaart.rapport import dutch
from pages.herinneren import sending as parts
from pages.herinneren.verzonden import send_now, show_mailings
from pages.shared.beeld import laatste
from pages.shared.choose_uitvraag import choose_uitvraag
from pages.shared.frame import heading
from pages.shared.moment import moment
from pages.shared.respons import respons_of

smtp = settings.smtp()
top = heading("Herinneren")
with top:
    uitvraag = choose_uitvraag()
if uitvraag is None:
    st.info("Er is nog geen uitvraag geopend. Zodra dat zo is, kunt u hier werkpleinen herinneren.")
    st.stop()

send_now(smtp)
tertaal = uitvraag.tertaal
found = respons_of(laatste(), tertaal)
now = moment().now()
with read_session() as session:
    can_answer = can_be_answered(session=session, tertaal=tertaal, now=now)
    sent = mailings(session=session, tertaal=tertaal)

if can_answer:
    asked = (laatste(), tertaal, found.since(now))
    there = parts.groepen_of(*asked)
    groep = parts.ask_groep({groep: len(reacties) for groep, reacties in there.items()})
    people, unreachable = parts.adressen_of(*asked, groep)
    st.markdown(
        f"**{dutch.werkpleinen(len(there[groep]))}** van {dutch.count(found.n)}: "
        f"{groep.label.lower()} ({dutch.open_or_closed(uitvraag.sluit, now)}). "
        f"**{dutch.counted(len(people), 'adres krijgt', 'adressen krijgen')}** een e-mail. "
        "Wie intussen indient, valt er vanzelf af."
    )
    parts.show_unreachable(unreachable)
    if people:
        parts.show_people(people)
        parts.show_letter(tertaal, groep, people, uitvraag, smtp)
        parts.show_send(tertaal, groep, len(people), parts.asked_soon(sent, groep, now), smtp)
else:
    st.info(f"De uitvraag van {tertaal} neemt nu geen invullingen aan: een herinnering heeft geen zin.")
show_mailings(sent, smtp)
