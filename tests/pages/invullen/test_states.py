"""The state machine of the form, tried in Node where there is one, with random sequences of what can happen to it."""

import shutil
import subprocess
from pathlib import Path

import pytest

TESTS = sorted((Path(__file__).parent / "states").glob("*.test.mjs"))


@pytest.mark.parametrize("file", TESTS, ids=lambda path: path.stem)
@pytest.mark.skipif(shutil.which("node") is None, reason="no Node here: tests/browser/invullen does it in a browser")
def test_what_is_given_is_kept_and_nothing_is_called_saved_that_is_not(file):
    found = subprocess.run(["node", "--test", str(file)], capture_output=True, text=True, check=False)

    assert found.returncode == 0, found.stdout[-3000:]
