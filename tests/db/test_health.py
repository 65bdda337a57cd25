"""What is wrong is said, each thing in a sentence of its own; and of a healthy landkaart nothing is said."""

import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import text

from db import health
from db.actions.klok import keep_signs
from db.actions.uitvragen import make_uitvraag
from db.backup.copy import make_backup
from db.engine import close, read_session, write_session
from db.health import problems
from db.models import Bericht, Logregel, Mailing
from db.queries.clock import clock
from landkaart.domein.clock import moment_of, system_now
from landkaart.domein.clock_trust import Signs
from landkaart.domein.planning import Planning
from landkaart.domein.tertaal import Tertaal
from tests.steps.accounts import make_account
from tests.steps.perform import perform

NOW = datetime(2009, 12, 1, 12, 0, tzinfo=UTC)


def found(path, backups=None, now=NOW, opened=None) -> list[str]:
    return problems(f"sqlite:///{path}", backups, now, opened)


@pytest.fixture
def closed(sqlite_file):
    close(f"sqlite:///{sqlite_file}")
    return sqlite_file


def test_of_a_healthy_database_nothing_is_said(sqlite_file):
    assert found(sqlite_file, opened=sqlite_file.stat().st_ino) == []


def test_a_look_leaves_nothing_beside_the_file(closed):
    assert found(closed) == []
    assert [path.name for path in closed.parent.iterdir()] == ["landkaart.db"]


def test_a_missing_database_is_said(tmp_path):
    [sentence] = found(tmp_path / "weg.db")
    assert "weg.db is er niet" in sentence


def test_a_replaced_database_is_said(sqlite_file):
    [sentence] = found(sqlite_file, opened=sqlite_file.stat().st_ino + 1)
    assert "is vervangen terwijl de landkaart draaide" in sentence


def test_a_read_only_database_is_said(closed, monkeypatch):
    monkeypatch.setattr(health.os, "access", lambda path, how: how != os.W_OK)

    [sentence] = found(closed)
    assert "kan niet geschreven worden" in sentence


def test_a_disk_that_is_nearly_full_is_said(closed, monkeypatch):
    monkeypatch.setattr(health.shutil, "disk_usage", lambda path: type("Usage", (), {"free": 5 * 2**20})())

    [sentence] = found(closed)
    assert "nog 5 MB vrij" in sentence


def test_damage_in_the_midst_of_the_file_is_said(landkaart_2009):
    close(f"sqlite:///{landkaart_2009}")
    with landkaart_2009.open("r+b") as file:
        file.seek(400_000)
        file.write(b"\xff" * 4096 * 20)

    [sentence] = found(landkaart_2009)
    assert "beschadigd" in sentence or "niet te lezen" in sentence


def test_second_factors_whose_key_is_lost_are_said_with_what_to_do(sqlite_file, monkeypatch):
    make_account("lezer", totp="A" * 32)
    make_account("lezer", totp="B" * 32)
    assert found(sqlite_file) == []
    monkeypatch.setenv("LANDKAART_SLEUTEL", Fernet.generate_key().decode())

    [sentence] = found(sqlite_file)
    assert sentence.startswith("De tweede factor van 2 accounts is verzegeld met een sleutel die er niet meer is.")
    assert sentence.endswith("python -m landkaart toegang --voor ADRES")


def test_a_look_makes_no_key(sqlite_file, monkeypatch):
    make_account("lezer", totp="A" * 32)
    monkeypatch.delenv("LANDKAART_SLEUTEL")

    [sentence] = found(sqlite_file)
    assert str(sqlite_file.with_suffix(".sleutel")) in sentence
    assert not sqlite_file.with_suffix(".sleutel").exists()


def test_a_database_of_a_newer_program_is_said(sqlite_file):
    with write_session() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    [sentence] = found(sqlite_file)
    assert "nieuwere versie van de landkaart (stap 9999)" in sentence


@pytest.mark.parametrize(("minutes", "said"), [(59, 0), (61, 1)])
def test_post_that_waits_longer_than_an_hour_is_said(sqlite_file, minutes, said):
    since = f"{NOW - timedelta(minutes=minutes):%Y-%m-%d %H:%M:%S.%f}"
    with write_session() as session:
        session.execute(
            text(
                "INSERT INTO mailing (id, sleutel, tertaal, groep, onderwerp, tekst, door, gemaakt_op) "
                "VALUES (1, 'x', '2009-3', 'deels', 'o', 't', 'ako', :since)"
            ),
            {"since": since},
        )
        session.execute(
            text(
                "INSERT INTO bericht (mailing_id, adres, naam, status, gewijzigd_op) "
                "VALUES (1, 'a@b.nl', 'A', 'wacht', :since)"
            ),
            {"since": since},
        )

    assert len(found(sqlite_file)) == said


