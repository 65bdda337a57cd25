"""The form to print and to take along: plain pages and files, for who may fill in that werkplein."""

from collections.abc import Callable

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
MISSING = "Dit formulier bestaat niet. Ga terug naar Invullen en kies uw werkplein."
STATUS = {NietAangemeld: 401, NietToegestaan: 403}


def sending(make: Callable[[Request, str, Tertaal], Response]) -> Callable[[Request], Response]:
    """Make a route for who may fill in; what goes wrong is said in a sentence, also the KeyError of `make`: no such form."""

    def send(request: Request) -> Response:
        try:
            werkplein = request.path_params["werkplein"]
            require(request, werkplein)
            return make(request, werkplein, Tertaal.parse(request.path_params["tertaal"]))
        except KeyError:
            return PlainTextResponse(MISSING, 404)
        except Fout as error:
            return PlainTextResponse(str(error), STATUS.get(type(error), 404))
        except Exception as error:
            return PlainTextResponse(sentence(log_with_number(error)), 500)

    return send


def require(request: Request, werkplein: str) -> None:
    """Check who asks.

    Raises NietAangemeld, NietToegestaan.
    """
    who = getattr(request.state, "aangemeld", None)
    if who is None:
        raise NietAangemeld
    if not mag(who.bevoegdheid, Recht.INVULLEN, werkplein):
        raise NietToegestaan(Recht.INVULLEN.weigering)


def send_page(request: Request, werkplein: str, tertaal: Tertaal) -> Response:
    return HTMLResponse(printing.page_of(werkplein, tertaal, request.query_params.get("versie")))


def send_workbook(request: Request, werkplein: str, tertaal: Tertaal) -> Response:
    """Answer with the workbook.

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
    Route("/formulier/{werkplein}/{tertaal}.xlsx", sending(send_workbook), methods=["GET"]),
    Route("/formulier/{werkplein}/{tertaal}", sending(send_page), methods=["GET"]),
]
