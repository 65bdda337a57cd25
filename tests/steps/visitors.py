"""A browser in front of the guard, without Streamlit behind it: as fast as a function call."""

import csv
import io
from collections.abc import Sequence

from httpx2 import Response
from sqlmodel import SQLModel, select
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.websockets import WebSocket, WebSocketDisconnect

from db.engine import read_session
from landkaart.web.routes import ROUTES
from landkaart.web.serving.guard import IDENTITY, Guard
from landkaart.web.sign_in import cookie
from tests.steps.accounts import make_account, open_session

HERE = "http://localhost:8501"
ADRES = "jan@gemeente.nl"
PASSWORD = "vier losse woorden hier"
SOCKET = "ws://localhost:8501/_stcore/stream"


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
    Route("/{path:path}", behind, methods=["GET", "POST", "PUT", "DELETE", "TRACE", "CONNECT"]),
]


def browser(base: str = HERE) -> TestClient:
    """A visitor with cookies of his own; goes to no page by himself."""
    guarded = Starlette(routes=EVERYTHING, middleware=[Middleware(Guard)])
    return TestClient(guarded, base_url=base, follow_redirects=False)


def with_token(token: str) -> TestClient:
    """A visitor who is in."""
    found = browser()
    found.cookies.set(cookie.name(), token)
    return found


def browser_of(rol: str, werkpleinen: Sequence[str] = (), naam: str | None = None) -> TestClient:
    """A visitor with a new account, who is in."""
    return with_token(open_session(make_account(rol, werkpleinen, naam)))


def unguarded() -> TestClient:
    """Our routes with nobody in front of them: they must see to themselves."""
    return TestClient(Starlette(routes=ROUTES), base_url=HERE, follow_redirects=False)


def sign_in(
    visitor: TestClient, adres: str = ADRES, wachtwoord: str = PASSWORD, code: str = "", next: str = "/"
) -> Response:
    return visitor.post("/inloggen", data={"adres": adres, "wachtwoord": wachtwoord, "code": code, "next": next})


def is_in(visitor: TestClient) -> bool:
    return visitor.get("/wie").status_code == 200


def choose(visitor: TestClient, token: str, wachtwoord: str = PASSWORD, nogmaals: str | None = None) -> Response:
    """Takes up a link."""
    return visitor.post(f"/toegang/{token}", data={"nieuw": wachtwoord, "nogmaals": nogmaals or wachtwoord})


def rows(model: type[SQLModel]) -> Sequence[SQLModel]:
    """Every row of one table."""
    with read_session() as session:
        return session.exec(select(model)).all()


def csv_rows(answer: Response) -> list[dict[str, str]]:
    """A CSV that was handed out."""
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text)))


def sign_in_as(visitor: TestClient, rol: str = "lezer") -> str:
    """Puts a running session of a new account into the browser; its token."""
    token = open_session(make_account(rol))
    visitor.cookies.set("sessie", token)
    return token


def refused(visitor: TestClient, url: str = SOCKET, **headers: str) -> bool:
    """Whether this browser gets no socket."""
    try:
        with visitor.websocket_connect(url, headers=headers) as opened:
            opened.receive_json()
    except (WebSocketDisconnect, WebSocketDenialResponse):
        return True
    return False
