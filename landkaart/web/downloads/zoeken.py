"""What was looked for, as a file: `/download/2009-2/zoeken.csv?w=ketenjaarplan:volledig&scheiding=puntkomma`."""

from starlette.requests import Request

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.zoeken import read_zoekvraag, regions_of
from landkaart.rapport.zoeken import results
from landkaart.web.downloads.asked import beeld_of
from landkaart.web.downloads.outgoing import Bestand, csv_of

MISSING = "Dit tertaal bestaat niet. Ga terug naar Zoeken en kies het opnieuw."


def found_by(request: Request) -> Bestand:
    """Return who was found; everybody who is in may see the national figures.

    Raises KeyError for a tertaal of which nothing is known, and Fout for what cannot be asked.
    """
    beeld = beeld_of(request)
    asked = {name: request.query_params.getlist(name) for name in request.query_params}
    zoekvraag, bad = read_zoekvraag(asked, regions_of(beeld))
    if bad:
        raise OngeldigeInvoer(f"Dit onderdeel van de zoekvraag bestaat niet: ‘{bad[0][:80]}’. Ga terug naar Zoeken.")
    return Bestand("zoeken.csv", csv_of(results(zoekvraag, beeld), request))
