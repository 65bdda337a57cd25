"""Which database the program works on, while a test runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.engine import engines


def use(file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Point the program at a file, and let go of it afterwards; a closed SQLite file has no -wal left beside it."""
    address = f"sqlite:///{file}"
    monkeypatch.setenv("DATABASE_URL", address)
    pair = engines(address)
    yield file
    for engine in pair:
        engine.dispose()
