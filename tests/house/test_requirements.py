"""What production runs on is pinned, all of it, by the hash of every file: nobody can slip another one in."""

import re
import sys
from importlib.metadata import packages_distributions

from tests.house.source import ROOT, imports, modules

PIN = re.compile(r"[a-z0-9-]+==\S+( ; [^\\]+)? \\")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned() -> dict[str, int]:
    """By name of the package: how many files of it may be installed."""
    found: dict[str, int] = {}
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
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


def test_every_package_is_pinned_with_the_hashes_of_its_files():
    assert asked("requirements.txt") <= set(pinned()), "run `make lock`"
    assert min(pinned().values()) > 0


def test_everything_the_program_imports_is_pinned():
    known, ours = packages_distributions(), {"db", "landkaart", "pages", "app"}
    taken = {found.split(".")[0] for path in [*modules(), ROOT / "app.py"] for found in imports(path)}
    libraries = taken - ours - set(sys.stdlib_module_names)
    assert "streamlit" in libraries
    missing = {name for name in libraries if not {plain(each) for each in known.get(name, [])} & set(pinned())}
    assert missing == set(), "name it in requirements.txt and run `make lock`"


def test_what_is_installed_comes_from_the_lock():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "--require-hashes -r requirements.lock" in makefile
    assert re.search(r"^\.venv/ready: requirements\.lock$", makefile, re.MULTILINE)
