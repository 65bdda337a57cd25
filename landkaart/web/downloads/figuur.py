"""Figures as files: `/figuur/2009-2/landkaart.png?toon=verandering`."""

from collections.abc import Mapping

from starlette.requests import Request

from db.engine import read_session
from db.queries.momentopnamen import submitted_then
from db.queries.vraag_antwoorden import uitslagen
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import figuur_image, werkplein_figuur
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.figuur_by_name import choices_of, figuur
from landkaart.rapport.file_names import file_name
from landkaart.rapport.files import edition_asked
from landkaart.rapport.herkomst import Getoond, Herkomst, herkomst_of
from landkaart.rapport.keuzes import OF_ONE, in_words
from landkaart.rapport.uitslag import uitslag_figuur
from landkaart.web.downloads.asked import beeld_of, gemaakt_by
from landkaart.web.downloads.outgoing import CSV, Bestand, csv_of

MEDIA = {"png": "image/png", "svg": "image/svg+xml", "csv": CSV}
VRAAG = "extra-vraag"
MISSING = "Deze figuur bestaat niet. Ga terug naar de pagina en kies opnieuw."


def file_of(request: Request) -> Bestand:
    """Return the figure as a file, drawn when asked for.

    Raises NietAangemeld, and KeyError and Fout for what there is not.
    """
    naam, kind = request.path_params["naam"], request.path_params["soort"]
    media, beeld = MEDIA[kind], beeld_of(request)
    params = dict(request.query_params)
    found, gemaakt = find_figuur(beeld, naam, params), gemaakt_by(request)
    asked = chosen(beeld, naam, params, kind)
    rows = len(found.file_table if kind == "csv" else found.tabel)
    # Of a picture that shows all there is, n says it.
    shown = None if kind != "csv" and found.van in (None, rows) else rows
    getoond = Getoond(in_words(asked, beeld.namen), shown, found.van, levend=found.levend)
    herkomst = herkomst_of(beeld, gemaakt, getoond)
    told_apart = {name: value for name, value in asked.items() if (name, value) != ("met", str(beeld.tertaal.before()))}
    name = file_name(f"figuur-{naam}", beeld.tertaal, told_apart | edition_asked(beeld), kind)
    return Bestand(name, drawn(found, beeld, herkomst, request), media)


def chosen(beeld: Tertaalbeeld, naam: str, params: Mapping[str, str], kind: str) -> dict[str, str]:
    """Return by what it is made, as it stands in an address; a table has all pages."""
    asked = {name: params[name] for name in OF_ONE if name in params} if is_of_one(naam) else choices_of(beeld, naam, params)
    return {name: value for name, value in asked.items() if (name, kind) != ("blad", "csv")}


def is_of_one(naam: str) -> bool:
    """Say whether it is about one werkplein or one vraag."""
    return naam == VRAAG or naam in werkplein_figuur.FIGUREN


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


def drawn(found: Figuur, beeld: Tertaalbeeld, herkomst: Herkomst, request: Request) -> bytes:
    """Return the figure as a picture, or its table as CSV."""
    kind = request.path_params["soort"]
    if kind == "png":
        return figuur_image.png(found, beeld, herkomst)
    if kind == "svg":
        return figuur_image.svg(found, beeld, herkomst).encode()
    return csv_of(found.file_table, request, herkomst)
