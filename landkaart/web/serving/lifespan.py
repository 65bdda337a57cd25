"""What happens once, before the first visitor."""

import gc
import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from db.act import begin_act
from db.actions.accounts import first_beheerder
from db.actions.tweede_factor import seal_anew
from db.engine import close, empty_wal, engines, read_session, server_version
from db.move import require_whole
from db.private import keep_private
from db.sealing import keys, lost_sentence
from db.signs_of_life import settle
from landkaart import settings
from landkaart.domein.fouten import Fout
from landkaart.domein.rechten import operator
from landkaart.screens import toegangslink
from landkaart.web.own_address import own_address
from landkaart.web.program.document import require_known_page
from landkaart.web.program.list_search import path_of_script
from landkaart.web.program.sending import packing
from landkaart.web.serving.headers import policy
from landkaart.web.serving.health import CHECKUP
from landkaart.web.serving.log_lines import speak
from landkaart.web.serving.metrics import serve_metrics
from landkaart.web.serving.nightly import nightly_work, note_clock_now
from landkaart.web.serving.post_work import post_work
from landkaart.web.serving.server import make_ready
from landkaart.web.sign_in.lost_key import LOST

logger = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[None]:
    """Import what is slow to import, open (or make) the database, check the settings, and greet; then serve.

    Raises a Fout for what the landkaart cannot work with: it does not start then. All that was made by now is taken out of
    the garbage collector's way, which then only looks at what a run made; see `runner.postScriptGC` in docs/besluiten.md.
    """
    try:
        start()
    except Fout as error:
        # What is wrong is outside the program: where in it that was noticed only hides the sentence.
        raise error.with_traceback(None) from None
    try:
        async with nightly_work(), post_work(), packing():
            yield
    finally:
        settle()
        # At a SIGTERM the process ends right after this: nothing may stay in the -wal.
        close(settings.database_url())


def start() -> None:
    """Do all that comes before the first visitor.

    Raises a Fout.
    """
    import landkaart.rapport.files
    import landkaart.rapport.table_charts  # noqa: F401

    keep_private()
    speak()
    engines(settings.database_url())
    CHECKUP.opened()
    with read_session() as session:
        require_whole(session.connection())
        logger.info("database: %s", server_version(session))
    # Refused now, in a sentence on the console, instead of to the first visitor.
    settings.address()
    settings.oidc()
    settings.smtp()
    settings.imap()
    settings.proxies()
    settings.contact()
    serve_metrics()
    policy()
    seal_secrets()
    require_known_page()
    path_of_script()
    note_clock_now()
    show_first_link()
    send_at_once()
    make_ready()
    gc.collect()
    gc.freeze()


def seal_secrets() -> None:
    """Make the key when there is none, and seal with the newest what is not; say it when the key of a secret is lost.

    Raises OngeldigBestand when there is no working with the key.
    """
    keys()
    with begin_act(operator()) as act:
        done, lost = seal_anew(act)
    if done:
        # What lay open before must not be left in a file.
        empty_wal()
    if lost:
        logger.warning("%s", lost_sentence(len(lost)))
    LOST.remember(lost)


def show_first_link() -> None:
    """Print a link that signs in as beheerder once (as Jupyter does), while there is nobody to let anybody in."""
    with begin_act(operator()) as act:
        token = first_beheerder(act)
    if token:
        print(f"\n  Aanmelden als beheerder, één keer: {toegangslink(own_address(), token)}\n", flush=True)


def send_at_once() -> None:
    """Turn Nagle's algorithm off on the listening socket, from which accepted connections take it over.

    Streamlit binds a socket on which asyncio does not recognise TCP, so that it stays on: the second
    part of every answer then waits up to 40 ms for the client's acknowledgement. See docs/besluiten.md.
    """
    for found in gc.get_objects():
        if isinstance(found, socket.socket) and found.fileno() >= 0 and is_listening(found):
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def is_listening(found: socket.socket) -> bool:
    """Say whether new TCP connections come in here."""
    is_tcp = found.type == socket.SOCK_STREAM and found.family in (socket.AF_INET, socket.AF_INET6)
    return is_tcp and bool(found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
