"""What stands beside a backup: of when it is, what is in it, and which program made it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from landkaart.domein.fouten import OngeldigBestand

# Clocks are put right by less than this.
AHEAD = timedelta(minutes=5)
NAME = "landkaart-%Y%m%dT%H%M%SZ.db"


@dataclass(frozen=True)
class Note:
    """Kept as JSON in a file of the same name as the backup, with `.json` behind it."""

    gemaakt_op: str  # ISO, UTC.
    sha256: str  # Of the whole file.
    grootte: int  # In bytes.
    versie: str  # Of the program that made it.
    stap: str  # The last migration that it went through.
    rijen: Mapping[str, int]  # By name of the table.


def write_note(backup: Path, note: Note) -> None:
    path = note_of(backup)
    path.touch(mode=0o600)
    path.write_text(json.dumps(asdict(note), indent=1) + "\n", encoding="utf-8")


def read_note(backup: Path) -> Note:
    """Return what was noted when the backup was made.

    Raises OngeldigBestand when that is not there or cannot be read.
    """
    try:
        return Note(**json.loads(note_of(backup).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise OngeldigBestand(
            f"Bij {backup} hoort {note_of(backup).name}, maar dat ontbreekt of is niet te lezen. "
            "Kies een andere reservekopie."
        ) from error


def note_of(backup: Path) -> Path:
    return backup.with_name(f"{backup.name}.json")


def moment_of(backup: Path) -> datetime | None:
    """Return when a backup was made, by its name; None for a file that is no backup of ours."""
    try:
        return datetime.strptime(backup.name, NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def backups_in(folder: Path) -> list[Path]:
    """Return the backups in a folder, the newest first."""
    found = [path for path in folder.glob("landkaart-*.db") if moment_of(path)] if folder.is_dir() else []
    return sorted(found, key=lambda path: path.name, reverse=True)


def newest_until(folder: Path, now: datetime) -> datetime | None:
    """Return when the newest backup was made; one of the future, of a clock that ran ahead, is not counted."""
    moments = (moment_of(path) for path in backups_in(folder))
    return next((moment for moment in moments if moment and moment <= now + AHEAD), None)


def checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
