"""Figures as files: `/figuur/2009-2/landkaart.png?toon=verandering`."""

from collections.abc import Mapping

from starlette.requests import Request

from db.engine import read_session
from db.queries.momentopnamen import submitted_then
from db.queries.vraag_antwoorden import uitslagen
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import figuur_image, werkplein_figuur
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.figuur_by_name import figuur
from landkaart.rapport.uitslag import uitslag_figuur
from landkaart.web.downloads.asked import beeld_of
from landkaart.web.downloads.outgoing import CSV, SEPARATOR, Bestand, csv_of

MEDIA = {"png": "image/png", "svg": "image/svg+xml", "csv": CSV}
VRAAG = "extra-vraag"
MISSING = "Deze figuur bestaat niet. Ga terug naar de pagina en kies opnieuw."


def file_of(request: Request) -> Bestand:
    """Return the figure as a file, drawn when asked for.

    Raises KeyError and Fout for what there is not.
    """
    naam, kind = request.path_params["naam"], request.path_params["soort"]
    media, beeld = MEDIA[kind], beeld_of(request)
    params = {name: value for name, value in request.query_params.items() if name != SEPARATOR}
    found = find_figuur(beeld, naam, params)
    return Bestand(f"figuur-{naam}-{beeld.tertaal}.{kind}", drawn(found, beeld, kind, request), media)


def find_figuur(beeld: Tertaalbeeld, naam: str, params: Mapping[str, str]) -> Figuur:
    """Return the figure of this name, by the choices in the address.

    That of one werkplein or one vraag needs more than a tertaalbeeld knows.

    Raises KeyError for what there is not.
    """
    if naam in werkplein_figuur.FIGUREN:
        return of_werkplein(beeld, naam, params["werkplein"])
    return of_vraag(beeld, params["vraag"]) if naam == VRAAG else figuur(beeld, naam, params)


def of_werkplein(beeld: Tertaalbeeld, naam: str, code: str) -> Figuur:
    """Return a figure of one werkplein, by its code.

    Raises KeyError for one that is not there.
    """
    with read_session() as session:
        submitted = submitted_then(session=session, werkplein=code, tertaal=beeld.tertaal)
    return werkplein_figuur.figuur(beeld, naam, code, submitted)


def of_vraag(beeld: Tertaalbeeld, code: str) -> Figuur:
    """Return the figure of one extra vraag, by its code.

    Raises KeyError for one that was not asked.
    """
    with read_session() as session:
        found = {each.vraag: each for each in uitslagen(session=session, tertaal=beeld.tertaal)}
    return uitslag_figuur(found[code])


def drawn(found: Figuur, beeld: Tertaalbeeld, kind: str, request: Request) -> bytes:
    """Return the figure as a picture, or its table as CSV."""
    if kind == "png":
        return figuur_image.png(found, beeld)
    return figuur_image.svg(found, beeld).encode() if kind == "svg" else csv_of(found.tabel, request)
