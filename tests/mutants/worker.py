"""A process that runs tests in its own copy of the tree, again and again, without loading the libraries each time.

It reads a line of JSON for each run (`limit` in seconds, `tests`) and answers with a line: the status pytest ended with,
or "late".
"""

import json
import os
import signal
import sys
import time
from contextlib import suppress

# Everything that is not ours, so that every run starts with it.
import altair  # noqa: F401
import httpx  # noqa: F401
import openpyxl  # noqa: F401
import pandas  # noqa: F401
import pytest
import sqlmodel  # noqa: F401
import streamlit.testing.v1  # noqa: F401
from hypothesis import settings

FEW = 25
# Where Hypothesis keeps how a test is to be tried.
SETTINGS = "_hypothesis_internal_use_settings"
OPTIONS = ("-x", "-q", "-p", "no:xdist", "--hypothesis-profile=mutants", "-W", "ignore::pytest.PytestAssertRewriteWarning")


def main() -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        print(run(asked["tests"], asked["limit"]), flush=True)


def run(tests: list[str], limit: float) -> str:
    pid = os.fork()
    if pid == 0:
        answer(tests)
    try:
        return status_of(pid, time.monotonic() + limit)
    finally:
        stop_group(pid)


def status_of(pid: int, end: float) -> str:
    """Looks until it is done, or late."""
    while time.monotonic() < end:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            return str(os.waitstatus_to_exitcode(status))
        time.sleep(0.05)
    # As by hand, so that pytest can stop the database it started.
    os.killpg(pid, signal.SIGINT)
    time.sleep(5)
    return "late"


def answer(tests: list[str]) -> None:
    """In the new process, which ends here: what it prints goes to the file `run.txt`."""
    os.setsid()
    with open("run.txt", "wb") as out, open(os.devnull, "rb") as nothing:
        os.dup2(nothing.fileno(), 0)
        os.dup2(out.fileno(), 1)
        os.dup2(out.fileno(), 2)
        status = 3
        try:
            status = pytest.main([*OPTIONS, *tests], plugins=[Fewer()])
        finally:
            sys.stdout.flush()
            os._exit(status)


class Fewer:
    """Of what is tried by chance, FEW examples: what is broken shows in the first ones or hardly ever."""

    @staticmethod
    def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
        for test in {item.obj for item in items if hasattr(getattr(item, "obj", None), SETTINGS)}:
            own = getattr(test, SETTINGS)
            setattr(test, SETTINGS, settings(own, max_examples=min(own.max_examples, FEW)))


def stop_group(pid: int) -> None:
    """Also whatever the tests started and left behind."""
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
