"""Threads of their own for work that takes long, and a queue for each who asks: who asks for much waits behind who asks
for little, and nobody else's threads are taken.
"""

from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Condition, Thread
from typing import Any, TypeVar

T = TypeVar("T")
Job = tuple[Future[Any], Callable[[], Any]]


class TeVeel(Exception):
    """One asks for more than may wait of him."""


class TeDruk(Exception):
    """More waits of all together than may."""


class Turns:
    """A queue for each asker, served in turn by `threads` threads, which begin with the first work.

    `each`: how much may wait or run of one asker; `in_all`: how much may wait of all; `at_once`: how much of one asker runs
    at the same time, so that of two threads one is there for the others.
    """

    def __init__(self, name: str, *, threads: int, each: int, in_all: int, at_once: int = 1):
        self.name, self.threads, self.each, self.in_all, self.at_once = name, threads, each, in_all, at_once
        self.changed = Condition()
        self.queues: OrderedDict[Hashable, deque[Job]] = OrderedDict()
        self.running: Counter[Hashable] = Counter()
        self.begun = 0

    def submit(self, asker: Hashable, work: Callable[[], T]) -> Future[T]:
        """Put work in the queue of `asker`; return what becomes of it.

        Raises TeVeel, TeDruk.
        """
        found: Future[T] = Future()
        with self.changed:
            queue = self.queues.get(asker, deque())
            if len(queue) + self.running[asker] >= self.each:
                raise TeVeel
            if sum(map(len, self.queues.values())) >= self.in_all:
                raise TeDruk
            queue.append((found, work))
            self.queues[asker] = queue
            if self.begun < self.threads:
                self.begun += 1
                # A daemon: at the end of the program nobody waits for a drawing that nobody will get.
                Thread(target=self.serve, name=f"{self.name}-{self.begun}", daemon=True).start()
            self.changed.notify()
        return found

    def serve(self) -> None:
        """Do one piece of work after the other, for as long as the program runs."""
        while True:
            asker, (found, work) = self.take()
            if found.set_running_or_notify_cancel():
                try:
                    found.set_result(work())
                except BaseException as error:
                    found.set_exception(error)
            # Else it would be kept until the next one comes.
            del found, work
            self.done(asker)

    def take(self) -> tuple[Hashable, Job]:
        """Take the work of whoever waits longest for his turn, as soon as there is any."""
        with self.changed:
            while (asker := self.next_asker()) is None:
                self.changed.wait()
            queue = self.queues.pop(asker)
            job = queue.popleft()
            if queue:
                self.queues[asker] = queue  # At the end: the others come first now.
            self.running[asker] += 1
            return asker, job

    def next_asker(self) -> Hashable | None:
        return next((asker for asker in self.queues if self.running[asker] < self.at_once), None)

    def done(self, asker: Hashable) -> None:
        with self.changed:
            self.running[asker] -= 1
            if not self.running[asker]:
                del self.running[asker]
            self.changed.notify()
