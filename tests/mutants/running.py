"""Broken rules, each in a copy of the tree, and what the tests said of them."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from queue import SimpleQueue

from tests.mutants.operators import Change
from tests.mutants.rooms import ROOT

# In seconds: whoever is not ready by then went round in circles.
LIMIT = 600
PARTS = ("app.py", "db", "landkaart", "pages", "tests", "docs", "pyproject.toml", "README.md", "Makefile")
PARTS += ("requirements.txt", "requirements-dev.txt", ".streamlit")


class Verdict(Enum):
    GEMERKT = "gemerkt"
    TE_LANG = "gemerkt: kwam niet klaar"
    NIET = "niet gemerkt"

    @property
    def noticed(self) -> bool:
        return self is not Verdict.NIET


@dataclass(frozen=True)
class Broken:
    """`tests`: the files that judge the change, in the order in which they are asked."""

    change: Change
    tests: tuple[str, ...]


@dataclass(frozen=True)
class Judged:
    """`by`: the first test that failed, all its cases together; empty when none did, or none could begin."""

    change: Change
    verdict: Verdict
    by: str = ""


@dataclass
class Copy:
    """A copy of the tree in `folder`, and the process that runs tests in it."""

    folder: Path
    process: subprocess.Popen

    def run(self, tests: Sequence[str]) -> str:
        """The status pytest ended with, or "late"."""
        self.process.stdin.write(json.dumps({"tests": list(tests), "limit": LIMIT}) + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def judge(self, broken: Broken) -> Judged:
        with self.changed(broken.change):
            status = self.run(broken.tests)
        by, said = self.first_failed(), self.said()
        # That a file is not there, or pytest itself fell over, would be taken for noticing everything.
        if status not in VERDICTS or (VERDICTS[status] is Verdict.GEMERKT and not by and CONFTEST not in said):
            raise RuntimeError(f"pytest ended with {status!r} for {broken.change.name}: {said[-500:]}")
        return Judged(broken.change, VERDICTS[status], by)

    def said(self) -> str:
        return (self.folder / "run.txt").read_text(encoding="utf-8", errors="replace")

    def first_failed(self) -> str:
        return next((match[1] for match in re.finditer(r"^(?:FAILED|ERROR) ([^\s\[]+)", self.said(), re.MULTILINE)), "")

    @contextmanager
    def changed(self, change: Change) -> Iterator[None]:
        """Python takes a compiled file for the source it has the second and the length of: never the same second here."""
        file = self.folder / change.path
        before, when = file.read_bytes(), file.stat().st_mtime
        file.write_bytes(change.made_in(before))
        os.utime(file, (when, when + 1000 + change.start))
        try:
            yield
        finally:
            file.write_bytes(before)
            os.utime(file, (when, when))


# What pytest ends with: all passed, one failed, stopped while it collected, could not even read a conftest.
CONFTEST = "while loading conftest"
VERDICTS = {"0": Verdict.NIET, "1": Verdict.GEMERKT, "2": Verdict.GEMERKT, "4": Verdict.GEMERKT, "late": Verdict.TE_LANG}


@contextmanager
def copies(number: int) -> Iterator[SimpleQueue]:
    """So many copies of the tree, each with its process, to be taken and put back; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="mutanten-") as place, ExitStack() as stack:
        # PostgreSQL runs as somebody else, and has its own folder in here.
        os.chmod(place, 0o755)
        free: SimpleQueue = SimpleQueue()
        for name in range(number):
            free.put(stack.enter_context(copy_in(Path(place) / str(name))))
        yield free


@contextmanager
def copy_in(folder: Path) -> Iterator[Copy]:
    folder.mkdir()
    for part in PARTS:
        copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy2
        copy(ROOT / part, folder / part)
    (folder / ".venv").symlink_to(sys.prefix)
    (folder / "tmp").mkdir()
    subprocess.run([sys.executable, "-m", "compileall", "-q", "db", "landkaart", "pages"], cwd=folder, check=True)
    # What one run compiles is no help to the next, whose source is another.
    settings = os.environ | {"PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(folder / "tmp")}
    command, pipe = [sys.executable, "-m", "tests.mutants.worker"], subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, env=settings, stdin=pipe, stdout=pipe, text=True) as process:
        try:
            yield Copy(folder, process)
        finally:
            process.stdin.close()


def each_in_turn(free: SimpleQueue, number: int, act: Callable, subjects: Sequence) -> Iterator:
    """`act(copy, subject)` for every subject, on so many copies at once; the results in the order of the subjects."""

    def perform(subject):
        copy = free.get()
        try:
            return act(copy, subject)
        finally:
            free.put(copy)

    with ThreadPoolExecutor(number) as pool:
        yield from pool.map(perform, subjects)
