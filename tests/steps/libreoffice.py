"""A file as LibreOffice opens it, and saves it as another kind."""

import subprocess
from pathlib import Path

from tests.steps.debian import find

# In seconds: longer than the first start on a busy machine takes.
PATIENCE = 180


def convert(file: Path, kind: str, folder: Path) -> list[Path]:
    """Open a file and save it as another kind in a folder of its own, with several sheets as several files.

    Return what was made; raises when LibreOffice could not open it, and skips the test where there is none.
    """
    own = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    order = [find("soffice"), "--headless", own, "--convert-to", kind, "--outdir", str(folder), str(file)]
    said = subprocess.run(order, check=True, capture_output=True, timeout=PATIENCE, stdin=subprocess.DEVNULL)
    made = sorted(folder.glob(f"{file.stem}*.{kind.partition(':')[0]}"))
    if not made:
        raise OSError(said.stderr.decode() or said.stdout.decode())
    return made
