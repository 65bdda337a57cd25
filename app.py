"""The door: `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware

from landkaart.web.api.routes import Api
from landkaart.web.program.language import InDutch
from landkaart.web.program.sending import Program
from landkaart.web.routes import ROUTES
from landkaart.web.serving.guard import Guard
from landkaart.web.serving.lifespan import lifespan
from landkaart.web.serving.page_errors import show_error

app = st.App(
    "pages/start.py",
    lifespan=lifespan,
    routes=ROUTES,
    middleware=[Middleware(Guard), Middleware(Api), Middleware(Program), Middleware(InDutch)],
    on_script_error=show_error,
)
