"""Which rules are broken: spread over all rooms, and the same ones again as long as their source stays what it is."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from math import sqrt

from tests.mutants.operators import Change, can_be_read, changes
from tests.mutants.rooms import ROOMS, ROOT


def chosen(number: int, seed: int) -> list[Change]:
    """So many changes over all rooms: the more there is to break in a room, the more (by the square root)."""
    found = {room.name: [change for path in room.files() for change in in_file(path)] for room in ROOMS}
    weights = {name: sqrt(len(there)) for name, there in found.items()}
    numbers = shared_out(number, weights)
    return [change for name, there in found.items() for change in some(there, numbers[name], seed)]


def in_place(place: str) -> list[Change]:
    """Every change there is in one file, or at one line of it ("db/rights.py:20")."""
    path, _, line = place.partition(":")
    text = read(path)
    return [change for change in in_file(path) if line in ("", str(change.line)) and can_be_read(change, text)]


def in_file(path: str) -> list[Change]:
    return list(changes(path, read(path)))


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def shared_out(number: int, weights: dict[str, float]) -> dict[str, int]:
    """Whole numbers in the proportion of `weights` that add up to `number`: the largest remainders are rounded up."""
    shares = {name: number * weight / sum(weights.values()) for name, weight in weights.items()}
    numbers = {name: int(share) for name, share in shares.items()}
    by_remainder = sorted(shares, key=lambda name: numbers[name] - shares[name])
    return {name: numbers[name] + (name in by_remainder[: number - sum(numbers.values())]) for name in weights}


def some(found: Sequence[Change], number: int, seed: int) -> list[Change]:
    """By lot, where a second change in one function comes after a first one in each: in the order of their places."""
    drawn: list[tuple[int, Change]] = []
    before: Counter = Counter()
    for change in sorted(found, key=lambda change: lot(change, seed)):
        before[change.path, change.function] += 1
        drawn.append((before[change.path, change.function], change))
    drawn.sort(key=lambda pair: pair[0])
    readable = (change for _, change in drawn if can_be_read(change, read(change.path)))
    taken = [change for _, change in zip(range(number), readable, strict=False)]
    return sorted(taken, key=lambda change: (change.path, change.start))


def lot(change: Change, seed: int) -> str:
    return sha256(f"{seed} {change.name}".encode()).hexdigest()
