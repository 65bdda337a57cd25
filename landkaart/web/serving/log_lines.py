"""How a line of the log of the server looks: for a person, or with LANDKAART_LOG=json for a program."""

import json
import logging
from datetime import UTC, datetime

from landkaart import settings
from landkaart.errors import without_addresses
from landkaart.web.serving.requests import NUMBER

PLAIN = "%(asctime)s %(levelname)s %(name)s: %(message)s"


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
    logging.basicConfig(format=PLAIN, level=logging.WARNING)
    for room in ("landkaart", "db"):
        logging.getLogger(room).setLevel(logging.INFO)
    if settings.logs_json():
        logging.getLogger("landkaart.web.serving.requests").setLevel(logging.DEBUG)
        for handler in every_handler():
            handler.setFormatter(JsonLine())


def every_handler() -> list[logging.Handler]:
    """Return those of the root and of each logger: Streamlit and uvicorn have handlers of their own."""
    loggers = [logging.root, *logging.root.manager.loggerDict.values()]
    return [handler for found in loggers if isinstance(found, logging.Logger) for handler in found.handlers]
