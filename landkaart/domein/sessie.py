"""Somebody who is in, and for how long. Judged by the real clock, never by that of the data."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from landkaart.domein.rechten import Bevoegdheid, Gebruiker, Weg

IDLE = timedelta(minutes=30)
ABSOLUTE = timedelta(hours=10)
# How stale `actief_op` may get before it is written again: not at every click.
TOUCH = timedelta(minutes=1)


@dataclass(frozen=True)
class Aangemeld:
    """An account in a session that holds at this moment: since `begonnen_op`, last seen at `actief_op`."""

    sessie_id: int
    account_id: int
    naam: str
    adres: str
    bevoegdheid: Bevoegdheid
    actief_op: datetime
    begonnen_op: datetime

    @property
    def gebruiker(self) -> Gebruiker:
        return Gebruiker(self.naam, Weg.FORMULIER, self.account_id, self.sessie_id)

    def wants_touch(self, now: datetime) -> bool:
        return now - self.actief_op > TOUCH


def is_still_valid(begonnen_op: datetime, actief_op: datetime, now: datetime) -> bool:
    """Say whether a session still holds: until half an hour after the last sign of life, and ten hours after its start."""
    return now - actief_op < IDLE and now - begonnen_op < ABSOLUTE
