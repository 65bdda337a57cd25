"""What each role reads names what there is."""

import re
from dataclasses import replace

import pytest

from landkaart.domein.rollen import Rol
from landkaart.programma import programma
from landkaart.rapport import handleiding as text_of
from landkaart.rapport.handleiding import OURS, Beeld, handleiding, parts
from pages.contents import entries
from tests.beeld import PICTURES


def test_pictures_stand_between_the_texts_in_their_order():
    found = list(parts(OURS, "## Een\n\n![Dit](een.png)\n\nTwee\n\n![Dat](twee.png)\n"))

    assert found == ["## Een", Beeld("Dit", OURS / "een.png"), "Twee", Beeld("Dat", OURS / "twee.png")]


def another(folder, monkeypatch):
    """As for a programme of which this is the folder."""
    handleiding.cache_clear()
    monkeypatch.setattr(text_of, "programma", lambda: replace(programma(), map=folder))
    monkeypatch.setattr(text_of, "is_own", lambda: False)


@pytest.fixture(autouse=True)
def read_anew():
    yield
    handleiding.cache_clear()


def test_another_programme_reads_ours_without_the_pictures_of_our_mijlpalen(tmp_path, monkeypatch):
    ours = handleiding(Rol.AKO)
    another(tmp_path, monkeypatch)

    assert handleiding(Rol.AKO) == tuple(part for part in ours if isinstance(part, str))


def test_or_its_own_with_its_own_pictures(tmp_path, monkeypatch):
    (tmp_path / "handleiding").mkdir()
    (tmp_path / "handleiding" / "ako.md").write_text("Elk {WERKPLEIN}.\n\n![Dit](een.png)\n", encoding="utf-8")
    another(tmp_path, monkeypatch)

    assert handleiding(Rol.AKO) == ("Elk werkplein.", Beeld("Dit", tmp_path / "handleiding" / "een.png"))


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
