"""A real provider in a process of its own: oidc-provider-mock, made to check PKCE, which by itself it does not.

With `--claims-apart` it keeps the address out of the token and gives it at its userinfo address only, as some do; with
`--of-another` what it gives there is about somebody else. `--says={…}` changes what it says about itself.
"""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2 as httpx

ROOT = Path(__file__).parents[2]


@contextmanager
def provider(*options: str) -> Iterator[str]:
    """Its issuer, while it runs."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    command = [sys.executable, "-m", "tests.steps.oidc_provider", str(port), *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(process, f"http://127.0.0.1:{port}")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def wait_for(process: subprocess.Popen, issuer: str) -> None:
    while process.poll() is None:
        try:
            httpx.get(f"{issuer}/.well-known/openid-configuration").raise_for_status()
            return
        except httpx.TransportError:
            time.sleep(0.05)
    raise RuntimeError("the provider stopped before it answered")


def serve(port: int, *options: str) -> None:
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
    from oidc_provider_mock import _app as mock
    from werkzeug.serving import make_server

    if "--claims-apart" in options:
        mock.OpenIDCode.generate_user_info = lambda self, user, scope: {"sub": user.sub}
    if "--of-another" in options:
        mock._user_claims_for_scope = lambda user, scope: {**user.claims, "sub": "another"}
    app = mock.app(require_client_registration=True, require_nonce=True)
    check_pkce(app)
    say(app, {name: value for text in options if text.startswith("--says=") for name, value in json.loads(text[7:]).items()})
    make_server("127.0.0.1", port, app, threaded=True).serve_forever()


def say(app, says: dict[str, object]) -> None:
    from flask import request

    @app.after_request
    def change(response):
        if request.path == "/.well-known/openid-configuration":
            response.set_data(json.dumps(response.json | says))
        return response


def check_pkce(app) -> None:
    """A code is only worth something together with the verifier whose hash came with the question (RFC 7636)."""
    from urllib.parse import parse_qs, urlsplit

    from authlib.oauth2.rfc7636 import create_s256_code_challenge
    from flask import abort, request

    challenges: dict[str, str] = {}

    @app.after_request
    def remember(response):
        for code in parse_qs(urlsplit(response.location or "").query).get("code", []):
            if request.args["code_challenge_method"] == "S256":
                challenges[code] = request.args["code_challenge"]
        return response

    @app.before_request
    def verify():
        if request.path == "/oauth2/token":
            expected = challenges.get(request.form["code"])
            if expected is None or create_s256_code_challenge(request.form["code_verifier"]) != expected:
                abort(400)


if __name__ == "__main__":
    serve(int(sys.argv[1]), *sys.argv[2:])
