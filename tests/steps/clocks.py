"""The clock of this machine, as the program saw it."""

from datetime import timedelta

from db.actions.klok import keep_signs, note_clock
from db.engine import file_of, write_session
from landkaart.domein.clock import system_now
from landkaart.domein.clock_trust import Signs
from landkaart.settings import database_url


def believe_clock() -> None:
    """As when it was seen all the time until now; where there is a database."""
    file = file_of(database_url())
    if file is None or file.exists():
        with write_session() as session:
            keep_signs(session, Signs(system_now()))


def see_clock() -> None:
    """One sign of life."""
    with write_session() as session:
        note_clock(session=session)


def live(jump_clock, lasts: timedelta, step: timedelta = timedelta(minutes=50)) -> None:
    """The program runs on for so long, and gives its signs of life."""
    end = system_now() + lasts
    while system_now() < end:
        jump_clock(min(end, system_now() + step))
        see_clock()
