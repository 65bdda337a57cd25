from dataclasses import replace

import pytest

from db.act import begin_act
from db.actions.momentopnamen import freeze
from db.actions.prognoses import keep_prognoses
from db.engine import read_session
from db.queries.prognoses import prognoses
from landkaart.domein.prognose import Prognose
from landkaart.domein.rechten import klok, operator
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from tests.steps.acts_files import bring_in
from tests.steps.factories import TERTAAL, invulling_record, uitvraag_record, werkplein_record
from tests.steps.perform import perform
from tests.steps.small_landkaart import DURING


def delivery(**bands: tuple[str, ...]) -> Aanlevering:
    """By code the bands in the last tertalen, oldest first."""
    invullingen = [
        invulling_record(code, TERTAAL.before(steps), text)
        for code, texts in bands.items()
        for steps, text in zip(reversed(range(len(texts))), texts, strict=True)
    ]
    tertalen = {record.tertaal for record in invullingen}
    return Aanlevering(
        werkpleinen=tuple(map(werkplein_record, bands)),
        uitvragen=tuple(uitvraag_record(tertaal) for tertaal in sorted(tertalen)),
        invullingen=tuple(invullingen),
    )


def keep(tertaal: Tertaal = TERTAAL) -> int:
    with begin_act(operator()) as act:
        return keep_prognoses(replace(act, now=DURING), tertaal)


def kept(tertaal: Tertaal = TERTAAL) -> dict[str, Prognose]:
    with read_session() as session:
        return prognoses(session=session, tertaal=tertaal)


@pytest.fixture
def three_tertalen(database):
    """Assen goes from 33 to 66 to 100 at all 14; Breda stands still; Delft has been there for two tertalen only."""
    bring_in(delivery(assen=("0", "1", "2"), breda=("1", "1", "1"), delft=("0", "1")))


def test_the_prognoses_of_a_tertaal_are_kept_as_they_were_computed(three_tertalen):
    assert keep() == 2

    reached = Tertaal(2010, 1)
    assert kept() == {
        # 0, 33, 66: every slope is 33, so 34 to go takes two tertalen.
        "assen": Prognose(66, 33, 99, bereikt=reached, vroegst=reached, laatst=reached),
        "breda": Prognose(33, 0, 33, bereikt=None, vroegst=None, laatst=None),
    }
    assert kept(Tertaal(2009, 3)) == {}


def test_once_kept_they_stay_whatever_changes_in_the_landkaart(three_tertalen):
    keep()
    before = kept()

    bring_in(delivery(assen=("0", "0", "0")))

    assert keep() == 0
    assert kept() == before


def test_where_nobody_has_a_pace_nothing_is_kept(database):
    bring_in(delivery(assen=("1", "2")))

    assert keep() == 0
    assert kept() == {}


def test_what_closes_is_frozen_with_its_prognoses(three_tertalen):
    perform(freeze, klok())

    assert set(kept()) == {"assen", "breda"}
    assert kept(TERTAAL.before()) == {}
