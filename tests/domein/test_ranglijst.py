import pytest

from landkaart.domein.ranglijst import excerpt, peers, places, ranking
from tests.steps.factories import row_with, stand

COUNTRY = stand(
    assen="3",
    breda=row_with("3", integrale_teams=2),
    culemborg=row_with("3", ontschotte_kanalen=2),
    delft="2",
    ede="0",
)


def test_the_highest_score_has_place_1_and_equal_scores_share_theirs():
    assert places(COUNTRY).to_dict() == {"assen": 1, "breda": 2, "culemborg": 2, "delft": 4, "ede": 5}


def test_on_a_fase_only_its_own_mijlpalen_decide():
    assert places(COUNTRY, "Borgen").to_dict() == {"assen": 1, "breda": 1, "culemborg": 1, "delft": 4, "ede": 5}


def test_nobody_has_a_place_where_nobody_stands():
    assert places(stand()).to_dict() == {}


def test_who_shares_a_place_stands_in_the_order_of_the_names():
    assert ranking(COUNTRY, ["ede", "delft", "culemborg", "breda", "assen"]) == [
        "assen",
        "culemborg",
        "breda",
        "delft",
        "ede",
    ]


@pytest.mark.parametrize(
    ("here", "lines"),
    [
        (0, [0, 1, 2, 3, 4, 5]),
        (1, [0, 1, 2, 3, 4, 5]),
        (6, [0, 1, 2, 3, 4, 5, 6, 7, 8]),
        (7, [0, 1, 2, 4, 5, 6, 7, 8, 9]),  # Three above, two below.
        (9, [0, 1, 2, 4, 5, 6, 7, 8, 9]),
    ],
)
def test_a_ranking_shows_the_first_three_oneself_and_the_five_nearest(here, lines):
    assert excerpt("abcdefghij", "abcdefghij"[here]) == lines


def test_a_ranking_of_one_shows_that_one():
    assert excerpt(["assen"], "assen") == [0]


def test_peers_are_those_who_have_as_far_to_go_and_who_ties_with_the_last_is_one_too():
    assert peers(COUNTRY, "assen", 1) == ["breda", "culemborg"]
    assert peers(COUNTRY, "delft", 3) == ["assen", "breda", "culemborg"]
    assert peers(COUNTRY, "delft", 9) == ["assen", "breda", "culemborg", "ede"]
    assert peers(stand(assen="3"), "assen") == []
