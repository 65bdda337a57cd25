"""Each promise of docs/veiligheid.md is shown by tests that are there; its terms are those of the code."""

import ast
import re
from functools import cache

import pytest

from landkaart.domein.bewaartermijnen import Termijnen
from tests.house.source import ROOT

TEXT = (ROOT / "docs" / "veiligheid.md").read_text(encoding="utf-8")
ROWS = [line.strip("| ").split(" | ") for line in TEXT.splitlines() if line.startswith("| ") and "---" not in line]
PROMISES = {row[0]: row[1] for row in ROWS if "tests/" in row[1]}
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TEXT)))


@cache
def functions_in(path: str) -> set[str]:
    file = ROOT / path
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if file.exists() else ()
    return {node.name for node in nodes if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize(("path", "name"), NAMED, ids=[name for _, name in NAMED])
def test_what_shows_a_promise_is_there(path, name):
    assert name in functions_in(path), f"{path} has no such test: name the one that shows it"


def test_every_promise_names_what_shows_it_and_how_far_it_goes():
    assert len(PROMISES) > 30
    wrong = [
        row[0] for row in ROWS if "promise" not in row[0] and "tests/" in " ".join(row) and not (len(row) == 3 and row[2])
    ]
    assert wrong == []
    assert TEXT.count("tests/") - TEXT.count("`tests/db` run") == len(re.findall(r"`tests/[\w/]+\.py::\w+`", TEXT))


def test_the_terms_are_those_of_the_code():
    shown = {row[0]: (row[1], row[2]) for row in ROWS if len(row) == 3 and row[1].startswith("after ")}
    assert shown == {each.value.wat: (f"after {each.value.na.days} days", each.value.vanaf) for each in Termijnen}
