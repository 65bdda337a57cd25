"""Who may come in, and which werkpleinen there are."""

import streamlit as st

from db.engine import read_session
from db.queries.accounts import accounts
from db.queries.clock import clock
from db.queries.werkpleinen import werkpleinen
from landkaart.domein.clock import local_date
from landkaart.rapport import dutch
from pages.parts.beheer_accounts import show_accounts
from pages.parts.beheer_werkpleinen import show_werkpleinen

with read_session() as session:
    people = accounts(session=session)
    places = werkpleinen(session=session)
    today = local_date(clock(session=session).now())

st.title("Beheer")
count = sum(account.uitgezet_op is None for account in people)
open_now = sum(werkplein.is_open(today) for werkplein in places)
st.markdown(
    f"Er zijn **{dutch.people(count, 'account', 'accounts')}** die niet uitgezet zijn, en op {dutch.day(today)} zijn "
    f"**{dutch.people(open_now, 'werkplein', 'werkpleinen')}** open. Elke wijziging komt met uw naam in het logboek."
)
first, second = st.tabs(["Accounts", "Werkpleinen"], key="beheer-deel", on_change="rerun")
with first:
    if first.open:
        show_accounts(people, {place.code: place.naam for place in places}, {p.code for p in places if p.actief_tot})
with second:
    if second.open:
        show_werkpleinen(places, today)
