from datetime import date

import pytest

from landkaart.domein.achterblijvers import STANDAARD, Regel
from landkaart.domein.achterblijverslijst import achterblijverslijst_of, reasons_on_list
from landkaart.domein.clock import midnight
from landkaart.domein.tertaal import Tertaal
from tests.steps.factories import TERTAAL, beeld, row_with, stand, uitvraag

VORIG, EERDER = Tertaal(2009, 1), Tertaal(2008, 3)
HIGH = {f"hoog-{number}": "3" for number in range(3)}
UNDER_50 = Regel(50, 0, False)


def test_each_tertaal_is_judged_by_the_same_rule_on_its_own_stand():
    found = beeld(stand(HIGH, laag="2"), {VORIG: stand(HIGH, laag="1")})

    assert reasons_on_list(found, VORIG, UNDER_50).to_dict() == {"laag": "De score is 33%, lager dan 50%."}
    assert reasons_on_list(found, TERTAAL, UNDER_50).empty


def test_growth_is_judged_from_the_tertaal_that_is_listed():
    # In 2009-1 it stood where it stood in 2008-3; in 2009-2 it has grown.
    found = beeld(stand(HIGH, plein="2"), {VORIG: stand(HIGH, plein="1"), EERDER: stand(HIGH, plein="1")})
    regel = Regel(0, 1, False)

    assert list(reasons_on_list(found, VORIG, regel).index) == ["plein"]
    assert reasons_on_list(found, TERTAAL, regel).empty


def test_a_tertaal_of_which_nothing_is_known_stands_where_the_one_before_it_stood():
    found = beeld(stand(HIGH, plein="2"), {Tertaal(2008, 1): stand(plein="2")})

    assert list(reasons_on_list(found, TERTAAL).index) == ["plein"]


def test_before_everything_that_is_known_nobody_is_blamed_for_not_growing():
    found = beeld(stand(HIGH, plein="2"), {VORIG: stand(HIGH, plein="2")})

    assert reasons_on_list(found, VORIG).empty


def test_who_was_outdated_earlier_must_be_told_and_now_is_known():
    days = {"hoog-0": midnight(date(2009, 3, 31))}
    found = beeld(stand(HIGH), {VORIG: stand(HIGH)}, uitvraag=uitvraag(), ingediend_op=days)

    assert list(reasons_on_list(found, TERTAAL).index) == ["hoog-0"]
    assert reasons_on_list(found, VORIG).empty
    assert list(reasons_on_list(found, VORIG, STANDAARD, {VORIG: ["hoog-1"]}).index) == ["hoog-1"]


def test_times_in_a_row_are_counted_back_to_the_first_tertaal_without():
    on, off = "0", "3"
    found = beeld(
        stand(drie=on, een=on, na_een_gat=on, hoog=off),
        {
            VORIG: stand(drie=on, een=off, na_een_gat=off, hoog=off),
            EERDER: stand(drie=on, een=off, na_een_gat=on, hoog=off),
        },
    )

    made = achterblijverslijst_of(found, UNDER_50, {})

    assert made.op_rij == {"drie": 3, "een": 1, "na_een_gat": 1}
    assert sorted(made.nieuw) == ["een", "na_een_gat"]


def test_who_left_is_named_with_what_changed():
    found = beeld(
        stand(HIGH, klom="2", verouderd="2"),
        {VORIG: stand(HIGH, klom="1", verouderd="2", sloot="1")},
    )

    made = achterblijverslijst_of(found, Regel(50, 0, True), {VORIG: ["verouderd"]})

    assert made.redenen == {}
    assert made.weg == {
        "klom": "De score ging van 33% naar 66%.",
        "sloot": "Telt niet meer mee.",
        "verouderd": "De score bleef 66%; geen van de redenen geldt nog.",
    }


def test_in_the_first_tertaal_nobody_is_new_and_nobody_left():
    made = achterblijverslijst_of(beeld(stand(HIGH, laag="0")), UNDER_50, {})

    assert (made.op_rij, list(made.nieuw), made.weg) == ({"laag": 1}, [], {})


def test_who_came_in_this_tertaal_and_lags_is_new():
    made = achterblijverslijst_of(beeld(stand(HIGH, erbij="0"), {VORIG: stand(HIGH)}), UNDER_50, {})

    assert made.nieuw == ["erbij"]


@pytest.mark.parametrize("regel", [STANDAARD, UNDER_50], ids=["usual", "under 50"])
def test_the_list_of_the_tertaal_itself_is_the_one_in_the_files(regel):
    laag = row_with("1", integrale_teams=0)
    found = beeld(stand(HIGH, laag=laag), {EERDER: stand(HIGH, laag="0")}, uitvraag=uitvraag())

    assert achterblijverslijst_of(found, regel, {}).redenen == found.achterblijvers
