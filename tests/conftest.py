"""What tests share: a database of their own, a clock they can set, the landkaart of 2009."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from landkaart.domein import clock
from tests.steps import chance, hashing
from tests.steps.clocks import believe_clock
from tests.steps.databases import folder_of_the_run, made_once, make_demo, make_empty, use
from tests.steps.mail_servers import Box, running
from tests.steps.postgres import Postgres, running_postgres

chance.bound()
KEY = "c2xldXRlbCB2YW4gZGUgdG9ldHNlbiwgZ2VlbiBlY2g="


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give a test in a browser a second chance: some in 500 lose a race with a busy machine. The summary names them."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(autouse=True)
def no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that needs a database asks for one; never the one in `var/`."""
    monkeypatch.setenv("DATABASE_URL", "sqlite:////proc/no-database-asked-for/landkaart.db")


@pytest.fixture(autouse=True)
def same_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test leaves a file with a key behind, apart from those that are about it."""
    monkeypatch.setenv("LANDKAART_SLEUTEL", KEY)


@pytest.fixture(autouse=True)
def same_main(monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest leaves its page behind as `__main__`, which every process that a later test starts would run."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture(autouse=True)
def same_umask() -> Iterator[None]:
    """A test that starts the program keeps files from others, as it does; the next test begins as this one did."""
    kept = os.umask(0o022)
    os.umask(kept)
    yield
    os.umask(kept)


@pytest.fixture(scope="session", autouse=True)
def cheap_hashes() -> Iterator[None]:
    """A password is hashed as strongly as the program does it only for whoever asks for `strong_hashes`."""
    with pytest.MonkeyPatch.context() as patch:
        hashing.hash_with(hashing.CHEAP, patch)
        yield


@pytest.fixture
def strong_hashes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes as the program makes them; named before what makes an account."""
    hashing.hash_with(hashing.STRONG, monkeypatch)


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty landkaart to copy: making one takes longer."""
    return made_once(folder_of_the_run(tmp_path_factory), "empty.db", make_empty)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The landkaart of 2009 to copy."""
    return made_once(folder_of_the_run(tmp_path_factory), "demo.db", make_demo)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server of PostgreSQL, begun by the first test that asks for it."""
    with running_postgres() as server:
        yield server


@pytest.fixture
def database(empty_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty landkaart; the path of its file."""
    yield from use(shutil.copy(empty_file, tmp_path / "landkaart.db"), monkeypatch)


@pytest.fixture
def landkaart_2009(demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The landkaart of 2009, freshly loaded, with its demo accounts; the path of its file. It begins on 1 December 2009."""
    yield from use(shutil.copy(demo_file, tmp_path / "landkaart.db"), monkeypatch)


@pytest.fixture
def set_clock(jump_clock: Callable[[datetime], None]) -> Callable[[datetime], None]:
    """`set_clock(moment)`: time went on until that moment, while the program was running: nobody doubts the clock."""

    def set_to(moment: datetime) -> None:
        jump_clock(moment)
        believe_clock()

    return set_to


@pytest.fixture
def jump_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """`jump_clock(moment)`: from here on it is that moment on this machine (an offset in the database still counts).

    Set where `system_now` looks, so that it reaches every module that imported it.
    """

    def set_to(moment: datetime) -> None:
        stopped = type("Stopped", (datetime,), {"now": classmethod(lambda cls, zone: moment.astimezone(zone))})
        monkeypatch.setattr(clock, "datetime", stopped)

    return set_to


@pytest.fixture
def mail_to(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """`mail_to(port)`: from here on a mail server at that port of this machine is set."""

    def point(port: int) -> None:
        monkeypatch.setenv("SMTP_URL", f"smtp://127.0.0.1:{port}")
        monkeypatch.setenv("SMTP_AFZENDER", "Landkaart <landkaart@voorbeeld.nl>")
        monkeypatch.setenv("LANDKAART_ADRES", "https://landkaart.voorbeeld.nl")

    return point


@pytest.fixture
def box(mail_to: Callable[[int], None]) -> Iterator[Box]:
    """A mail server that is there and set, and what it got."""
    found = Box()
    with running(found) as smtp:
        mail_to(smtp.port)
        yield found