@pytest.mark.parametrize(
    ("now", "late"),
    [
        ("2010-03-15T09:59", 0),
        ("2010-03-15T10:01", 1),
        ("2010-04-15T10:01", 2),
        ("2010-04-30T23:59", 3),
        ("2010-05-01T00:00", 0),
    ],
)
def test_planned_post_that_is_late_by_more_than_an_hour_is_said_while_the_uitvraag_is_open(landkaart_2009, now, late):
    perform(make_uitvraag, tertaal=Tertaal(2010, 1), planning=Planning.usual(Tertaal(2010, 1)), vragen_aan=None)
    with read_session() as session:
        ahead = clock(session=session).offset

    said = [each for each in found(landkaart_2009, now=moment_of(datetime.fromisoformat(now)) - ahead) if "gepland" in each]

    assert [int(re.search(r"(\d+) geplande", each)[1]) for each in said] == ([late] if late else [])


@pytest.mark.parametrize(("hours", "said"), [(25, 0), (27, 1)])
def test_a_backup_older_than_a_day_and_two_hours_is_said(sqlite_file, tmp_path, hours, said):
    make_backup(sqlite_file, tmp_path / "kopieen", NOW - timedelta(hours=hours))

    assert len(found(sqlite_file, tmp_path / "kopieen")) == said


def test_that_there_is_no_backup_at_all_is_said(sqlite_file, tmp_path):
    [sentence] = found(sqlite_file, tmp_path / "kopieen")
    assert "nog geen reservekopie" in sentence


def test_a_server_that_is_away_is_said():
    [sentence] = problems("postgresql+psycopg://landkaart@127.0.0.1:9/landkaart", None, system_now())
    assert "De database op 127.0.0.1 is niet te bereiken" in sentence


@pytest.mark.parametrize(("content", "said"), [(b"", "is leeg"), (b"ruis" * 5000, "geen SQLite-database of is beschadigd")])
def test_a_file_that_is_no_database_is_said(tmp_path, content, said):
    (tmp_path / "landkaart.db").write_bytes(content)

    [sentence] = found(tmp_path / "landkaart.db")
    assert said in sentence


def test_a_wal_that_vanished_is_said(tmp_path, sqlite_file):
    """As after a kill: the marker is there, the -wal is not."""
    lost = tmp_path / "kwijt.db"
    lost.write_bytes(sqlite_file.read_bytes())
    (tmp_path / "kwijt.db-open").write_text("12345")

    [sentence] = found(lost)
    assert "niet netjes gestopt" in sentence


@pytest.mark.parametrize(("days", "said"), [(0, 0), (3, 1), (-3, 1)], ids=["seen", "jumped ahead", "fell back"])
def test_a_clock_that_is_not_believed_is_said(sqlite_file, days, said):
    with write_session() as session:
        keep_signs(session, Signs(NOW))
        session.add(Logregel(moment=NOW, door="a", weg="klok", handeling="klok"))

    sentences = found(sqlite_file, now=NOW + timedelta(days))
    assert [("klok van de server" in each) for each in sentences] == [True] * said


def test_a_backup_of_the_future_does_not_hide_that_there_is_none_of_today(sqlite_file, tmp_path):
    make_backup(sqlite_file, tmp_path / "kopieen", NOW + timedelta(31))

    [sentence] = found(sqlite_file, tmp_path / "kopieen")
    assert "nog geen reservekopie" in sentence


def test_a_server_is_looked_at_as_a_file_is(postgres, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", postgres.landkaart)
    now = system_now()
    with write_session() as session:
        keep_signs(session, Signs(now))
    assert problems(postgres.landkaart, None, now) == []

    with write_session() as session:
        mailing = {"sleutel": "x", "tertaal": "2009-3", "groep": "deels", "onderwerp": "o", "tekst": "t", "door": "ako"}
        session.add(Mailing(id=1, gemaakt_op=now, **mailing))
        session.flush()
        waiting = {"mailing_id": 1, "adres": "a@b.nl", "naam": "A", "status": "wacht"}
        session.add(Bericht(gewijzigd_op=now - timedelta(minutes=61), **waiting))
        keep_signs(session, Signs(now - timedelta(3)))
        own = session.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    try:
        newer, clock, post = problems(postgres.landkaart, None, now)
        [of_backups] = [each for each in problems(postgres.landkaart, Path("/nergens"), now) if "pg_dump" in each]
    finally:
        with write_session() as session:
            session.execute(text("UPDATE alembic_version SET version_num = :own"), {"own": own})
        postgres.empty()
    assert "nieuwere versie" in newer
    assert "klok van de server" in clock
    assert "Post blijft liggen: 1 e-mails" in post
    assert "LANDKAART_RESERVEKOPIE geldt voor een SQLite-bestand" in of_backups
