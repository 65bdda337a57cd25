"""The landkaart behind a real nginx with the configuration of `deploy/` and a certificate made for it."""

import socket
import ssl
import subprocess
import time
from pathlib import Path

import httpx2 as httpx

from landkaart.settings import ROOT
from tests.steps.debian import find
from tests.steps.landkaart_server import PATIENCE, Server, start_copy

AROUND = """
daemon off; pid {folder}/nginx.pid; error_log {folder}/nginx.log; worker_processes 1; user root;
events {{ worker_connections 256; }}
http {{ access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
include {folder}/landkaart.conf; }}
"""


class Front:
    """nginx in front of the landkaart: `https` and `http` are its addresses, `served` what stands behind it."""

    def __init__(self, demo: Path, folder: Path):
        self.folder, self.secure, self.plain = folder, free_port(), free_port()
        self.https, self.http = f"https://localhost:{self.secure}", f"http://localhost:{self.plain}"
        self.certificate = make_certificate(folder)
        self.served = start_copy(demo, folder, LANDKAART_ADRES=self.https, LANDKAART_PROXIES="127.0.0.1, ::1")
        self.process = start_nginx(folder, self.plain, self.secure, self.served)
        end = time.monotonic() + PATIENCE
        while not self.answers():
            assert time.monotonic() < end, (folder / "nginx.log").read_text()
            time.sleep(0.1)

    def visitor(self) -> httpx.Client:
        """Return somebody who trusts the certificate and nothing else."""
        trusted = ssl.create_default_context(cafile=str(self.certificate))
        return httpx.Client(base_url=self.https, verify=trusted, timeout=30)

    def answers(self) -> bool:
        try:
            with self.visitor() as visitor:
                return visitor.get("/gereed").status_code == 200
        except httpx.HTTPError:
            return False

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()
        self.served.kill()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def make_certificate(folder: Path) -> Path:
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    keys = ["-newkey", "rsa:2048", "-nodes", "-keyout", str(folder / "landkaart.key"), "-out", str(folder / "landkaart.crt")]
    subprocess.run([find("openssl"), "req", "-x509", "-days", "2", *names, *keys], check=True, capture_output=True)
    return folder / "landkaart.crt"


def start_nginx(folder: Path, plain: int, secure: int, served: Server) -> subprocess.Popen:
    """Start it on the configuration of `deploy/`, in which only ports, paths and the name of the app are others."""
    text = (ROOT / "deploy" / "nginx" / "landkaart.conf").read_text(encoding="utf-8")
    for written, here in (
        ("listen 80 ", f"listen {plain} "),
        ("listen 443 ", f"listen {secure} "),
        ("server app:8501;", f"server 127.0.0.1:{served.port};"),
        ("/etc/nginx/tls", str(folder)),
    ):
        assert written in text
        text = text.replace(written, here)
    (folder / "landkaart.conf").write_text(text, encoding="utf-8")
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder), encoding="utf-8")
    return subprocess.Popen([find("nginx"), "-c", str(folder / "nginx.conf"), "-p", str(folder)])
