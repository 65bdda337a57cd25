"""When what somebody saves is a question instead: somebody else was first at the same place."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum

from landkaart.domein.invulling import AndersGewijzigd, Seen, Wijziging


def require_answer_as_seen(
    version: datetime | None,
    seen: datetime | Seen | None,
    waarde: Enum | str | None,
    find_last: Callable[[], Wijziging],
) -> None:
    """Let through who saw the version that is kept, or had no screen; None is a place where nothing stands.

    `waarde`: what stands there: a band, ja or nee, a text. `find_last`: who left it so, looked up only when it is asked.

    Raises AndersGewijzigd.
    """
    if seen not in (Seen.NOTHING_SHOWN, version):
        raise AndersGewijzigd(waarde, find_last())
