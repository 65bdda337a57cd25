"""What a machine may count of this landkaart: for Prometheus, on a port of its own, and off by default."""

import logging

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

from landkaart import errors, settings
from landkaart.domein.fouten import OngeldigBestand

logger = logging.getLogger(__name__)
REGISTRY = CollectorRegistry()
REQUESTS = Counter("landkaart_requests", "Requests that were answered.", ("kind", "method", "status"), registry=REGISTRY)
SECONDS = Histogram(
    "landkaart_request_seconds",
    "How long an answer took; a socket lasts as long as its page is open, and is not in it.",
    ("kind",),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
    registry=REGISTRY,
)
OPEN_PAGES = Gauge("landkaart_open_pages", "Pages that are open in a browser.", registry=REGISTRY)
ERRORS = Counter("landkaart_errors", "What nobody expected: each has its number in the log.", registry=REGISTRY)
# What is asked by name; anything else that a stranger sends is counted as one.
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")


def count(kind: str, method: str, status: int, seconds: float) -> None:
    """Count a request that was answered. `seconds`: from its first byte to the end of the answer."""
    REQUESTS.labels(kind, method if method in METHODS else "other", str(status)).inc()
    if kind != "socket":
        SECONDS.labels(kind).observe(seconds)


class CountErrors(logging.Handler):
    """Counts what is logged with a number."""

    def emit(self, record: logging.LogRecord) -> None:
        ERRORS.inc()


def serve_metrics() -> None:
    """Answer `/metrics` where LANDKAART_METRICS says, if it says anything.

    Raises OngeldigBestand when that is no address, or is taken.
    """
    place = settings.metrics()
    if place is None:
        return
    host, port = place
    try:
        start_http_server(port, host, registry=REGISTRY)
    except OSError as error:
        raise OngeldigBestand(
            f"Op {host}:{port} van LANDKAART_METRICS kan niet geluisterd worden: {error.strerror}. Kies een andere poort."
        ) from error
    logging.getLogger(errors.__name__).addHandler(CountErrors())
    logger.info("metingen op %s:%s", host, port)
