"""The other end of `drawing.py`: `python -m landkaart.rapport.drawing_process` draws what comes in until the pipe closes."""

import io
import json
import os
import sys
from typing import IO, Any

LENGTH = 4
# Whoever reads pages comes first.
PRIORITY = 10


def write_block(pipe: IO[bytes], block: bytes) -> None:
    pipe.write(len(block).to_bytes(LENGTH, "big") + block)
    pipe.flush()


def read_block(pipe: IO[bytes]) -> bytes:
    """Read one block.

    Raises EOFError when the other end is gone.
    """
    size = int.from_bytes(read(pipe, LENGTH), "big")
    return read(pipe, size)


def read(pipe: IO[bytes], size: int) -> bytes:
    found = pipe.read(size)
    if len(found) < size:
        raise EOFError
    return found


def draw(asked: dict[str, Any]) -> bytes:
    """Draw a chart as SVG, or an SVG as PNG."""
    import vl_convert

    if "spec" in asked:
        return vl_convert.vegalite_to_svg(asked["spec"], allowed_base_urls=[]).encode()
    return packed(vl_convert.svg_to_png(asked["svg"], scale=asked["scale"]))


def packed(png: bytes) -> bytes:
    """Return the same picture in fewer bytes, without transparency where it has none."""
    from PIL import Image

    out, picture = io.BytesIO(), Image.open(io.BytesIO(png))
    is_opaque = picture.getchannel("A").getextrema() == (255, 255)
    (picture.convert("RGB") if is_opaque else picture).save(out, "PNG", dpi=picture.info["dpi"])
    return out.getvalue()


def main() -> None:
    """Answer each block with one: a plus and what was drawn, or a minus and why not."""
    os.nice(PRIORITY)
    # What a library prints would be taken for an answer.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    while True:
        try:
            asked = json.loads(read_block(sys.stdin.buffer))
        except EOFError:
            return
        try:
            write_block(out, b"+" + draw(asked))
        except BrokenPipeError:
            return
        except Exception as error:
            write_block(out, b"-" + str(error).encode())


if __name__ == "__main__":
    main()
