"""The tables of a tertaal as files, on our own routes: `/download/2009-2/landkaart-2009-2.xlsx`."""

from starlette.requests import Request

from db.closing import freeze_what_closed
from db.engine import read_session
from db.queries.tertaalbeeld import tertaalbeeld, tertalen
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import files
from landkaart.web.downloads.outgoing import Bestand, csv_of

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MISSING = "Dit bestand bestaat niet. Ga terug naar het landelijk beeld."


def find(text: str) -> Tertaalbeeld:
    """Raises KeyError for a tertaal of which nothing is known."""
    tertaal = Tertaal.parse(text)
    freeze_what_closed()
    with read_session() as session:
        if tertaal not in tertalen(session=session):
            raise KeyError(text)
        return tertaalbeeld(session=session, tertaal=tertaal)


def file_of(request: Request) -> Bestand:
    """Raises KeyError for a name that is not one of the files, Fout for what is no tertaal."""
    beeld, name = find(request.path_params["tertaal"]), request.path_params["name"]
    if name == files.workbook_name(beeld):
        return Bestand(name, files.workbook_of(beeld), XLSX)
    if name == files.zip_name(beeld):
        return Bestand(name, files.zip_of(beeld), "application/zip")
    table, suffix = (files.TABLES | files.PAGE_ONLY)[name.removesuffix(".csv")][1], name[-4:]
    if suffix != ".csv":
        raise KeyError(name)
    return Bestand(name, csv_of(table(beeld), request))
