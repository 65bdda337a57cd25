"""Which files a page needs is read from Streamlit's own list of them."""

import pytest

from landkaart.web.program import needed
from landkaart.web.program.contents import STREAMLIT, knows
from landkaart.web.program.own_files import OWN, address_of


@pytest.mark.parametrize("part", [*needed.AT_ONCE, *needed.LATER])
def test_every_part_that_we_name_is_a_part_of_streamlit(part):
    assert len(needed.sources([part])) == 1


def test_a_part_brings_along_all_that_it_imports_once():
    listed = {"a": {"imports": ["b", "c"]}, "b": {"imports": ["c"]}, "c": {"imports": ["a"]}, "d": {}}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(needed, "manifest", lambda: listed)
        assert list(needed.closure(["b", "d"])) == ["b", "d", "c", "a"]


def test_what_comes_beforehand_is_there_each_once_with_our_own_files_and_the_letters():
    found = needed.at_once()

    assert len(set(found)) == len(found)
    assert {address_of(name) for name in OWN} <= set(found)
    assert not [each for each in found if "SourceSans" in each]
    for address in found:
        assert knows(address) or (STREAMLIT / address.lstrip("/")).exists()


def test_the_sign_in_page_asks_for_it_without_waiting_for_it(visitor):
    text = visitor.get("/inloggen").text

    for address, kind in needed.beforehand():
        crossorigin = " crossorigin" if kind == "font" else ""
        assert f'<link rel="prefetch" as="{kind}" href="{address}"{crossorigin}>' in text
    assert text.count('rel="prefetch"') == len(needed.at_once())
