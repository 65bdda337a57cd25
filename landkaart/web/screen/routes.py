"""A table of a page whole, for the clipboard, and all that a print of the page needs; only for who has the page open."""

from collections.abc import Callable
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from db.engine import read_session
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.rapport.herkomst import OORDELEN, Getoond, Herkomst, herkomst_of, living_herkomst
from landkaart.web.downloads.asked import gemaakt_by, who_asks
from landkaart.web.downloads.outgoing import refused
from landkaart.web.screen.kept import Blad, blad_of

# The heading of a column of what the AKO judged.
JUDGED = f">{OORDELEN}</th>"
MISSING = "Deze pagina is niet meer open bij de landkaart. Ververs haar en probeer het opnieuw."


def send_table(request: Request) -> Response:
    """Answer with one table, as HTML and as text, and how many rows it has."""
    return answer(request, lambda blad: one_table(blad, request.path_params["naam"]))


def send_print(request: Request) -> Response:
    """Answer with every table of the page as HTML, with the rows for paper, and the lines of its herkomst."""

    def whole(blad: Blad) -> dict[str, object]:
        tables = {name: table.on_paper().html() for name, table in dict(blad.tables).items()}
        judged = any(JUDGED in text for text in tables.values())
        return {"tabellen": tables, "herkomst": herkomst_of_page(blad, request, judged=judged).lines}

    return answer(request, whole)


def answer(request: Request, make: Callable[[Blad], dict[str, object]]) -> Response:
    """Answer with what is made of the page that is asked for, or with the sentence why not."""
    try:
        blad = blad_of(request.path_params["merk"], who_asks(request).sessie_id)
        return JSONResponse(make(blad), headers={"Cache-Control": "no-store"})
    except Exception as error:
        return refused(error, MISSING)


def one_table(blad: Blad, naam: str) -> dict[str, object]:
    """Return it as a browser puts it on the clipboard.

    Raises KeyError for one that is not on the page.
    """
    table = blad.tables[naam]
    made = table.make()
    table = replace(table, make=lambda: made)
    return {"titel": table.titel, "rijen": len(table.rows()) - 1, "html": table.html(), "tekst": table.plain()}


def herkomst_of_page(blad: Blad, request: Request, *, judged: bool) -> Herkomst:
    """Return where the page comes from, with the choices made on it; `judged`: it has a column of what the AKO judged."""
    left, of = blad.rijen
    rows = None if of in (None, left) else left
    getoond = Getoond(dict(blad.keuzes), rows, of, regel=blad.regel, levend=OORDELEN if judged else blad.levend)
    gemaakt = gemaakt_by(request)
    gemaakt = replace(gemaakt, nu=blad.gelezen or gemaakt.nu)
    if blad.tertaal is None or not blad.vast:
        return living_herkomst(gemaakt, getoond, blad.tertaal)
    with read_session() as session:
        beeld = tertaalbeeld(session=session, tertaal=blad.tertaal, editie=blad.editie)
    return herkomst_of(beeld, gemaakt, getoond)


ROUTES = [
    Route("/scherm/{merk}/tabel/{naam}", send_table, methods=["GET"]),
    Route("/scherm/{merk}/afdruk", send_print, methods=["GET"]),
]
