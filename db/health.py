"""What is wrong with the database and what it depends on, each as a sentence for whoever runs the landkaart."""

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from alembic.script import ScriptDirectory
from pysqlite3 import dbapi2
from sqlalchemy import create_engine, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from db.backup.copy import STEP
from db.backup.note import newest_until
from db.engine import is_file, parse, read_session
from db.in_use import require_complete
from db.migrate import FOLDER
from db.move import HALF, MARK
from db.overdue import PLANNED, SINCE, overdue_post
from db.private import shut
from db.queries.clock import OFFSET, SIGNS, as_record
from db.sealing import Purpose, has_keys, lost_sentence, unseal
from db.sqlite import check_file, open_to_read, path_of
from db.uptime import machine_uptime
from db.utc import as_moment
from landkaart.domein.clock_trust import doubt_of
from landkaart.domein.credentials import is_totp_secret
from landkaart.domein.fouten import OngeldigBestand
from landkaart.settings import database_url

# A backup is made every night: after a day and two hours one was missed.
BACKUP_TOO_OLD = timedelta(hours=26)
# Nothing leaves so slowly that it still waits after an hour.
POST_STUCK = timedelta(hours=1)
LEAST_ROOM = 200 * 2**20
SEALED = "SELECT totp_geheim FROM account WHERE totp_geheim IS NOT NULL"
ELSEWHERE = (
    "LANDKAART_RESERVEKOPIE geldt voor een SQLite-bestand: van PostgreSQL maakt de landkaart zelf geen reservekopieën. Maak "
    "ze met pg_dump, en laat de instelling weg."
)
SETTINGS = "SELECT sleutel, waarde FROM instelling"
LAST_LINE = "SELECT moment FROM logregel ORDER BY id DESC LIMIT 1"
STUCK = "SELECT count(*) FROM bericht WHERE status IN ('wacht', 'bezig') AND gewijzigd_op < :before"


def require_readable() -> None:
    """Read a row.

    Raises whatever stands in the way.
    """
    with read_session() as session:
        session.execute(text("SELECT 1 FROM instelling LIMIT 1")).all()


def problems(address: str, backups: Path | None, now: datetime, opened: int | None = None) -> list[str]:
    """Find what is wrong with the database, its disk, its backups and the post; nothing when all is well.

    Opens nothing that would make, migrate or change a database. `opened`: the inode of the file that a running program
    has open, which tells whether it was replaced since. `backups`: where they are made; None when they are not.
    """
    try:
        url = parse(address)
    except OngeldigBestand as error:
        return [str(error)]
    of_database = of_file(path_of(url), now, opened) if is_file(url) else of_server(url, now)
    if backups is None:
        return [*of_database]
    return [*of_database, *(of_backups(backups, now) if is_file(url) else [ELSEWHERE])]


def of_file(path: Path, now: datetime, opened: int | None) -> Iterator[str]:
    if not path.exists():
        yield f"{path} is er niet. Zet het bestand terug, of zet een reservekopie terug met: python -m landkaart herstel"
        return
    if opened is not None and path.stat().st_ino != opened:
        yield f"{path} is vervangen terwijl de landkaart draaide. Start de landkaart opnieuw."
    if (file := shut(path)) or not os.access(path.parent, os.W_OK):
        yield f"In {file or path} kan niet geschreven worden. Pas de rechten van het bestand en zijn map aan."
    free = shutil.disk_usage(path.parent).free
    if free < max(LEAST_ROOM, 2 * path.stat().st_size):
        yield f"De schijf van {path.parent} is bijna vol: nog {free >> 20} MB vrij. Maak ruimte."
    try:
        check_file(path)
        require_complete(path)
        with closing(open_to_read(path)) as connection:
            yield from of_content(connection, path, now)
    except OngeldigBestand as error:
        yield str(error)
    except dbapi2.DatabaseError as error:
        yield f"{path} is niet te lezen: {error}. Zet een reservekopie terug met: python -m landkaart herstel"


