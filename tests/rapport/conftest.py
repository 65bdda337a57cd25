"""The landkaart of 2009, read once: what comes out of the database here is plain values, which nobody changes."""

import shutil
from pathlib import Path

import pytest

from db.engine import read_session
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from tests.steps.databases import use


@pytest.fixture(scope="session")
def beeld_2009(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Tertaalbeeld:
    """Everything about 2009-2."""
    file = tmp_path_factory.mktemp("beeld") / "landkaart.db"
    shutil.copy(demo_file, file)
    with pytest.MonkeyPatch.context() as patch:
        for _ in use(file, patch):
            with read_session() as session:
                beeld = tertaalbeeld(session=session, tertaal=Tertaal(2009, 2))
    return beeld
