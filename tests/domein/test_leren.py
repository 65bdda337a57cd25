import pytest

from landkaart.domein.band import Band
from landkaart.domein.leren import Ring, Voorbeeld, count_voorbeelden, distance, nearest_at_100, voorbeelden, weak_mijlpalen
from landkaart.domein.tertaal import Tertaal
from tests.steps.factories import row_with, stand
from tests.steps.neighbours import werkplein_at

EERST, TOEN, VORIG, NU = (Tertaal(2008, 2), Tertaal(2008, 3), Tertaal(2009, 1), Tertaal(2009, 2))
TEAMS = "integrale-teams"
HERE = {
    "assen": werkplein_at("assen"),
    "breda": werkplein_at("breda", "Brabant", "Brabant", 51.6, 4.8),
    "emmen": werkplein_at("emmen", "Drenthe", "Drenthe", 52.8, 6.9),
    "meppel": werkplein_at("meppel", "Zwolle", "Drenthe", 52.7, 6.2),
}


def on_teams(**bands: int):
    """Werkpleinen that are at 66% on everything else."""
    return stand({code: row_with("2", integrale_teams=band) for code, band in bands.items()})


def test_weak_is_what_is_below_100_the_weakest_first_then_what_most_have_solved():
    own = row_with("3", ketenjaarplan=0, integrale_teams=2, ontschotte_kanalen=2)
    country = stand(assen=own, breda=row_with("0", integrale_teams=3), emmen=row_with("0", integrale_teams=3))

    assert weak_mijlpalen(country, "assen") == ["ketenjaarplan", "integrale-teams", "ontschotte-kanalen"]
    assert weak_mijlpalen(country, "nergens") == []


def test_who_came_from_below_66_to_100_is_an_example_the_nearest_region_first():
    then = on_teams(assen=0, breda=1, emmen=0, meppel=1)
    now = on_teams(assen=0, breda=3, emmen=3, meppel=3)

    found = voorbeelden({VORIG: then, NU: now}, "assen", TEAMS, HERE)

    assert [(each.code, each.ring, each.was) for each in found] == [
        ("emmen", Ring.ARBEIDSMARKTREGIO, Band.NIET),
        ("meppel", Ring.PROVINCIE, Band.IN_ONTWIKKELING),
        ("breda", Ring.ELDERS, Band.IN_ONTWIKKELING),
    ]


@pytest.mark.parametrize(
    ("before", "after", "examples"),
    [(1, 3, 1), (2, 3, 0), (1, 2, 0), (3, 3, 0)],  # 66% is not below 66%, and 66% is not 100%.
)
def test_only_from_below_66_and_only_up_to_100(before, after, examples):
    stands = {VORIG: on_teams(emmen=before), NU: on_teams(assen=0, emmen=after)}

    assert len(voorbeelden(stands, "assen", TEAMS, HERE)) == examples
    assert count_voorbeelden(stands, "assen", TEAMS) == examples


@pytest.mark.parametrize(("steps", "examples"), [(2, 0), (3, 1)])
def test_how_far_back_is_a_choice(steps, examples):
    stands = {EERST: on_teams(emmen=1)} | {each: on_teams(assen=0, emmen=3) for each in (TOEN, VORIG, NU)}

    assert len(voorbeelden(stands, "assen", TEAMS, HERE, steps)) == examples
    assert count_voorbeelden(stands, "assen", TEAMS, steps) == examples


def test_the_moment_is_the_last_one_below_66_and_the_tertaal_is_told_in_which_it_came_to_100():
    stands = {EERST: on_teams(emmen=0), TOEN: on_teams(emmen=1), VORIG: on_teams(emmen=2), NU: on_teams(assen=0, emmen=3)}

    (found,) = voorbeelden(stands, "assen", TEAMS, HERE)

    assert (found.was, found.was_op, found.bereikt_op) == (Band.IN_ONTWIKKELING, TOEN, NU)


def test_profiles_are_compared_with_how_it_was_then():
    then = stand(emmen=row_with("2", integrale_teams=1), meppel=row_with("2", integrale_teams=1, ketenjaarplan=0))
    now = stand(assen=row_with("2", integrale_teams=1), emmen="3", meppel="3")

    found = voorbeelden({VORIG: then, NU: now}, "assen", TEAMS, HERE)

    assert {each.code: each.verschil for each in found} == {"emmen": 0, "meppel": 66}
    assert [each.code for each in sorted(found, key=lambda each: each.by_profile)] == ["emmen", "meppel"]


def test_oneself_is_no_example():
    stands = {VORIG: on_teams(assen=0), NU: on_teams(assen=3)}

    assert voorbeelden(stands, "assen", TEAMS, HERE) == []


def test_when_nobody_came_from_below_the_nearest_at_100_are_told():
    now = on_teams(assen=0, breda=3, emmen=2, meppel=3)

    found = nearest_at_100(now, "assen", TEAMS, HERE, 5)

    assert [(each.code, each.was, each.was_op) for each in found] == [("meppel", None, None), ("breda", None, None)]
    assert nearest_at_100(now, "assen", TEAMS, HERE, 1) == found[:1]


def test_a_degree_of_latitude_is_111_kilometres():
    assert distance(werkplein_at("een"), werkplein_at("twee", breedtegraad=52.0)) == pytest.approx(111.19, abs=0.01)
    assert distance(HERE["assen"], HERE["assen"]) == 0


def test_an_example_sorts_by_region_then_distance_then_code():
    near, far = Voorbeeld("breda", Ring.PROVINCIE, 1.0, 9), Voorbeeld("assen", Ring.PROVINCIE, 2.0, 0)

    assert sorted([far, near], key=lambda each: each.by_region) == [near, far]
    assert sorted([far, near], key=lambda each: each.by_profile) == [far, near]
