"""What the AKO judges, asks and fixes as files: `/download/2009-2/ako_indicatie.csv?scheiding=puntkomma`."""

from collections.abc import Callable, Mapping

import pandas as pd
from starlette.requests import Request

from db.engine import read_session
from db.queries.achterblijvers import outdated, vaste_lijst
from db.queries.oordelen import oordelen
from db.queries.vraag_antwoorden import uitslagen
from landkaart.domein.achterblijvers import Regel
from landkaart.domein.achterblijverslijst import achterblijverslijst_of
from landkaart.domein.rechten import Recht, mag
from landkaart.domein.sessie import Aangemeld
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import achterblijvers_tables as lists
from landkaart.rapport import oordelen as judgements
from landkaart.rapport import uitslag
from landkaart.web.downloads.asked import beeld_of, who_asks
from landkaart.web.downloads.outgoing import Bestand, csv_of

MISSING = "Dit bestand bestaat niet. Ga terug en kies een ander tertaal."


def ako_indicatie(beeld: Tertaalbeeld, who: Aangemeld, asked: Mapping[str, str]) -> pd.DataFrame:
    """Return what the AKO judges of each werkplein; notes for whoever may read them in the logboek of that one as well."""
    with read_session() as session:
        found = oordelen(session=session, tertaal=beeld.tertaal)
    notes_of = {code for code in found if mag(who.bevoegdheid, Recht.LOGBOEK_ZIEN, code)}
    return judgements.file_table(beeld, found, notes_of)


def vraag_antwoorden(beeld: Tertaalbeeld, who: Aangemeld, asked: Mapping[str, str]) -> pd.DataFrame:
    """Return the answers to the extra vragen, each werkplein by name."""
    with read_session() as session:
        found = uitslagen(session=session, tertaal=beeld.tertaal)
    return uitslag.file_table(found, beeld.namen)


def achterblijverslijst(beeld: Tertaalbeeld, who: Aangemeld, asked: Mapping[str, str]) -> pd.DataFrame:
    """Return the list by the rule in the address or, with `vastgesteld=ja`, as the AKO fixed it.

    Raises KeyError when it did not.
    """
    with read_session() as session:
        if asked.get("vastgesteld") == "ja":
            fixed = vaste_lijst(session=session, tertaal=beeld.tertaal)
            if fixed is None:
                raise KeyError("vastgesteld")
            return lists.fixed_file_table(beeld, fixed)
        verouderd = outdated(session=session, tertalen=beeld.geschiedenis[:-1])
    return lists.file_table(beeld, achterblijverslijst_of(beeld, Regel.read(asked), verouderd))


# By the name of the file: how its table is made.
FILES: dict[str, Callable[[Tertaalbeeld, Aangemeld, Mapping[str, str]], pd.DataFrame]] = {
    "ako_indicatie.csv": ako_indicatie,
    "vraag_antwoorden.csv": vraag_antwoorden,
    "achterblijverslijst.csv": achterblijverslijst,
}


def file_of(name: str) -> Callable[[Request], Bestand]:
    """Return what makes the file of this name for a request."""

    def make(request: Request) -> Bestand:
        who = who_asks(request)
        table = FILES[name](beeld_of(request), who, request.query_params)
        return Bestand(name, csv_of(table, request))

    return make
