"""The sheets of 2009-2, with all that stands beside the landkaart."""

import shutil
from pathlib import Path

import pytest

from db.engine import read_session
from db.queries.bijlagen import bijlagen
from landkaart.domein.bijlagen import Bijlagen
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport.werkbladen.blad import Werkblad
from landkaart.rapport.werkbladen.bladen import bladen
from tests.steps.databases import use


@pytest.fixture(scope="session")
def bijlagen_2009(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Bijlagen:
    file = tmp_path_factory.mktemp("bijlagen") / "landkaart.db"
    shutil.copy(demo_file, file)
    with pytest.MonkeyPatch.context() as patch:
        for _ in use(file, patch):
            with read_session() as session:
                found = bijlagen(session=session, tertaal=Tertaal(2009, 2))
    return found


@pytest.fixture(scope="session")
def bladen_2009(beeld_2009: Tertaalbeeld, bijlagen_2009: Bijlagen) -> dict[str, Werkblad]:
    return {blad.naam: blad for blad in bladen(beeld_2009, bijlagen_2009)}
