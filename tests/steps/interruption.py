"""Something goes wrong in the midst of an act, at every place where it can."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

from sqlalchemy import event

from db.engine import engines
from landkaart.settings import database_url
from tests.steps.small_landkaart import everything


class Interrupted(Exception):
    pass


def interrupt_everywhere(perform: Callable[[], object]) -> int:
    """In how many steps the act is done; at each of them it failed once, and nothing had changed."""
    before = everything()
    for number in count(1):
        try:
            with interrupted_at(number):
                perform()
        except Interrupted:
            assert everything() == before, f"an error at statement {number} left something behind"
        else:
            assert everything() != before
            return number - 1


@contextmanager
def interrupted_at(number: int) -> Iterator[None]:
    """An error at the step of that number: the first is BEGIN, then come the statements, the last is the commit."""
    writer, steps = engines(database_url())[1], count(1)

    def step(*_):
        if next(steps) == number:
            raise Interrupted

    listeners = [(writer, name, step) for name in ("before_cursor_execute", "commit")]
    for listener in listeners:
        event.listen(*listener)
    try:
        yield
    finally:
        for listener in listeners:
            event.remove(*listener)
