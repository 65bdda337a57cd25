"""Every visit begins here: who are you, what is there to see, run one page."""

import streamlit as st

from landkaart.settings import CONTENT
from pages.contents import PAGES
from pages.parts.frame import page_frame

st.set_page_config(page_title="SUWI-landkaart", page_icon=str(CONTENT / "icoon.svg"), layout="wide")

page = st.navigation(
    [st.Page(entry.file, title=entry.title, icon=entry.icon, help=entry.help, default=entry.default) for entry in PAGES],
    position="top",
)
with page_frame():
    page.run()
