"""What a connection may take of the server: its headers and its body must arrive within a time, an answer must be taken,
and only so many connections of one address may be open that have not shown who they are.

Uvicorn has no settings for this; `server.py` puts `bounded` in front of its protocol.
"""

import asyncio
from asyncio import TimerHandle
from typing import TYPE_CHECKING, Any

from starlette.types import Scope

from landkaart.web.serving.doors import DOORS

if TYPE_CHECKING:
    from uvicorn.protocols.http.h11_impl import H11Protocol as Base
else:
    Base = object

# In seconds. A body is 2 MB at most: enough for who has a slow line, and too little to stay for.
FOR_HEADERS, FOR_BODY, FOR_ANSWER = 10.0, 60.0, 60.0
# The name under which a request knows its connection.
HERE = "verbinding"


class Bounded(Base):
    """In front of a protocol of uvicorn: closes who keeps it waiting."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.step: tuple[str, int] | None = None
        self.answered = 0
        self.waiting: TimerHandle | None = None
        self.reading: TimerHandle | None = None
        # Goes along with each request, so that the guard can say that somebody is known here.
        self.app_state = {**self.app_state, HERE: self}
        if DOORS.enter(self):
            self.look()
        else:
            transport.abort()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self.look()

    def on_response_complete(self) -> None:
        self.answered += 1
        super().on_response_complete()
        self.look()

    def handle_websocket_upgrade(self, *event: Any) -> None:
        super().handle_websocket_upgrade(*event)
        # From here on it is another protocol, with a heartbeat of its own.
        self.let_go()

    def connection_lost(self, exc: Exception | None) -> None:
        self.let_go()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self.reading = self.loop.call_later(FOR_ANSWER, self.give_up)

    def resume_writing(self) -> None:
        super().resume_writing()
        self.stop("reading")

    @property
    def is_waiting(self) -> bool:
        """Tell whether it is the other side that must do something."""
        return self.step is not None and self.step[0] != "busy"

    def look(self) -> None:
        """Begin to count when another step begins; what comes in drop by drop begins no other step."""
        step = self.step_now()
        if step == self.step:
            return
        self.step = step
        self.stop("waiting")
        patience = {"headers": FOR_HEADERS, "body": FOR_BODY}.get(step[0])
        if patience is not None:
            self.waiting = self.loop.call_later(patience, self.give_up)

    def step_now(self) -> tuple[str, int]:
        """Name what is waited for, and of which request."""
        asked: Any = self.cycle  # None before the first request.
        if asked is None or asked.response_complete:
            return "headers", self.answered
        return "body" if asked.more_body else "busy", self.answered

    def give_up(self) -> None:
        self.transport.abort()

    def let_go(self) -> None:
        DOORS.leave(self)
        self.stop("waiting")
        self.stop("reading")

    def stop(self, name: str) -> None:
        timer: TimerHandle | None = getattr(self, name, None)
        if timer is not None:
            timer.cancel()
        setattr(self, name, None)


def bounded(protocol: type[asyncio.Protocol]) -> type[asyncio.Protocol]:
    """Return a protocol of uvicorn with these bounds."""
    return protocol if issubclass(protocol, Bounded) else type("BoundedProtocol", (Bounded, protocol), {})


def recognise(scope: Scope) -> None:
    """Say that somebody who is in uses the connection of this request: it no longer counts among the strangers."""
    connection = scope.get("state", {}).get(HERE)
    if connection is not None:
        DOORS.recognise(connection)
