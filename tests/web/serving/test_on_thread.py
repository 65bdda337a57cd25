"""Work on a thread is done to its end, also by a server that stops meanwhile."""

import asyncio
from contextlib import suppress
from threading import Event

from landkaart.web.serving.on_thread import to_the_end


def test_who_is_cancelled_in_the_midst_ends_when_the_work_is_done():
    begun, go_on, done = Event(), Event(), []

    def work() -> None:
        begun.set()
        go_on.wait(10)
        done.append("written")

    async def stop_in_the_midst() -> list[str]:
        task = asyncio.create_task(to_the_end(work))
        await asyncio.to_thread(begun.wait, 10)
        task.cancel()
        await asyncio.sleep(0)
        assert not task.done()
        go_on.set()
        with suppress(asyncio.CancelledError):
            await task
        return [*done, "stopped" if task.cancelled() else "went on"]

    assert asyncio.run(stop_in_the_midst()) == ["written", "stopped"]
