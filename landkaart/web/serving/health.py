"""For machines: `/gezond` (is all well?) and `/gereed` (can it serve?). Without a cookie, and without a detail that helps a
stranger: the details are in the log, and on the command line (`python -m landkaart gezond`).
"""

import logging
from threading import Lock
from time import monotonic

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from db.engine import file_of
from db.failures import log_failure
from db.health import problems, require_readable
from landkaart import settings
from landkaart.domein.clock import system_now
from landkaart.web.serving.refusal import HEALTHY, READY

logger = logging.getLogger(__name__)
# Whoever asks more often gets the last answer: checking every page of the file is not free.
FRESH = 30.0


class Checkup:
    """Keeps the last answer, and since when; one look at a time, whoever asks."""

    def __init__(self) -> None:
        self.lock, self.looked_at = Lock(), float("-inf")
        self.found: list[str] = []
        self.inode: int | None = None

    def opened(self) -> None:
        """Remember which file was opened at the start, so that a replaced one is noticed."""
        file = file_of(settings.database_url())
        self.inode = file.stat().st_ino if file else None

    def look(self) -> list[str]:
        """Return what is wrong. While somebody looks, the others get the answer of before: it may take a while."""
        if not self.lock.acquire(blocking=self.looked_at == float("-inf")):
            return self.found
        try:
            if monotonic() - self.looked_at > FRESH:
                self.found = problems(settings.database_url(), settings.backup_folder(), system_now(), self.inode)
                self.looked_at = monotonic()
                for sentence in self.found:
                    logger.error("niet gezond: %s", sentence)
            return self.found
        finally:
            self.lock.release()


CHECKUP = Checkup()


def healthy(request: Request) -> Response:
    return answer(not CHECKUP.look(), "gezond")


def ready(request: Request) -> Response:
    """Tell whether the database can be read at this moment."""
    try:
        require_readable()
    except Exception as error:
        log_failure(error)
        return answer(False, "gereed")
    return answer(True, "gereed")


def answer(well: bool, word: str) -> Response:
    return PlainTextResponse(word if well else f"niet {word}", 200 if well else 503, {"Cache-Control": "no-store"})


ROUTES = [Route(HEALTHY, healthy, methods=["GET"]), Route(READY, ready, methods=["GET"])]
