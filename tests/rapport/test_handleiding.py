"""What each role reads names what there is."""

import re

import pytest

from landkaart.domein.rollen import Rol
from landkaart.rapport.handleiding import FOLDER, Beeld, handleiding, parts
from pages.contents import entries
from tests.beeld import PICTURES


def test_pictures_stand_between_the_texts_in_their_order():
    found = list(parts("## Een\n\n![Dit](een.png)\n\nTwee\n\n![Dat](twee.png)\n"))

    assert found == ["## Een", Beeld("Dit", FOLDER / "een.png"), "Twee", Beeld("Dat", FOLDER / "twee.png")]


@pytest.mark.parametrize("rol", Rol)
def test_every_picture_of_a_role_is_taken_from_the_running_app(rol):
    shown = [part for part in handleiding(rol) if isinstance(part, Beeld)]

    assert {each.file.stem for each in shown} <= set(PICTURES)
    assert [each.file.name for each in shown if not each.file.exists()] == []


def test_every_page_is_named_for_somebody():
    text = "\n".join(part for rol in Rol for part in handleiding(rol) if isinstance(part, str))
    bold = set(re.findall(r"\*\*(.+?)\*\*", text))

    missing = [entry.title for entry in entries() if entry.title not in bold | {"Handleiding"}]
    assert missing == [], "say in content/handleiding what somebody does there, and take its picture with `make beeld`"
