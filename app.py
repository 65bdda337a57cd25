"""The door: `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware

from landkaart.web import (
    afspraken_download,
    ako_downloads,
    default_page,
    downloads,
    figuren,
    forgotten,
    log_download,
    mail_download,
    my_account,
    oidc,
    omtrek,
    respons_download,
    search_download,
    sign_in,
    taal,
)
from landkaart.web.errors import show_error
from landkaart.web.guard import Guard
from landkaart.web.lifespan import lifespan
from landkaart.web.taal import InDutch

app = st.App(
    "pages/start.py",
    lifespan=lifespan,
    routes=[
        *sign_in.ROUTES,
        *forgotten.ROUTES,
        *oidc.ROUTES,
        *my_account.ROUTES,
        # Before the downloads of a tertaal, whose names they would fall under.
        *search_download.ROUTES,
        *ako_downloads.ROUTES,
        *downloads.ROUTES,
        *log_download.ROUTES,
        *mail_download.ROUTES,
        *afspraken_download.ROUTES,
        *respons_download.ROUTES,
        *figuren.ROUTES,
        *omtrek.ROUTES,
        *taal.ROUTES,
        *default_page.ROUTES,
    ],
    middleware=[Middleware(Guard), Middleware(InDutch)],
    on_script_error=show_error,
)
