"""A program of its own that freezes, on the real clock: for test_momentopname.py."""

import os

from db.act import begin_act
from db.actions.momentopnamen import freeze
from landkaart.domein.rechten import klok
from tests.steps.clocks import believe_clock


def freeze_now(address: str) -> None:
    os.environ["DATABASE_URL"] = address
    believe_clock()
    with begin_act(klok()) as act:
        freeze(act)
