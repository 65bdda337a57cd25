"""The house rules, read from the code itself: what may import what, what must be listed where."""

import ast
import re
import tomllib

import pytest
from typer.main import get_command

from landkaart.cli.main import app as cli
from landkaart.rapport.rapportage.plaatsen import TITELS
from landkaart.screens import Screen
from landkaart.settings import VERSION
from landkaart.surroundings import Setting
from pages.contents import entries
from tests.house.source import ROOT, imports, modules

# domein knows, rapport shapes, db keeps, web guards, pages show, app opens the door: what each may look at.
BASE = {"landkaart/domein", "landkaart/programma", "landkaart/settings", "landkaart/surroundings", "landkaart/errors"}
BELOW = BASE | {"db", "landkaart/screens"}
MAY_SEE = {
    # A setting says where it stands.
    "landkaart/programma": {"landkaart/programma", "landkaart/surroundings"},
    "landkaart/domein": {"landkaart/domein", "landkaart/programma"},
    "landkaart/invoer": {"landkaart/invoer", "landkaart/domein", "landkaart/programma"},
    # A report leads each of its figures back to the screen where it can be checked.
    "landkaart/rapport": {"landkaart/rapport", "landkaart/domein", "landkaart/programma", "landkaart/screens"},
    "db": {"db", "landkaart/invoer"} | BASE,
    # A mail is made of words for readers, so it looks at rapport too.
    "landkaart/post": {"landkaart/post", "landkaart/rapport"} | BELOW,
    # A workbook that is uploaded is read like any file that comes in.
    "landkaart/web": {"landkaart/web", "landkaart/post", "landkaart/rapport", "landkaart/invoer"} | BELOW,
    "pages": {"pages", "landkaart/web", "landkaart/post", "landkaart/rapport"} | BELOW,
}
# The screen belongs to the pages and the door, the database to db.
ONLY_IN = {
    "streamlit": {"pages", "landkaart/web"},
    "sqlmodel": {"db"},
    "sqlalchemy": {"db"},
    "altair": {"landkaart/rapport"},
}


def room(name: str) -> str | None:
    """The room of a file (`db/engine.py`) or of a dotted import (`db.engine.engines`); None for what is not ours."""
    parts = name.removesuffix(".py").replace("/", ".").split(".")
    return {"landkaart": "/".join(parts[:2]), "db": "db", "pages": "pages"}.get(parts[0])


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path):
    name = str(path.relative_to(ROOT))
    here = room(name)
    if here not in MAY_SEE:
        return  # The command line and the settings stand beside the rooms.
    wrong = {found for found in imports(path) if room(found) not in (None, *MAY_SEE[here])}
    assert not wrong, f"{name} looks at {wrong}: move what it needs to {sorted(MAY_SEE[here])}, or move this"


def test_every_room_says_what_it_may_look_at():
    """Apart from the command line, which may look at all but pages."""
    folders = {f"landkaart/{path.name}" for path in (ROOT / "landkaart").iterdir() if any(path.glob("*.py"))}
    assert {*folders, "db", "pages"} - {"landkaart/cli"} == set(MAY_SEE), "give it a line in MAY_SEE, or take its line out"


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_stays_in_its_room(library):
    wrong = {
        str(path.relative_to(ROOT))
        for path in modules()
        if any(found.split(".")[0] == library for found in imports(path))
        and room(str(path.relative_to(ROOT))) not in ONLY_IN[library]
    }
    assert not wrong, f"{library} belongs in {ONLY_IN[library]} only"


def test_every_page_stands_in_the_table_of_contents():
    folders = [path.parent.name for path in (ROOT / "pages").glob("*/page.py")]
    assert sorted(folders) == sorted(Screen), "add the screen to landkaart/screens.py, or remove the folder"
    assert sorted(entry.screen for entry in entries()) == sorted(Screen), "give each screen one Entry in pages/contents.py"


def test_a_report_calls_a_page_as_the_menu_does():
    assert {each.screen: each.title for each in entries() if each.screen in TITELS} == TITELS


def test_no_folder_pages_lies_beside_the_main_script():
    """Streamlit would serve any file in it by its address, without the main script."""
    assert not (ROOT / "pages" / "pages").exists()
    assert re.search(r'st\.App\(\s*"pages/start\.py"', (ROOT / "app.py").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_rooms_stay_small(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines < 300, f"{path.name} has {lines} lines: split it"
    if "migrations" in path.parts:
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = node.end_lineno - node.lineno + 1
            assert length <= 45, f"{path.name}: {node.name} has {length} lines: split it"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{path.name} needs a docstring"


def test_the_settings_that_decide_are_as_measured():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))

    assert settings["runner"]["postScriptGC"] is False
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["client"]["disableDataExport"] is True, "that of Streamlit leaves rows out, and begins with ="
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["server"]["fileWatcherType"] == "none"
    assert "enableAgentApi" not in settings["server"], "on the command line only"


def test_every_setting_stands_in_the_readme_and_in_no_other_room():
    """A row of the table for each, and no other: one that is no longer read is taken away there."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\|((?: `[A-Z_]+`,?)+) \|", readme, re.MULTILINE)
    assert sorted(name for row in rows for name in re.findall("[A-Z_]+", row)) == sorted(Setting)
    readers = {str(path.relative_to(ROOT)) for path in modules() if "os.environ" in path.read_text(encoding="utf-8")}
    assert readers == {"landkaart/surroundings.py"}, "read it there, as a Setting"


def test_every_command_stands_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = set(re.findall(r"^\.venv/bin/python -m landkaart ([a-z]+)", readme, re.MULTILINE))
    assert commands == set(get_command(cli).commands), "give each command a line in README.md, and no other"


def test_every_option_of_a_command_stands_in_the_docs_and_says_what_it_does():
    docs = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/formaten.md"))
    found = [
        (name, option.opts[0], option.help)
        for name, command in get_command(cli).commands.items()
        for option in command.params
        if option.param_type_name == "option"
    ]
    assert ("exporteer", "--editie") in [each[:2] for each in found]
    assert [each[:2] for each in found if not each[2]] == []
    assert [each[:2] for each in found if not re.search(rf"{each[1]}\b", docs)] == []


def test_every_page_stands_in_the_readme():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [entry.title for entry in entries() if f"**{entry.title}**" not in readme] == []


def test_every_dependency_is_explained():
    """Each line of requirements.txt has its reason in docs/besluiten.md."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    names = {re.split(r"[=>~\[ ]", line)[0] for line in lines if line and not line.startswith("#")}
    reasons = (ROOT / "docs" / "besluiten.md").read_text(encoding="utf-8")
    assert [name for name in sorted(names) if f"`{name}`" not in reasons] == []


@pytest.mark.parametrize("path", sorted((ROOT / "tests").rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_of_tests_stay_small_too(path):
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines < 300, f"{path.name} has {lines} lines: split it by subject"


def test_the_program_has_one_version():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == VERSION
