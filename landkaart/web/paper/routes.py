"""The form to print and to take along: plain pages and files, for who may fill in that werkplein."""

from functools import partial

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from db.engine import read_session
from db.queries.formulier import formulier
from db.queries.namens import running_namens
from db.queries.vragen import vraag_antwoorden, vragen
from landkaart.domein.rechten import Recht, mag
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import WERKPLEIN
from landkaart.rapport.formulier_print import file_name
from landkaart.rapport.formulier_workbook import workbook
from landkaart.rapport.herkomst import Getoond, living_herkomst
from landkaart.rapport.keuzes import in_words
from landkaart.web.downloads.asked import gemaakt_by, require, who_asks
from landkaart.web.downloads.outgoing import XLSX, Bestand, as_attachment, refused
from landkaart.web.paper import printing
from landkaart.web.serving.dear import in_turn

SUFFIX = ".xlsx"
MISSING = f"Dit formulier bestaat niet. Ga terug naar Invullen en kies uw {WERKPLEIN}."


async def send_form(request: Request) -> Response:
    """Send the workbook (`2009-3.xlsx`) or the page (`2009-3`) to who may fill in; what goes wrong is said in a sentence."""
    try:
        return await in_turn(request, partial(make, request))
    except Exception as error:
        return refused(error, MISSING, otherwise=404)


def make(request: Request) -> Response:
    """Make what the address names.

    Raises KeyError, and Fout for who may not, or for what is no tertaal.
    """
    werkplein, naam = request.path_params["werkplein"], request.path_params["naam"]
    tertaal = Tertaal.parse(naam.removesuffix(SUFFIX))
    require_form(request, werkplein, tertaal)
    make_form = make_workbook if naam.endswith(SUFFIX) else make_page
    return make_form(request, werkplein, tertaal)


def require_form(request: Request, werkplein: str, tertaal: Tertaal) -> None:
    """Let through who may fill it in, for his own werkplein or on behalf of it.

    Raises NietAangemeld, NietToegestaan.
    """
    if mag(who_asks(request).bevoegdheid, Recht.NAMENS_INVULLEN):
        with read_session() as session:
            if running_namens(session=session, werkplein=werkplein, tertaal=tertaal):
                return
    require(request, Recht.INVULLEN, werkplein)


def make_page(request: Request, werkplein: str, tertaal: Tertaal) -> Response:
    """Make the page to print.

    Raises KeyError.
    """
    return HTMLResponse(printing.page_of(werkplein, tertaal, request.query_params.get("versie"), gemaakt_by(request)))


def make_workbook(request: Request, werkplein: str, tertaal: Tertaal) -> Response:
    """Make the workbook, as a file to keep.

    Raises KeyError.
    """
    gemaakt = gemaakt_by(request)
    with read_session() as session:
        form = formulier(session=session, werkplein=werkplein, tertaal=tertaal)
        if form is None:
            raise KeyError(werkplein)
        answers = vraag_antwoorden(session=session, werkplein=werkplein, tertaal=tertaal)
        asked = vragen(session=session, tertaal=tertaal)
    herkomst = living_herkomst(gemaakt, Getoond(in_words({"werkplein": werkplein}, {werkplein: form.ronde.naam})), tertaal)
    made = workbook(form, asked, answers, herkomst)
    return as_attachment(Bestand(file_name(form.ronde, "xlsx"), made, XLSX))


def send_script(request: Request) -> Response:
    return Response(printing.script(), media_type="text/javascript; charset=utf-8")


ROUTES = [
    Route(printing.SCRIPT, send_script, methods=["GET"]),
    Route("/formulier/{werkplein}/{naam}", send_form, methods=["GET"]),
]
