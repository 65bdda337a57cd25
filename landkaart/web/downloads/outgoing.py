"""Files on our own routes: how one goes out, and what a reader gets to read when it cannot."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from landkaart.domein.fouten import Fout, NietAangemeld, NietToegestaan
from landkaart.errors import log_with_number, sentence
from landkaart.rapport.files import csv_for_excel, csv_text

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The choice in an address that says how the columns of a CSV are kept apart.
SEPARATOR = "scheiding"


class NietMeer(Fout):
    """There is nothing left to send."""


STATUS = {NietAangemeld: 401, NietToegestaan: 403, NietMeer: 404}


class Bestand(NamedTuple):
    """A file as it goes out."""

    naam: str
    content: bytes
    # As in Content-Type.
    media: str = CSV


def sending(make: Callable[[Request], Bestand], missing: str, *, vague: bool = False) -> Callable[[Request], Response]:
    """Return an endpoint that hands out what `make` makes, in a thread of its own: the others go on.

    `missing`: the Dutch sentence of a 404, when `make` raises KeyError. A Fout is its own sentence or, with `vague`, that of
    the 404: who asks for a figure by its address has no use for what is wrong with a part of it.
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
        return as_attachment(found)

    return send


def as_attachment(found: Bestand) -> Response:
    """Return a file to keep, under its name, that nobody in between keeps too."""
    headers = {"Content-Disposition": f'attachment; filename="{found.naam}"', "Cache-Control": "no-store"}
    return Response(found.content, media_type=found.media, headers=headers)


def csv_of(table: pd.DataFrame, request: Request) -> bytes:
    """Return a table as CSV; with `?scheiding=puntkomma` in the address as a Dutch Excel reads it."""
    return csv_for_excel(table) if request.query_params.get(SEPARATOR) == "puntkomma" else csv_text(table).encode()
