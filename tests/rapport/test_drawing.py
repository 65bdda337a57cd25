"""Pictures are drawn by a process of their own: it can be slow, refuse or stop, and the next one is drawn all the same."""

import io
import os

import pytest
import vl_convert
from PIL import Image

from landkaart.rapport import drawing, own_process
from landkaart.rapport.drawing import Drawer, DrawingFailed, to_png

SQUARE = "<svg xmlns='http://www.w3.org/2000/svg' width='{}' height='7'><rect width='9' height='7'/></svg>"
PNG = b"\x89PNG\r\n"


@pytest.fixture
def drawer():
    made = Drawer()
    yield made
    made.stop()


def asked(width=9, **other):
    return drawing.json.dumps({"svg": SQUARE.format(width), "scale": 1} | other).encode()


def test_one_process_draws_one_after_the_other(drawer):
    assert drawer.draw(asked()).startswith(PNG)
    first = drawer.process.pid

    assert drawer.draw(asked(8)).startswith(PNG)
    assert drawer.process.pid == first
    # Whoever runs the tests may have a low priority himself; there is none below 19.
    lower = os.getpriority(os.PRIO_PROCESS, 0) + own_process.PRIORITY
    assert os.getpriority(os.PRIO_PROCESS, first) == min(lower, 19)


GROUND = "<rect width='90' height='7' fill='white'/>"


@pytest.mark.parametrize(("ground", "kind"), [(GROUND, "RGB"), ("", "RGBA")])
def test_a_picture_is_packed_without_another_dot(ground, kind):
    svg = SQUARE.format(90).replace("<rect", f"{ground}<rect", 1)
    raw = vl_convert.svg_to_png(svg, scale=9)

    packed = to_png(svg, 9)

    before, after = Image.open(io.BytesIO(raw)), Image.open(io.BytesIO(packed))
    assert (after.mode, after.convert("RGBA").tobytes(), after.info) == (kind, before.tobytes(), before.info)
    assert len(packed) < len(raw) / 2


def test_what_cannot_be_drawn_is_refused_and_the_next_is_drawn(drawer):
    with pytest.raises(DrawingFailed):
        drawer.draw(asked(svg="no drawing"))

    assert drawer.draw(asked()).startswith(PNG)


def test_a_process_that_was_killed_is_begun_anew(drawer):
    drawer.draw(asked())
    drawer.process.kill()
    drawer.process.wait()
    with pytest.raises(DrawingFailed, match="stopped, or took too long"):
        drawer.draw(asked())

    assert drawer.draw(asked()).startswith(PNG)


def test_a_drawing_that_takes_too_long_is_broken_off(drawer, monkeypatch):
    monkeypatch.setattr(drawing, "PATIENCE", 0)

    with pytest.raises(DrawingFailed, match="stopped, or took too long"):
        drawer.draw(asked())


def test_after_many_drawings_a_process_makes_place_for_another(drawer, monkeypatch):
    monkeypatch.setattr(drawer, "lasts", 2)
    drawer.draw(asked())
    drawer.draw(asked(8))

    assert drawer.process is None


def test_the_same_picture_is_drawn_once(monkeypatch):
    drawn = []
    monkeypatch.setattr(drawing, "draw_now", lambda what: drawn.append(what) or b"picture")
    monkeypatch.setattr(drawing, "KEPT", drawing.KeptBytes(100))

    assert [to_png(SQUARE.format(width), 2) for width in (1, 1, 2, 1)] == [b"picture"] * 4
    assert len(drawn) == 2
