"""What one function made, for whoever asks next: one thing for each that was asked, and nothing of a state that is over."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock, RLock
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
LOCKS = 32


class Made(NamedTuple, Generic[T]):
    """Something that was made, and the state of the data of which it was."""

    state: Hashable
    value: T


class Store(Generic[T]):
    """Keeps the `most` things that were asked last. Who asks while one is being made waits for it."""

    def __init__(self, most: int):
        self.most, self.lock = most, Lock()
        self.found: OrderedDict[Hashable, Made[T]] = OrderedDict()
        # Two that share one wait for each other now and then, which does no harm.
        self.making = [RLock() for _ in range(LOCKS)]

    def get(self, key: Hashable, state: Hashable, make: Callable[[], T]) -> T:
        """Return what was asked, made now when there is none of this state; what there was of another is let go.

        Raises what `make` raises, and TypeError for a key that is not hashable.
        """
        if (found := self.look(key, state)) is not None:
            return found.value
        with self.making[hash(key) % LOCKS]:
            if (found := self.look(key, state)) is not None:
                return found.value
            made = make()
            self.keep(key, Made(state, made))
            return made

    def look(self, key: Hashable, state: Hashable) -> Made[T] | None:
        with self.lock:
            found = self.found.get(key)
            if found is None or found.state != state:
                return None
            self.found.move_to_end(key)
            return found

    def keep(self, key: Hashable, made: Made[T]) -> None:
        with self.lock:
            self.found[key] = made
            self.found.move_to_end(key)
            while len(self.found) > self.most:
                self.found.popitem(last=False)

    def let_go(self, is_over: Callable[[Hashable, Hashable], bool]) -> None:
        """Let go of what was made of a state that is over, as `is_over` tells by its key and its state."""
        with self.lock:
            there = [(key, made.state) for key, made in self.found.items()]
        over = [key for key, state in there if is_over(key, state)]
        with self.lock:
            for key in over:
                self.found.pop(key, None)
