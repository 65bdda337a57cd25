"""What the AKO judges, asks and fixes as files: `/download/2009-2/ako_indicatie.csv?scheiding=puntkomma`."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pandas as pd
from starlette.requests import Request

from db.engine import read_session
from db.queries.achterblijvers import outdated, vaste_lijst
from db.queries.oordelen import oordelen
from db.queries.vraag_antwoorden import uitslagen
from landkaart.domein.achterblijvers import read_regel
from landkaart.domein.achterblijverslijst import achterblijverslijst_of
from landkaart.domein.oordelen import per_klasse
from landkaart.domein.rechten import Recht, mag
from landkaart.domein.sessie import Aangemeld
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import TERTAAL
from landkaart.rapport import achterblijvers_tables as lists
from landkaart.rapport import dutch, uitslag
from landkaart.rapport import oordelen as judgements
from landkaart.rapport.file_names import file_name
from landkaart.rapport.herkomst import OORDELEN, Getoond, herkomst_of, living_herkomst
from landkaart.rapport.keuzes import in_words
from landkaart.web.downloads.asked import beeld_of, gemaakt_by, require_known, who_asks
from landkaart.web.downloads.outgoing import Bestand, csv_of

MISSING = f"Dit bestand bestaat niet. Ga terug en kies een ander {TERTAAL}."


class Gevonden(NamedTuple):
    """The table of a file, what it shows, and whether that goes on after the closing as a whole."""

    table: pd.DataFrame
    getoond: Getoond
    asked: Mapping[str, str]  # What tells it apart from the same of everybody.
    is_living: bool = False


def ako_indicatie(beeld: Tertaalbeeld, who: Aangemeld, asked: Mapping[str, str]) -> Gevonden:
    """Return what the AKO judges of each werkplein, or of those with the `oordeel` in the address.

    Notes for whoever may read them in the logboek of that one as well.

    Raises KeyError for what is no oordeel.
    """
    with read_session() as session:
        found = oordelen(session=session, tertaal=beeld.tertaal)
    notes_of = {code for code in found if mag(who.bevoegdheid, Recht.LOGBOEK_ZIEN, code)}
    table, chosen = judgements.file_table(beeld, found, notes_of), given(asked, "oordeel")
    van = len(table)
    if chosen:
        codes = {judgements.code_of(klasse): codes for klasse, codes in per_klasse(beeld).items()}[chosen["oordeel"]]
        table = table[table["code"].isin(codes)]
    return Gevonden(table, Getoond(in_words(chosen), len(table), van, levend=OORDELEN), chosen)


def vraag_antwoorden(beeld: Tertaalbeeld, who: Aangemeld, asked: Mapping[str, str]) -> Gevonden:
    """Return the answers to the extra vragen, each werkplein by name; of those that the address asks for, as on the page.

    Raises KeyError for a vraag or an answer that there is not.
    """
    with read_session() as session:
        found = uitslagen(session=session, tertaal=beeld.tertaal)
    chosen = given(asked, "vraag", "antwoord", "zoeken")
    teksten = {each.vraag: each.tekst for each in found}
    require_known(chosen.get("vraag"), teksten)
    whole = uitslag.file_table(found, beeld.namen)
    table = uitslag.among(whole, chosen, found)
    return Gevonden(table, Getoond(in_words(chosen, teksten), len(table), len(whole)), chosen, is_living=True)


def achterblijverslijst(beeld: Tertaalbeeld, who: Aangemeld, asked: Mapping[str, str]) -> Gevonden:
    """Return the list by the rule in the address or, with `vastgesteld=ja`, as the AKO fixed it.

    Raises KeyError when it did not, and for a rule that cannot be.
    """
    if asked.get("vastgesteld", "nee") not in ("ja", "nee"):
        raise KeyError("vastgesteld")
    with read_session() as session:
        if asked.get("vastgesteld") == "ja":
            fixed = vaste_lijst(session=session, tertaal=beeld.tertaal)
            if fixed is None:
                raise KeyError("vastgesteld")
            table = lists.fixed_file_table(beeld, fixed)
            chosen = {"Lijst": f"vastgesteld op {dutch.day(fixed.opgeslagen_op)} door {fixed.door}"}
            getoond = Getoond(chosen, len(table), regel=fixed.regel.zin, levend=OORDELEN)
            return Gevonden(table, getoond, {"lijst": "vastgesteld"})
        verouderd = outdated(session=session, tertalen=beeld.geschiedenis[:-1])
    regel, bad = read_regel(asked)
    if bad:
        raise KeyError(bad[0])
    table = lists.file_table(beeld, achterblijverslijst_of(beeld, regel, verouderd))
    told_apart = {name: f"{name} {value}" for name, value in regel.asked.items()}
    return Gevonden(table, Getoond({}, len(table), regel=regel.zin, levend=OORDELEN), told_apart)


def given(asked: Mapping[str, str], *names: str) -> dict[str, str]:
    """Return what was asked under these names."""
    return {name: asked[name] for name in names if asked.get(name)}


# By the name of the file: how its table is made.
FILES: dict[str, Callable[[Tertaalbeeld, Aangemeld, Mapping[str, str]], Gevonden]] = {
    "ako_indicatie.csv": ako_indicatie,
    "vraag_antwoorden.csv": vraag_antwoorden,
    "achterblijverslijst.csv": achterblijverslijst,
}


def file_of(name: str) -> Callable[[Request], Bestand]:
    """Return what makes the file of this name for a request."""

    def make(request: Request) -> Bestand:
        who, beeld, gemaakt = who_asks(request), beeld_of(request), gemaakt_by(request)
        found = FILES[name](beeld, who, request.query_params)
        if found.is_living:
            herkomst = living_herkomst(gemaakt, found.getoond, beeld.tertaal)
        else:
            herkomst = herkomst_of(beeld, gemaakt, found.getoond)
        called = file_name(name.removesuffix(".csv"), beeld.tertaal, found.asked, "csv")
        return Bestand(called, csv_of(found.table, request, herkomst))

    return make
