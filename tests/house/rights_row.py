"""A row of the rights matrix."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Row:
    """Who may; with which keywords it is tried (`given`, made when it is tried), after what the operator did (`prepare`).

    `personal`: it is about somebody's own account, which the operator has not.
    """

    may: set[str]
    given: Callable[[], dict]
    prepare: Callable = lambda act: None
    personal: bool = False
