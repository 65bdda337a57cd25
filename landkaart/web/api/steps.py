"""What is done with a form as a whole: confirm, take that back, submit, sign."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from starlette.requests import Request

from db.act import Act
from db.actions import akkoorden, indieningen, invullingen
from landkaart.domein.catalogus import catalogus
from landkaart.domein.formulier import Onderdeel
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.web.api.asked import WRONG, Asked, begin_asked, read, version

PARTS = {f"{kind}/{code}": (kind, code) for kind in ("band", "toelichting") for code in catalogus().codes}
# More than anybody submits, and less than a database takes.
LAST_VERSION = 1_000_000


Step = Callable[[Act, Asked], object]


def take(step: Step, request: Request, body: Mapping[str, Any]) -> Asked:
    """Do one step in a transaction of its own; return who asked for it, about which form.

    Raises what `begin_asked` and the act of the step raise.
    """
    with begin_asked(request, body) as (act, asked):
        step(act, asked)
    return asked


def confirm(act: Act, asked: Asked) -> None:
    invullingen.confirm(act, mijlpalen=mijlpalen(asked), **asked.place)


def unconfirm(act: Act, asked: Asked) -> None:
    invullingen.unconfirm(act, mijlpalen=mijlpalen(asked), **asked.place)


def submit(act: Act, asked: Asked) -> None:
    """Send in only what was on the screen."""
    indieningen.submit(act, seen=seen(asked), **asked.place)


def sign(act: Act, asked: Asked) -> None:
    akkoorden.give_akkoord(act, versie=versie(asked), **asked.place)


def unsign(act: Act, asked: Asked) -> None:
    akkoorden.withdraw_akkoord(act, versie=versie(asked), **asked.place)


def mijlpalen(asked: Asked) -> list[str]:
    """Read the codes that are asked about.

    Raises OngeldigeInvoer.
    """
    found = read(asked.body.get("mijlpalen"), list, list)
    if not all(isinstance(code, str) for code in found):
        raise OngeldigeInvoer(WRONG)
    return found


def seen(asked: Asked) -> dict[Onderdeel, datetime]:
    """Read the versions that were on the screen, by part.

    Raises OngeldigeInvoer.
    """
    found = read(asked.body.get("gezien"), dict, dict)
    if not found.keys() <= PARTS.keys():
        raise OngeldigeInvoer(WRONG)
    shown = {PARTS[name]: version(moment) for name, moment in found.items()}
    return {part: moment for part, moment in shown.items() if moment is not None}


def versie(asked: Asked) -> int:
    """Read the number of a submission.

    Raises OngeldigeInvoer.
    """
    found = read(asked.body.get("versie"), int, int)
    if not 0 < found <= LAST_VERSION:
        raise OngeldigeInvoer(WRONG)
    return found
