"""What the program keeps is for its owner alone: the database, what lies beside it, backups, and what a command writes."""

import os
from contextlib import suppress
from pathlib import Path

from landkaart.settings import ROOT

OTHERS = 0o077
# What its owner may do: read and write.
OWNERS = 0o600


def keep_private() -> None:
    """Let every file and folder that this program makes from here on be readable by its owner alone."""
    os.umask(OTHERS)


def tighten(database: Path) -> None:
    """Take a database that was made before, with all that lies beside it, away from others; the folder `var` too.

    What lies beside it is as open to its owner as it is itself: SQLite gave those files the rights that it had, and they
    may have changed since. A folder that somebody else chose is his. What belongs to another user stays as it is: that is
    for him to decide.
    """
    own = [ROOT / "var"] if database.resolve().is_relative_to(ROOT / "var") else []
    for path in (*own, *files_of(database)):
        with suppress(OSError):
            mode = path.stat().st_mode
            wanted = mode & 0o7700 | (database.stat().st_mode & OWNERS if path.is_file() else 0)
            if mode != wanted:
                path.chmod(wanted)


def files_of(database: Path) -> list[Path]:
    """Return the database and what SQLite and we put beside it; not all of them are there."""
    return [Path(f"{database}{end}") for end in ("", "-wal", "-shm", "-journal", "-open")]


def shut(database: Path) -> Path | None:
    """Return the first of the files of a database in which this program may not write; None when it may in all.

    A command that somebody else gave, such as root, can leave one beside it that is his.
    """
    there = (path for path in files_of(database) if os.access(path, os.F_OK))
    return next((path for path in there if not os.access(path, os.R_OK | os.W_OK)), None)
