"""Guessing is slow: a try to prove who one is counts before it is judged, wherever a password or a code is asked."""

from time import sleep

from db.actions.sessies import WAIT, count_try, note_wrong
from db.engine import write_session
from db.queries.accounts import INSIDE
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.sessie import Aangemeld

# How often it is looked whether others were judged, and how many seconds apart.
LOOKS, PAUSE = 100, 0.05
SLOW = "Er is te vaak geprobeerd aan te melden. Wacht een kwartier en probeer het opnieuw."


def begin_try(adres: str, herkomst: str) -> int | None:
    """Count a try in a transaction of its own; return its number, or None when there were too many.

    Whoever comes next finds it counted, also while this one is still being judged. When many come from one machine at the
    same moment, who failed there before waits until others were judged: most of them are right.
    """
    for _ in range(LOOKS):
        with write_session() as session:
            number = count_try(session=session, adres=adres, herkomst=herkomst)
        if number != WAIT:
            return number
        sleep(PAUSE)
    return None


def end_wrong_try(number: int, herkomst: str) -> None:
    """Count a try that was wrong as a failure of the place that it came from."""
    with write_session() as session:
        note_wrong(session=session, number=number, herkomst=herkomst)


def begin_own_try(who: Aangemeld) -> int:
    """Count a try from inside a session, which may have fallen into other hands; return its number.

    It counts for the account as one at the sign-in does, but not for the machine that it comes from; what strangers try
    at the sign-in does not count here.

    Raises OngeldigeInvoer after too many.
    """
    number = begin_try(who.adres, INSIDE)
    if number is None:
        raise OngeldigeInvoer(SLOW)
    return number
