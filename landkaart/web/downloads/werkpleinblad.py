"""The sheet of a werkplein as a file: `/download/2009-2/werkpleinblad.pdf?werkplein=assen`."""

from starlette.requests import Request

from db.engine import read_session
from db.queries.werkpleinblad import blad_gegevens
from landkaart.domein.rechten import Recht, mag
from landkaart.rapport.werkpleinblad.pdf import blad_name, werkpleinblad
from landkaart.web.downloads.asked import beeld_of, require, who_asks
from landkaart.web.downloads.outgoing import Bestand

MISSING = "Van dit werkplein is in dit tertaal geen blad te maken. Ga terug naar Werkplein en kies een ander."
PDF = "application/pdf"


def blad_of(request: Request) -> Bestand:
    """Return it, with the afspraken for who may see those on the page.

    Raises NietAangemeld, NietToegestaan, and KeyError for a werkplein without a stand.
    """
    require(request, Recht.LANDELIJK_ZIEN)
    who, werkplein, beeld = who_asks(request), request.query_params.get("werkplein", ""), beeld_of(request)
    sees = mag(who.bevoegdheid, Recht.LOGBOEK_ZIEN, werkplein)
    with read_session() as session:
        found = blad_gegevens(session=session, by=who.gebruiker, beeld=beeld, werkplein=werkplein, with_afspraken=sees)
    return Bestand(blad_name(found), werkpleinblad(found), PDF)
