"""A protocol of uvicorn without a network: what comes in is given by hand, and time passes when a test says so."""

from uvicorn import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from landkaart.web.serving.connections import bounded


class Timer:
    def __init__(self, due, call):
        self.due, self.call, self.cancelled = due, call, False

    def cancel(self):
        self.cancelled = True


class Loop:
    """Its clock stands still until `pass_time`; what would run by itself is kept in `tasks`."""

    def __init__(self):
        self.now, self.timers, self.tasks = 0.0, [], []

    def call_later(self, seconds, call):
        self.timers.append(Timer(self.now + seconds, call))
        return self.timers[-1]

    def create_task(self, work, **_):
        work.close()
        self.tasks.append(work)
        return Task()

    def pass_time(self, seconds):
        self.now += seconds
        for each in [each for each in self.timers if each.due <= self.now and not each.cancelled]:
            each.cancelled = True
            each.call()


class Task:
    def add_done_callback(self, call):
        pass


class Transport:
    """Where a connection leads to; `closed` once one of both ends let go."""

    def __init__(self, host):
        self.host, self.closed, self.sent = host, False, b""

    def get_extra_info(self, name, default=None):
        return {"peername": (self.host, 4711), "sockname": ("127.0.0.1", 8501)}.get(name, default)

    def write(self, data):
        self.sent += data

    def abort(self):
        self.closed = True

    close = abort

    def is_closing(self):
        return self.closed

    def pause_reading(self):
        pass

    def resume_reading(self):
        pass


async def nothing(scope, receive, send):
    pass


def connection(loop, host="192.0.2.1", state=None):
    """An open connection from a machine, with our bounds."""
    config = Config(nothing, log_config=None, lifespan="off", ws="none")
    config.load()
    made = bounded(H11Protocol)(config, state or ServerState(), {}, _loop=loop)
    made.connection_made(Transport(host))
    return made
