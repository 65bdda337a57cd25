"""Sixty dear requests at once by one reader, and how long the others wait meanwhile: p95 beside the limit of 300 ms."""

from collections.abc import Iterator
from http.client import HTTPConnection
from itertools import cycle, product
from pathlib import Path
from threading import Event, Thread
from time import perf_counter

from landkaart.domein.rollen import Rol
from landkaart.settings import ROOT
from tests.bench.landkaarten import landkaart_2009
from tests.bench.measure import Measurement
from tests.bench.servers import server
from tests.steps.accounts import make_account, open_session

LIMIT = 0.3
AT_ONCE, OTHERS, SECONDS = 60, 5, 20
PICTURES = (
    "heatmap",
    "landkaart",
    "tabel2",
    "tabel3",
    "tabel4",
    "drijfveren",
    "beweging",
    "overgangen",
    "telling",
    "prognose",
)
# What others ask: a page of ours, Streamlit's own page, a small file.
ASKED = ("/account", "/", "/download/2009-2/tabel2_fasen.csv")


def measure(folder: Path) -> list[Measurement]:
    landkaart_2009(folder / "wij.db")
    reader, *others = (open_session(make_account(Rol.LEZER)) for _ in range(OTHERS + 1))
    with server(ROOT, "app.py") as port:
        quiet = waits(port, others, Event(), seconds=5)
        busy = with_sixty(port, reader, others)
    return [
        Measurement("anderen, p95 terwijl één lezer 60 figuren tegelijk vraagt, naast de grens", p95(busy), LIMIT, 1),
        Measurement("anderen, p95 zonder hem, naast de grens", p95(quiet), LIMIT, 1),
    ]


def with_sixty(port: int, reader: str, others: list[str]) -> list[float]:
    """How long the others waited while sixty requests of the reader were under way, each begun anew when it is answered."""
    done, paths = Event(), different()
    crowd = [Thread(target=keep_asking, args=(port, reader, paths, done)) for _ in range(AT_ONCE)]
    for each in crowd:
        each.start()
    found = waits(port, others, done, seconds=SECONDS)
    for each in crowd:
        each.join()
    return found


def different() -> Iterator[str]:
    """Pictures, each another one than before for as long as there are."""
    kinds = product(("2009-2", "2009-1"), PICTURES, ("png", "svg"))
    return cycle([f"/figuur/{tertaal}/{naam}.{kind}" for tertaal, naam, kind in kinds])


def keep_asking(port: int, token: str, paths: Iterator[str], done: Event) -> None:
    while not done.is_set():
        if ask(port, token, next(paths)) == 429:
            done.wait(0.2)


def waits(port: int, tokens: list[str], done: Event, seconds: float) -> list[float]:
    """How long each of these visitors waited each time, one after the other; `done` is set at the end."""
    found: list[float] = []
    end = perf_counter() + seconds
    for token, path in cycle(product(tokens, ASKED)):
        begun = perf_counter()
        if begun > end:
            break
        assert ask(port, token, path) == 200
        found.append(perf_counter() - begun)
    done.set()
    return found


def ask(port: int, token: str, path: str) -> int:
    connection = HTTPConnection("localhost", port, timeout=120)
    try:
        connection.request("GET", path, headers={"Cookie": f"sessie={token}", "Host": f"localhost:{port}"})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


def p95(found: list[float]) -> float:
    return sorted(found)[int(len(found) * 0.95)]
