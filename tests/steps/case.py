"""What an act is, for the lists of them."""

from collections.abc import Callable
from dataclasses import dataclass

from landkaart.domein.rechten import Gebruiker
from tests.steps.perform import perform
from tests.steps.small_landkaart import BEHEER


@dataclass(frozen=True)
class Case:
    """`prepare()` and then `perform()` changes something; `perform` takes the keywords of the act, such as `by`."""

    prepare: Callable[[], object]
    perform: Callable[..., object]


def manage(action: Callable, by: Gebruiker = BEHEER, **what) -> object:
    """One act that is not about filling in: of the beheerder, unless told otherwise."""
    return perform(action, by, **what)
