"""One thread that saves: in turn while it is quiet, and many with one commit when they wait for each other."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from functools import partial
from typing import Any, NamedTuple, ParamSpec, TypeVar

from db.engine import together

P = ParamSpec("P")
T = TypeVar("T")
# With one commit: the first of them waits for the last.
MOST = 32


class Waiting(NamedTuple):
    """Who waits for an answer, and what must be done for it."""

    future: Future[Any]
    work: Callable[[], Any]


class SavingThread(Executor):
    """Does what it is given in the order in which it came; an answer is given once it is kept."""

    def __init__(self, name: str):
        self.thread = ThreadPoolExecutor(1, name)
        self.queue: deque[Waiting] = deque()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have it done; what it returns, or raises, is in the future."""
        future: Future[T] = Future()
        self.queue.append(Waiting(future, partial(fn, *args, **kwargs)))
        self.thread.submit(self.take)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        self.thread.shutdown(wait, cancel_futures=cancel_futures)

    def take(self) -> None:
        """Do all that waits by now, up to `MOST`; what another call did already is not there any more."""
        found = [self.queue.popleft() for _ in range(min(len(self.queue), MOST))]
        found = [each for each in found if each.future.set_running_or_notify_cancel()]
        if len(found) == 1:
            outcome(found[0])()
        elif found:
            at_once(found)


def at_once(found: Sequence[Waiting]) -> None:
    """Do them with one commit, and only then tell each what became of it; when that fails, nothing of it is kept, and
    each is done by itself.
    """
    try:
        with together():
            outcomes: Iterable[Callable[[], None]] = [outcome(each) for each in found]
    except Exception:
        outcomes = (outcome(each) for each in found)
    for tell in outcomes:
        tell()


def outcome(waiting: Waiting) -> Callable[[], None]:
    """Do it; return what tells whoever waits for it."""
    try:
        return partial(waiting.future.set_result, waiting.work())
    except Exception as error:
        return partial(waiting.future.set_exception, error)
