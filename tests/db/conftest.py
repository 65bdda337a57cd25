"""What the tests of storage share: `database` runs a test twice, on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.steps.databases import use
from tests.steps.postgres import use_server


@pytest.fixture
def sqlite_file(empty_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty landkaart on SQLite only; the path of its file."""
    yield from use(shutil.copy(empty_file, tmp_path / "landkaart.db"), monkeypatch)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An empty landkaart, on each kind of database in turn; the name of the kind."""
    if request.param == "sqlite":
        request.getfixturevalue("sqlite_file")
        yield request.param
    else:
        yield from use_server(request.getfixturevalue("postgres"), monkeypatch)
