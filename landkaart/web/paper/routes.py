"""The form to print and to take along: plain pages and files, for who may fill in that werkplein."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from db.engine import read_session
from db.queries.formulier import formulier
from db.queries.vragen import vraag_antwoorden, vragen
from landkaart.domein.fouten import Fout
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.errors import log_with_number, sentence
from landkaart.rapport.formulier_print import file_name
from landkaart.rapport.formulier_workbook import workbook
from landkaart.web.downloads.asked import require
from landkaart.web.downloads.outgoing import STATUS, XLSX, Bestand, as_attachment
from landkaart.web.paper import printing

SUFFIX = ".xlsx"
MISSING = "Dit formulier bestaat niet. Ga terug naar Invullen en kies uw werkplein."


def send_form(request: Request) -> Response:
    """Send the workbook (`2009-3.xlsx`) or the page (`2009-3`) to who may fill in; what goes wrong is said in a sentence."""
    werkplein, naam = request.path_params["werkplein"], request.path_params["naam"]
    try:
        require(request, Recht.INVULLEN, werkplein)
        tertaal = Tertaal.parse(naam.removesuffix(SUFFIX))
        return make_workbook(werkplein, tertaal) if naam.endswith(SUFFIX) else make_page(request, werkplein, tertaal)
    except KeyError:
        return PlainTextResponse(MISSING, 404)
    except Fout as error:
        return PlainTextResponse(str(error), STATUS.get(type(error), 404))
    except Exception as error:
        return PlainTextResponse(sentence(log_with_number(error)), 500)


def make_page(request: Request, werkplein: str, tertaal: Tertaal) -> Response:
    """Make the page to print.

    Raises KeyError.
    """
    return HTMLResponse(printing.page_of(werkplein, tertaal, request.query_params.get("versie")))


def make_workbook(werkplein: str, tertaal: Tertaal) -> Response:
    """Make the workbook, as a file to keep.

    Raises KeyError.
    """
    with read_session() as session:
        form = formulier(session=session, werkplein=werkplein, tertaal=tertaal)
        if form is None:
            raise KeyError(werkplein)
        said = vraag_antwoorden(session=session, werkplein=werkplein, tertaal=tertaal)
        made = workbook(form, vragen(session=session, tertaal=tertaal), said)
    return as_attachment(Bestand(file_name(form.ronde, "xlsx"), made, XLSX))


def send_script(request: Request) -> Response:
    return Response(printing.script(), media_type="text/javascript; charset=utf-8")


ROUTES = [
    Route(printing.SCRIPT, send_script, methods=["GET"]),
    Route("/formulier/{werkplein}/{naam}", send_form, methods=["GET"]),
]
