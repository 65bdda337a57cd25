"""What happens once, before the first visitor."""

import gc
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from db.engine import engines, read_session, server_version
from landkaart.settings import database_url

logger = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Imports what is slow to import, opens (or makes) the database, and takes all of that out of the collector's way.

    The collector then only looks at what a run made; see `runner.postScriptGC` in docs/besluiten.md.
    """
    import landkaart.rapport.charts
    import landkaart.rapport.files  # noqa: F401

    engines(database_url())
    with read_session() as session:
        logger.info("database: %s", server_version(session))
    gc.collect()
    gc.freeze()
    yield
