"""When who is in was last seen. Remembered here at once, and written down by a thread of its own whenever that works: a
page does not wait for it, and a disk that is full stops nobody from reading.
"""

import logging
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from threading import Lock

from sqlalchemy import update
from sqlmodel import Session, col

from db import models
from db.engine import engines
from db.failures import is_unavailable
from landkaart.domein.sessie import IDLE
from landkaart.errors import log_with_number
from landkaart.settings import database_url

logger = logging.getLogger(__name__)
WRITER = ThreadPoolExecutor(1, "levensteken")
LOCK = Lock()
# By database and session.
SEEN: dict[tuple[str, int], datetime] = {}
UNDER_WAY: set[Future[None]] = set()


def saw(sessie_id: int, now: datetime) -> None:
    """Remember that a session was used at this moment, and have it written down."""
    address = database_url()
    with LOCK:
        # What was longer ago ended by itself.
        for old in [key for key, moment in SEEN.items() if abs(now - moment) > IDLE]:
            del SEEN[old]
        SEEN[address, sessie_id] = now
        # One that waits for the writer will take along what comes now.
        if not any(not each.running() and not each.done() for each in UNDER_WAY):
            begun = WRITER.submit(write_down, address)
            UNDER_WAY.add(begun)
            begun.add_done_callback(UNDER_WAY.discard)


def last_seen(sessie_id: int, kept: datetime) -> datetime:
    """Return the last sign of life of a session; `kept`: the one that the database has."""
    return max(kept, SEEN.get((database_url(), sessie_id), kept))


def write_down(address: str) -> None:
    """Write the signs of life of one database; what fails is tried again with the next one, at most once a minute each."""
    with LOCK:
        found = {sessie_id: moment for (where, sessie_id), moment in SEEN.items() if where == address}
    try:
        with Session(engines(address)[1]) as session, session.begin():
            for sessie_id, moment in found.items():
                older = (col(models.Sessie.id) == sessie_id) & (col(models.Sessie.actief_op) < moment)
                session.exec(update(models.Sessie).where(older).values(actief_op=moment))
    except Exception as error:
        if is_unavailable(error):
            logger.warning("een levensteken is niet opgeschreven: %s", str(error).splitlines()[0])
        else:
            log_with_number(error)


def settle() -> None:
    """Let all that was begun be done."""
    with LOCK:
        waiting = list(UNDER_WAY)
    for each in waiting:
        each.result()
