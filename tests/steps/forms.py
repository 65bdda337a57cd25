"""Somebody with a form before him, asked and answered as his browser would."""

from collections.abc import Sequence
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from landkaart.domein.rechten import Gebruiker
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from landkaart.web.api.routes import Api
from landkaart.web.paper.routes import ROUTES as PAPER
from landkaart.web.serving.guard import Guard
from landkaart.web.sign_in import cookie
from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.small_landkaart import NU

HOST = "http://localhost:8501"


class Form:
    """Of one werkplein in one tertaal. Every call gives the answer as it came."""

    def __init__(self, token: str | None = None, werkplein: str = "assen", tertaal: Tertaal = NU):
        app = Starlette(routes=PAPER, middleware=[Middleware(Guard), Middleware(Api)])
        cookies = {cookie.name(): token} if token else {}
        self.client = TestClient(app, base_url=HOST, cookies=cookies, follow_redirects=False)
        self.token, self.base = token, f"/api/invullen/{werkplein}/{tertaal}"
        self.paper = f"/formulier/{werkplein}/{tertaal}"

    @property
    def by(self) -> Gebruiker:
        return who_has(self.token).gebruiker

    def get(self, **headers: str):
        return self.client.get(self.base, headers=headers)

    def save(self, veld: str, waarde: Any, gezien: str | None = None, **headers: str):
        body = {"waarde": waarde, "gezien": gezien}
        return self.client.put(f"{self.base}/veld/{veld}", json=body, headers=headers)

    def post(self, step: str, body: Any):
        return self.client.post(f"{self.base}/{step}", json=body)

    def take_back(self, step: str, body: Any):
        return self.client.request("DELETE", f"{self.base}/{step}", json=body)

    def state(self) -> dict[str, Any]:
        found = self.get()
        assert found.status_code == 200, found.text
        return found.json()

    def field(self, veld: str) -> dict[str, Any]:
        return self.state()["velden"][veld]

    def seen(self) -> dict[str, str]:
        """What is on the screen, as submitting sends it along."""
        shown = self.state()["velden"]
        mijlpalen = ("band/", "toelichting/")
        return {name: each["versie"] for name, each in shown.items() if each["versie"] and name.startswith(mijlpalen)}

    def submit(self):
        return self.post("indien", {"gezien": self.seen()})


def somebody(rol: Rol | str, werkpleinen: Sequence[str] = (), naam: str | None = None, **where) -> Form:
    """Who is signed in, at a form that need not be his."""
    return Form(open_session(make_account(rol, werkpleinen, naam)), **where)


def manager(werkplein: str = "assen", naam: str | None = None) -> Form:
    """At the form of his own werkplein."""
    return somebody("werkplein", [werkplein], naam, werkplein=werkplein)
