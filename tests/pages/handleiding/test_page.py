"""The handleiding begins with what the visitor himself can do."""

import pytest

from landkaart.domein.rollen import Rol
from landkaart.rapport.handleiding import handleiding
from tests.steps.drive import visit


@pytest.mark.parametrize("rol", ["lezer", "ako"])
def test_one_s_own_role_is_shown_first(landkaart_2009, rol):
    page = visit("handleiding", rol=rol)

    assert [text.value for text in page.markdown] == [part for part in handleiding(Rol(rol)) if isinstance(part, str)]


def test_another_role_can_be_asked_for_in_the_address(landkaart_2009):
    page = visit("handleiding", voor="beheer")

    assert page.markdown[0].value == handleiding(Rol.BEHEER)[0]
