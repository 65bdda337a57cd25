"""vl-convert in processes of its own: it holds Python's lock for as long as it draws, seconds for a large chart."""

import atexit
import hashlib
import json
from queue import LifoQueue
from typing import Any

from landkaart.rapport.once import KeptBytes
from landkaart.rapport.own_process import OwnProcess

AT_A_TIME = 2
# In seconds; no chart of ours takes a tenth of it.
PATIENCE = 60
LASTS = 200


class DrawingFailed(Exception):
    """The drawing library refused, or did not get ready."""


class Drawer(OwnProcess):
    """Draws one chart at a time."""

    def __init__(self) -> None:
        super().__init__("landkaart.rapport.drawing_process", LASTS)

    def draw(self, asked: bytes) -> bytes:
        """Have something drawn.

        Raises DrawingFailed.
        """
        answer = b""
        try:
            self.ask(asked)
            answer = self.hear(PATIENCE)
        except (OSError, EOFError) as error:
            raise DrawingFailed("the process that draws stopped, or took too long") from error
        finally:
            self.answer_ended(bool(answer))
        if not answer.startswith(b"+"):
            raise DrawingFailed(answer[1:].decode("utf-8", "replace"))
        return answer[1:]


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
        return drawer.draw(asked)
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
