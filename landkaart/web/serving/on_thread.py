"""Work beside the server, on a thread."""

import asyncio
from collections.abc import Callable


async def to_the_end(do: Callable[[], object]) -> None:
    """Do it on a thread; whoever cancels this waits until it is done.

    A thread cannot be cancelled, and at a stop nothing may be written any more once the database is closed.
    """
    running = asyncio.ensure_future(asyncio.to_thread(do))
    try:
        await asyncio.shield(running)
    except asyncio.CancelledError:
        await running
        raise
