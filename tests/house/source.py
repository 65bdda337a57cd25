"""Where the program lies, for the rules that are read from it."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]


def modules() -> list[Path]:
    return [path for folder in ("landkaart", "db", "pages") for path in sorted((ROOT / folder).rglob("*.py"))]


@cache
def imports(path: Path) -> set[str]:
    """Every module that a file imports, dotted; of `from a import b` both `a` and `a.b`."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found
