"""The other end of `drawing.py`: `python -m landkaart.rapport.drawing_process` draws what comes in until the pipe closes."""

import io
import json
from typing import Any

from landkaart.rapport.own_process import begin_answering, write_block


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
    """Answer each question with one block: a plus and what was drawn, or a minus and why not."""
    out, questions = begin_answering()
    for asked in questions:
        try:
            write_block(out, b"+" + draw(json.loads(asked)))
        except BrokenPipeError:
            return
        except Exception as error:
            write_block(out, b"-" + str(error).encode())


if __name__ == "__main__":
    main()
