"""What each werkplein submitted about a tertaal, as the rules of plausibility look at it."""

from sqlalchemy import case, func
from sqlmodel import Session, select

from db.models import Indiening, IndieningAntwoord, Werkplein
from db.queries.stands import stand
from db.queries.uitvragen import uitvraag
from db.queries.werkpleinen import is_open_at
from landkaart.domein.band import Band
from landkaart.domein.clock import local_date
from landkaart.domein.invulling import Wijze
from landkaart.domein.plausibiliteit import Ingestuurd
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import closing

CONFIRMED = func.sum(case((IndieningAntwoord.wijze == Wijze.BEVESTIGD.value, 1), else_=0))


def ingestuurd(*, session: Session, tertaal: Tertaal) -> dict[str, Ingestuurd]:
    """Return what counts now of who is open at the closing and submitted about this tertaal, by code."""
    banden = last_answers(session, tertaal)
    before, confirmed = stand(session=session, tertaal=tertaal.before()), all_confirmed(session, tertaal)
    return {
        code: Ingestuurd(given, before.bands_of(code) if code in before.bands.index else {}, confirmed[code])
        for code, given in banden.items()
    }


def last_answers(session: Session, tertaal: Tertaal) -> dict[str, dict[str, Band]]:
    """Return the bands of the last version that each submitted about a tertaal."""
    closes = local_date(closing(tertaal, uitvraag(session=session, tertaal=tertaal)))
    query = select(Werkplein.code, IndieningAntwoord.mijlpaal, IndieningAntwoord.band)
    query = query.join(Indiening, Indiening.werkplein_id == Werkplein.id)
    query = query.join(IndieningAntwoord, IndieningAntwoord.indiening_id == Indiening.id)
    query = query.where(Indiening.tertaal == str(tertaal), is_open_at(closes)).order_by(Werkplein.code, Indiening.versie)
    found: dict[str, dict[str, Band]] = {}
    # Every version has all 14, so that the last one takes the place of those before it.
    for code, mijlpaal, band in session.exec(query):
        found.setdefault(code, {})[mijlpaal] = Band(band)
    return found


def all_confirmed(session: Session, tertaal: Tertaal) -> dict[str, list[bool]]:
    """Return by code, of each tertaal up to this one about which something was submitted, the newest first: all of it was
    confirmed unchanged.
    """
    columns = (Werkplein.code, Indiening.tertaal, Indiening.versie, func.count(), CONFIRMED)
    query = select(*columns).join(Indiening, Indiening.werkplein_id == Werkplein.id)
    query = query.join(IndieningAntwoord, IndieningAntwoord.indiening_id == Indiening.id)
    query = query.where(Indiening.tertaal <= str(tertaal)).group_by(Werkplein.code, Indiening.tertaal, Indiening.versie)
    last: dict[str, dict[str, bool]] = {}
    for code, each, _, answers, confirmed in session.exec(query.order_by(Indiening.tertaal, Indiening.versie)):
        last.setdefault(code, {})[each] = answers == confirmed
    return {code: list(reversed(found.values())) for code, found in last.items()}
