"""What the program keeps is for its owner alone: the database, what lies beside it, backups, and what a command writes."""

import os
from contextlib import suppress
from pathlib import Path

from landkaart.settings import ROOT

OTHERS = 0o077


def keep_private() -> None:
    """Let every file and folder that this program makes from here on be readable by its owner alone."""
    os.umask(OTHERS)


def tighten(database: Path) -> None:
    """Take a database that was made before, with all that lies beside it, away from others; the folder `var` too.

    A folder that somebody else chose is his. What belongs to another user stays as it is: that is for him to decide.
    """
    beside = (Path(f"{database}{end}") for end in ("", "-wal", "-shm", "-journal", "-open"))
    own = [ROOT / "var"] if database.resolve().is_relative_to(ROOT / "var") else []
    for path in (*own, *beside):
        with suppress(OSError):
            mode = path.stat().st_mode
            if mode & OTHERS:
                path.chmod(mode & 0o7700)
