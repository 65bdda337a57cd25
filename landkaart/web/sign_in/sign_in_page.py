"""The page on which somebody signs in, and where it leads: shared by every way in."""

from starlette.responses import RedirectResponse, Response

from db.engine import read_session
from db.queries.accounts import demo_accounts
from landkaart.settings import oidc, smtp
from landkaart.web.program.needed import beforehand
from landkaart.web.sign_in import cookie
from landkaart.web.sign_in.lost_key import LOST
from landkaart.web.sign_in.templates import page

# Of the practice accounts, for everybody to read on the page; they exist only beside the data of 2009.
DEMO_PASSWORD = "landkaart van 2009"


def sign_in_page(
    next: str, adres: str = "", fout: str | None = None, status: int = 200, goed: str | None = None
) -> Response:
    """Return the page, filled in as it was; `fout` and `goed` are sentences above it, `next` where the visitor was going."""
    with read_session() as session:
        demo = demo_accounts(session=session)
    provider = oidc()
    fout = fout or (LOST.sentence() if goed is None else None)
    shown = {"next": next, "adres": adres, "demo": demo, "demo_wachtwoord": DEMO_PASSWORD, "fout": fout, "goed": goed}
    return page(
        "inloggen.html", status, oidc=provider and provider.naam, can_mail=smtp() is not None, vooruit=beforehand(), **shown
    )


def welcome(token: str, next: str) -> Response:
    """Lead to where the visitor was going, with the cookie."""
    return cookie.set_on(RedirectResponse(next, 303), token)


def safe_next(text: str) -> str:
    """Return a place on this site, or else the start: never another site.

    A browser takes `//evil.nl` and `/\\evil.nl` for a site, and throws tabs and line ends away before it looks.
    """
    plain = text.isascii() and text.isprintable() and "\\" not in text
    return text if plain and text.startswith("/") and not text.startswith("//") else "/"
