"""The cookie that says who somebody is: nothing but a random token."""

from starlette.requests import HTTPConnection
from starlette.responses import Response

from landkaart.domein.sessie import ABSOLUTE
from landkaart.settings import address


def is_secure() -> bool:
    """Over plain http (on this machine only) a browser refuses the stricter name."""
    return address().startswith("https://")


def name() -> str:
    return "__Host-sessie" if is_secure() else "sessie"


def token_of(connection: HTTPConnection) -> str | None:
    return connection.cookies.get(name())


def give(response: Response, token: str) -> Response:
    lasts = int(ABSOLUTE.total_seconds())
    response.set_cookie(name(), token, max_age=lasts, path="/", secure=is_secure(), httponly=True, samesite="lax")
    return response


def take(response: Response) -> Response:
    response.delete_cookie(name(), path="/", secure=is_secure(), httponly=True, samesite="lax")
    return response
