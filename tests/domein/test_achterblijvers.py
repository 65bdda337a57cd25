import pytest

from landkaart.domein.achterblijvers import STANDAARD, Regel, reasons
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.stand import empty_stand
from tests.steps.factories import row_with, stand

FIFTY = "33333330000000"
JUST_UNDER_FIFTY = "33331111111110"  # 4 x 100 and 9 x 33 is 697, shared by 14: 49.79
HIGH = {f"hoog-{number}": "3" for number in range(3)}


def reasons_of(now, two_before=None, outdated=()):
    return reasons(now, two_before or empty_stand(), outdated).to_dict()


def test_a_score_under_50_is_a_reason_and_50_is_not():
    now = stand(under=JUST_UNDER_FIFTY, at=FIFTY)

    assert reasons_of(now) == {"under": "De score is 49%, lager dan 50%."}


def test_below_the_average_and_not_grown_in_two_tertalen_is_a_reason():
    now = stand(HIGH, fell="2", stayed="2", grew="2", new="2")
    two_before = stand(fell="3", stayed="2", grew="22222222222221")

    assert reasons_of(now, two_before) == {
        "fell": "De score ligt onder het gemiddelde en groeide niet in twee tertalen (toen 100%).",
        "stayed": "De score ligt onder het gemiddelde en groeide niet in twee tertalen (toen 66%).",
    }


def test_who_stands_at_the_average_does_not_lag_behind_it():
    everybody_at_66 = stand(a="2", b="2")

    assert reasons_of(everybody_at_66, everybody_at_66) == {}


def test_growth_is_judged_on_the_exact_score():
    # 924 points became 926: both are shown as 66%, and it grew.
    now, two_before = stand(HIGH, grew="22222222223311"), stand(grew="22222222222222")
    assert (now.sums()["grew"], two_before.sums()["grew"]) == (926, 924)

    assert reasons_of(now, two_before) == {}


def test_an_outdated_invulling_is_a_reason_also_at_a_high_score():
    now = stand(HIGH)

    assert reasons_of(now, outdated=["hoog-1"]) == {"hoog-1": "De laatste invulling is verouderd."}


def test_all_that_holds_is_said_in_one_text():
    now, two_before = stand(HIGH, laag="1"), stand(laag="11111111111112")

    assert reasons_of(now, two_before, ["laag"]) == {
        "laag": "De score is 33%, lager dan 50%. De score ligt onder het gemiddelde en groeide niet in twee tertalen "
        "(toen 35%). De laatste invulling is verouderd."
    }


def test_two_reasons_leave_the_third_unsaid():
    now, two_before = stand(HIGH, laag="1", oud="2"), stand(laag="0", oud="2")

    assert reasons_of(now, two_before, ["laag", "oud"]) == {
        "laag": "De score is 33%, lager dan 50%. De laatste invulling is verouderd.",
        "oud": "De score ligt onder het gemiddelde en groeide niet in twee tertalen (toen 66%). "
        "De laatste invulling is verouderd.",
    }


def test_who_does_not_count_now_is_not_on_the_list():
    assert reasons_of(stand(HIGH), stand(gone="0"), outdated=["gone"]) == {}


def test_where_nobody_counts_nobody_lags():
    assert reasons_of(empty_stand()) == {}


def test_readers_can_read_the_rule():
    assert Regel() == Regel(50, 2, True)
    assert STANDAARD.zin == (
        "Een werkplein staat op de lijst als de score lager is dan 50%, als de score onder het landelijk gemiddelde ligt en "
        "niet hoger is dan twee tertalen eerder, of als de laatste invulling verouderd is."
    )
    assert Regel(0, 1, False).zin == (
        "Een werkplein staat op de lijst als de score onder het landelijk gemiddelde ligt en niet hoger is dan één tertaal "
        "eerder."
    )
    assert Regel(0, 0, False).zin == "Er is geen enkele reden gekozen: niemand staat op de lijst."


def test_the_limits_of_another_rule_are_the_ones_that_count_and_are_told():
    now, earlier = stand(HIGH, at="1", under=row_with("1", klantverbetercyclus=0)), stand(at="1")

    assert reasons(now, earlier, (), Regel(33, 3, False)).to_dict() == {
        "at": "De score ligt onder het gemiddelde en groeide niet in drie tertalen (toen 33%).",
        "under": "De score is 30%, lager dan 33%.",
    }


def test_a_reason_that_is_not_asked_for_holds_for_nobody():
    now = stand(HIGH, laag="0")

    assert reasons(now, now, ["laag"], Regel(0, 0, False)).empty


@pytest.mark.parametrize("limits", [(-1, 2, True), (101, 2, True), (50, -1, True), (50, 7, True)])
def test_a_rule_that_cannot_be_is_refused(limits):
    with pytest.raises(OngeldigeInvoer, match=r"^De grens ligt .*\.$"):
        Regel(*limits)


@pytest.mark.parametrize("regel", [STANDAARD, Regel(0, 0, False), Regel(66, 2, True), Regel(100, 6, False)], ids=str)
def test_a_rule_comes_back_from_its_address(regel):
    assert Regel.read(regel.asked) == regel


def test_the_usual_rule_takes_no_place_in_the_address():
    assert STANDAARD.asked == {}


@pytest.mark.parametrize("texts", [{"limiet": "1_0"}, {"limiet": "101"}, {"tertalen": "-1"}, {"limiet": "٣"}, {"x": "1"}])
def test_an_address_that_cannot_be_gives_the_usual_rule(texts):
    assert Regel.read(texts) == STANDAARD
