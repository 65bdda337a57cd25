"""Putting a backup back, into an empty place or in the place of a database that is broken."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from db.backup.copy import describe, flush, said_plainly
from db.backup.note import Note, checksum, read_note
from db.in_use import is_in_use, marker_of
from landkaart.domein.fouten import OngeldigBestand


def require_whole(backup: Path, now: datetime) -> Note:
    """Return the note of a backup that is still what it was when it was made, byte for byte and row for row.

    Raises OngeldigBestand.
    """
    if not backup.is_file():
        raise OngeldigBestand(f"{backup} is er niet. Noem een reservekopie, zoals landkaart-20091201T020000Z.db.")
    note = read_note(backup)
    with said_plainly(backup.parent):
        if checksum(backup) != note.sha256:
            raise OngeldigBestand(f"{backup} is niet meer wat het was toen het gemaakt werd. Kies een andere reservekopie.")
        if describe(backup, now).rijen != note.rijen:
            raise OngeldigBestand(f"{backup} heeft niet meer de rijen van toen het gemaakt werd.")
    return note


def restore(backup: Path, database: Path, now: datetime, *, replace: bool = False) -> Path | None:
    """Put a backup in the place of the database; return the folder to which what stood there was moved, if anything did.

    Nothing of the old one stays beside the new one: a -wal of another database would ruin it unseen.
    `replace`: also where something stands.

    Raises OngeldigBestand for a bad backup, where something stands without `replace`, and while it is open elsewhere.
    """
    note = require_whole(backup, now)
    old = [path for path in parts_of(database) if path.exists()]
    if old and not replace:
        names = ", ".join(path.name for path in old)
        raise OngeldigBestand(f"In {database.parent} staat al {names}. Kies een andere plaats, of geef --vervang mee.")
    if is_in_use(database):
        raise OngeldigBestand(f"{database} is in gebruik. Stop eerst de landkaart, en zet dan de reservekopie terug.")
    with said_plainly(database.parent):
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = database.with_name(f".{database.name}.{os.getpid()}")
        try:
            copy_whole(backup, made, note)
            moved = move_away(old, database, now)
            os.replace(made, database)
            flush(database.parent)
        finally:
            made.unlink(missing_ok=True)
    return moved


def copy_whole(backup: Path, made: Path, note: Note) -> None:
    shutil.copyfile(backup, made)
    made.chmod(0o600)
    flush(made)
    if checksum(made) != note.sha256:
        raise OngeldigBestand("Bij het terugzetten ging iets mis: de controlesommen zijn niet gelijk. Probeer het opnieuw.")


def move_away(old: list[Path], database: Path, now: datetime) -> Path | None:
    """Keep what stood there, all of it together, in a folder of its own beside the database."""
    if not old:
        return None
    folder = database.with_name(f"{database.name}-vervangen-{now:%Y%m%dT%H%M%SZ}")
    folder.mkdir(mode=0o700)
    for path in old:
        os.replace(path, folder / path.name)
    return folder


def parts_of(database: Path) -> list[Path]:
    """Return every file that belongs to a database."""
    beside = (Path(f"{database}{end}") for end in ("-wal", "-shm", "-journal"))
    return [database, *beside, marker_of(database)]
