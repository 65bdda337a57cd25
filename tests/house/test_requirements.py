"""What production runs on is pinned, all of it, by the hash of every file: nobody can slip another one in."""

import re
import sys
from importlib.metadata import packages_distributions

import pytest

from tests.house.source import ROOT, imports, modules

LOCKS = ("requirements", "requirements-postgresql")
PIN = re.compile(r"[a-z0-9-]+==\S+( ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(lock: str) -> dict[str, int]:
    """By name of the package: how many files of it may be installed."""
    found: dict[str, int] = {}
    for line in (ROOT / f"{lock}.lock").read_text(encoding="utf-8").splitlines():
        if PIN.fullmatch(line):
            name = line.partition("==")[0]
            found[name] = 0
        elif HASH.fullmatch(line):
            found[name] += 1
        else:
            assert line.startswith("#"), f"neither a pin nor a hash: {line}"
    return found


def asked(path: str) -> set[str]:
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    return {plain(re.split(r"[=>~<\[; ]", line)[0]) for line in lines if line and not line.startswith("#")}


@pytest.mark.parametrize("lock", LOCKS)
def test_every_package_is_pinned_with_the_hashes_of_its_files(lock):
    assert asked(f"{lock}.txt") <= set(pinned(lock)), "run `make lock`"
    assert min(pinned(lock).values()) > 0


def test_both_locks_agree():
    texts = [(ROOT / f"{lock}.lock").read_text(encoding="utf-8") for lock in LOCKS]
    one, other = ({m[1]: m[2] for m in re.finditer(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE)} for text in texts)
    assert {name: version for name, version in other.items() if one.get(name, version) != version} == {}


def test_everything_the_program_imports_is_pinned():
    """psycopg is imported by SQLAlchemy alone, when DATABASE_URL names PostgreSQL."""
    known, ours = packages_distributions(), {"db", "landkaart", "pages", "app"}
    taken = {found.split(".")[0] for path in [*modules(), ROOT / "app.py"] for found in imports(path)}
    libraries = taken - ours - set(sys.stdlib_module_names)
    assert "streamlit" in libraries
    missing = {name for name in libraries if not {plain(each) for each in known.get(name, [])} & set(pinned("requirements"))}
    assert missing == set(), "name it in requirements.txt and run `make lock`"


def test_what_is_installed_comes_from_the_lock():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "--require-hashes -r requirements.lock" in makefile
    assert re.search(r"^\.venv/ready: requirements\.lock$", makefile, re.MULTILINE)
