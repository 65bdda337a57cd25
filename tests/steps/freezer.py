"""A program of its own that freezes, on the real clock: for test_momentopname.py."""

import os

from db.act import begin_act
from db.actions.momentopnamen import freeze
from landkaart.domein.rechten import klok


def freeze_now(address: str) -> None:
    os.environ["DATABASE_URL"] = address
    with begin_act(klok()) as act:
        freeze(act)
