"""What time it is in this landkaart: a demo lives in the past."""

from datetime import timedelta

from sqlmodel import Session, select

from db.models import Instelling
from landkaart.domein.clock import Clock

# The name of the setting.
OFFSET = "klok_verschil_seconden"
# Made once: every act asks it.
ASKED = select(Instelling.waarde).where(Instelling.sleutel == OFFSET)


def clock(*, session: Session) -> Clock:
    """Return the clock that dates are judged by: that of this machine, unless the data brought their own."""
    return as_clock(session.connection().execute(ASKED).scalar())


def as_clock(offset: str | None) -> Clock:
    """Make a clock of what is kept: a number of seconds as text, None for a landkaart of the present."""
    return Clock(timedelta(seconds=float(offset))) if offset else Clock()
