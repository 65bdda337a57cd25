"""The rules of the tests themselves, read from their source: each of them asserts something, and none leans on another."""

import ast
import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from tests.mutants.__main__ import reasons
from tests.mutants.choosing import in_file

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "tests").rglob("*.py"))
MODULES = sorted(path for path in FILES if path.name.startswith("test_"))
# What fails by itself when something is not as it should be: `expect` waits for it in a browser.
JUDGES = {"raises", "warns", "expect", "assert_frame_equal", "assert_series_equal"}
# A test that holds as long as nothing is raised, and why that is enough.
NOTHING_TO_ASSERT = {
    "test_what_somebody_typed_leaves_as_text_and_as_nothing_else": "each way says itself what must come out of it",
    "test_a_text_of_more_lines_does_too": "each way says itself what must come out of it",
    "test_the_page_is_still_the_one_that_we_rewrite": "it raises when the page of Streamlit is another one",
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> dict[str, ast.FunctionDef]:
    return {node.name: node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def called(node: ast.AST) -> set[str]:
    calls = (call.func for call in ast.walk(node) if isinstance(call, ast.Call))
    return {func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "") for func in calls}


def judges_itself(node: ast.AST) -> bool:
    return any(isinstance(each, ast.Assert) for each in ast.walk(node)) or bool(called(node) & JUDGES)


@cache
def judging() -> frozenset[str]:
    """The names of all functions of tests that assert something, be it through what they call."""
    found = [node for path in FILES for node in functions(path).values()]
    names = {node.name for node in found if judges_itself(node)}
    while more := {node.name for node in found if node.name not in names and called(node) & names}:
        names |= more
    return frozenset(names)


def says_little(test: ast.expr) -> bool:
    """True of nearly anything: that it is there, is of some type, has a length, raised nothing."""
    text = ast.unparse(test)
    return isinstance(test, ast.Name) or bool(
        re.fullmatch(r"isinstance\(.*\)|len\([^()]*\)|.* is not None|not at\.exception", text)
    )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_test_asserts_something(path):
    silent = [
        name
        for name, node in functions(path).items()
        if name.startswith("test_") and not judges_itself(node) and not called(node) & judging()
    ]
    assert [name for name in silent if name not in NOTHING_TO_ASSERT] == [], "say what must come out"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_test_asserts_only_that_something_is_there(path):
    little = []
    for name, node in functions(path).items():
        asserted = [each.test for each in ast.walk(node) if isinstance(each, ast.Assert)]
        others = called(node) & (JUDGES | judging() - {name})
        if name.startswith("test_") and asserted and all(map(says_little, asserted)) and not others:
            little.append(name)
    assert little == [], "say what it is, and not only that it is there"


def leans_on(path: Path) -> list[str]:
    """The tests and conftests that it imports."""
    found = [node.module or "" for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom)]
    found += [each.name for node in ast.walk(tree(path)) if isinstance(node, ast.Import) for each in node.names]
    return [module for module in found if re.match(r"test_|conftest$", module.rpartition(".")[2])]


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_what_tests_share_stands_in_no_test_and_no_conftest(path):
    found = leans_on(path)

    assert found == [], "move what is shared to tests/steps, or beside it to a module of its own; fixtures need no import"


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "recount").glob("naief*.py")), ids=name_of)
def test_the_naive_recount_shares_no_code_with_what_it_judges(path):
    modules = {node.module for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom)}
    modules |= {each.name for node in ast.walk(tree(path)) if isinstance(node, ast.Import) for each in node.names}
    seen = {module for module in modules if not re.fullmatch(r"datetime|fractions|math|tests\.recount\.naief\w*", module)}
    assert seen == set(), "the referee counts from the rules alone"


def commands() -> list[str]:
    """What the Makefile runs with `python -m`, of ours."""
    return sorted(set(re.findall(r"-m (tests\.[\w.]+|landkaart)", (ROOT / "Makefile").read_text(encoding="utf-8"))))


@pytest.mark.parametrize("module", commands())
def test_every_command_of_the_makefile_can_be_loaded(module):
    found = import_module(module if module.startswith("tests.") and not is_package(module) else f"{module}.__main__")

    assert callable(found.main)


def is_package(module: str) -> bool:
    return (ROOT / module.replace(".", "/")).is_dir()


def test_every_rule_that_no_test_can_notice_is_still_there():
    """Else its reason is kept for nothing, and the next of its kind has none."""
    named = reasons()
    there = {change.name for path in {name.partition("::")[0] for name in named} for change in in_file(path)}

    assert set(named) - there == set(), "take it out of tests/mutants/not_noticed.toml, or name it as it is now"