def of_content(connection: dbapi2.Connection, path: Path, now: datetime) -> Iterator[str]:
    damage = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
    if damage != ["ok"]:
        found = " ".join(damage[0].split())  # SQLite breaks it into lines.
        yield f"{path} is beschadigd: {found}. Zet een reservekopie terug met: python -m landkaart herstel"
        return
    step = connection.execute(STEP).fetchone()[0]
    yield from of_step(step)
    kept = dict(connection.execute(SETTINGS))
    yield from of_move(kept)
    yield from of_clock(kept, connection.execute(LAST_LINE).fetchone(), now)
    stuck = connection.execute(STUCK, {"before": f"{now - POST_STUCK:%Y-%m-%d %H:%M:%S}"}).fetchone()[0]
    yield from of_post(stuck, overdue_post(connection.execute(PLANNED), kept, now) if step >= SINCE else None)
    yield from of_seals([row[0] for row in connection.execute(SEALED)])


def of_server(url: URL, now: datetime) -> Iterator[str]:
    engine = create_engine(url, hide_parameters=True, connect_args={"connect_timeout": 5})
    try:
        with engine.connect() as connection:
            step = connection.execute(text(STEP)).scalar_one()
            yield from of_step(step)
            kept = {row.sleutel: row.waarde for row in connection.execute(text(SETTINGS))}
            yield from of_move(kept)
            yield from of_clock(kept, connection.execute(text(LAST_LINE)).first(), now)
            stuck = connection.execute(text(STUCK), {"before": now - POST_STUCK}).scalar_one()
            planned = map(tuple, connection.execute(text(PLANNED))) if step >= SINCE else ()
            yield from of_post(stuck, overdue_post(planned, kept, now))
            yield from of_seals(list(connection.execute(text(SEALED)).scalars()))
    except SQLAlchemyError:
        yield f"De database op {url.host or 'deze machine'} is niet te bereiken. Controleer of de server draait."
    finally:
        engine.dispose()


def of_step(step: str) -> Iterator[str]:
    known = [script.revision for script in ScriptDirectory(str(FOLDER)).walk_revisions()]
    if step not in known:
        yield f"De database is van een nieuwere versie van de landkaart (stap {step}). Werk het programma bij."


def of_move(kept: Mapping[str, str]) -> Iterator[str]:
    if MARK in kept:
        yield HALF


def of_clock(kept: Mapping[str, str], last: Sequence[datetime | str] | None, now: datetime) -> Iterator[str]:
    """Judge the clock by what is kept of it, and by the last line of the log."""
    record = as_record(kept.get(OFFSET), kept.get(SIGNS), as_moment(last[0]) if last else None)
    if doubt_of(record.signs, record.last_line, record.clock.offset, now, machine_uptime()):
        yield "De klok van de server sprong vooruit of loopt achter en wordt niet vertrouwd: python -m landkaart klok"


def of_post(stuck: int, planned: str | None) -> Iterator[str]:
    if planned:
        yield planned
    if stuck:
        yield f"Post blijft liggen: {stuck} e-mails wachten langer dan een uur. Kijk op Herinneren, en of SMTP_URL klopt."


def of_seals(secrets: list[str]) -> Iterator[str]:
    """Find secrets whose key is lost; makes no key where there is none."""
    has_any = has_keys(database_url())
    lost = [each for each in secrets if not is_totp_secret(each) and not (has_any and unseal(Purpose.TOTP, each))]
    if lost:
        yield lost_sentence(len(lost))


def of_backups(folder: Path, now: datetime) -> Iterator[str]:
    made = newest_until(folder, now)
    if made is None:
        yield f"In {folder} staat nog geen reservekopie. Maak er een met: python -m landkaart reservekopie"
    elif now - made > BACKUP_TOO_OLD:
        yield f"De laatste reservekopie is van {made:%Y-%m-%d %H:%M} UTC. Kijk in het log waarom er daarna geen kwam."
