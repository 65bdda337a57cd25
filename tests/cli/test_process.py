"""`python -m landkaart` as a program of its own: what a shell, a script or a cron job gets from it."""

import os
import subprocess
import sys
from pathlib import Path

from landkaart.settings import ROOT
from tests.steps.files import WERKPLEINEN, write


def run(file: Path, *arguments: object) -> tuple[int, str, str]:
    """On the database in that file, with warnings as errors."""
    order = [sys.executable, "-W", "error", "-m", "landkaart", *map(str, arguments)]
    surroundings = os.environ | {"DATABASE_URL": f"sqlite:///{file}"}
    done = subprocess.run(order, cwd=ROOT, env=surroundings, capture_output=True, encoding="utf-8")
    return done.returncode, done.stdout, done.stderr


def test_from_nothing_to_the_files_of_a_tertaal(tmp_path):
    file = tmp_path / "var" / "landkaart.db"

    assert run(file, "demo") == (0, "De landkaart van 2009 is geladen.\n", "")
    assert run(file, "exporteer", "--tertaal", "2009-2", "--naar", tmp_path / "uit") == (
        0,
        f"17 bestanden geschreven in {tmp_path / 'uit'}.\n",
        "",
    )
    assert len(list((tmp_path / "uit").iterdir())) == 17
    assert [path.name for path in file.parent.iterdir()] == ["landkaart.db"]


def test_faults_are_sentences_on_standard_error_and_status_1(tmp_path):
    file = write(tmp_path, "werkpleinen.csv", f"{WERKPLEINEN}\nassen,Assen\n")

    assert run(tmp_path / "landkaart.db", "importeer", file) == (
        1,
        "",
        "werkpleinen.csv, regel 2: de regel heeft 2 velden, de kopregel 8.\n"
        "Er is niets ingelezen. Verbeter de bestanden en probeer het opnieuw.\n",
    )
