"""What tests share: a database of their own, a clock they can set, the landkaart of 2009."""

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis.internal.conjecture import engine as hypothesis_engine

from db.act import begin_act
from db.actions.demo import load_demo
from landkaart.domein import clock
from landkaart.domein.rechten import operator
from landkaart.web.sign_in.password_hash import make_hash
from landkaart.web.sign_in.sign_in_page import DEMO_PASSWORD
from tests.steps.databases import use
from tests.steps.mail_servers import Box, running

# Looking for a smaller example than the first may take five minutes, while it is known already that a rule is broken.
hypothesis_engine.MAX_SHRINKING_SECONDS = 20
# For `make mutants`, which only asks whether a rule is broken: no smaller example, and the same ones in every run.
settings.register_profile("mutants", phases=(Phase.explicit, Phase.generate), derandomize=True, database=None)


@pytest.fixture(autouse=True)
def no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that needs a database asks for one; never the one in `var/`."""
    monkeypatch.setenv("DATABASE_URL", "sqlite:////proc/no-database-asked-for/landkaart.db")


@pytest.fixture(autouse=True)
def same_main(monkeypatch: pytest.MonkeyPatch) -> None:
    """AppTest leaves its page behind as `__main__`, which every process that a later test starts would run."""
    monkeypatch.setitem(sys.modules, "__main__", sys.modules["__main__"])


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty landkaart; the path of its file."""
    yield from use(tmp_path / "landkaart.db", monkeypatch)


@pytest.fixture
def landkaart_2009(demo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The landkaart of 2009, freshly loaded, with its demo accounts; the path of its file. It begins on 1 December 2009."""
    shutil.copy(demo_file, tmp_path / "landkaart.db")
    yield from use(tmp_path / "landkaart.db", monkeypatch)


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("demo") / "landkaart.db"
    with pytest.MonkeyPatch.context() as patch:
        for _ in use(file, patch):
            with begin_act(operator()) as act:
                load_demo(act, wachtwoord_hash=make_hash(DEMO_PASSWORD))
    return file


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """`set_clock(moment)`: from here on it is that moment on this machine (an offset in the database still counts).

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
