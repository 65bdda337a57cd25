"""What time it is in this landkaart, and whether it lives in the past."""

from datetime import timedelta

from sqlmodel import Session, select

from db.models import Instelling
from landkaart.domein.clock import Clock

OFFSET = "klok_verschil_seconden"
# Made once: every act asks it.
ASKED = select(Instelling.waarde).where(Instelling.sleutel == OFFSET)


def clock(*, session: Session) -> Clock:
    """The present, unless the data brought their own clock."""
    return as_clock(session.exec(ASKED).first())


def as_clock(offset: str | None) -> Clock:
    """`offset`: what is kept of it, in seconds."""
    return Clock(timedelta(seconds=float(offset))) if offset else Clock()
