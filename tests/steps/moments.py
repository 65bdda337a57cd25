"""Another moment for a landkaart that brings its own clock."""

from collections.abc import Callable
from datetime import datetime

from db import models
from db.engine import write_session
from db.queries.clock import OFFSET
from landkaart.domein.clock import system_now


def move_to(moment: datetime, set_clock: Callable[[datetime], None]) -> None:
    """The landkaart; the clock of the sessions stands still. `set_clock`: the fixture."""
    set_clock(now := system_now())
    with write_session() as session:
        session.get(models.Instelling, OFFSET).waarde = str((moment - now).total_seconds())
