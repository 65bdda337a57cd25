"""Each page shows at first sight what it showed before: see `shown.py`."""

import os

import pytest

from landkaart.screens import Screen
from tests.pages.shown import FOLDER, VISITS, sight

AGAIN = "if that is meant: `TEKEN=1 pytest tests/pages/test_shown.py`, and look at what differs"


@pytest.mark.parametrize("name", VISITS)
def test_a_page_shows_what_it_showed_before(landkaart_2009, name):
    file, found = FOLDER / f"{name}.txt", sight(name)
    if os.environ.get("TEKEN"):
        FOLDER.mkdir(exist_ok=True)
        file.write_text(found, encoding="utf-8")

    assert found == file.read_text(encoding="utf-8"), AGAIN


def test_every_page_is_looked_at():
    assert {screen for screen, _ in VISITS.values()} == {screen.value for screen in Screen} - {"invullen"}
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(VISITS)
