"""The landkaart of 2009 comes into an empty database, once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from db.actions import demo
from db.engine import read_session
from db.queries.clock import clock
from db.queries.stands import is_reconstructed, stand
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import OngeldigBestand
from landkaart.domein.rounding import whole_percent
from tests.steps.acts_files import load_demo
from tests.steps.files import SCORES, WERKPLEIN, as_csv, scores, werkpleinen, write
from tests.steps.interruption import interrupt_everywhere
from tests.steps.small_landkaart import NU, everything, keep, log, make_werkplein

pytestmark = pytest.mark.usefixtures("database")
WHEN = datetime(2026, 3, 14, 9, 26, tzinfo=UTC)


def test_it_gives_the_figures_of_the_report_with_the_clock_of_then(set_clock):
    set_clock(WHEN)

    assert load_demo() is True

    with read_session() as session:
        found = stand(session=session, tertaal=NU)
        assert (len(found.bands), whole_percent(found.average())) == (125, 67)
        assert is_reconstructed(session=session, tertaal=NU)
        assert clock(session=session).now().isoformat() == "2009-12-01T09:26:00+00:00"
    brought_in, *frozen = log("door", "weg", "handeling", "tertaal")[-6:]
    assert brought_in == ("opdrachtregel", "import", "inlezen", None)
    closed = ["2008-1", "2008-2", "2008-3", "2009-1", "2009-2"]
    assert frozen == [("klok", "klok", "momentopname", tertaal) for tertaal in closed]


def test_a_second_time_nothing_changes_the_clock_neither(small_folder, set_clock, jump_clock):
    set_clock(WHEN)
    load_demo()
    once = everything()
    jump_clock(WHEN + timedelta(days=1))

    assert load_demo() is False
    assert everything() == once
    with read_session() as session:
        assert str(local_date(clock(session=session).now())) == "2009-12-02"


def test_it_does_not_come_on_top_of_other_data():
    keep(make_werkplein("assen"))
    before = everything()

    with pytest.raises(OngeldigBestand) as error:
        load_demo()

    assert str(error.value) == (
        "Deze database bevat al andere gegevens; daar komt de landkaart van 2009 niet bij. "
        "Kies met DATABASE_URL een nieuwe database."
    )
    assert everything() == before


def test_an_error_at_any_statement_leaves_the_database_empty(small_folder):
    assert interrupt_everywhere(load_demo) >= 15


@pytest.fixture
def small_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the place of the landkaart of 2009, which takes long to load many times over."""
    write(tmp_path, "werkpleinen.csv", werkpleinen(WERKPLEIN))
    write(tmp_path, "scores.csv", as_csv(SCORES, scores()))
    write(
        tmp_path,
        "uitvragen.csv",
        "tertaal,opent,herinnering,sluit,actueel_vanaf\n2009-2,2009-07-15,2009-08-15,2009-09-01,2009-04-01\n",
    )
    monkeypatch.setattr(demo, "FOLDER", tmp_path)
