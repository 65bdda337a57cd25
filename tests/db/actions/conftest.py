"""What most acts are tested on."""

import pytest

from landkaart.domein.rechten import Gebruiker
from tests.steps.accounts import sign_in_as
from tests.steps.small_landkaart import DURING, keep, make_uitvraag, make_werkplein


@pytest.fixture
def small_landkaart(database, set_clock) -> None:
    """Two werkpleinen, and one uitvraag that is open."""
    keep(make_werkplein("assen"), make_werkplein("breda"), make_uitvraag())
    set_clock(DURING)


@pytest.fixture
def beheer(landkaart_2009) -> Gebruiker:
    """One among two: there is also the demo's own."""
    return sign_in_as("beheer")
