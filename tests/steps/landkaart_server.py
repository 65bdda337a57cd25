"""The landkaart as a process of its own, for a browser to visit."""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx2 as httpx

from landkaart.settings import ROOT
from landkaart.web.sign_in.sign_in_page import DEMO_PASSWORD

PATIENCE = 60


class Server:
    """On a port of its own; it can be killed and started again.

    `settings`: environment variables, on top of where its data live and where it is found.
    """

    def __init__(self, database: Path, **settings: str):
        self.database, self.settings = database, settings
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port = found.getsockname()[1]
        self.address = f"http://localhost:{self.port}"
        self.start()

    def start(self) -> None:
        """Start it and wait until it answers. Raises TimeoutError with its log."""
        options = ["--server.headless=true", f"--server.port={self.port}"]
        own = {"DATABASE_URL": f"sqlite:///{self.database}", "LANDKAART_ADRES": self.address}
        self.log = (self.database.parent / "server.log").open("a")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "streamlit", "run", "app.py", *options],
            cwd=ROOT,
            env={**os.environ, **own, **self.settings},
            stdout=self.log,
            stderr=self.log,
        )
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.answers():
                return
            time.sleep(0.1)
        raise TimeoutError("the landkaart did not start: " + (self.database.parent / "server.log").read_text())

    def answers(self) -> bool:
        try:
            return httpx.get(f"{self.address}/_stcore/health").status_code == 200
        except httpx.HTTPError:
            return False

    def sign_in(self, adres: str) -> dict[str, str]:
        """Return the cookie of a new session, as the sign-in page gives it."""
        given = {"adres": adres, "wachtwoord": DEMO_PASSWORD}
        answer = httpx.post(f"{self.address}/inloggen", data=given)
        assert answer.status_code == 303, answer.text
        return {"sessie": answer.cookies["sessie"]}

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        self.log.close()


def start_copy(database: Path, folder: Path, **settings: str) -> Server:
    """Start one on a copy of that database, in that folder."""
    return Server(Path(shutil.copy(database, folder / "landkaart.db")), **settings)
