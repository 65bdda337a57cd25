"""The cookie that says who somebody is: nothing but a random token."""

from starlette.requests import HTTPConnection
from starlette.responses import Response

from landkaart.domein.sessie import ABSOLUTE
from landkaart.settings import address


def is_secure() -> bool:
    """Say whether visitors come over https. Over plain http (on this machine only) a browser refuses the stricter name."""
    return address().startswith("https://")


def name() -> str:
    """Return the name of the cookie; with `__Host-` no other name below our domain can set it."""
    return "__Host-sessie" if is_secure() else "sessie"


def token_of(connection: HTTPConnection) -> str | None:
    """Return the token that a browser sends along; None without the cookie."""
    return connection.cookies.get(name())


def set_on(response: Response, token: str) -> Response:
    """Have the browser keep the token, for as long as a session can last; no script can read it."""
    lasts = int(ABSOLUTE.total_seconds())
    response.set_cookie(name(), token, max_age=lasts, path="/", secure=is_secure(), httponly=True, samesite="lax")
    return response


def delete_with(response: Response) -> Response:
    """Have the browser forget the token."""
    response.delete_cookie(name(), path="/", secure=is_secure(), httponly=True, samesite="lax")
    return response
