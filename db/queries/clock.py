"""What time it is in this landkaart (a demo lives in the past), and whether the clock of this machine is believed."""

import json
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlmodel import Session

from db.models import Instelling, Logregel
from db.uptime import machine_uptime
from landkaart.domein.clock import Clock, system_now
from landkaart.domein.clock_trust import Doubt, Signs, Uptime, doubt_of

# The names of the settings: how many seconds the landkaart is ahead of this machine, and what was seen of its clock.
OFFSET, SIGNS = "klok_verschil_seconden", "klok_tekenen"
# Made once: every act asks it.
ASKED = select(Instelling.waarde).where(Instelling.sleutel == OFFSET)
SEEN = select(Instelling.waarde).where(Instelling.sleutel == SIGNS)
LAST_LINE = select(Logregel.moment).order_by(Logregel.id.desc()).limit(1)
ALL = select(ASKED.scalar_subquery(), SEEN.scalar_subquery(), LAST_LINE.scalar_subquery())


class ClockRecord(NamedTuple):
    """What was read of it at one moment; `last_line`: the moment of the last line of the log, None while there is none."""

    clock: Clock
    signs: Signs | None = None
    last_line: datetime | None = None

    def doubt(self) -> Doubt | None:
        """Judge the clock at this very moment; None when it is believed."""
        return doubt_of(self.signs, self.last_line, self.clock.offset, system_now(), machine_uptime())

    def before(self) -> Signs | None:
        """Return the last signs of life: of a landkaart that kept none yet, the last line of its log."""
        if self.signs is None and self.last_line is not None:
            return Signs(self.last_line - self.clock.offset)
        return self.signs


def clock(*, session: Session) -> Clock:
    """Return the clock that dates are judged by: that of this machine, unless the data brought their own."""
    return as_clock(session.connection().execute(ASKED).scalar())


def clock_record(*, session: Session) -> ClockRecord:
    """Read the clock with what tells whether it is believed."""
    return as_record(*session.connection().execute(ALL).one())


def as_record(offset: str | None, signs: str | None, last_line: datetime | None) -> ClockRecord:
    return ClockRecord(as_clock(offset), as_signs(signs), last_line)


def as_clock(offset: str | None) -> Clock:
    """Make a clock of what is kept: a number of seconds as text, None for a landkaart of the present."""
    return Clock(timedelta(seconds=float(offset))) if offset else Clock()


def as_signs(text: str | None) -> Signs | None:
    if text is None:
        return None
    kept = json.loads(text)
    jumped = kept["sprong_van"] and datetime.fromisoformat(kept["sprong_van"])
    uptime = Uptime(**kept["uptime"]) if kept.get("uptime") else None
    return Signs(datetime.fromisoformat(kept["gezien"]), jumped, timedelta(seconds=kept["geleefd"]), uptime)


def as_text(signs: Signs) -> str:
    """Write signs as they are kept."""
    jumped = signs.sprong_van and signs.sprong_van.isoformat()
    kept: dict[str, object] = {
        "gezien": signs.gezien.isoformat(),
        "sprong_van": jumped,
        "geleefd": signs.geleefd.total_seconds(),
    }
    if signs.uptime is not None:
        kept["uptime"] = asdict(signs.uptime)
    return json.dumps(kept)
