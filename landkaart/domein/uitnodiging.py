"""Inviting, many at once or one by one: one go of it, and one invitation with the link in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from landkaart.domein.account import Account
from landkaart.domein.herinnering import BerichtStatus


@dataclass(frozen=True)
class Uitnodigingsbrief:
    """One invitation that is to leave. `token`: what its link is, known nowhere else; `tot`: until when that works."""

    uitnodiging_id: int
    account: Account
    token: str
    tot: datetime
    # What they are called.
    werkpleinen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Uitnodigingsregel:
    """One invitation as it stands."""

    adres: str
    naam: str
    status: BerichtStatus
    melding: str | None
    gewijzigd_op: datetime


@dataclass(frozen=True)
class Uitnodigingsronde:
    """Many who were invited in one go. `aantallen`: how many by status, each that there is.

    `een_voor_een`: what somebody did on one day for one person at a time.
    """

    id: int
    door: str
    gemaakt_op: datetime
    als_bestand: bool
    aantallen: Mapping[BerichtStatus, int]
    een_voor_een: bool = False

    def count(self, *kinds: BerichtStatus) -> int:
        return sum(self.aantallen.get(kind, 0) for kind in kinds)

    @property
    def n(self) -> int:
        return sum(self.aantallen.values())
