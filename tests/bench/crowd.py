"""Many managers at once, each on an open connection of his own, without a browser."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from itertools import cycle
from time import perf_counter

from landkaart.domein.catalogus import catalogus

BANDS = ("niet", "in_ontwikkeling", "gedeeltelijk", "volledig")
TERTAAL = "2009-3"


@dataclass
class Manager:
    """Somebody who fills in one mijlpaal of a werkplein over and over; `seen` is the version on his screen."""

    werkplein: str
    mijlpaal: str
    token: str
    port: int
    bands: cycle = field(default_factory=lambda: cycle(BANDS))
    seen: str | None = None

    async def open(self) -> "Manager":
        self.reader, self.writer = await asyncio.open_connection("localhost", self.port, limit=1 << 20)
        return self

    async def close(self) -> None:
        self.writer.close()
        await self.writer.wait_closed()

    async def save(self) -> float:
        """Seconds until the answer was there. Raises RuntimeError when it was not saved."""
        begin = perf_counter()
        body = {"waarde": next(self.bands), "gezien": self.seen}
        found = await self.ask("PUT", f"/veld/band/{self.mijlpaal}", body)
        self.seen = found["veld"]["versie"]
        return perf_counter() - begin

    async def submit(self) -> float:
        """As `save`, of all that stands there; what was on the screen is asked before the time begins."""
        shown = (await self.ask("GET", ""))["velden"]
        return await self.submit_as(shown)

    async def submit_as(self, shown: dict) -> float:
        begin = perf_counter()
        seen = {name: each["versie"] for name, each in shown.items() if each["versie"]}
        await self.ask("POST", "/indien", {"gezien": seen})
        return perf_counter() - begin

    async def look(self) -> dict:
        return await self.ask("GET", "")

    async def confirm(self) -> None:
        await self.ask("POST", "/bevestig", {"mijlpalen": list(catalogus().codes)})

    async def ask(self, method: str, path: str, body: dict | None = None) -> dict:
        """On a new connection where the server let go of one that was silent for long, as a browser does."""
        try:
            return await self.send(self.request(method, path, body))
        except (asyncio.IncompleteReadError, ConnectionError):
            await self.open()
            return await self.send(self.request(method, path, body))

    async def send(self, request: bytes) -> dict:
        self.writer.write(request)
        head = await self.reader.readuntil(b"\r\n\r\n")
        return accepted(head, await self.reader.readexactly(length_of(head)))

    def request(self, method: str, path: str, body: dict | None = None) -> bytes:
        """As a browser would send it."""
        sent = b"" if body is None else json.dumps(body).encode()
        head = (
            f"{method} /api/invullen/{self.werkplein}/{TERTAAL}{path} HTTP/1.1\r\nHost: localhost:{self.port}\r\n"
            f"Cookie: sessie={self.token}\r\nContent-Type: application/json\r\nContent-Length: {len(sent)}\r\n\r\n"
        )
        return head.encode() + sent


def length_of(head: bytes) -> int:
    return next(int(line[16:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length: "))


def accepted(head: bytes, body: bytes) -> dict:
    """Raises RuntimeError for another status than 200."""
    if head[9:12] != b"200":
        raise RuntimeError(f"{head[9:12]!r} {body!r}")
    return json.loads(body)


async def at_once(managers: Sequence[Manager], act: Callable[[Manager], Awaitable[float]]) -> list[float]:
    """All of them at the same moment; how long each waited."""
    return list(await asyncio.gather(*map(act, managers)))


async def all_the_time(managers: Sequence[Manager], pause: float, seconds: float) -> list[float]:
    """Each saves every `pause` seconds, spread evenly; how long each save took. Who is late does not catch up."""
    found: list[float] = []

    async def work(manager: Manager, delay: float) -> None:
        await asyncio.sleep(delay)
        end = perf_counter() + seconds - delay
        while perf_counter() < end:
            took = await manager.save()
            found.append(took)
            await asyncio.sleep(max(0.0, pause - took))

    async with asyncio.TaskGroup() as group:
        for number, manager in enumerate(managers):
            group.create_task(work(manager, pause * number / len(managers)))
    return found


def p95(found: Sequence[float]) -> float:
    return sorted(found)[int(len(found) * 0.95)]
