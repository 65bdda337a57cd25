"""Who may come in, and which werkpleinen there are."""

import streamlit as st

from landkaart.programma.namen import WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch
from pages.beheer.accounts import show_accounts
from pages.beheer.prepared import beheer, open_on
from pages.beheer.tabs import TAB, TABS, open_asked_tab
from pages.beheer.uitnodigen import show_uitnodigen
from pages.beheer.werkpleinen import show_werkpleinen
from pages.shared.lists import one_tab
from pages.shared.visit import visit

day = visit().today()
found, open_now = beheer(), open_on(day)

st.title("Beheer")
count = sum(account.uitgezet_op is None for account in found.accounts)
st.markdown(
    f"**{dutch.counted(count, 'account is', 'accounts zijn')}** niet uitgezet en "
    f"**{dutch.counted(open_now, f'{WERKPLEIN} is', f'{WERKPLEINEN} zijn')}** open op {dutch.day(day)}. "
    "Elke wijziging komt met uw naam in het logboek."
)
open_asked_tab()
first, second, third = one_tab(TABS, TAB)
with first:
    if first.open:
        show_accounts(found)
with second:
    if second.open:
        show_uitnodigen(found)
with third:
    if third.open:
        show_werkpleinen(found, day)
