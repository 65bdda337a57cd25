"""The tables of a tertaal as files: `/download/2009-2/landkaart-2009-2.xlsx`."""

from starlette.requests import Request

from landkaart.rapport import files
from landkaart.web.downloads.asked import beeld_of
from landkaart.web.downloads.outgoing import XLSX, Bestand, csv_of

MISSING = "Dit bestand bestaat niet. Ga terug naar het landelijk beeld."


def file_of(request: Request) -> Bestand:
    """Return the workbook, the zip of everything, or one table as CSV.

    Raises KeyError for a name that is not one of the files, Fout for what is no tertaal.
    """
    beeld, name = beeld_of(request), request.path_params["name"]
    if name == files.workbook_name(beeld):
        return Bestand(name, files.workbook_of(beeld), XLSX)
    if name == files.zip_name(beeld):
        return Bestand(name, files.zip_of(beeld), "application/zip")
    table, suffix = (files.TABLES | files.PAGE_ONLY)[name.removesuffix(".csv")][1], name[-4:]
    if suffix != ".csv":
        raise KeyError(name)
    return Bestand(name, csv_of(table(beeld), request))
