"""Waiting for what another thread brings about."""

from collections.abc import Callable
from threading import Event

WAIT = 30


def until(holds: Callable[[], bool], seconds: float = WAIT) -> None:
    """Return as soon as it holds. Raises TimeoutError."""
    never = Event()
    for _ in range(int(seconds * 50)):
        if holds():
            return
        never.wait(0.02)
    raise TimeoutError(f"not within {seconds} seconds")
