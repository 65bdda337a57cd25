"""A last day that goes on: `python -m tests.bench.load [MINUTEN]`, twenty by itself, on a quiet machine.

127 managers each save every 3 s and 5 of the AKO look around. Each two minutes it says how many saves were answered, how
long they took, what the server holds in memory and how many files it has open; whatever is refused ends it. At the end
everybody asks his answer back: it must be the one that was shown to him as saved.
"""

import asyncio
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.crowd import Manager, all_the_time, p95
from tests.bench.rush import PAUSE, crowd, looking

MINUTES, STEP = 20, 2
MANAGERS = 127
PAGE = 4096


@dataclass(frozen=True)
class Process:
    """The server that listens at a port, as Linux tells of it."""

    folder: Path

    @property
    def megabytes(self) -> int:
        return int((self.folder / "statm").read_text().split()[1]) * PAGE >> 20

    @property
    def open_files(self) -> int:
        return len(list((self.folder / "fd").iterdir()))


def process_at(port: int) -> Process:
    """The one whose command names that port."""
    wanted = f"--server.port={port}".encode()
    [found] = [each.parent for each in Path("/proc").glob("[0-9]*/cmdline") if wanted in each.read_bytes().split(b"\0")]
    return Process(found)


async def last_day(managers: Sequence[Manager], process: Process, minutes: int) -> int:
    """Returns how many saves were answered. Raises RuntimeError for one that was refused, or is not there at the end."""
    for manager in managers:
        await manager.open()
        manager.seen = await version(manager)
    saved = 0
    for done in range(STEP, minutes + 1, STEP):
        found = await all_the_time(managers, PAUSE, 60 * STEP)
        saved += len(found)
        told = f"p95 {p95(found) * 1000:.0f} ms, langste {max(found) * 1000:.0f} ms"
        print(f"{done:>3} min  {saved:>7} opgeslagen  {told}  {process.megabytes} MB  {process.open_files} open", flush=True)
    lost = [manager.werkplein for manager in managers if await version(manager) != manager.seen]
    if lost:
        raise RuntimeError(f"shown as saved, and not there: {lost}")
    await asyncio.gather(*(manager.close() for manager in managers))
    return saved


async def version(manager: Manager) -> str | None:
    return (await manager.look())["velden"][f"band/{manager.mijlpaal}"]["versie"]


def main(minutes: int) -> None:
    with tempfile.TemporaryDirectory() as folder, crowd(Path(folder), MANAGERS) as (port, managers, _), looking(port):
        saved = asyncio.run(last_day(managers, process_at(port), minutes))
        print(f"{saved} keer opgeslagen, nooit geweigerd; bij alle {len(managers)} staat wat als opgeslagen terugkwam.")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else MINUTES)
