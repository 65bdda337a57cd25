"""Table 3 as a program asks it, guard and token included, beside a route of Starlette alone that returns the same bytes."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from subprocess import DEVNULL, Popen
from sys import executable

from landkaart.settings import ROOT
from tests.bench.landkaarten import landkaart_2009
from tests.bench.measure import Act, Measurement, compare, timed
from tests.bench.servers import free_port, server, wait_for
from tests.steps.programs import token_of

PATH = "/api/v1/tertalen/2009-2/mijlpalen"
BARE = """
import sys, uvicorn
from starlette.applications import Starlette
from starlette.responses import Response
from starlette.routing import Route
content = open(sys.argv[1], "rb").read()
table = Route(sys.argv[2], lambda _: Response(content, media_type="application/json"))
routes = [Route("/_stcore/health", lambda _: Response()), table]
uvicorn.run(Starlette(routes=routes), port=int(sys.argv[3]), log_level="error")
"""


def measure(folder: Path) -> list[Measurement]:
    landkaart_2009(folder / "wij.db")
    token, file = token_of("lezer"), folder / "tabel3.json"
    with server(ROOT, "app.py") as port:
        ours, content = asker(port, token)
        file.write_bytes(content)
        with bare(folder, file) as other:
            theirs, same = asker(other, token)
            assert content == same
            return [compare("API: tabel 3, naast een kale route van Starlette", ours, theirs, goal=3, times=300, warm_up=30)]


@contextmanager
def bare(folder: Path, file: Path) -> Iterator[int]:
    """A server with that one route; its port."""
    port, script = free_port(), folder / "kaal.py"
    script.write_text(BARE, encoding="utf-8")
    process = Popen([executable, str(script), str(file), PATH, str(port)], stdout=DEVNULL, stderr=DEVNULL)
    try:
        wait_for(port, process)
        yield port
    finally:
        process.terminate()
        process.wait()


def asker(port: int, token: str) -> tuple[Act, bytes]:
    """Asks on one open connection; and what was answered the first time."""
    connection = HTTPConnection("localhost", port)

    def ask() -> bytes:
        connection.request("GET", PATH, headers={"Authorization": f"Bearer {token}", "Host": f"localhost:{port}"})
        answer = connection.getresponse()
        assert answer.status == 200
        return answer.read()

    return timed(ask), ask()
