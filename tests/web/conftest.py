"""A browser in front of the guard, without Streamlit behind it: as fast as a function call."""

import pytest
from sqlmodel import select
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket

from db.engine import read_session
from landkaart.web.routes import ROUTES
from landkaart.web.serving.guard import IDENTITY, Guard
from tests.steps.accounts import make_account

HERE = "http://localhost:8501"
ADRES = "jan@gemeente.nl"
PASSWORD = "vier losse woorden hier"


async def behind(request: Request) -> JSONResponse:
    """What stands for Streamlit: says who came in, as the guard passed it on."""
    given = [value for key, value in request.headers.items() if key.replace("_", "-") == IDENTITY.lower()]
    return JSONResponse({"sessie": given, "query": request.url.query})


async def socket(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_json(websocket.headers.getlist(IDENTITY))
    await websocket.close()


EVERYTHING = [
    *ROUTES,
    WebSocketRoute("/_stcore/stream", socket),
    Route("/{path:path}", behind, methods=["GET", "POST", "PUT", "DELETE", "TRACE"]),
]


def browser(base: str = HERE) -> TestClient:
    """A visitor with cookies of his own; goes to no page by himself."""
    guarded = Starlette(routes=EVERYTHING, middleware=[Middleware(Guard)])
    return TestClient(guarded, base_url=base, follow_redirects=False)


@pytest.fixture
def visitor(database) -> TestClient:
    return browser()


@pytest.fixture
def account(visitor):
    return make_account("lezer", naam="Jan", adres=ADRES, wachtwoord=PASSWORD)


def sign_in(visitor, adres=ADRES, wachtwoord=PASSWORD, code="", next="/"):
    return visitor.post("/inloggen", data={"adres": adres, "wachtwoord": wachtwoord, "code": code, "next": next})


def is_in(visitor):
    return visitor.get("/wie").status_code == 200


def rows(model):
    with read_session() as session:
        return session.exec(select(model)).all()


def choose(visitor, token, wachtwoord=PASSWORD, nogmaals=None):
    """Takes up a link."""
    return visitor.post(f"/toegang/{token}", data={"nieuw": wachtwoord, "nogmaals": nogmaals or wachtwoord})
