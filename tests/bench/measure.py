"""Ours beside a reference, in turns, in one run: the ratio means something on any machine, the times only on this one."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

# Does a thing once, and says how many seconds it took.
Act = Callable[[], float]


@dataclass(frozen=True)
class Measurement:
    """The medians, in seconds or in what `unit` says. `goal` is the highest ratio that will do."""

    what: str
    ours: float
    reference: float
    goal: float
    unit: str = ""

    @property
    def ratio(self) -> float:
        return self.ours / self.reference

    @property
    def is_reached(self) -> bool:
        return self.ratio <= self.goal


def compare(what: str, ours: Act, reference: Act, *, goal: float, times: int, warm_up: int = 5) -> Measurement:
    for _ in range(warm_up):
        ours(), reference()
    pairs = [in_turn(ours, reference, turn) for turn in range(times)]
    mine, theirs = zip(*pairs, strict=True)
    return Measurement(what, median(mine), median(theirs), goal)


def in_turn(ours: Act, reference: Act, turn: int) -> tuple[float, float]:
    """Who goes first changes, so that what one leaves in the caches of the machine helps both alike."""
    if turn % 2:
        return ours(), reference()
    theirs = reference()
    return ours(), theirs


def timed(act: Callable[[], object]) -> Act:
    def run() -> float:
        begin = perf_counter()
        act()
        return perf_counter() - begin

    return run
