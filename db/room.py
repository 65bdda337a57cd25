"""Room on the disk to open a database: a full one is said as what it is."""

import errno
from pathlib import Path
from shutil import disk_usage

from landkaart.domein.fouten import OngeldigBestand

# In bytes: what SQLite and we put beside a database to open it, with some to spare.
ROOM_TO_OPEN = 2**20
# How a system says that there is none.
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def require_room(path: Path, error: Exception) -> None:
    """Let pass what went wrong for another reason than that the disk is full: then SQLite cannot even open a file to read.

    Raises OngeldigBestand.
    """
    free = disk_usage(path.parent).free if path.parent.exists() else ROOM_TO_OPEN
    # A system says what it is; SQLite often says no more than that it could not.
    is_full = error.errno in NO_ROOM if isinstance(error, OSError) else free < ROOM_TO_OPEN or "disk is full" in str(error)
    if is_full:
        raise OngeldigBestand(
            f"De schijf van {path.parent} is vol: nog {free >> 10} kB vrij. Om {path.name} te openen is meer nodig, ook om "
            "alleen te lezen. Maak ruimte en probeer het opnieuw. Wat is opgeslagen, staat er nog."
        ) from error
