"""What happens once, before the first visitor."""

import gc
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from db.actions.accounts import first_beheerder
from db.closing import freeze_what_closed
from db.engine import close, engines, read_session, server_version, write_session
from db.queries.clock import clock
from landkaart import settings
from landkaart.domein.rechten import operator
from landkaart.web.serving.headers import policy
from landkaart.web.serving.health import CHECKUP
from landkaart.web.serving.language import require_known_page
from landkaart.web.serving.nightly import nightly_work

logger = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Imports what is slow to import, opens (or makes) the database, and takes all of that out of the collector's way.

    The collector then only looks at what a run made; see `runner.postScriptGC` in docs/besluiten.md.
    """
    import landkaart.rapport.charts
    import landkaart.rapport.files  # noqa: F401

    engines(settings.database_url())
    CHECKUP.opened()
    with read_session() as session:
        logger.info("database: %s", server_version(session))
    settings.oidc()
    settings.smtp()
    policy()
    require_known_page()
    freeze_what_closed()
    greet()
    send_at_once()
    gc.collect()
    gc.freeze()
    try:
        async with nightly_work():
            yield
    finally:
        # At a SIGTERM the process ends right after this: nothing may stay in the -wal.
        close(settings.database_url())


def greet() -> None:
    """The first time there is nobody to let anybody in: a link on the console does, once (as Jupyter does)."""
    with write_session() as session:
        token = first_beheerder(session=session, by=operator(), clock=clock(session=session))
    if token:
        place = settings.address(st.get_option("server.port"))
        print(f"\n  Aanmelden als beheerder, één keer: {place}/toegang/{token}\n", flush=True)


def send_at_once() -> None:
    """Accepted connections take TCP_NODELAY over from the listening socket.

    Streamlit binds a socket on which asyncio does not recognise TCP, so that Nagle's algorithm stays on: the second part
    of every answer then waits up to 40 ms for the client's acknowledgement. See docs/besluiten.md.
    """
    for found in gc.get_objects():
        if isinstance(found, socket.socket) and found.fileno() >= 0 and is_listening(found):
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def is_listening(found: socket.socket) -> bool:
    is_tcp = found.type == socket.SOCK_STREAM and found.family in (socket.AF_INET, socket.AF_INET6)
    return is_tcp and bool(found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
