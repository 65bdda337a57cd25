"""How fast one account may have pages run: as a person clicks. What comes faster waits, over however many sockets."""

import asyncio
from collections.abc import Callable, Hashable
from time import monotonic

from starlette.types import Message, Receive

# More askers than can be busy at the same time; then who is not is forgotten.
KNOWN = 1_000


class Pace:
    """Lets `burst` messages of an asker through at once, and then `rate` a second."""

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = monotonic):
        self.step, self.ahead, self.clock = 1 / rate, (burst - 1) / rate, clock
        # Until when what each asked for takes, had it come at its rate.
        self.until: dict[Hashable, float] = {}

    def wait(self, asker: Hashable) -> float:
        """Count a message; return after how many seconds its turn is."""
        now = self.clock()
        if len(self.until) > KNOWN:
            self.until = {each: until for each, until in self.until.items() if until > now}
        begins = max(self.until.get(asker, now), now)
        self.until[asker] = begins + self.step
        return max(0.0, begins - now - self.ahead)

    def paced(self, asker: Hashable, receive: Receive) -> Receive:
        """Return `receive` that hands a message of a socket on when its turn is; until then the next one is not read."""

        async def when_due() -> Message:
            message = await receive()
            if message["type"] in ("websocket.connect", "websocket.receive"):
                seconds = self.wait(asker)
                if seconds:
                    await asyncio.sleep(seconds)
            return message

        return when_due


# Each message has a page run, on a thread that is made for it: a script that sends more than a hand can takes all there are.
PACE = Pace(rate=10, burst=40)
