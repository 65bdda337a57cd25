"""What a form asks, read with distrust: who, about which form, and a small JSON object of known shape."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, NoReturn, TypeVar

from starlette.requests import Request

from db.act import Act, begin_act_of
from db.actions.open_invulling import NOT_BEGUN
from db.engine import Session
from db.queries.namens import running_namens
from db.queries.sessies import by_token
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import NietAangemeld, NietToegestaan, OngeldigeInvoer
from landkaart.domein.rechten import Gebruiker, Recht, Weg, mag
from landkaart.domein.sessie import Aangemeld
from landkaart.domein.tertaal import Tertaal
from landkaart.web.api.answers import GeenJson, TeGroot
from landkaart.web.api.form import account_key
from landkaart.web.serving.connections import recognise
from landkaart.web.sign_in import cookie

T = TypeVar("T")
LIMIT = 64 * 1024
NO_JSON = "Dit verzoek komt niet van het formulier. Ververs de pagina en probeer het opnieuw."
TOO_LARGE = "Er is te veel tekst om in één keer op te slaan. Kort de tekst in; wat er stond is bewaard."
WRONG = "Wat het formulier stuurde is niet te lezen. Er is niets opgeslagen. Ververs de pagina en probeer het opnieuw."


@dataclass(frozen=True)
class Asked:
    """By whom, about which form; `path`: what else is in the address; `body`: the JSON, empty where none is sent."""

    who: Aangemeld
    werkplein: str
    tertaal: Tertaal
    path: Mapping[str, str]
    body: Mapping[str, Any]
    namens: bool = False  # Who asks fills in on behalf of the werkplein.

    @property
    def by(self) -> Gebruiker:
        """Return who an act is done by, as the log keeps it."""
        by = self.who.gebruiker
        return replace(by, weg=Weg.NAMENS) if self.namens else by

    @property
    def place(self) -> dict[str, Any]:
        """Return the form as acts and queries take it."""
        return {"werkplein": self.werkplein, "tertaal": self.tertaal}


def who_asks(session: Session, request: Request) -> Aangemeld:
    """Find whose cookie this is. To ask is no sign of life, for a form asks by itself; to save is one.

    Raises NietAangemeld, also when the form says that it is somebody else's.
    """
    token = cookie.token_of(request)
    found = by_token(session=session, token=token, now=system_now()) if token else None
    # Somebody else may have signed in on this computer: what the first one gave is not saved under the name of the second.
    if found is None or request.headers.get("x-account") not in (None, account_key(found)):
        raise NietAangemeld
    recognise(request.scope)
    return found


def about(session: Session, who: Aangemeld, request: Request, body: Mapping[str, Any]) -> Asked:
    """Read which form is asked about.

    Raises NietToegestaan for whoever may not fill it in, OngeldigTertaal.
    """
    path = dict(request.path_params)
    werkplein = path.pop("werkplein")
    own = mag(who.bevoegdheid, Recht.INVULLEN, werkplein)
    if not own and not mag(who.bevoegdheid, Recht.NAMENS_INVULLEN):
        raise NietToegestaan(Recht.INVULLEN.weigering)
    tertaal = Tertaal.parse(path.pop("tertaal"))
    if not own and running_namens(session=session, werkplein=werkplein, tertaal=tertaal) is None:
        raise NietToegestaan(NOT_BEGUN)
    return Asked(who, werkplein, tertaal, path, body, namens=not own)


@contextmanager
def begin_asked(request: Request, body: Mapping[str, Any]) -> Iterator[tuple[Act, Asked]]:
    """Open the transaction of what is asked; who asks is looked up in it.

    Raises what `who_asks` and `about` raise.
    """
    with begin_act_of(partial(who_asks, request=request)) as (act, who):
        asked = about(act.session, who, request, body)
        yield (act.via(Weg.NAMENS) if asked.namens else act), asked


async def read_object(request: Request) -> Mapping[str, Any]:
    """Read the body as a JSON object.

    Raises GeenJson for another kind of content, TeGroot, OngeldigeInvoer.
    """
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise GeenJson(NO_JSON)
    return parse(await read_body(request, LIMIT, TOO_LARGE))


async def read_body(request: Request, limit: int, too_large: str) -> bytes:
    """Read no more of it than `limit` bytes, whatever it says it is.

    Raises TeGroot with the sentence `too_large`.
    """
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:20]) > limit:
        raise TeGroot(too_large)
    found = bytearray()
    async for chunk in request.stream():
        found += chunk
        if len(found) > limit:
            raise TeGroot(too_large)
    return bytes(found)


def parse(body: bytes) -> Mapping[str, Any]:
    """Read a JSON object.

    Raises OngeldigeInvoer for anything else; also for NaN, which is no JSON, and for what is nested too deep.
    """
    try:
        found = json.loads(body, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        raise OngeldigeInvoer(WRONG) from error
    if not isinstance(found, dict):
        raise OngeldigeInvoer(WRONG)
    return found


def refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def version(value: object) -> datetime | None:
    """Read the version of a part of the form that a screen showed; None when nothing stood there.

    Raises OngeldigeInvoer.
    """
    if value is None:
        return None
    return read(value, str, moment)


def moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        raise ValueError(text)
    return found


def read(value: object, kind: type, convert: Callable[[Any], T]) -> T:
    """Return what `convert` makes of a value of this kind.

    Raises OngeldigeInvoer for any other.
    """
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise OngeldigeInvoer(WRONG)
    try:
        return convert(value)
    except (KeyError, ValueError) as error:
        raise OngeldigeInvoer(WRONG) from error
