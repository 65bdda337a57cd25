"""Files on our own routes: how one goes out, and what a reader gets to read when it cannot."""

import re
from collections.abc import Awaitable, Callable, Hashable
from functools import partial
from typing import NamedTuple

import pandas as pd
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from db.engine import read_session
from db.failures import failure_sentence, is_unavailable
from db.queries.data_version import data_version
from landkaart.domein.fouten import Fout, NietAangemeld, NietToegestaan
from landkaart.rapport.csv_texts import csv_for_excel, csv_text
from landkaart.rapport.herkomst import Herkomst
from landkaart.settings import database_url
from landkaart.web.downloads.asked import yes
from landkaart.web.serving.dear import in_turn, too_much
from landkaart.web.serving.turns import TeDruk, TeVeel

CSV = "text/csv; charset=utf-8"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The choices in an address that say how the columns of a CSV are kept apart, and whether its herkomst stands below it.
SEPARATOR, WITH_HERKOMST = "scheiding", "herkomst"
# What a name is made of: nothing that ends a header, or that a disk refuses.
SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class NietMeer(Fout):
    """There is nothing left to send."""


STATUS = {NietAangemeld: 401, NietToegestaan: 403, NietMeer: 404}


class Bestand(NamedTuple):
    """A file as it goes out."""

    naam: str
    content: bytes
    # As in Content-Type.
    media: str = CSV


def sending(
    make: Callable[[Request], Bestand], missing: str, *, vague: bool = False, shared: bool = False
) -> Callable[[Request], Awaitable[Response]]:
    """Return an endpoint that hands out what `make` makes, in the queue of who asks: the others go on.

    `missing`: the Dutch sentence of a 404, when `make` raises KeyError. A Fout is its own sentence or, with `vague`, that of
    the 404: who asks for a figure by its address has no use for what is wrong with a part of it. `shared`: the same for
    everybody who may ask, so that it is made once for all who ask together.
    """

    async def send(request: Request) -> Response:
        try:
            same = await run_in_threadpool(address_and_state, request) if shared else None
            return as_attachment(told_apart(await in_turn(request, partial(make, request), same), request))
        except Exception as error:
            if vague and isinstance(error, Fout) and type(error) not in STATUS and not is_unavailable(error):
                return PlainTextResponse(missing, 404)
            return refused(error, missing)

    return send


def refused(error: Exception, missing: str, otherwise: int = 400) -> Response:
    """Say in a sentence why nothing goes out.

    `missing`: that of a KeyError. `otherwise`: the status of a Fout that has none of its own.
    """
    if isinstance(error, TeVeel | TeDruk):
        return too_much(error)
    if is_unavailable(error):
        return PlainTextResponse(failure_sentence(error), 503)
    if isinstance(error, KeyError):
        return PlainTextResponse(missing, 404)
    if isinstance(error, Fout):
        return PlainTextResponse(str(error), STATUS.get(type(error), otherwise))
    return PlainTextResponse(failure_sentence(error), 500)


def address_and_state(request: Request) -> Hashable:
    """Return what tells this file from any other: its address, who asks (it says by whom it was made), and the data."""
    with read_session() as session:
        line = data_version(session=session).line
    who = getattr(request.state, "aangemeld", None)
    account = who.account_id if who else None
    return database_url(), request.url.path, tuple(sorted(request.query_params.multi_items())), account, line


def told_apart(found: Bestand, request: Request) -> Bestand:
    """Return a CSV under a name that says how it was asked for: beside each other its kinds are not mixed up."""
    if found.media != CSV:
        return found
    kinds = {"puntkomma": request.query_params.get(SEPARATOR) == "puntkomma", "met-herkomst": yes(request, WITH_HERKOMST)}
    said = "".join(f"-{kind}" for kind, asked in kinds.items() if asked)
    return found._replace(naam=f"{found.naam.removesuffix('.csv')}{said}.csv")


def as_attachment(found: Bestand) -> Response:
    """Return a file to keep, under its name, that nobody in between keeps too.

    Raises ValueError for a name that could be read as more than a name.
    """
    if not SAFE.fullmatch(found.naam):
        raise ValueError(f"no name for a file: {found.naam!r}")
    headers = {"Content-Disposition": f'attachment; filename="{found.naam}"', "Cache-Control": "no-store"}
    return Response(found.content, media_type=found.media, headers=headers)


def csv_of(table: pd.DataFrame, request: Request, herkomst: Herkomst) -> bytes:
    """Return a table as CSV; with `?scheiding=puntkomma` in the address as a Dutch Excel reads it.

    With `?herkomst=ja` the herkomst stands below it; a program reads a table alone.

    Raises KeyError for another separator, and for another answer than ja or nee.
    """
    if {"puntkomma": True, "komma": False, "": False}[request.query_params.get(SEPARATOR, "")]:
        return csv_for_excel(table, below(request, herkomst))
    return csv_text(table, below(request, herkomst)).encode()


def below(request: Request, herkomst: Herkomst) -> Herkomst | None:
    """Return the herkomst where the address asks for it below a CSV.

    Raises KeyError for another answer than ja or nee.
    """
    return herkomst if yes(request, WITH_HERKOMST) else None
