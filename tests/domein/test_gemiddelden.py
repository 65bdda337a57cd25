from math import isnan

from landkaart.domein.gemiddelden import averages, distance, with_stand_throughout
from landkaart.domein.stand import empty_stand
from landkaart.domein.tertaal import Tertaal
from tests.steps.factories import stand

FIRST, SECOND, THIRD = Tertaal(2008, 3), Tertaal(2009, 1), Tertaal(2009, 2)


def test_always_is_who_has_a_stand_in_every_tertaal():
    stands = {FIRST: stand(a="0", gone="0"), SECOND: stand(a="1", late="1"), THIRD: stand(a="1", late="2")}

    assert with_stand_throughout(stands) == ["a"]


def test_a_tertaal_without_any_stand_leaves_nobody_out():
    assert with_stand_throughout({FIRST: empty_stand(), SECOND: stand(a="1"), THIRD: stand(a="1", b="1")}) == ["a"]
    assert with_stand_throughout({FIRST: empty_stand()}) == []
    assert with_stand_throughout({}) == []


def test_the_averages_are_of_everybody_or_of_the_chosen_ones():
    stands = {FIRST: stand(a="0"), SECOND: stand(a="3", b="0")}

    assert averages(stands)["gemiddelde"].to_list() == [0, 50]
    assert averages(stands, ["a"]).to_dict("list") == {"n": [1, 1], "gemiddelde": [0, 100]}


def test_the_average_of_nobody_is_no_number_and_not_0():
    found = averages({FIRST: empty_stand(), SECOND: stand(a="0")})

    assert found["n"].to_list() == [0, 1]
    assert isnan(found["gemiddelde"].iloc[0])
    assert found["gemiddelde"].iloc[1] == 0


def test_a_group_stands_beside_all_others():
    stands = {SECOND: stand(a="1", b="3", c="3"), THIRD: stand(a="1", b="3", new="2")}

    found = distance(stands, {SECOND: ["a"], THIRD: ["a", "b"]})

    assert list(found.itertuples(name=None)) == [(SECOND, 33, 1, 100, 2), (THIRD, 66.5, 2, 66, 1)]


def test_without_a_group_or_without_others_there_is_no_distance():
    stands = {SECOND: stand(a="1"), THIRD: stand(a="1")}

    found = distance(stands, {SECOND: [], THIRD: ["a", "not-there"]})

    assert isnan(found.loc[SECOND, "groep"])
    assert found.loc[SECOND, "anderen"] == 33
    assert isnan(found.loc[THIRD, "anderen"])
    assert found.loc[THIRD, "n_groep"] == 1
