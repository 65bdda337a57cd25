"""At two at night in Amsterdam a backup is due, once; what was missed is made up for."""

from datetime import UTC, datetime, timedelta

import pytest

from db.backup.note import NAME, backups_in
from db.engine import read_session
from db.queries.momentopnamen import frozen_tertalen
from landkaart.domein.clock import AMSTERDAM
from landkaart.web.serving.nightly import carry_out_terms_when_due, freeze_now, is_due, make_backup_when_due, note_clock_now
from tests.steps.small_landkaart import DURING, NU, SLUIT, keep, make_uitvraag, make_werkplein, submit_all


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("made", "now", "due"),
    [
        ("2009-12-01T02:00", "2009-12-02T01:59", False),
        ("2009-12-01T02:00", "2009-12-02T02:00", True),
        ("2009-12-02T02:00", "2009-12-02T23:00", False),
        ("2009-11-20T02:00", "2009-12-02T12:00", True),  # The machine was off.
        ("2010-03-28T01:59", "2010-03-28T03:00", True),  # That night two o'clock is three.
    ],
)
def test_a_backup_is_due_when_none_was_made_since_two_o_clock(tmp_path, made, now, due):
    (tmp_path / at(made).astimezone(UTC).strftime(NAME)).touch()

    assert is_due(tmp_path, at(now)) is due


def test_where_a_folder_is_set_the_program_makes_one_a_night(database, tmp_path, monkeypatch, set_clock):
    monkeypatch.setenv("LANDKAART_RESERVEKOPIE", str(tmp_path / "kopieen"))

    for moment in ("2009-12-01T02:00", "2009-12-01T14:00", "2009-12-02T02:10"):
        set_clock(at(moment))
        make_backup_when_due()

    assert len(backups_in(tmp_path / "kopieen")) == 2


def test_a_backup_that_was_made_is_named_in_the_log(database, tmp_path, monkeypatch, caplog):
    monkeypatch.setenv("LANDKAART_RESERVEKOPIE", str(tmp_path / "kopieen"))

    with caplog.at_level("INFO"):
        made = make_backup_when_due()

    assert f"reservekopie: {made}" in [record.getMessage() for record in caplog.records]


def test_where_none_is_set_nothing_is_made(database, tmp_path):
    assert make_backup_when_due() is None


def test_what_fails_is_logged_and_stops_nothing(database, tmp_path, monkeypatch, caplog):
    (tmp_path / "bestand").touch()
    monkeypatch.setenv("LANDKAART_RESERVEKOPIE", str(tmp_path / "bestand"))

    assert make_backup_when_due() is None
    assert "kan niet geschreven worden" in caplog.text


def test_a_backup_of_the_future_is_no_reason_to_make_none(tmp_path):
    """A clock ran a month ahead for one night."""
    (tmp_path / at("2010-01-01T02:00").astimezone(UTC).strftime(NAME)).touch()

    assert is_due(tmp_path, at("2009-12-02T12:00"))


def test_while_the_clock_is_not_believed_backups_are_made_and_none_is_removed(
    database, tmp_path, monkeypatch, set_clock, jump_clock
):
    folder = tmp_path / "kopieen"
    monkeypatch.setenv("LANDKAART_RESERVEKOPIE", str(folder))
    set_clock(at("2009-12-01T12:00"))
    make_backup_when_due()
    for day in range(1, 25):
        jump_clock(at("2009-12-01T12:00") + timedelta(day, hours=day))
        make_backup_when_due()
    assert len(backups_in(folder)) == 25

    set_clock(at("2009-12-27T12:00"))
    make_backup_when_due()
    assert len(backups_in(folder)) < 25


def test_the_terms_are_carried_out_once_a_night(database, set_clock):
    done = []
    for moment in ("2009-12-01T02:00", "2009-12-01T14:00", "2009-12-02T02:10"):
        set_clock(at(moment))
        done.append(carry_out_terms_when_due())

    assert [found is not None for found in done] == [True, False, True]


def test_the_terms_wait_for_a_clock_that_is_believed(database, set_clock, jump_clock, caplog):
    set_clock(at("2009-12-01T02:00"))
    jump_clock(at("2009-12-04T02:00"))

    assert carry_out_terms_when_due() is None
    assert caplog.text == ""


def test_a_disk_that_is_full_stops_no_look_at_the_clock(database, monkeypatch, caplog):
    def full(**_):
        raise OSError("disk full")

    monkeypatch.setattr("landkaart.web.serving.nightly.note_clock", full)

    note_clock_now()

    assert "disk full" in caplog.text


def test_what_closed_is_frozen_without_a_visitor(database, set_clock):
    keep(make_uitvraag(), make_werkplein("assen"))
    set_clock(DURING)
    submit_all()
    set_clock(SLUIT)

    freeze_now()

    with read_session() as session:
        assert list(frozen_tertalen(session=session)) == [NU]


def test_a_database_that_is_away_stops_no_look_at_what_closed(monkeypatch, caplog):
    monkeypatch.setenv("DATABASE_URL", "sqlite:////proc/no-such-folder/landkaart.db")

    freeze_now()

    assert "no-such-folder" in caplog.text
