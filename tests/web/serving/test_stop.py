"""Whoever stops the server finds everything in the one file, and nothing beside it."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx2 as httpx
import pytest

from landkaart.settings import ROOT


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def started(file: Path) -> tuple[subprocess.Popen, str]:
    """The server on a database, once it is ready, and its address."""
    address = f"http://localhost:{free_port()}"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true"]
    surroundings = os.environ | {"DATABASE_URL": f"sqlite:///{file}", "LANDKAART_ADRES": address}
    port = f"--server.port={address.rsplit(':', 1)[1]}"
    server = subprocess.Popen(
        [*command, port], cwd=ROOT, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    for _ in range(240):
        try:
            if httpx.get(f"{address}/gereed").status_code == 200:
                return server, address
        except httpx.HTTPError:
            time.sleep(0.25)
    server.kill()
    raise TimeoutError("the server did not start")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_is_stopped_leaves_everything_in_the_one_file(tmp_path, how):
    file = tmp_path / "landkaart.db"
    server, address = started(file)
    # A failure to sign in is a row, which is in the -wal by now.
    assert httpx.post(f"{address}/inloggen", data={"adres": "a@b.nl", "wachtwoord": "x"}).status_code == 403
    assert Path(f"{file}-wal").stat().st_size

    server.send_signal(how)
    server.wait(timeout=30)

    assert [path.name for path in tmp_path.iterdir()] == ["landkaart.db"]
    assert b"a@b.nl" in file.read_bytes()
