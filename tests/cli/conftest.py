"""What the tests of the command line share."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.steps.command_line import Said, run_command


@pytest.fixture
def landkaart(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture) -> Callable[..., Said]:
    """`landkaart("importeer", folder)` is `python -m landkaart importeer FOLDER`."""
    return partial(run_command, monkeypatch, capsys)
