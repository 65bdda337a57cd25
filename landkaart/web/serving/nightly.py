"""What the program does by itself at night: a backup, when a folder for it is set."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from db.backup.copy import make_backup
from db.backup.note import backups_in, moment_of
from db.backup.retention import tidy
from db.busy import log_failure
from db.engine import file_of
from landkaart import settings
from landkaart.domein.clock import AMSTERDAM, system_now

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
        await asyncio.to_thread(make_backup_when_due)
        await asyncio.sleep(LOOK_EVERY)


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
        tidy(folder)
    except Exception as error:
        log_failure(error)
        return None
    logger.info("reservekopie: %s", made)
    return made


def is_due(folder: Path, now: datetime) -> bool:
    """Tell whether there is no backup yet since the last time that it was HOUR o'clock in Amsterdam."""
    here = now.astimezone(AMSTERDAM)
    last = here.replace(hour=HOUR, minute=0, second=0, microsecond=0)
    last = last if last <= here else last - timedelta(days=1)
    newest = next(iter(backups_in(folder)), None)
    made = moment_of(newest) if newest else None
    return made is None or made < last
