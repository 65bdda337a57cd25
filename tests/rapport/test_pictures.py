"""Each picture is drawn as it was drawn before: see `pictures.py`."""

import pytest

from tests.rapport.pictures import FOLDER, as_text, pictures

DRAWN = {path.stem: path for path in sorted(FOLDER.glob("*.json"))}
AGAIN = "if that is meant: `python -m tests.rapport.pictures`, and look at what differs"


@pytest.fixture(scope="session")
def found():
    return dict(pictures())


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_drawn_as_before(found, name):
    assert as_text(found[name]) == DRAWN[name].read_text(encoding="utf-8"), AGAIN


def test_every_picture_was_drawn_before(found):
    assert sorted(found) == sorted(DRAWN), AGAIN
