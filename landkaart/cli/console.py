"""What every command shows: faults and a bar, on standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

# Told of what is being done, how many are done, and of how many.
Step = Callable[[str, int, int], None]

errors = Console(stderr=True, soft_wrap=True, highlight=False, markup=False)


@contextmanager
def progress_bar() -> Iterator[Step]:
    """Show a bar while this lasts; returns what moves it.

    On standard error and only where somebody can see it: what goes on to another program stays clean.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as bar:
        task = bar.add_task("")
        yield lambda name, done, total: bar.update(task, description=name, completed=done, total=total)
