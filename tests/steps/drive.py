"""Driving the pages as a visitor would, in this process."""

import re
from collections.abc import Sequence
from pathlib import Path

from streamlit.testing.v1 import AppTest

from landkaart.screens import DEFAULT, Screen
from pages.contents import file_of
from tests.steps.accounts import session_of

START = Path(__file__).parents[2] / "pages" / "start.py"


def visit(
    page: str, *, rol: str = "lezer", werkpleinen: Sequence[str] = (), sessie: int | None = None, **address: str
) -> AppTest:
    """A page (the address of its screen) after its first run, for somebody new in this role, or for who is in `sessie`.

    `address`: what stands behind the question mark. Raises ValueError for a page that this role does not have.
    """
    at = AppTest.from_file(str(START), default_timeout=30)
    at.user = {"sessie": str(sessie or session_of(rol, werkpleinen))}
    for name, value in address.items():
        at.query_params[name] = value
    at.run()
    return at if page == DEFAULT else at.switch_page(file_of(Screen(page))).run()


def field(at: AppTest, name: str):
    """The field, or the button, of this name; also under the name that it gets when something came in from elsewhere."""
    [found] = [each for each in at if re.fullmatch(rf"{re.escape(name)}(~\d+)?", str(getattr(each, "key", "")))]
    return found


def texts(at: AppTest) -> str:
    """All that the page says, for looking up a sentence; what is asked with segments as well."""
    kinds = (at.title, at.header, at.subheader, at.markdown, at.caption, at.info, at.success, at.warning, at.error)
    shown = [element.value for kind in kinds for element in kind]
    return "\n".join([*shown, *(control.label for control in at.segmented_control)])
