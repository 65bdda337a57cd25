"""Where the program lies, for the rules that are read from it."""

from pathlib import Path

ROOT = Path(__file__).parents[2]


def modules() -> list[Path]:
    return [path for folder in ("landkaart", "db", "pages") for path in sorted((ROOT / folder).rglob("*.py"))]
