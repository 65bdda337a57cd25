"""Every address under which a file can be had. No two fit the same request, so their order says nothing."""

from collections.abc import Awaitable, Callable, Mapping

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from landkaart.web.downloads import (
    afspraken,
    ako,
    archief,
    figuur,
    herinnering,
    kengetallen,
    logboek,
    plan,
    plausibiliteit,
    rapport,
    respons,
    tertaal,
    uitnodigingen,
    werkpleinblad,
    zoeken,
)
from landkaart.web.downloads.outgoing import sending

Send = Callable[[Request], Awaitable[Response]]

UNKNOWN = "Dit bestand bestaat niet. Ga terug naar de pagina waar u het zocht."

# Of the whole landkaart, by the name of the file.
OF_LANDKAART: Mapping[str, Send] = {
    "afspraken.csv": sending(afspraken.afspraken_of, afspraken.MISSING),
    "logboek.csv": sending(logboek.logboek_of, logboek.MISSING),
    "plan_van_aanpak.csv": sending(plan.plan_of, plan.MISSING),
    "respons.csv": sending(respons.respons_of, respons.MISSING),
}
# Of one tertaal, by the name of the file, when they are made in a way of their own; any other name is one of its tables.
OF_TERTAAL: Mapping[str, Send] = {
    "zoeken.csv": sending(zoeken.found_by, zoeken.MISSING),
    "kengetallen.csv": sending(kengetallen.kengetallen_of, kengetallen.MISSING, vague=True),
    "plausibiliteit.csv": sending(plausibiliteit.plausibiliteit_of, plausibiliteit.MISSING, vague=True),
    "prognose.csv": sending(tertaal.prognose_of, tertaal.MISSING, vague=True),
    "werkpleinblad.pdf": sending(werkpleinblad.blad_of, werkpleinblad.MISSING, vague=True),
    **werkpleinblad.FILES,
    **rapport.FILES,
    **archief.FILES,
    **{name: sending(ako.file_of(name), ako.MISSING, vague=True) for name in ako.FILES},
}
INVITATIONS: Send = sending(uitnodigingen.invitations_of, uitnodigingen.MISSING)
REMINDERS: Send = sending(herinnering.mails_of, herinnering.MISSING)
TABLES: Send = sending(tertaal.file_of, tertaal.MISSING, vague=True, shared=True)
FIGUREN: Send = sending(figuur.file_of, figuur.MISSING, vague=True, shared=True)


async def of_landkaart(request: Request) -> Response:
    """Answer with the file of this name, or the sentence of a 404: behind us Streamlit would answer with its page."""
    name = request.path_params["name"]
    if name.startswith(herinnering.BEGINS):
        return await REMINDERS(request)
    if name.startswith(uitnodigingen.BEGINS):
        return await INVITATIONS(request)
    send = OF_LANDKAART.get(name)
    return await send(request) if send else PlainTextResponse(UNKNOWN, 404)


async def of_tertaal(request: Request) -> Response:
    """Answer with the file of a tertaal by its name, or the sentence of a 404."""
    return await OF_TERTAAL.get(request.path_params["name"], TABLES)(request)


ROUTES = [
    Route("/download/{name}", of_landkaart, methods=["GET"]),
    Route("/download/{tertaal}/{name}", of_tertaal, methods=["GET"]),
    Route("/figuur/{tertaal}/{naam}.{soort}", FIGUREN, methods=["GET"]),
]
