"""Every visit begins here: who are you, what is there to see, run one page."""

import streamlit as st

from db.closing import freeze_what_closed
from pages.clock_notice import show_clock
from pages.menu import menu_of
from pages.shared.address import PAGE
from pages.shared.frame import ICON, show_visitor
from pages.shared.visit import begin_visit, renew

st.set_page_config(page_title="SUWI-landkaart", page_icon=ICON)

begun = begin_visit()
if freeze_what_closed(begun.data_version):
    renew()
page = st.navigation(menu_of(begun.visitor.bevoegdheid), position="top")
st.session_state[PAGE] = page.url_path
show_visitor(begun.visitor)
show_clock()
page.run()
