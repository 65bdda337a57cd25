"""Driving the pages as a visitor would, in this process."""

import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from landkaart.screens import DEFAULT, Screen
from tests.steps.accounts import session_of

START = Path(__file__).parents[2] / "pages" / "start.py"

# Each AppTest looks through all installed packages for components of their own; once in a process will do.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)


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
    # `switch_page` knows a page only after a run of the first one, which costs as much again.
    wanted = at._page_hash = "" if page == DEFAULT else calc_hash(Screen(page))
    at.run()
    if wanted and at._finished_page_script_hash != wanted:
        raise ValueError(f"Could not find a navigation page for {page!r}: this role does not have it.")
    return at


def field(at: AppTest, name: str):
    """The field, or the button, of this name; also under the name that it gets when something came in from elsewhere."""
    [found] = [each for each in at if re.fullmatch(rf"{re.escape(name)}(~\d+)?", str(getattr(each, "key", "")))]
    return found


def texts(at: AppTest) -> str:
    """All that the page says, for looking up a sentence; what is asked with segments as well."""
    kinds = (at.title, at.header, at.subheader, at.markdown, at.caption, at.info, at.success, at.warning, at.error)
    shown = [element.value for kind in kinds for element in kind]
    return "\n".join([*shown, *(control.label for control in at.segmented_control)])


def form_of(at):
    """The form that a page shows: [its key, what it is given]."""
    [found] = at.get("bidi_component")
    return found.proto.id.split("-", 2)[-1], json.loads(found.proto.json)


def switch(at: AppTest, page: str, **address: str) -> AppTest:
    """Go on to another page, as by a link to it: with only this behind the question mark."""
    at.query_params.clear()
    for name, value in address.items():
        at.query_params[name] = value
    at._page_hash = "" if page == DEFAULT else calc_hash(Screen(page))
    return at.run()


def page_links(at: AppTest) -> dict[str, str]:
    """Where each link to a page leads, by its label."""
    found = [each.proto for each in at.main if each.type == "page_link"]
    return {each.label.strip("*"): f"{each.page}?{each.query_string}".rstrip("?") for each in found}
