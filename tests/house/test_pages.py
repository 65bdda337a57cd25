"""The house rules of the pages: a folder for every screen, and what two of them need in one place."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from landkaart.screens import Screen
from pages.shared.known_names import KNOWN
from tests.house.source import ROOT, imports

PAGES = ROOT / "pages"
FILES = sorted(PAGES.rglob("*.py"))
SHARED = [path for path in FILES if path.parent.name == "shared" and path.name != "__init__.py"]


def dotted(path: Path) -> str:
    """`pages/shared/cache.py` as `pages.shared.cache`."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def screen_of(module: str) -> str | None:
    """The screen that a module of `pages` belongs to; None for what belongs to none."""
    parts = module.split(".")
    return parts[1] if len(parts) > 2 and parts[0] == "pages" and parts[1] in set(Screen) else None


@cache
def imported_by(module: str) -> frozenset[Path]:
    return frozenset(path for path in FILES if any(f"{found}.".startswith(f"{module}.") for found in imports(path)))


def users(path: Path) -> set[str]:
    """The screens that use a file, directly or through other shared files."""
    found: set[str] = set()
    waiting, seen = [path], {path}
    while waiting:
        for user in imported_by(dotted(waiting.pop())) - seen:
            seen.add(user)
            if screen := screen_of(dotted(user)):
                found.add(screen)
            elif user in SHARED:
                waiting.append(user)
    return found


@pytest.mark.parametrize("path", SHARED, ids=name_of)
def test_what_is_shared_is_used_by_two_screens(path):
    assert len(users(path)) > 1, f"move {name_of(path)} into the folder of the screen that uses it: {users(path)}"


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_screen_imports_no_other_screen_and_what_is_shared_imports_none(path):
    if path.parent == PAGES:
        return
    wrong = {found for found in imports(path) if screen_of(found) not in (None, screen_of(dotted(path)))}
    assert not wrong, f"{name_of(path)} looks at {wrong}: move what both need to pages/shared"


