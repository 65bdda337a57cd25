"""Another programme by content alone: each example goes through a whole round, in a process of its own."""

import os
import re
import subprocess
import sys

import pytest

from landkaart.settings import ROOT

EXAMPLES = ROOT / "docs" / "programmas"


@pytest.mark.parametrize("naam", sorted(path.name for path in EXAMPLES.iterdir()))
def test_a_whole_round_of_an_example(naam):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:randomly", "tests/programma/round_of.py"]
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}

    said = subprocess.run(
        command,
        cwd=ROOT,
        env={**env, "LANDKAART_PROGRAMMA": str(EXAMPLES / naam)},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )

    assert said.returncode == 0, said.stdout[-4000:]
    passed = re.search(r"(\d+) passed", said.stdout)
    assert passed is not None
    assert int(passed[1]) >= 50


def test_a_folder_that_is_not_in_order_stops_every_command_with_all_its_faults(tmp_path):
    (tmp_path / "programma.toml").write_text("naam = 1", encoding="utf-8")

    said = subprocess.run(
        [sys.executable, "-m", "landkaart", "gezond"],
        cwd=ROOT,
        env={**os.environ, "LANDKAART_PROGRAMMA": str(tmp_path)},
        capture_output=True,
        text=True,
    )

    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.splitlines() == [
        f"Van de map {tmp_path} kan geen landkaart gemaakt worden:",
        "- mijlpalen.toml staat er niet in, of is niet te lezen.",
    ]
