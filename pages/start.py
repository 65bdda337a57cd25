"""Every visit begins here: who are you, what is there to see, run one page."""

import streamlit as st

from landkaart.web.closing import freeze_what_closed
from pages.parts.address import PAGE
from pages.parts.frame import ICON, show_visitor
from pages.parts.menu import menu_of
from pages.parts.moment import moment, renew
from pages.parts.who import who_is_in

st.set_page_config(page_title="SUWI-landkaart", page_icon=ICON)

who = who_is_in()
if freeze_what_closed(moment()):
    renew()
page = st.navigation(menu_of(who.bevoegdheid), position="top")
st.session_state[PAGE] = page.url_path
show_visitor(who)
page.run()
