"""What several ask for at the same time is made once; what was made is kept for whoever asks next, up to some size."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

T = TypeVar("T")


class UnderWay(Generic[T]):
    """What is being made at this moment, by what it is; nothing is kept once it is there."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.under_way: dict[Hashable, Future[T]] = {}

    def join(self, key: Hashable, start: Callable[[], Future[T]]) -> Future[T]:
        """Return what becomes of the one that is under way, or else of the one that `start` begins.

        Raises what `start` raises.
        """
        with self.lock:
            found = self.under_way.get(key)
            if found is not None:
                return found
            found = self.under_way[key] = start()
        found.add_done_callback(lambda _: self.landed(key))
        return found

    def landed(self, key: Hashable) -> None:
        with self.lock:
            self.under_way.pop(key, None)


class KeptBytes:
    """Bytes that were made, the ones last asked for, `most` bytes of them together."""

    def __init__(self, most: int):
        self.most, self.size, self.lock = most, 0, Lock()
        self.found: OrderedDict[Hashable, bytes] = OrderedDict()
        self.flying: UnderWay[bytes] = UnderWay()

    def get(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """Return it, made now when it is not there. Who asks while it is being made waits for it.

        Raises what `make` raises, to each who waited.
        """
        with self.lock:
            if key in self.found:
                self.found.move_to_end(key)
                return self.found[key]
        mine: Future[bytes] = Future()
        theirs = self.flying.join(key, lambda: mine)
        if theirs is mine:
            self.run(mine, key, make)
        return theirs.result()

    def run(self, mine: Future[bytes], key: Hashable, make: Callable[[], bytes]) -> None:
        try:
            made = make()
            self.keep(key, made)
            mine.set_result(made)
        except BaseException as error:
            mine.set_exception(error)

    def keep(self, key: Hashable, made: bytes) -> None:
        with self.lock:
            self.found[key], self.size = made, self.size + len(made)
            while self.size > self.most:
                _, gone = self.found.popitem(last=False)
                self.size -= len(gone)
