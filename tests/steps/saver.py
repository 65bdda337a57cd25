"""Programs of their own that save: for test_crash.py and test_rush.py."""

import os
from itertools import count
from pathlib import Path

from db.actions.indieningen import submit
from db.actions.invullingen import save_answer, save_toelichting
from db.engine import read_session
from db.queries.invullingen import invulling
from landkaart.domein.band import Band
from tests.steps.small_landkaart import CODES, NU, VISIE, act, manager


def save_without_end(address: str, acknowledged: Path, start: int) -> None:
    """Writes down each act once it was acknowledged.

    Every act changes something: each round has its own toelichting, and gives each mijlpaal the next band.
    """
    os.environ["DATABASE_URL"] = address
    with read_session() as session:
        bands = invulling(session=session, werkplein="assen", tertaal=NU).banden
    with acknowledged.open("w", buffering=1) as out:
        for number in count(start):
            act(save_toelichting, mijlpaal=VISIE, tekst=str(number))
            print("toelichting", VISIE, f'"{number}"', file=out)
            for code in CODES:
                bands[code] = Band((bands.get(code, 0) + 1) % 4)
                act(save_answer, mijlpaal=code, band=bands[code])
                print("antwoord", code, f'"{bands[code].code}"', file=out)
            act(submit)
            print("indiening", number, "14", file=out)


def save_some(address: str, code: str) -> None:
    """An answer for each mijlpaal of one werkplein."""
    os.environ["DATABASE_URL"] = address
    by = manager(code)
    for mijlpaal in CODES:
        act(save_answer, werkplein=code, by=by, mijlpaal=mijlpaal, band=Band.VOLLEDIG)
