"""A program of its own that freezes, on the real clock: for test_momentopname.py."""

import os

from db.actions.momentopnamen import freeze
from db.engine import write_session
from landkaart.domein.clock import Clock
from landkaart.domein.rechten import klok


def freeze_now(address: str) -> None:
    os.environ["DATABASE_URL"] = address
    with write_session() as session:
        freeze(session=session, by=klok(), clock=Clock())
