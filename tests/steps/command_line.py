"""The command line as its user meets it, without the second and a half that a new process costs."""

import sys
from dataclasses import dataclass

import pytest

from landkaart.cli.main import main


@dataclass(frozen=True)
class Said:
    """The exit status, and the lines on standard output and on standard error."""

    status: int
    out: list[str]
    err: list[str]


def run_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture, *arguments: object) -> Said:
    """`python -m landkaart` with these arguments."""
    monkeypatch.setattr(sys, "argv", ["landkaart", *map(str, arguments)])
    with pytest.raises(SystemExit) as end:
        main()
    out, err = capsys.readouterr()
    return Said(end.value.code or 0, out.splitlines(), err.splitlines())
