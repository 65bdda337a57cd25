"""The form to print and to take along: plain pages and files, for who may fill in that werkplein."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from db.engine import read_session
from db.queries.formulier import formulier
from db.queries.vragen import vraag_antwoorden, vragen
from landkaart.domein.fouten import Fout, NietAangemeld, NietToegestaan
from landkaart.domein.rechten import Recht, mag
from landkaart.domein.tertaal import Tertaal
from landkaart.errors import log_with_number, sentence
from landkaart.rapport.formulier_print import file_name
from landkaart.rapport.formulier_workbook import workbook
from landkaart.web.paper import printing

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SUFFIX = ".xlsx"
MISSING = "Dit formulier bestaat niet. Ga terug naar Invullen en kies uw werkplein."
STATUS = {NietAangemeld: 401, NietToegestaan: 403}


def send_form(request: Request) -> Response:
    """Send the workbook (`2009-3.xlsx`) or the page (`2009-3`) to who may fill in; what goes wrong is said in a sentence."""
    werkplein, naam = request.path_params["werkplein"], request.path_params["naam"]
    try:
        require(request, werkplein)
        tertaal = Tertaal.parse(naam.removesuffix(SUFFIX))
        return make_workbook(werkplein, tertaal) if naam.endswith(SUFFIX) else make_page(request, werkplein, tertaal)
    except KeyError:
        return PlainTextResponse(MISSING, 404)
    except Fout as error:
        return PlainTextResponse(str(error), STATUS.get(type(error), 404))
    except Exception as error:
        return PlainTextResponse(sentence(log_with_number(error)), 500)


def require(request: Request, werkplein: str) -> None:
    """Check who asks.

    Raises NietAangemeld, NietToegestaan.
    """
    who = getattr(request.state, "aangemeld", None)
    if who is None:
        raise NietAangemeld
    if not mag(who.bevoegdheid, Recht.INVULLEN, werkplein):
        raise NietToegestaan(Recht.INVULLEN.weigering)


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
    headers = {"Content-Disposition": f'attachment; filename="{file_name(form.ronde, "xlsx")}"', "Cache-Control": "no-store"}
    return Response(made, media_type=XLSX, headers=headers)


def send_script(request: Request) -> Response:
    return Response(printing.script(), media_type="text/javascript; charset=utf-8")


ROUTES = [
    Route(printing.SCRIPT, send_script, methods=["GET"]),
    Route("/formulier/{werkplein}/{naam}", send_form, methods=["GET"]),
]
