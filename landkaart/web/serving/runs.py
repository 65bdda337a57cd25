"""Runs of pages: so many at the same time for one account, and its others in turn. Whoever has many pages open, or has them
run without end, holds up nobody but himself.
"""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock, Semaphore


@dataclass
class Places:
    """Those of one asker, and how many of him run or wait."""

    free: Semaphore
    inside: int = 0


class Runs:
    """Has `at_once` runs of each asker go at the same time; the next one waits, which costs nobody anything."""

    def __init__(self, at_once: int):
        self.at_once = at_once
        self.lock = Lock()
        self.places: dict[Hashable, Places] = {}

    @contextmanager
    def turn(self, asker: Hashable) -> Iterator[None]:
        """Keep a place until the end, as soon as there is one."""
        with self.lock:
            found = self.places.setdefault(asker, Places(Semaphore(self.at_once)))
            found.inside += 1
        try:
            with found.free:
                yield
        finally:
            with self.lock:
                found.inside -= 1
                if not found.inside:
                    del self.places[asker]


# Two: who sends mails on one page, which takes minutes, can look at another meanwhile.
PAGES = Runs(2)
