"""At two at night in Amsterdam a backup is due, once; what was missed is made up for."""

from datetime import UTC, datetime

import pytest

from db.backup.note import NAME, backups_in
from landkaart.domein.clock import AMSTERDAM
from landkaart.web.serving.nightly import is_due, make_backup_when_due


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
