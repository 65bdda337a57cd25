"""Programs of their own that send post by the clock, to be stopped and killed at any moment."""

import os
import signal
import sys
import time
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from threading import Event
from types import ModuleType

import pytest

from db.engine import close
from landkaart.post.by_clock import send_due_post
from landkaart.post.mailserver import Mailserver
from landkaart.settings import database_url
from tests.steps.mail_senders import ADRES
from tests.steps.mail_servers import to


def look_on(address: str, port: int) -> None:
    """As the server does, without a pause; whoever stops it waits for the mail in hand."""
    stop = Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    os.environ["DATABASE_URL"] = address
    while not stop.is_set():
        send_due_post(Mailserver(to(port), ADRES, timeout=60), stop.is_set)
        time.sleep(0.02)


def program(port: int) -> BaseProcess:
    """One that runs."""
    close(database_url())
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.steps.clock_senders"])
    found = context.Process(target=look_on, args=(database_url(), port))
    # Else each of them imports what runs the tests.
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "__main__", ModuleType("__main__"))
        found.start()
    return found
