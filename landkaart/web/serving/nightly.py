"""What the program does by itself: a look at the clock and at what closed, and at night a backup and the terms."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from db.act import begin_act
from db.actions.bewaartermijnen import carry_out_terms, last_carried_out
from db.actions.klok import note_clock
from db.backup.copy import make_backup
from db.backup.note import newest_until
from db.backup.retention import remove_half_made, tidy
from db.engine import file_of, read_session, write_session
from db.failures import log_failure
from db.freezing import freeze_what_closed
from db.queries.clock import clock_record
from landkaart import settings
from landkaart.domein.bewaartermijnen import Termijnen
from landkaart.domein.clock import AMSTERDAM, system_now
from landkaart.domein.clock_trust import KlokOnzeker
from landkaart.domein.rechten import klok
from landkaart.web.serving.on_thread import to_the_end

logger = logging.getLogger(__name__)
HOUR = 2  # Nobody fills in anything by then.
LOOK_EVERY = 600


@asynccontextmanager
async def nightly_work() -> AsyncIterator[None]:
    """Run beside the server, from its start to its stop."""
    task = asyncio.create_task(look_now_and_then())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def look_now_and_then() -> None:
    while True:
        for work in (note_clock_now, freeze_now, make_backup_when_due, carry_out_terms_when_due):
            await to_the_end(work)
        await asyncio.sleep(LOOK_EVERY)


def note_clock_now() -> None:
    """Write down that the program is alive and what time it is; what fails is logged: nobody who reads waits for it."""
    try:
        with write_session() as session:
            note_clock(session=session)
    except Exception as error:
        log_failure(error)


def freeze_now() -> None:
    """Freeze what closed. What fails is logged, and tried again at the next look."""
    try:
        freeze_what_closed()
    except Exception as error:
        log_failure(error)


def make_backup_when_due() -> Path | None:
    """Make tonight's backup unless it is there, and remove what the rule does not keep. What fails is logged, and tried
    again at the next look.
    """
    folder, file = settings.backup_folder(), file_of(settings.database_url())
    now = system_now()
    if folder is None or file is None or not is_due(folder, now):
        return None
    try:
        made = make_backup(file, folder, now)
        if clock_is_believed():
            tidy(folder, now)
    except Exception as error:
        log_failure(error)
        return None
    logger.info("reservekopie: %s", made)
    return made


def carry_out_terms_when_due() -> dict[Termijnen, int] | None:
    """Do what the terms of personal data ask, once a night; return what was removed, None when it was not the time.

    What fails is logged, and tried again at the next look; a clock that is not believed is no failure.
    """
    now, folder = system_now(), settings.backup_folder()
    try:
        with read_session() as session:
            done = last_carried_out(session=session)
        if done is not None and done >= last_hour(now):
            return None
        with begin_act(klok()) as act:
            found = carry_out_terms(act)
        found[Termijnen.KOPIEEN] = len(remove_half_made(folder, now)) if folder else 0
    except KlokOnzeker:
        return None
    except Exception as error:
        log_failure(error)
        return None
    logger.info("opgeruimd: %s", {term.name.lower(): number for term, number in found.items() if number})
    return found


def clock_is_believed() -> bool:
    """Tell whether what depends on the time may be thrown away."""
    with read_session() as session:
        return clock_record(session=session).doubt() is None


def is_due(folder: Path, now: datetime) -> bool:
    """Tell whether there is no backup yet since the last time that it was HOUR o'clock in Amsterdam."""
    made = newest_until(folder, now)
    return made is None or made < last_hour(now)


def last_hour(now: datetime) -> datetime:
    """Return the last time that it was HOUR o'clock in Amsterdam."""
    here = now.astimezone(AMSTERDAM)
    last = here.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    return last if last <= here else last - timedelta(days=1)
