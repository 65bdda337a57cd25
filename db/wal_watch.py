"""Whether the -wal that lies beside the database is still the one that this process writes in.

What is saved stands in it until it is copied into the file. When somebody takes it away, SQLite goes on writing in what no
longer has a name, and a new connection would begin another one beside it. So no transaction begins or ends unnoticed then,
no connection is opened, and the last one of those that are open copies all that it has into the file when it is closed.
"""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from db.wal_index import WalIndex
from landkaart.domein.fouten import OngeldigBestand


@dataclass
class WalWatch:
    """What the connections of one database have open; its reader and its writer share it."""

    path: Path
    lock: Lock = field(default_factory=Lock)
    connections: int = 0
    inode: int | None = None
    size: int = 0
    index: WalIndex = field(init=False)
    # From then on nothing is read or written any more, until the program starts anew.
    is_gone: bool = False

    def __post_init__(self) -> None:
        self.index = WalIndex(self.path.with_name(self.path.name.removesuffix("-wal") + "-shm"))

    def opened(self) -> None:
        """Count a connection that has the -wal open by now."""
        with self.lock:
            self.connections += 1
            self.look()

    def closed(self) -> None:
        """Count one less; after the last one there is no -wal, and the next will be another."""
        with self.lock:
            self.connections -= 1
            if self.connections == 0:
                self.inode, self.size = None, 0

    def forget(self) -> None:
        """Begin anew: all was closed on purpose, and stands in the file."""
        self.is_gone = False

    def look(self) -> None:
        found = stat_of(self.path)
        if self.inode is None and found is not None:
            self.inode, self.size = found

    def was_emptied_well(self) -> bool:
        """Tell whether it became shorter through SQLite: by ourselves, or by another program that has the database open."""
        index = self.index
        # Others write on: what the index asks before and after is compared with what is there in between.
        before, found, after = index.least_size(), stat_of(self.path), index.least_size()
        if found is None or before is None or after is None:
            return False
        return found[1] >= min(before, after)

    def require_same(self) -> None:
        """Check that it is there, is the same file, and has all that SQLite's index says it has.

        Raises OngeldigBestand.
        """
        # Looked at and compared in one go: others write on, and it grows.
        with self.lock:
            found = stat_of(self.path)
            is_same = self.inode is None or (found is not None and found[0] == self.inode)
            if is_same and found is not None and found[1] < self.size:
                is_same = self.was_emptied_well()
            self.is_gone = self.is_gone or not is_same
            if not self.is_gone:
                self.size = found[1] if found else 0
                return
        raise OngeldigBestand(
            f"{self.path} is verwijderd of vervangen terwijl de landkaart draaide. Stop de landkaart op de gewone manier en "
            "start haar opnieuw: bij het stoppen komt alles wat is opgeslagen in het ene bestand. Breek haar niet af."
        )


# Of each database that this process has open, by the place of its -wal.
WATCHES: dict[Path, WalWatch] = {}


def watch_of(wal: Path) -> WalWatch:
    found = WATCHES.get(wal)
    # Two that come first at the same moment share one.
    return WATCHES.setdefault(wal, WalWatch(wal)) if found is None else found


def stat_of(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size
