"""What SQLite's index of a -wal (the -shm beside it) says that the -wal holds: https://www.sqlite.org/walformat.html."""

import os
import struct
from dataclasses import dataclass
from pathlib import Path

# Of its header: the size of a page at byte 14, and how many frames count at byte 16, as this machine writes numbers.
PAGE_AND_FRAMES = struct.Struct("=HI")
OFFSET = 14
WAL_HEADER, FRAME_HEADER = 32, 24
# SQLite writes 1 for the one size that two bytes cannot hold.
LARGEST_PAGE = 65_536


@dataclass
class WalIndex:
    """Kept open: closing a file lets go of every lock that this process has on it, those of SQLite too."""

    path: Path
    handle: int | None = None
    inode: int = 0

    def least_size(self) -> int | None:
        """Return how long the -wal must be to hold all that counts in it, in bytes; None without an index."""
        try:
            if self.handle is None or self.path.stat().st_ino != self.inode:
                self.open()
            assert self.handle is not None
            head = os.pread(self.handle, PAGE_AND_FRAMES.size, OFFSET)
        except OSError:
            return None
        if len(head) < PAGE_AND_FRAMES.size:
            return None
        page, frames = PAGE_AND_FRAMES.unpack(head)
        return WAL_HEADER + frames * (FRAME_HEADER + (LARGEST_PAGE if page == 1 else page)) if frames else 0

    def open(self) -> None:
        """Open the index that is there now; the one of before is another file, on which nothing is locked any more."""
        if self.handle is not None:
            os.close(self.handle)
            self.handle = None
        self.handle = os.open(self.path, os.O_RDONLY)
        self.inode = os.fstat(self.handle).st_ino
