from landkaart.domein.band import Band
from landkaart.domein.geschiedenis import geschiedenis
from landkaart.domein.tertaal import Tertaal
from tests.steps.factories import row_with, stand

EERST, TOEN, VORIG, NU = (Tertaal(2008, 2), Tertaal(2008, 3), Tertaal(2009, 1), Tertaal(2009, 2))
LOW = row_with("2", integrale_teams=0)
STANDS = {EERST: stand(), TOEN: stand(assen=LOW), VORIG: stand(assen=LOW, breda="0"), NU: stand(assen="3", breda="0")}


def test_each_tertaal_with_a_stand_is_a_point_that_says_of_which_indiening_it_is():
    found = geschiedenis(STANDS, list(STANDS), "assen", [NU, TOEN])

    assert [(each.tertaal, each.van, each.is_own) for each in found] == [
        (TOEN, TOEN, True),
        (VORIG, TOEN, False),  # Nothing in 2009-1: it still stands on 2008-3.
        (NU, NU, True),
    ]


def test_a_point_has_the_score_its_band_the_14_and_the_national_average():
    _, before, now = geschiedenis(STANDS, list(STANDS), "assen", [TOEN, NU])

    assert (before.score, before.band, before.landelijk) == (66 * 13 / 14, Band.IN_ONTWIKKELING, 66 * 13 / 28)
    assert (now.score, now.band, now.landelijk) == (100, Band.VOLLEDIG, 50)
    assert before.banden["integrale-teams"] is Band.NIET
    assert set(now.banden.values()) == {Band.VOLLEDIG}


def test_who_has_no_stand_has_no_points():
    assert geschiedenis(STANDS, list(STANDS), "emmen", []) == []
