"""Post by the clock, beside the server: a look every so many seconds, from its start to its stop."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from threading import Event

from db.failures import log_failure
from landkaart import settings
from landkaart.post.by_clock import Gedaan, send_due_post
from landkaart.post.mailbox import Mailbox
from landkaart.post.mailserver import Mailserver
from landkaart.post.returned import read_returned
from landkaart.web.serving.on_thread import to_the_end

logger = logging.getLogger(__name__)
# In seconds. Nobody notices half a minute; whoever submitted looks into his mailbox after one.
LOOK_EVERY = 20
# Into the mailbox; what comes back takes minutes to days.
MAILBOX_EVERY = 300


@asynccontextmanager
async def post_work() -> AsyncIterator[None]:
    """Run beside the server. At its stop the mail in hand is finished: broken off, nobody would know whether it arrived."""
    stop = Event()
    tasks = [
        asyncio.create_task(now_and_then(partial(look, stop), LOOK_EVERY)),
        asyncio.create_task(now_and_then(look_into_mailbox, MAILBOX_EVERY)),
    ]
    try:
        yield
    finally:
        stop.set()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def now_and_then(do: Callable[[], object], every: float) -> None:
    """Do it every so many seconds, on a thread; whoever cancels this waits until it is done with what it has in hand."""
    while True:
        await to_the_end(do)
        await asyncio.sleep(every)


def look_into_mailbox() -> int:
    """Mark the addresses whose mail came back; return how many are new, none where no mailbox is set."""
    try:
        found = settings.imap()
        marked = read_returned(Mailbox(found)) if found else 0
    except Exception as error:
        log_failure(error)
        return 0
    if marked:
        logger.info("post: %s adressen onbestelbaar", marked)
    return marked


def look(stop: Event) -> Gedaan | None:
    """Send what is due; None where no mail can be sent. What nobody expected is logged, and tried again at the next look."""
    try:
        smtp = settings.smtp()
        if smtp is None:
            return None
        done = send_due_post(Mailserver(smtp, settings.address()), stop.is_set)
    except Exception as error:
        log_failure(error)
        return None
    if done.begonnen or done.mails:
        counts = ", ".join(f"{number} {status.label}" for status, number in done.mails.items())
        logger.info("post: %s begonnen; %s", len(done.begonnen), counts or "niets verstuurd")
    return done
