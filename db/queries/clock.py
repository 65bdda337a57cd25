"""What time it is in this landkaart, and whether it lives in the past."""

from datetime import timedelta

from sqlmodel import Session, select

from db.models import Instelling
from landkaart.domein.clock import Clock

OFFSET = "klok_verschil_seconden"
# Made once: every page asks it, more than once.
ASKED = select(Instelling.waarde).where(Instelling.sleutel == OFFSET)


def clock(*, session: Session) -> Clock:
    """The present, unless the data brought their own clock."""
    offset = session.exec(ASKED).first()
    return Clock(timedelta(seconds=float(offset))) if offset else Clock()
