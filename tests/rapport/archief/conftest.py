"""What an archive of 2009-2 is made from."""

import shutil
from pathlib import Path

import pytest

from db.engine import read_session
from db.queries.bijlagen import bijlagen
from db.queries.rapportage import rapport_gegevens
from landkaart.domein.bijlagen import Bijlagen
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.tertaal import Tertaal
from tests.steps.databases import use


@pytest.fixture(scope="session")
def of_2009(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[RapportGegevens, Bijlagen]:
    file = tmp_path_factory.mktemp("archief") / "landkaart.db"
    shutil.copy(demo_file, file)
    tertaal = Tertaal(2009, 2)
    with pytest.MonkeyPatch.context() as patch:
        for _ in use(file, patch):
            with read_session() as session:
                found = rapport_gegevens(session=session, tertaal=tertaal, adres="https://landkaart.voorbeeld.nl")
                beside = bijlagen(session=session, tertaal=tertaal)
    return found, beside
