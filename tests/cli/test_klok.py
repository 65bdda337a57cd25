"""The clock of the server, and the terms of personal data, on the command line."""

from datetime import timedelta

import pytest

from db.actions.klok import keep_signs
from db.engine import read_session, write_session
from db.queries.clock import clock_record
from landkaart.cli.klok import klok
from landkaart.cli.opruimen import opruimen
from landkaart.domein.bewaartermijnen import Termijnen
from landkaart.domein.clock import system_now
from landkaart.domein.clock_trust import KlokOnzeker, Signs
from landkaart.domein.fouten import Fout


@pytest.fixture
def was_off(database) -> None:
    """For a weekend."""
    with write_session() as session:
        keep_signs(session, Signs(system_now() - timedelta(3)))


def test_a_clock_that_is_believed_says_what_time_it_is(database, capsys):
    klok(bevestig=False)

    assert capsys.readouterr().out.startswith("De klok wordt vertrouwd: het is ")


def test_a_clock_that_jumped_says_why_it_is_not_and_how_to_go_on(was_off):
    with pytest.raises(Fout, match="laatste teken van leven.*24 uur heeft gedraaid .nog 24 uur.*--bevestig"):
        klok(bevestig=False)


def test_the_operator_says_that_it_is_right(was_off, capsys):
    klok(bevestig=True)

    assert "De klok wordt vertrouwd" in capsys.readouterr().out
    with read_session() as session:
        assert clock_record(session=session).doubt() is None


def test_opruimen_says_of_each_term_what_went(database, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("LANDKAART_RESERVEKOPIE", str(tmp_path / "kopieen"))
    (tmp_path / "kopieen").mkdir()

    opruimen()

    said = capsys.readouterr().out.splitlines()
    assert len(said) == len(Termijnen)
    assert "0 sessies, 7 dagen na hun einde." in said


def test_opruimen_waits_for_a_clock_that_is_believed(was_off):
    with pytest.raises(KlokOnzeker):
        opruimen()
