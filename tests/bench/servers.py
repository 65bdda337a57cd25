"""Two servers beside each other, and somebody who visits them without a browser."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

PATIENCE = 60


@contextmanager
def server(folder: Path, script: str, options: Sequence[str] = (), log: Path | None = None) -> Iterator[int]:
    """`streamlit run` in a folder; its port, once it answers."""
    port = free_port()
    needed = (f"--server.port={port}", "--server.headless=true", "--server.enableAgentApi=true", *options)
    with (log or Path(os.devnull)).open("w") as out:
        command = [sys.executable, "-m", "streamlit", "run", script, *needed]
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT)
        try:
            wait_for(port, process)
            yield port
        finally:
            process.terminate()
            process.wait(PATIENCE)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("localhost", 0))
        return found.getsockname()[1]


def wait_for(port: int, process: subprocess.Popen) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        connection = HTTPConnection("localhost", port, timeout=PATIENCE)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == 200:
                return
        except ConnectionError:
            time.sleep(0.1)
        finally:
            connection.close()
    raise RuntimeError(f"the server on port {port} does not answer")


class Visit:
    """One session on one open connection, which sends without delay (`http.client` sets TCP_NODELAY)."""

    def __init__(self, port: int, cookie: str | None = None, **first: object):
        self.headers = {"Content-Type": "application/json"} | ({"Cookie": f"sessie={cookie}"} if cookie else {})
        self.connection = HTTPConnection("localhost", port, timeout=PATIENCE)
        self.asks = json.dumps({"session_id": json.loads(self.send(json.dumps(first)))["session_id"]})
        self.check(first)

    def check(self, first: dict) -> None:
        """A page that failed, or did not take its address, would be fast for nothing."""
        page = json.loads(self.send(self.asks))
        asked = first.get("query_params", {})
        if page["status"] != "ready" or page["query_params"] | asked != page["query_params"]:
            raise RuntimeError(f"this page does not come up: {first}")

    def rerun(self) -> None:
        self.send(self.asks)

    def send(self, asks: str) -> bytes:
        """On a new connection where the server let go of one that was silent while the other worked."""
        try:
            return self.ask(asks)
        except ConnectionError:
            self.connection.close()
            return self.ask(asks)

    def ask(self, asks: str) -> bytes:
        self.connection.request("POST", "/_stcore/agent/interact", asks, self.headers)
        return self.connection.getresponse().read()
