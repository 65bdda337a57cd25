"""How a line of the log of the server looks: for a person, or with LANDKAART_LOG=json for a program.

All that is said in this process goes out by one handler, and in one form: libraries quote what they were sent, which may be
a line of the log, or a name.
"""

import json
import logging
from datetime import UTC, datetime

from streamlit import logger as streamlits

from landkaart import settings
from landkaart.errors import set_in, without_addresses
from landkaart.web.serving.requests import NUMBER

PLAIN = "%(asctime)s %(levelname)s %(name)s: %(message)s"
# Where Streamlit logs what went wrong in a page before it hands it to us, who log it under a number or show its sentence.
TOLD_TWICE = "streamlit.error_util"
UNCAUGHT = "Uncaught app execution"


class PlainLine(logging.Formatter):
    """One line for a person, and what more there is set in below it; of a person nothing but the number of an account."""

    def format(self, record: logging.LogRecord) -> str:
        return set_in(without_addresses(super().format(record)))


class JsonLine(logging.Formatter):
    """One object a line, in UTC; of a person nothing but the number of an account."""

    def format(self, record: logging.LogRecord) -> str:
        found = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": without_addresses(record.getMessage()),
            "request": NUMBER.get() or None,
            "error": getattr(record, "number", None),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            found["traceback"] = without_addresses(self.formatException(record.exc_info))
        return json.dumps({name: value for name, value in found.items() if value is not None}, ensure_ascii=True)


def speak() -> None:
    """Have what we log be seen: without this only warnings are, and without the hour. Of libraries it stays at warnings.

    As JSON each request has its line too.
    """
    logging.basicConfig(level=logging.WARNING)
    for room in ("landkaart", "db"):
        logging.getLogger(room).setLevel(logging.INFO)
    if settings.logs_json():
        logging.getLogger("landkaart.web.serving.requests").setLevel(logging.DEBUG)
    logging.getLogger(TOLD_TWICE).addFilter(is_news)
    speak_with_one_voice(JsonLine() if settings.logs_json() else PlainLine(PLAIN))


def speak_with_one_voice(line: logging.Formatter) -> None:
    """Have every logger speak by the handler of the root: Streamlit and uvicorn have handlers of their own.

    A logger of Streamlit is made, with its handler, when the part of it is imported: many of them come after this.
    """
    for found in list(logging.root.manager.loggerDict.values()):
        # One without a handler was silenced: uvicorn has one for requests, and writes their addresses whole.
        if isinstance(found, logging.Logger) and found.handlers:
            pass_on(found)
    streamlits.setup_formatter = pass_on
    for handler in logging.root.handlers:
        # Whoever listens in the same process, such as a test, has a handler of another kind.
        if type(handler) is logging.StreamHandler:
            handler.setFormatter(line)


def pass_on(logger: logging.Logger) -> None:
    """Let a logger leave what it says to the root."""
    for handler in list(logger.handlers):
        if type(handler) is not logging.NullHandler:
            logger.removeHandler(handler)
    logger.propagate = True


def is_news(record: logging.LogRecord) -> bool:
    """Say whether a line tells what no line of ours does."""
    return record.msg != UNCAUGHT
