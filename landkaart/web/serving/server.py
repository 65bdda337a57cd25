"""The server that Streamlit starts, made ready for strangers: uvicorn, to which Streamlit passes no settings of ours.

It has read its settings by the time that our start begins, and has not opened its door yet.
"""

import gc
import logging
import resource

import streamlit as st
from uvicorn import Config
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from landkaart.web.serving import connections
from landkaart.web.serving.doors import DOORS

logger = logging.getLogger(__name__)
# What a browser sends over a WebSocket: what was clicked and typed. Streamlit allows 200 MB.
LARGEST_MESSAGE = 4 * 2**20
# More than one machine serves; the limit itself may be a thousand times that.
MOST_FILES = 65_536
# Kept free of connections: the database, the program's own files, what is sent from disk.
FOR_OURSELVES = 200


def make_ready() -> None:
    """Set the bounds of connections, and believe no proxy but those of the settings; say in the log what came of it."""
    files = raise_open_files()
    DOORS.in_all = max(files - FOR_OURSELVES, files // 2)
    found = [each for each in gc.get_objects() if isinstance(each, Config) and serves_us(each)]
    for config in found:
        bound(config)
    logger.info("open bestanden: ten hoogste %s; verbindingen begrensd: %s", files, "ja" if found else "nee")


def bound(config: Config) -> None:
    """Change the settings of a server that has not opened its door."""
    config.http_protocol_class = connections.bounded(config.http_protocol_class)
    config.loaded_app = without_proxy_headers(config.loaded_app)
    config.ws_max_size = LARGEST_MESSAGE


def serves_us(config: Config) -> bool:
    return config.loaded and isinstance(without_proxy_headers(config.loaded_app), st.App)


def without_proxy_headers(app: object) -> object:
    """Return what uvicorn put its own reading of X-Forwarded-For around: it believes whatever runs on this machine."""
    while isinstance(app, ProxyHeadersMiddleware):
        app = app.app
    return app


def raise_open_files() -> int:
    """Set the limit of open files as high as this process may; return what it is."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        soft = wanted
    return MOST_FILES if soft == resource.RLIM_INFINITY else soft
