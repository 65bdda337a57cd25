"""Databases of SQLite for tests: made once in a run, copied for whoever wants one."""

import fcntl
import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from db import signs_of_life
from db.act import begin_act
from db.actions import demo
from db.actions.klok import keep_signs
from db.engine import close, engines
from landkaart.domein.clock import AMSTERDAM, system_now
from landkaart.domein.clock_trust import Signs
from landkaart.domein.rechten import operator
from landkaart.web.sign_in.password_hash import make_hash
from landkaart.web.sign_in.sign_in_page import DEMO_PASSWORD


def use(file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Point the program at a file, and let go of it afterwards; a closed SQLite file has no -wal left beside it."""
    address = f"sqlite:///{file}"
    monkeypatch.setenv("DATABASE_URL", address)
    engines(address)
    yield file
    signs_of_life.settle()
    close(address)


def made_once(folder: Path, name: str, make: Callable[[Path], None]) -> Path:
    """Return the file of that name: the first of the workers that asks makes it, the others wait for it."""
    found = folder / name
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not found.exists():
            half = found.with_suffix(".half")
            make(half)
            half.rename(found)
    return found


def folder_of_the_run(factory: pytest.TempPathFactory) -> Path:
    """Return the temporary folder that the workers of one run share."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def make_empty(file: Path) -> None:
    """Migrate a new file."""
    engines(f"sqlite:///{file}")
    close(f"sqlite:///{file}")


def to_noon(day: date) -> timedelta:
    """Return the offset that makes it noon of that day: no run of the tests is long enough to reach the next."""
    return datetime.combine(day, time(12), AMSTERDAM) - system_now()


def make_demo(file: Path) -> None:
    """Load the landkaart of 2009 with its demo accounts."""
    with pytest.MonkeyPatch.context() as patch:
        for _ in use(file, patch):
            patch.setattr(demo, "offset_to", to_noon)
            with begin_act(operator()) as act:
                demo.load_demo(act, wachtwoord_hash=make_hash(DEMO_PASSWORD))
                # A copy of it is opened hours later: nobody doubts the clock for that.
                keep_signs(act.session, Signs(datetime.max.replace(year=2100, tzinfo=UTC)))
