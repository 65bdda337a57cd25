from datetime import date

import pytest

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.clock import midnight
from landkaart.domein.stand import empty_stand
from landkaart.domein.tertaal import Tertaal
from tests.steps.factories import beeld, stand, uitvraag

BEFORE, TWO_BEFORE = Tertaal(2009, 1), Tertaal(2008, 3)
OUTDATED = midnight(date(2009, 3, 31))


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [("1", "2", 33), ("2", "1", -33), ("3", "3", 0), ("00000000000001", "00000000000003", 5)],
)
def test_the_change_of_the_country_is_the_difference_of_the_two_shown_averages(before, now, change):
    # The last one: 2.36 became 7.14, which is 4.79 apart; a reader sees 2 and 7.
    found = beeld(stand(assen=now), {BEFORE: stand(assen=before)})

    assert found.change == change


@pytest.mark.parametrize(
    ("now", "before"),
    [(stand(assen="3"), {}), (stand(assen="3"), {BEFORE: empty_stand()}), (empty_stand(), {BEFORE: stand(assen="3")})],
    ids=["no tertaal before", "nobody before", "nobody now"],
)
def test_without_an_average_on_both_sides_there_is_no_change(now, before):
    assert beeld(now, before).change is None


def test_the_tertaal_before_is_the_one_right_before_and_not_the_latest_that_is_known():
    found = beeld(stand(assen="3"), {TWO_BEFORE: stand(assen="1")})

    assert found.vorige.n == 0
    assert found.vergelijking.richtingen().to_dict() == {"assen": "nieuw"}


def test_groen_is_100_on_all_14_and_bijna_groen_from_90_to_under_100():
    now = stand(
        groen="3",
        almost="33333333333332",  # 97.6
        just_in="33333333332222",  # 90.3; no 14 answers make exactly 90
        just_out="33333333333310",  # 88.1
        none="0",
    )

    assert beeld(now).groen == ["groen"]
    assert beeld(now).bijna_groen == ["almost", "just_in"]


def test_the_classes_of_actualiteit_hold_everybody_who_is_open_also_without_a_stand():
    submitted = {"breda": OUTDATED, "ede": None}
    found = beeld(stand(assen="3", breda="3"), uitvraag=uitvraag(), ingediend_op=submitted)

    assert found.in_class(Actualiteit.DEZE_UITVRAAG) == ["assen"]
    assert found.in_class(Actualiteit.EERDER) == []
    assert found.in_class(Actualiteit.VEROUDERD) == ["breda"]
    assert found.in_class(Actualiteit.NOOIT) == ["ede"]


def test_without_an_uitvraag_nothing_says_what_is_recent():
    found = beeld(stand(assen="3"), ingediend_op={"assen": OUTDATED})

    assert found.actualiteit == {}
    assert found.achterblijvers == {}


def test_the_achterblijvers_look_two_tertalen_back():
    now = stand(assen="2", breda="3")
    earlier = {BEFORE: stand(assen="0", breda="3"), TWO_BEFORE: stand(assen="2", breda="3")}

    found = beeld(now, earlier, uitvraag=uitvraag(), ingediend_op={"breda": OUTDATED})

    assert found.achterblijvers == {
        "assen": "De score ligt onder het gemiddelde en groeide niet in twee tertalen (toen 66%).",
        "breda": "De laatste invulling is verouderd.",
    }
