"""One name for one thing, and what a reader may expect of a function and of its docstring; read from the code itself."""

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from landkaart.screens import Screen
from tests.house.source import ROOT, modules

# Rooms in which every function keeps to these; a room that does is added here.
PAGES = ("shared", *Screen)
ROOMS = (
    "db/",
    "landkaart/cli/",
    "landkaart/domein/",
    "landkaart/invoer/",
    "landkaart/post/",
    "landkaart/rapport/",
    "landkaart/settings.py",
    "landkaart/web/",
    *(f"pages/{folder}/" for folder in PAGES),
)
# With what a docstring begins: a verb that says what comes out, or what is done.
VERBS = {
    "Add", "Answer", "Ask", "Begin", "Bind", "Break", "Bring", "Change", "Check", "Choose", "Close", "Compare", "Compute",
    "Copy", "Count", "Disable", "Do", "Draw", "End", "Fill", "Find", "Fix", "Freeze", "Give", "Have", "Hold",
    "Insert", "Judge", "Keep", "Lay", "Lead", "Leave", "Let", "List", "Load", "Mail", "Make", "Mark", "Measure", "Name",
    "Number", "Open", "Pass", "Plan", "Print", "Put", "Read", "Refuse", "Remember", "Remove", "Return", "Round",
    "Run", "Save", "Say", "Seal", "Send", "Set", "Show", "Sign", "Sort", "Split", "Sum", "Switch", "Take", "Tell",
    "Truncate", "Try", "Turn", "Undo", "Use", "Write", "Yield",
    # Of the commands: their docstring is the help that a user reads.
    "Controleert", "Geeft", "Laadt", "Leest", "Maakt", "Schrijft", "Stuurt", "Verhuist", "Wist", "Zegt", "Zet",
}  # fmt: skip


@cache
def trees() -> dict[str, ast.Module]:
    """Every module of the program, by its path; migrations stay as they were."""
    paths = {str(path.relative_to(ROOT)): path for path in modules() if "migrations" not in path.parts}
    return {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in paths.items()}


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Of ROOMS, methods included."""
    for name, tree in trees().items():
        if name.startswith(ROOMS):
            yield from ((name, node) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def test_no_class_has_the_name_of_another():
    """A table and the domain value that comes out of it may share theirs."""
    found = defaultdict(set)
    for name, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                found[node.name].add(name)
    twice = {name: paths for name, paths in found.items() if len(paths) > 1}
    wrong = {name: sorted(paths) for name, paths in twice.items() if not is_a_table_and_its_value(paths)}
    assert not wrong, "say which of the two it is in its name"


def is_a_table_and_its_value(paths: set[str]) -> bool:
    return sorted(path.startswith("db/models/") for path in paths) == [False, True] and any(
        path.startswith("landkaart/domein/") for path in paths
    )


def test_functions_have_at_most_five_parameters():
    wrong = []
    for name, node in functions():
        given = [each.arg for each in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
        if len([each for each in given if each not in ("self", "cls")]) > 5:
            wrong.append(f"{name}: {node.name}")
    assert not wrong, "what belongs together is one value"


def test_docstrings_begin_with_a_verb():
    wrong = []
    for name, node in functions():
        said = ast.get_docstring(node)
        if said and said.split()[0].rstrip(",") not in VERBS:
            wrong.append(f"{name}: {node.name}: {said.splitlines()[0]}")
    assert not wrong, "say what comes out: Return, Give, Write, Count… (another verb is added to VERBS)"


def test_what_is_raised_stands_on_a_line_of_its_own():
    wrong = []
    for name, node in functions():
        for line in (ast.get_docstring(node) or "").splitlines():
            if "Raises " in line and not line.startswith("Raises "):
                wrong.append(f"{name}: {node.name}: {line}")
    assert not wrong


def test_every_function_is_used_by_the_program():
    """What only a test calls, or nobody, is no part of it; what is decorated is called by whoever decorated it."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in (*modules(), ROOT / "app.py"))
    words = Counter(re.findall(r"\w+", text))
    unused = [
        f"{name}: {node.name}"
        for name, tree in trees().items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.decorator_list and words[node.name] < 2
    ]
    assert not unused, f"nobody calls these: {unused}"


def test_a_name_in_braces_is_filled_in():
    """Outside an f-string, or in a string within one, "het {AKO}" is what readers get."""
    found = {
        f"{path}: {node.value}"
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and re.search(r"\{[A-Z][A-Z_]+\}", node.value)
    }
    assert found == set()


# What a programme calls otherwise; not in the names of files, columns and addresses, which are the same for all.
WORDS = re.compile(r"(?<![\w{/=.&?-])(?:werkplein|werkpleinen|tertaal|tertalen)\b(?![/=}_.-]\w)", re.IGNORECASE)
SQL = re.compile(r"\b(?:SELECT|INSERT|UPDATE|DELETE|JOIN|FROM|WHERE)\b|length\(")


def sentences(tree: ast.Module) -> Iterator[str]:
    """What is longer than a word, f-strings whole, but for docstrings and what is asked of the database."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    parts = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and not {id(node)} & (docs | parts):
            text = node.value
        else:
            continue
        if re.search(r"\w,? \w", text) and not SQL.search(text):
            yield text


def test_a_sentence_calls_a_werkplein_and_a_tertaal_what_the_programme_calls_them():
    rooms = {path: tree for path, tree in trees().items() if not path.startswith(("landkaart/programma/", "db/models/"))}
    found = {f"{path}: {text}" for path, tree in rooms.items() for text in sentences(tree) if WORDS.search(text)}
    assert found == set(), "write {WERKPLEIN}, {TERTAAL} and so on, of landkaart.programma.namen"
