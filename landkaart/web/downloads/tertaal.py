"""The tables of a tertaal as files: `/download/2009-2/landkaart-2009-2.xlsx`, `…/vergelijking.csv?met=2008-1`."""

from starlette.requests import Request

from db.engine import read_session
from db.queries.bijlagen import bijlagen
from landkaart.domein.bijlagen import Bijlagen
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import files, prognose
from landkaart.rapport.file_names import file_name
from landkaart.rapport.herkomst import OORDELEN, Getoond, herkomst_of
from landkaart.rapport.keuzes import in_words
from landkaart.web.downloads.asked import beeld_of, compared, gemaakt_by
from landkaart.web.downloads.outgoing import ODS, XLSX, Bestand, csv_of

# What holds all tables: its name, how it is made, its Content-Type.
WHOLE = (
    (files.workbook_name, files.workbook_of, XLSX),
    (files.ods_name, files.spreadsheet_of, ODS),
    (files.zip_name, files.zip_of, "application/zip"),
)
MISSING = "Dit bestand bestaat niet. Ga terug naar het landelijk beeld."


def file_of(request: Request) -> Bestand:
    """Return the workbook, the spreadsheet, the zip of everything, or one table as CSV; `?met=` asks for another comparison.

    Raises NietAangemeld, KeyError for a name that is not one of the files, Fout for what is no tertaal.
    """
    gemaakt, usual, name = gemaakt_by(request), beeld_of(request), request.path_params["name"]
    beeld = compared(usual, request)
    for named, make, media in WHOLE:
        if name == named(usual):
            return Bestand(named(beeld), make(beeld, gemaakt, bijlagen_of(beeld)), media)
    table, suffix = name[:-4], name[-4:]
    if suffix != ".csv" or table not in files.TABLES:
        raise KeyError(name)
    asked = (files.comparison(beeld) if table in files.COMPARED else {}) | files.edition_asked(beeld)
    herkomst = herkomst_of(beeld, gemaakt, files.shown_in(beeld, table))
    content = csv_of(files.TABLES[table][1](beeld), request, herkomst)
    return Bestand(file_name(table, beeld.tertaal, asked, "csv"), content)


def bijlagen_of(beeld: Tertaalbeeld) -> Bijlagen:
    """Return what stands beside the landkaart in this tertaal."""
    with read_session() as session:
        return bijlagen(session=session, tertaal=beeld.tertaal)


def prognose_of(request: Request) -> Bestand:
    """Return the prognose of each werkplein, or of those that `?toon=` asks for, as on its page.

    Raises as `file_of` does.
    """
    gemaakt, beeld, toon = gemaakt_by(request), beeld_of(request), request.query_params.get("toon", "alle")
    whole = prognose.prognose_of(beeld)
    table = prognose.among(whole, toon)
    getoond = Getoond(in_words({"toon": toon}), len(table), len(whole), levend=OORDELEN)
    herkomst = herkomst_of(beeld, gemaakt, getoond)
    asked = {} if toon == "alle" else {"toon": toon}
    return Bestand(file_name("prognose", beeld.tertaal, asked, "csv"), csv_of(table, request, herkomst))
