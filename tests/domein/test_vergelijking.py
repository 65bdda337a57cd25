import pandas as pd

from landkaart.domein.stand import empty_stand
from landkaart.domein.vergelijking import Richting, Vergelijking
from tests.steps.factories import CODES, row_with, stand

BANDS = ["niet", "in_ontwikkeling", "gedeeltelijk", "volledig"]


def test_a_werkplein_goes_vooruit_achteruit_or_stays_gelijk():
    before = stand(assen="1", breda="1", ede="1")
    now = stand(assen="2", breda="0", ede="1")

    assert Vergelijking(before, now).richtingen().to_dict() == {"assen": "vooruit", "breda": "achteruit", "ede": "gelijk"}


def test_the_richting_is_decided_on_the_exact_scores_also_where_the_shown_ones_are_equal():
    # From volledig to gedeeltelijk loses 34 points, from in ontwikkeling to gedeeltelijk wins 33: 37.79 became 37.71.
    before = stand(assen=row_with("1", ketenjaarplan=3))
    now = stand(assen=row_with("1", ketenjaarplan=2, klantverbetercyclus=2))

    found = Vergelijking(before, now).per_werkplein().loc["assen"]

    assert (found["score_vorig"], found["score"], found["verschil"]) == (37, 37, 0)
    assert found["richting"] == "achteruit"


def test_the_same_score_by_other_answers_is_gelijk():
    before = stand(assen=row_with("1", ketenjaarplan=2))
    now = stand(assen=row_with("1", klantverbetercyclus=2))

    assert Vergelijking(before, now).richtingen()["assen"] == "gelijk"


def test_the_change_is_the_difference_of_the_two_shown_figures():
    # 30.64 and 33.00 are 2.36 apart; a reader sees 30 and 33 and subtracts.
    before = stand(assen=row_with("1", ketenjaarplan=0))
    now = stand(assen="1")

    found = Vergelijking(before, now).per_werkplein().loc["assen"]

    assert found.to_dict() == {"score_vorig": 30, "score": 33, "verschil": 3, "richting": "vooruit"}


def test_a_werkplein_without_an_earlier_stand_is_nieuw_and_never_gelijk():
    found = Vergelijking(stand(breda="0"), stand(assen="0", breda="0")).per_werkplein()

    assert found["richting"].to_dict() == {"assen": "nieuw", "breda": "gelijk"}
    assert found.loc["assen", "score"] == 0
    assert found.loc["assen", ["score_vorig", "verschil"]].isna().all()


def test_the_directions_are_counted_and_one_that_nobody_took_is_0():
    found = Vergelijking(stand(a="1", b="1", c="1"), stand(a="2", b="3", c="1", d="0"))

    assert found.aantallen() == {Richting.VOORUIT: 2, Richting.GELIJK: 1, Richting.ACHTERUIT: 0, Richting.NIEUW: 1}
    assert set(Vergelijking(empty_stand(), empty_stand()).aantallen().values()) == {0}


def test_beside_an_empty_stand_everybody_is_nieuw():
    found = Vergelijking(empty_stand(), stand(assen="3", breda="0"))

    assert set(found.richtingen()) == {"nieuw"}
    assert found.per_werkplein()["verschil"].isna().all()
    assert not found.overgangen().to_numpy().any()
    assert not found.drijfveren().to_numpy().any()


def test_who_left_since_does_not_appear():
    found = Vergelijking(stand(assen="3", gone="3"), stand(assen="3"))

    assert list(found.per_werkplein().index) == ["assen"]
    assert found.overgangen().to_numpy().sum() == 1
    assert not found.drijfveren().to_numpy().any()


def test_two_empty_stands_compare_to_nothing():
    found = Vergelijking(empty_stand(), empty_stand())

    assert found.per_werkplein().empty
    assert list(found.per_werkplein().columns) == ["score_vorig", "score", "verschil", "richting"]
    assert not found.overgangen().to_numpy().any()


def test_the_drijfveren_count_who_rose_and_fell_on_each_mijlpaal_and_sum_the_points():
    before = stand(assen="1", breda="1", ede="3", gone="0")
    now = stand(
        assen=row_with("1", ketenjaarplan=3),  # + 67
        breda=row_with("1", ketenjaarplan=0, integrale_teams=2),  # - 33, + 33
        ede=row_with("3", ketenjaarplan=2),  # - 34
        nieuw="3",  # Has no earlier answer to have risen from.
    )

    found = Vergelijking(before, now).drijfveren()

    assert list(found.index) == list(CODES)
    assert found.loc["ketenjaarplan"].to_dict() == {"gestegen": 1, "gedaald": 2, "verschil": 0}
    assert found.loc["integrale-teams"].to_dict() == {"gestegen": 1, "gedaald": 0, "verschil": 33}
    assert not found.drop(["ketenjaarplan", "integrale-teams"]).to_numpy().any()


def test_the_drijfveren_hold_when_the_two_stands_list_their_werkpleinen_in_another_order():
    found = Vergelijking(stand(breda="0", assen="3"), stand(assen="3", breda="1")).drijfveren()

    assert set(found["gestegen"]) == {1}
    assert set(found["gedaald"]) == {0}
    assert set(found["verschil"]) == {33}


def test_the_overgangen_count_from_which_band_to_which_on_the_total_score():
    before = stand(a="0", b="0", c="1", d="2", e="3", gone="3")
    now = stand(e="2", d="3", c="1", b="2", a="0", nieuw="3")

    assert_table(
        Vergelijking(before, now).overgangen(),
        # niet, in_ontwikkeling, gedeeltelijk, volledig
        [1, 0, 1, 0],
        [0, 1, 0, 0],
        [0, 0, 0, 1],
        [0, 0, 1, 0],
    )


def test_an_overgang_is_judged_on_the_exact_score():
    almost = row_with("3", klantverbetercyclus=2)

    assert_table(
        Vergelijking(stand(a="3", b=almost), stand(a=almost, b=almost)).overgangen(),
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 1, 0],
        [0, 0, 1, 0],
    )


def assert_table(found: pd.DataFrame, *rows: list[int]) -> None:
    assert list(found.index) == list(found.columns) == BANDS
    assert found.to_numpy().tolist() == list(rows)