def texts(tree: ast.Module) -> Iterator[str]:
    """Every string in the code, also the pieces of an f-string; not the docstrings."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


ANY = "|".join(Screen)
# "/invullen", "/invullen?werkplein=", "invullen.py", "werkplein/page.py"; not "/werkplein-score.csv".
SPELLED_OUT = re.compile(rf"^/({ANY})(?=$|[?#/])|(^|/)({ANY})(/page)?\.py$|^({ANY})\?")


@pytest.mark.parametrize(
    "path",
    [path for room in ("pages", "landkaart", "db") for path in sorted((ROOT / room).rglob("*.py"))],
    ids=name_of,
)
def test_the_address_of_a_screen_is_spelled_out_in_one_place(path):
    wrong = [text for text in texts(ast.parse(path.read_text(encoding="utf-8"))) if SPELLED_OUT.search(text)]
    assert not wrong, f"{name_of(path)}: take {wrong} from landkaart/screens.py (Screen.….path), or file_of(Screen.…)"


@pytest.mark.parametrize(
    ("text", "spelled_out"),
    [
        ("/invullen", True),
        ("/invullen?werkplein=", True),
        ("invullen.py", True),
        ("pages/werkplein/page.py", True),
        ("respons?uitvraag=", True),
        ("/werkplein-score.csv", False),
        ("/download/respons.csv", False),
        ("werkplein", False),
        ("Respons?", False),
    ],
)
def test_what_counts_as_an_address(text, spelled_out):
    assert bool(SPELLED_OUT.search(text)) is spelled_out


def says(path: Path, pattern: str) -> bool:
    return re.search(pattern, path.read_text(encoding="utf-8")) is not None


@pytest.mark.parametrize(
    ("pattern", "only_in"),
    [
        # What is kept, and until when, can be read in one place.
        (r"\b(lru_cache|cache_resource|cache_data|cached?\()", {"shared/cache.py"}),
        # An act runs, and its failure becomes a sentence, in one place; the form has fields of its own for it.
        (r"\b(write_session|begin_act|log_with_number)\b", {"shared/run_act.py", "shared/visit.py", "invullen"}),
        # The two kinds of CSV.
        (r"puntkomma'|\bdownload:\"|:material/download:", {"shared/downloads.py"}),
        (r"\bquery_params(?!=)", {"shared/address.py"}),
        # After it nothing can be shown, also not what the address asks and there is not.
        (r"(?m)^ +st\.stop\(\)$", {"start.py", "shared/visit.py"}),
        # A part that runs by itself asks who is in, as a page does.
        (r"\bst\.fragment\b", {"shared/visit.py"}),
        # What is chosen is kept by what it is, never by its label.
        (
            r"\.(selectbox|multiselect|radio|segmented_control|pills|select_slider|tabs)\(|\bformat_func\b",
            {"shared/lists.py"},
        ),
        # A table can be copied and printed whole.
        (r"\.(dataframe|data_editor)\(|\bname_list\(", {"shared/show_table.py", "shared/name_list.py"}),
    ],
    ids=[
        "a cache",
        "an act",
        "a link to CSV",
        "an address",
        "the end of a page",
        "a part that runs alone",
        "a list to choose from",
        "a table",
    ],
)
def test_each_of_these_stands_in_one_place(pattern, only_in):
    found = {path.relative_to(PAGES).as_posix() for path in FILES if says(path, pattern)}
    wrong = {name for name in found if name not in only_in and name.split("/")[0] not in only_in}
    assert not wrong, f"use what {sorted(only_in)} has for it, instead of {pattern} in {sorted(wrong)}"


# Who reads an address without a choice.
READING = {f"pages.shared.address.{name}" for name in ("asked", "all_asked", "asked_as")}
# Of these nothing is chosen: a link that is followed, a title, and a tab whose own choice reads it again.
CHOOSING_NOTHING = {"begin/page.py", "page_title.py", "beheer/tabs.py"}


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_who_reads_an_address_himself_tells_what_it_asks_and_there_is_not(path):
    if READING & imports(path) and path.relative_to(PAGES).as_posix() not in CHOOSING_NOTHING:
        assert "pages.shared.passed_over.pass_over" in imports(path), "use a Choice, or pass over what it asks in vain"


# Where the name of a choice stands among what is given, by the function that takes it.
NAME_AT = {"Choice": 1, "from_address": 0, "to_address": 0, "all_to_address": 0, "asked": 0}


def names_in_address(path: Path) -> set[str]:
    """The names that stand in the code as they are; those that are put together, a visit finds."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    by_name = [(NAME_AT.get(getattr(node.func, "id", "")), node) for node in calls]
    given = [node.args[at] for at, node in by_name if at is not None and len(node.args) > at]
    return {each.value for each in given if isinstance(each, ast.Constant)}


@pytest.mark.parametrize("path", [path for path in FILES if screen_of(dotted(path))], ids=name_of)
def test_every_name_that_a_page_takes_from_its_address_is_known_beforehand(path):
    known = KNOWN[Screen(screen_of(dotted(path)))]
    assert names_in_address(path) <= set(known), "add it to pages/shared/known_names.py: a choice is not always drawn"


def test_every_screen_says_which_names_it_knows():
    assert set(KNOWN) == set(Screen)


NAMED = {"dataframe", "table", "vega_lite_chart", "altair_chart", "one_row", "choose_row"}


def nameless(path: Path) -> list[int]:
    """The lines that show a table or a chart without a name for who cannot see it."""
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    shown = [node for node in calls if getattr(node.func, "attr", getattr(node.func, "id", "")) in NAMED]
    return [node.lineno for node in shown if not {"alt", None} & {keyword.arg for keyword in node.keywords}]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_every_table_and_chart_has_a_name_for_who_cannot_see_it(path):
    assert nameless(path) == []
