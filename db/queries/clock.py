"""What time it is in this landkaart, and whether it lives in the past."""

from datetime import timedelta

from sqlmodel import Session

from db.models import Instelling
from landkaart.domein.clock import Clock

OFFSET = "klok_verschil_seconden"


def clock(*, session: Session) -> Clock:
    """The present, unless the data brought their own clock."""
    offset = session.get(Instelling, OFFSET)
    return Clock(timedelta(seconds=float(offset.waarde))) if offset else Clock()
