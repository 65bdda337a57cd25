"""What is done with a form as a whole: look at it, confirm, take that back, submit, sign."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from db.act import begin_act
from db.actions import akkoorden, indieningen, invullingen
from db.engine import read_session
from db.queries.formulier import ronde
from landkaart.domein.catalogus import catalogus
from landkaart.domein.formulier import Onderdeel
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.web.api.answers import Onbekend
from landkaart.web.api.asked import WRONG, Asked, read, version
from landkaart.web.api.state import MISSING, state_of

PARTS = {f"{kind}/{code}": (kind, code) for kind in ("band", "toelichting") for code in catalogus().codes}
# More than anybody submits, and less than a database takes.
LAST_VERSION = 1_000_000


def state(asked: Asked) -> dict[str, Any]:
    with read_session() as session:
        return state_of(session, asked.werkplein, asked.tertaal, asked.who.gebruiker)


def version_now(asked: Asked) -> str:
    """Of the state: one statement. Raises Onbekend."""
    with read_session() as session:
        found = ronde(session=session, **asked.place)
    if found is None:
        raise Onbekend(MISSING)
    return found.version


def confirm(asked: Asked) -> dict[str, Any]:
    return perform(asked, invullingen.confirm, mijlpalen=mijlpalen(asked))


def unconfirm(asked: Asked) -> dict[str, Any]:
    return perform(asked, invullingen.unconfirm, mijlpalen=mijlpalen(asked))


def submit(asked: Asked) -> dict[str, Any]:
    """Only what was on the screen."""
    return perform(asked, indieningen.submit, seen=seen(asked))


def sign(asked: Asked) -> dict[str, Any]:
    return perform(asked, akkoorden.give_akkoord, versie=versie(asked))


def unsign(asked: Asked) -> dict[str, Any]:
    return perform(asked, akkoorden.withdraw_akkoord, versie=versie(asked))


def perform(asked: Asked, act: Callable, **what: object) -> dict[str, Any]:
    """One act; the state that it leaves is read once it is committed."""
    with begin_act(asked.who.gebruiker) as here:
        act(here, **asked.place, **what)
    return state(asked)


def mijlpalen(asked: Asked) -> list[str]:
    """Raises OngeldigeInvoer."""
    found = read(asked.body.get("mijlpalen"), list, list)
    if not all(isinstance(code, str) for code in found):
        raise OngeldigeInvoer(WRONG)
    return found


def seen(asked: Asked) -> dict[Onderdeel, datetime]:
    """The versions that were on the screen, by part. Raises OngeldigeInvoer."""
    found = read(asked.body.get("gezien"), dict, dict)
    if not found.keys() <= PARTS.keys():
        raise OngeldigeInvoer(WRONG)
    shown = {PARTS[name]: version(moment) for name, moment in found.items()}
    return {part: moment for part, moment in shown.items() if moment is not None}


def versie(asked: Asked) -> int:
    """Raises OngeldigeInvoer."""
    found = read(asked.body.get("versie"), int, int)
    if not 0 < found <= LAST_VERSION:
        raise OngeldigeInvoer(WRONG)
    return found
