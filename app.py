"""The door: `streamlit run app.py`."""

import streamlit as st

from landkaart.web.downloads import ROUTES
from landkaart.web.errors import show_error
from landkaart.web.lifespan import lifespan

app = st.App("pages/start.py", lifespan=lifespan, routes=ROUTES, on_script_error=show_error)
