"""The report on 2009-2, read and made once: what comes out of the database here is plain values, which nobody changes."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from db.engine import read_session
from db.queries.rapportage import rapport_gegevens
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.rapportage.grafieken import Drawn, draw_all
from landkaart.rapport.rapportage.making import WRITERS, RapportSoort
from landkaart.rapport.rapportage.rapport import Samengesteld, compose
from tests.steps.databases import use

ADRES = "https://landkaart.voorbeeld.nl"


@pytest.fixture(scope="session")
def gegevens_2009(demo_file: Path, tmp_path_factory: pytest.TempPathFactory) -> RapportGegevens:
    """Everything for the report on 2009-2, of its edition."""
    file = tmp_path_factory.mktemp("rapport") / "landkaart.db"
    shutil.copy(demo_file, file)
    with pytest.MonkeyPatch.context() as patch:
        for _ in use(file, patch):
            with read_session() as session:
                found = rapport_gegevens(session=session, tertaal=Tertaal(2009, 2), adres=ADRES)
    return found


@pytest.fixture(scope="session")
def samengesteld_2009(gegevens_2009: RapportGegevens) -> Samengesteld:
    return compose(gegevens_2009)


@pytest.fixture(scope="session")
def tekeningen_2009(gegevens_2009: RapportGegevens, samengesteld_2009: Samengesteld) -> dict[str, Drawn]:
    return {chart.titel: drawn for chart, drawn in draw_all(samengesteld_2009.rapport, gegevens_2009)}


@pytest.fixture(scope="session")
def bestanden_2009(samengesteld_2009: Samengesteld, tekeningen_2009: dict[str, Drawn]) -> dict[RapportSoort, bytes]:
    """Every kind of file, made once."""
    return {soort: WRITERS[soort](samengesteld_2009.rapport, tekeningen_2009) for soort in RapportSoort}


@pytest.fixture
def voorlopig(gegevens_2009: RapportGegevens) -> RapportGegevens:
    """The same figures, of which nothing is fixed."""
    return replace(gegevens_2009, editie=None)


@pytest.fixture
def make_files(tekeningen_2009: dict[str, Drawn]) -> Callable[[RapportGegevens], dict[RapportSoort, bytes]]:
    """Every kind of file of a report with the same charts."""

    def make(found: RapportGegevens) -> dict[RapportSoort, bytes]:
        rapport = compose(found).rapport
        return {soort: WRITERS[soort](rapport, tekeningen_2009) for soort in RapportSoort}

    return make
