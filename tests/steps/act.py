"""What an act is, for the lists of them."""

from collections.abc import Callable
from dataclasses import dataclass

from db.engine import write_session
from landkaart.domein.clock import Clock
from landkaart.domein.rechten import Gebruiker
from tests.steps.small_landkaart import BEHEER


@dataclass(frozen=True)
class Act:
    """`prepare()` and then `perform()` changes something; `perform` takes the keywords of the act, such as `by`."""

    prepare: Callable[[], object]
    perform: Callable[..., object]


def manage(action: Callable, by: Gebruiker = BEHEER, **what) -> object:
    """One act in its own transaction that is not about filling in: of the beheerder, unless told otherwise."""
    with write_session() as session:
        return action(session=session, by=by, clock=Clock(), **what)
