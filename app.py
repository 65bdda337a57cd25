"""The door: `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware

from landkaart.web.api.routes import Api
from landkaart.web.routes import ROUTES
from landkaart.web.serving.guard import Guard
from landkaart.web.serving.language import InDutch
from landkaart.web.serving.lifespan import lifespan
from landkaart.web.serving.list_search import ListSearch
from landkaart.web.serving.page_errors import show_error

app = st.App(
    "pages/start.py",
    lifespan=lifespan,
    routes=ROUTES,
    middleware=[Middleware(Guard), Middleware(Api), Middleware(InDutch), Middleware(ListSearch)],
    on_script_error=show_error,
)
