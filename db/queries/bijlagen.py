"""All that goes along with the tables of a tertaal."""

from sqlmodel import Session

from db.queries.clock import clock
from db.queries.kengetallen import kengetallen
from db.queries.plan import plan
from db.queries.uitvragen import uitvraag
from db.queries.vraag_antwoorden import uitslagen
from landkaart.domein.bijlagen import Bijlagen
from landkaart.domein.plan import plan_day, plan_on
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import closing


def bijlagen(*, session: Session, tertaal: Tertaal) -> Bijlagen:
    """Return it, as it is now; of the Plan van Aanpak what was said by the closing, or by now."""
    closes = closing(tertaal, uitvraag(session=session, tertaal=tertaal))
    day = plan_day(closes, clock(session=session).now())
    return Bijlagen(
        kengetallen=kengetallen(session=session, tertaal=tertaal),
        plan=tuple(plan_on(plan(session=session), day)),
        plan_dag=day,
        uitslagen=tuple(uitslagen(session=session, tertaal=tertaal)),
    )
