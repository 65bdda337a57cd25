"""Every visit begins here: who are you, what is there to see, run one page."""

from contextlib import suppress

import streamlit as st

from db.freezing import freeze_what_closed
from landkaart.screens import DEFAULT, Screen
from landkaart.web.serving.runs import PAGES
from pages.clock_notice import show_clock
from pages.menu import menu_of
from pages.page_title import name_page
from pages.shared.address import arrive, depart
from pages.shared.cache import another_tertaal_moves
from pages.shared.ending import PageEnds
from pages.shared.frame import show_visitor
from pages.shared.notices import show_passed_over
from pages.shared.visit import begin_visit, renew

# In seconds; a large landkaart is frozen for longer, and is read meanwhile.
PATIENCE = 2

name_page()
begun = begin_visit()
with PAGES.turn(begun.visitor.account_id):
    if freeze_what_closed(begun.data_version, another_tertaal_moves(), patience=PATIENCE):
        renew()
    page = st.navigation(menu_of(begun.visitor.bevoegdheid), position="top")
    arrive(page.url_path)
    show_visitor(begun.visitor)
    show_clock()
    above = st.container()
    ended = True
    try:
        with suppress(PageEnds):
            page.run()
            ended = False
        depart(Screen(page.url_path or DEFAULT))
    finally:
        show_passed_over(above)
        # Only now the address says what was chosen; a page that ends halfway has a name too.
        name_page(page.title)
    if ended:
        # What was not drawn this time keeps its value.
        st.stop()
