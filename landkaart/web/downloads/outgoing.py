"""Files on our own routes: how one goes out, and what a reader gets to read when it cannot."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from landkaart.domein.fouten import Fout, NietAangemeld, NietToegestaan
from landkaart.domein.rechten import Recht, mag
from landkaart.domein.sessie import Aangemeld
from landkaart.errors import log_with_number, sentence
from landkaart.rapport.files import csv_for_excel, csv_text

CSV = "text/csv; charset=utf-8"
SEPARATOR = "scheiding"


class NietMeer(Fout):
    """There is nothing left to send."""


STATUS = {NietAangemeld: 401, NietToegestaan: 403, NietMeer: 404}


class Bestand(NamedTuple):
    """What goes out; `media` as in Content-Type."""

    naam: str
    content: bytes
    media: str = CSV


def sending(make: Callable[[Request], Bestand], missing: str, *, vague: bool = False) -> Callable[[Request], Response]:
    """A route that runs `make` in a thread of its own: the others go on.

    `missing`: the Dutch sentence of a 404, when `make` raises KeyError. Any other Fout is its own sentence, with `vague`
    that of the 404.
    """

    def send(request: Request) -> Response:
        try:
            found = make(request)
        except KeyError:
            return PlainTextResponse(missing, 404)
        except Fout as error:
            if vague and type(error) not in STATUS:
                return PlainTextResponse(missing, 404)
            return PlainTextResponse(str(error), STATUS.get(type(error), 400))
        except Exception as error:
            return PlainTextResponse(sentence(log_with_number(error)), 500)
        headers = {"Content-Disposition": f'attachment; filename="{found.naam}"', "Cache-Control": "no-store"}
        return Response(found.content, media_type=found.media, headers=headers)

    return send


def csv_of(table: pd.DataFrame, request: Request) -> bytes:
    """`?scheiding=puntkomma` gives the CSV of a Dutch Excel."""
    return csv_for_excel(table) if request.query_params.get(SEPARATOR) == "puntkomma" else csv_text(table).encode()


def who_asks(request: Request) -> Aangemeld:
    """Whom the guard let in. Raises NietAangemeld."""
    who = getattr(request.state, "aangemeld", None)
    if who is None:
        raise NietAangemeld
    return who


def require(request: Request, recht: Recht) -> None:
    """Raises NietAangemeld, NietToegestaan."""
    if not mag(who_asks(request).bevoegdheid, recht):
        raise NietToegestaan(recht.weigering)
