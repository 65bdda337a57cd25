"""What was looked for, as a file: `/download/2009-2/zoeken.csv?w=ketenjaarplan:volledig&scheiding=puntkomma`."""

from starlette.requests import Request

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.zoeken import read_zoekvraag, regions_of
from landkaart.programma.namen import TERTAAL
from landkaart.rapport.file_names import file_name
from landkaart.rapport.herkomst import OORDELEN, Getoond, herkomst_of
from landkaart.rapport.zoeken import read_back, results
from landkaart.web.downloads.asked import beeld_of, gemaakt_by
from landkaart.web.downloads.outgoing import Bestand, csv_of

MISSING = f"Dit {TERTAAL} bestaat niet. Ga terug naar Zoeken en kies het opnieuw."


def found_by(request: Request) -> Bestand:
    """Return who was found; everybody who is in may see the national figures.

    Raises NietAangemeld, KeyError for a tertaal of which nothing is known, and Fout for what cannot be asked.
    """
    gemaakt, beeld = gemaakt_by(request), beeld_of(request)
    asked = {name: request.query_params.getlist(name) for name in request.query_params}
    zoekvraag, bad = read_zoekvraag(asked, regions_of(beeld))
    if bad:
        raise OngeldigeInvoer(f"Dit onderdeel van de zoekvraag bestaat niet: ‘{bad[0][:80]}’. Ga terug naar Zoeken.")
    table = results(zoekvraag, beeld)
    # What the sentence says, without how many there are: that stands beside it.
    asked_for = {"Zoekvraag": read_back(zoekvraag, beeld, len(table))}
    shown = Getoond(asked_for, len(table), len(beeld.ingediend_op), levend=OORDELEN if zoekvraag.indicatie else "")
    name = file_name("zoeken", beeld.tertaal, zoekvraag.asked, "csv")
    return Bestand(name, csv_of(table, request, herkomst_of(beeld, gemaakt, shown)))
