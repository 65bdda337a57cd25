"""The rush of the last days: many managers who save at the same time, while others look around.

Wall clock, against a limit: only on a quiet machine. `python -m tests.bench.rush` also looks how many it carries.
"""

import asyncio
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event, Thread

from db.act import begin_act
from db.actions.invullingen import save_answer
from db.engine import read_session
from db.queries.werkpleinen import active
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import local_date, system_now
from landkaart.domein.invulling import Veld
from landkaart.domein.rechten import operator
from landkaart.domein.rollen import Rol
from landkaart.screens import Screen
from landkaart.settings import ROOT
from tests.bench.crowd import Manager, all_the_time, at_once, p95
from tests.bench.landkaarten import choose, landkaart_2009
from tests.bench.measure import Measurement
from tests.bench.rerunning import address_of
from tests.bench.saving import TERTAAL
from tests.bench.servers import Visit, server
from tests.steps.accounts import make_account, open_session

PAUSE, MINUTES = 3, 2
LOOKERS = 5
LOOKED_AT = (Screen.LANDELIJK, Screen.RESPONS, Screen.HEATMAP, Screen.ACHTERBLIJVERS, Screen.KAART)
MANY = (250, 500, 1000, 1500, 2000, 3000)
HUNDRED, HALF, SECOND = 0.1, 0.5, 1.0


def measure(folder: Path) -> list[Measurement]:
    """Each p95 beside the limit that it must stay under; what is not saved raises."""
    with crowd(folder, 127) as (port, managers, tokens), looking(port):
        saves = run(all_the_time, managers, PAUSE, 60 * MINUTES)
    found = [Measurement("127 managers die elke 3 s opslaan, 5 kijken rond: p95", p95(saves), HUNDRED, 1)]
    with crowd(folder, 127) as (port, managers, tokens):
        found.append(Measurement("127 tegelijk opslaan: p95", p95(run(at_once, managers, Manager.save)), HALF, 1))
    with crowd(folder, 127, complete=True) as (port, managers, tokens):
        found.append(Measurement("127 tegelijk indienen: p95", p95(run(submitting, managers)), HALF, 1))
    with crowd(folder, 1000) as (port, managers, tokens):
        found.append(
            Measurement("1.000 managers die elke 3 s opslaan: p95", p95(run(all_the_time, managers, PAUSE, 30)), SECOND, 1)
        )
    return found


async def submitting(managers: Sequence[Manager]) -> list[float]:
    shown = [(await manager.look())["velden"] for manager in managers]
    return list(await asyncio.gather(*(manager.submit_as(seen) for manager, seen in zip(managers, shown, strict=True))))


def run(act, managers: Sequence[Manager], *what) -> list[float]:
    """With every connection open before the time begins; each has asked its form once."""

    async def all_of_it() -> list[float]:
        for manager in managers:
            await manager.open()
            manager.seen = (await manager.look())["velden"][f"band/{manager.mijlpaal}"]["versie"]
        found = await act(managers, *what)
        await asyncio.gather(*(manager.close() for manager in managers))
        return found

    return asyncio.run(all_of_it())


@contextmanager
def crowd(folder: Path, number: int, complete: bool = False) -> Iterator[tuple[int, list[Manager], list[str]]]:
    """A server on a landkaart of its own and so many managers, each at a mijlpaal of his own; `complete`: of full forms."""
    file = folder / f"{number}-{complete}.db"
    if not file.exists():
        landkaart_2009(file)
    choose(file)
    with read_session() as session:
        werkpleinen = active(session=session, on=local_date(system_now().replace(year=2009)))
    codes = catalogus().codes
    places = [(werkpleinen[each % len(werkpleinen)], codes[each // len(werkpleinen) % len(codes)]) for each in range(number)]
    tokens = [open_session(make_account(Rol.WERKPLEIN, [werkplein])) for werkplein, _ in places]
    if complete:
        for werkplein, _ in places:
            fill(werkplein)
    with server(ROOT, "app.py") as port:
        pairs = zip(places, tokens, strict=True)
        yield port, [Manager(*place, token, port) for place, token in pairs], tokens


def fill(werkplein: str) -> None:
    with begin_act(operator()) as act:
        for code in catalogus().codes:
            save_answer(act, veld=Veld(werkplein, TERTAAL, code), band=Band.GEDEELTELIJK)


@contextmanager
def looking(port: int) -> Iterator[None]:
    """Some of the AKO, each on pages of their own, one after the other."""
    end = Event()

    def look(token: str) -> None:
        visits = [Visit(port, token, **address_of(screen)) for screen in LOOKED_AT]
        while not end.is_set():
            for visit in visits:
                visit.rerun()
                end.wait(1)

    threads = [Thread(target=look, args=(open_session(make_account(Rol.AKO)),)) for _ in range(LOOKERS)]
    with ExitStack() as stack:
        for thread in threads:
            thread.start()
            stack.callback(thread.join)
        stack.callback(end.set)
        yield


def how_many() -> None:
    """Prints the p95 for more and more managers, until it passes a second."""
    with tempfile.TemporaryDirectory() as folder:
        for number in MANY:
            with crowd(Path(folder), number) as (_, managers, _):
                found = p95(run(all_the_time, managers, PAUSE, 30))
            print(f"{number:>5} managers: p95 {found * 1000:.0f} ms", flush=True)
            if found > SECOND:
                return


if __name__ == "__main__":
    sys.exit(how_many())
