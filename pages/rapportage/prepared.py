"""All that Rapportage shows, read and checked once per state of the data."""

from collections.abc import Mapping, Sequence

from db.engine import read_session
from db.queries import rapportage as queries
from landkaart.domein.momentopname import Editie
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.rapportage import Rapportage
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.rapportage.model import RapportGrid
from landkaart.rapport.rapportage.rapport import Samengesteld, compose, grids_of
from landkaart.web.own_address import own_address
from pages.clock_notice import edities
from pages.shared.cache import anything_changes, kept

LEVEND = "levend"


def bronnen(tertaal: Tertaal) -> dict[str, str]:
    """Return of which figures a report can be, by what stands in the address: each edition, last first, or as it is now."""
    found = [each for each in edities() if each.tertaal == tertaal]
    return {str(each.nummer): edition_label(each) for each in reversed(found)} | {LEVEND: "Zoals het nu is (voorlopig)"}


def edition_label(editie: Editie) -> str:
    back = ", teruggenomen" if editie.teruggenomen else ""
    return f"Vastgesteld bij de sluiting (editie {editie.nummer}{back})"


def read_gegevens(tertaal: Tertaal, bron: str) -> RapportGegevens:
    """Read all that the report is made from, at this moment."""
    which = {"levend": True} if bron == LEVEND else {"editie": int(bron)}
    with read_session() as session:
        return queries.rapport_gegevens(session=session, tertaal=tertaal, adres=own_address(), **which)


@kept(until=anything_changes, most=6)
def gegevens(tertaal: Tertaal, bron: str) -> RapportGegevens:
    """Return the same, read once until something changes."""
    return read_gegevens(tertaal, bron)


@kept(until=anything_changes, most=6, saying="Het rapport wordt berekend en gecontroleerd…")
def samengesteld(tertaal: Tertaal, bron: str) -> Samengesteld:
    """Return the report, computed and checked."""
    return compose(gegevens(tertaal, bron))


@kept(until=anything_changes, most=6)
def tabellen(tertaal: Tertaal, bron: str) -> Mapping[str, RapportGrid]:
    """Return every table of it, for what is typed to be held against."""
    return grids_of(gegevens(tertaal, bron))


def rapportage(tertaal: Tertaal) -> Rapportage:
    """Read what the AKO decided and typed, as it is now."""
    with read_session() as session:
        return queries.rapportage(session=session, tertaal=tertaal)


def earlier(tertaal: Tertaal) -> Sequence[Tertaal]:
    """Read of which earlier tertalen there is a report to take over from, the latest first."""
    with read_session() as session:
        return queries.earlier_rapportages(session=session, tertaal=tertaal)
