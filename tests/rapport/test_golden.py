"""The tables that the report on 2009-2 prints, byte for byte."""

from pathlib import Path

import pytest

from db.engine import read_session
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.files import files_of, write_files
from tests.steps.factories import GEMAAKT

GOLDEN = Path(__file__).parent.parent / "rapport-2009-2"
NAMES = ["tabel2_fasen.csv", "tabel3_mijlpalen.csv", "tabel4_historie.csv"]


@pytest.mark.parametrize("name", NAMES)
def test_the_landkaart_of_2009_gives_the_tables_of_the_report(name, landkaart_2009, tmp_path):
    with read_session() as session:
        beeld = tertaalbeeld(session=session, tertaal=Tertaal(2009, 2))

    list(write_files(tmp_path / "export", files_of(beeld, GEMAAKT)))

    assert (tmp_path / "export" / name).read_bytes() == (GOLDEN / name).read_bytes()


def test_every_table_that_the_report_prints_is_compared():
    assert sorted(path.name for path in GOLDEN.iterdir()) == NAMES
