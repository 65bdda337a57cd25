"""vl-convert in processes of its own, which begin with the first drawing and have a low priority.

It holds Python's lock for as long as it draws, seconds for a large chart: in a thread of the server nobody else would be
answered meanwhile.
"""

import atexit
import hashlib
import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from queue import LifoQueue
from threading import Timer
from typing import IO, Any

from landkaart.rapport.drawing_process import read_block, write_block
from landkaart.rapport.once import KeptBytes

ROOT = Path(__file__).parents[2]
AT_A_TIME = 2
# In seconds; no chart of ours takes a tenth of it.
PATIENCE = 60
# After so many a process makes place for a new one: what the drawing library forgets to let go of goes with it.
LASTS = 200


class DrawingFailed(Exception):
    """The drawing library refused, or did not get ready."""


class Drawer:
    """One process, started when it is asked for the first time, and again when it is gone."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.drawn = 0

    def ask(self, asked: bytes) -> bytes:
        """Have something drawn, one at a time.

        Raises DrawingFailed.
        """
        process = self.started()
        too_late = Timer(PATIENCE, process.kill)
        too_late.daemon = True
        too_late.start()
        try:
            write_block(pipe(process.stdin), asked)
            answer = read_block(pipe(process.stdout))
        except (OSError, EOFError) as error:
            self.stop()
            raise DrawingFailed("the process that draws stopped, or took too long") from error
        finally:
            too_late.cancel()
        self.drawn += 1
        if self.drawn >= LASTS:
            self.stop()
        if not answer.startswith(b"+"):
            raise DrawingFailed(answer[1:].decode("utf-8", "replace"))
        return answer[1:]

    def started(self) -> "subprocess.Popen[bytes]":
        if self.process is None:
            command = [sys.executable, "-m", "landkaart.rapport.drawing_process"]
            # A session of its own: Ctrl+C is for the server, which closes the pipe.
            self.process = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
            )
            self.drawn = 0
        return self.process

    def stop(self) -> None:
        """Let the process go; the next drawing begins another one."""
        process, self.process = self.process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for end in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe(end).close()


def pipe(end: IO[bytes] | None) -> IO[bytes]:
    assert end is not None
    return end


DRAWERS: LifoQueue[Drawer] = LifoQueue()
for _ in range(AT_A_TIME):
    DRAWERS.put(Drawer())


# The same chart with the same data is drawn once, whoever asks for it: known by all that is drawn, so never an older one.
KEPT = KeptBytes(32 * 2**20)


def ask(**what: Any) -> bytes:
    """Return a drawing, made by the first process that is free when it was not made before.

    Raises DrawingFailed.
    """
    asked = json.dumps(what).encode()
    return KEPT.get(hashlib.sha256(asked).digest(), lambda: draw_now(asked))


def draw_now(asked: bytes) -> bytes:
    drawer = DRAWERS.get()
    try:
        return drawer.ask(asked)
    finally:
        DRAWERS.put(drawer)


def to_svg(spec: dict[str, Any]) -> str:
    """Draw a chart of Vega-Lite; nothing is fetched from anywhere.

    Raises DrawingFailed.
    """
    return ask(spec=spec).decode()


def to_png(svg: str, scale: int) -> bytes:
    """Turn a drawing into a picture, `scale` times its size.

    Raises DrawingFailed.
    """
    return ask(svg=svg, scale=scale)


@atexit.register
def stop_all() -> None:
    while not DRAWERS.empty():
        DRAWERS.get().stop()
