"""The calendar of an uitvraag and where we stand in it; its dates, its post, its questions, and who gets more time."""

import streamlit as st

from db.engine import read_session
from db.queries.postbeelden import postbeelden
from db.queries.uitvragen import voortgang
from db.queries.uitzonderingen import uitstellen, vrijstellingen
from db.queries.vragen import answered, asked_before, vragen
from landkaart.programma.namen import TERTAAL, WERKPLEINEN
from landkaart.rapport.kalender import line_of_dates, where_we_stand
from pages.shared.cache import uitvragen
from pages.shared.choose_uitvraag import choose_uitvraag
from pages.shared.ending import end_page
from pages.shared.frame import heading
from pages.shared.inzendingen import show_why_not_the_same
from pages.shared.tabs import choose_tab
from pages.shared.visit import visit
from pages.uitvraag.datums import show_dates, show_new
from pages.uitvraag.delen import TABS, tab_of
from pages.uitvraag.post import show_post
from pages.uitvraag.uitzonderingen import show_uitzonderingen
from pages.uitvraag.vastgesteld import show_vastgesteld
from pages.uitvraag.vragen import show_vragen

top = heading("Uitvraag")
with top:
    uitvraag = choose_uitvraag(planned=True)
known, now = uitvragen(), visit().now()

if uitvraag is None:
    st.info(f"Er is nog geen uitvraag. Kies hieronder een {TERTAAL} en de datums; daarna kunnen de {WERKPLEINEN} invullen.")
    show_new(known, now)
    end_page()

tertaal = uitvraag.tertaal
with read_session() as session:
    done = voortgang(session=session, uitvraag=uitvraag)
    asked, given = vragen(session=session, tertaal=tertaal), answered(session=session, tertaal=tertaal)
    post = postbeelden(session=session, uitvraag=uitvraag, now=now)
    earlier = asked_before(session=session, tertaal=tertaal)
    later, freed = uitstellen(session=session, tertaal=tertaal), vrijstellingen(session=session, tertaal=tertaal)

st.markdown(where_we_stand(uitvraag, done, now))
if uitvraag.opent <= now:
    show_why_not_the_same(tertaal)
st.html(line_of_dates(uitvraag, [uitstel.tot for uitstel in later.values()], now, post))
show_vastgesteld(uitvraag, now)

dates, mails, questions, exceptions, new = choose_tab("deel", TABS, tab_of(tertaal))
with dates:
    if dates.open:
        show_dates(uitvraag, now)
with mails:
    if mails.open:
        show_post(uitvraag, post, now)
with questions:
    if questions.open:
        show_vragen(uitvraag, asked, given, now, earlier)
with exceptions:
    if exceptions.open:
        show_uitzonderingen(uitvraag, later, freed, now)
with new:
    if new.open:
        show_new(known, now)
