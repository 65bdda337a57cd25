"""More time for a werkplein, straight into the database: also of an uitvraag that closed."""

from datetime import UTC, datetime

from sqlmodel import select

from db import models
from db.engine import read_session, write_session
from db.queries.respons import respons
from landkaart.domein.respons import Reactie, Stap
from landkaart.domein.tertaal import Tertaal

# Some days after it is in the landkaart of 2009.
UNTIL = datetime(2009, 12, 8, 23, tzinfo=UTC)


def who_did_not_submit(tertaal: Tertaal) -> list[Reactie]:
    """By naam."""
    with read_session() as session:
        found = respons(session=session, tertaal=tertaal)
    return [each for each in found.reacties if each.klasse.stap not in (Stap.BINNEN, Stap.HOEFT_NIET)]


def give_late(werkplein: str, tertaal: Tertaal, until: datetime = UNTIL) -> None:
    """Uitstel that still runs though the uitvraag closed."""
    with write_session() as session:
        number = session.exec(select(models.Werkplein.id).where(models.Werkplein.code == werkplein)).one()
        columns = {"tot": until, "reden": "Verhuist", "door": "Jo", "gegeven_op": until}
        session.add(models.Uitstel(werkplein_id=number, tertaal=str(tertaal), **columns))
