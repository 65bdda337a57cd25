import math
from dataclasses import replace

import pandas as pd
import pytest

from db.engine import read_session
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.prognose import HORIZON, Prognose, Prognoses, Verwachting, prognoses
from landkaart.domein.prognose_toets import proef, terugblik
from landkaart.domein.tertaal import Tertaal
from tests.steps.factories import TERTAAL, beeld, stand


def bands(volledig: int) -> str:
    """So many mijlpalen at Volledig, the others at Niet: each is 100/14 points."""
    return "3" * volledig + "0" * (14 - volledig)


def stands(*counts: int | None, last: Tertaal = TERTAAL) -> dict:
    """Of one werkplein, assen, oldest first, until `last`; None is no stand."""
    tertalen = [last.before(steps) for steps in reversed(range(len(counts)))]
    return {
        tertaal: stand() if count is None else stand(assen=bands(count))
        for tertaal, count in zip(tertalen, counts, strict=True)
    }


def of_assen(*counts: int | None):
    return Prognoses.of(stands(*counts), TERTAAL).per_werkplein.loc["assen"]


def test_the_pace_is_the_median_of_the_slopes_so_that_one_leap_does_not_decide_it():
    steady, leap = of_assen(1, 2, 3, 4, 5), of_assen(1, 2, 3, 4, 14)

    assert steady["helling"] == 100 / 14
    # Slopes between every two: six of 1 and four beyond it, so the median is still 1.
    assert (leap["helling"], leap["verwachting"]) == (100 / 14, "groen")


def test_the_tertaal_in_which_it_arrives_is_the_first_one_at_or_beyond_100():
    exactly, just_short = of_assen(8, 10, 12), of_assen(7, 9, 11)

    assert (exactly["bereikt"], just_short["bereikt"]) == (1, 2)


def test_three_stands_are_enough_and_two_are_not():
    assert of_assen(6, 7, 8)["verwachting"] == "bereikt"
    two = of_assen(None, 7, 8)
    assert two["verwachting"] == "te_weinig_gegevens"
    assert math.isnan(two["helling"])
    assert math.isnan(two["bereikt"])


def test_who_stands_still_or_falls_back_does_not_arrive_at_this_pace():
    assert of_assen(7, 7, 7)["verwachting"] == of_assen(9, 8, 7)["verwachting"] == "niet"


def test_who_needs_more_than_ten_years_does_not_arrive_either():
    just_in, just_out = prognoses_of_slope(HORIZON), prognoses_of_slope(HORIZON + 1)

    assert just_in.loc["assen", ["bereikt", "verwachting"]].to_list() == [HORIZON, "bereikt"]
    assert math.isnan(just_out.loc["assen", "bereikt"])
    assert just_out.loc["assen", "verwachting"] == "niet"


def prognoses_of_slope(tertalen_to_go: int):
    """Now at 0 after falling, with a median slope that takes so many tertalen: made from its totals directly."""
    pace = 1400 / tertalen_to_go
    columns = [TERTAAL.before(2), TERTAAL.before(), TERTAAL]
    totals = pd.DataFrame([[-2 * pace, -pace, 0.0]], ["assen"], columns)
    return Prognoses(TERTAAL, totals, 14).per_werkplein


def test_who_is_at_100_is_there_now_however_it_got_there():
    table = of_assen(None, None, 14)

    assert (table["verwachting"], table["bereikt"], table["vroegst"], table["laatst"]) == ("groen", 0, 0, 0)


def test_what_lies_before_the_last_six_tertalen_is_forgotten():
    assert of_assen(14, 3, 4, 5, 6, 7, 8)["helling"] == of_assen(3, 4, 5, 6, 7, 8)["helling"] == 100 / 14


def test_a_tertaal_that_was_skipped_counts_as_time_that_went_by():
    skipped = {tertaal: found for tertaal, found in stands(2, 4, 6, 8).items() if tertaal != TERTAAL.before(2)}

    assert Prognoses.of(skipped, TERTAAL).per_werkplein.loc["assen", "helling"] == 200 / 14


def test_a_tertaal_in_which_nothing_was_asked_says_nothing_about_a_pace():
    """Its stand is that of the tertaal before: counted in, it would look like standing still."""
    known = stands(2, 4, 4, 8)
    silent = TERTAAL.before()
    found = replace(beeld(known[TERTAAL], known), geschiedenis=tuple(each for each in known if each != silent))

    assert list(prognoses(found).totals.columns) == [TERTAAL.before(3), TERTAAL.before(2), TERTAAL]
    assert prognoses(found).per_werkplein.loc["assen", "helling"] == 200 / 14


def test_a_score_that_is_foretold_stays_within_0_and_100():
    rising, falling = Prognoses.of(stands(1, 7, 13), TERTAAL), Prognoses.of(stands(13, 7, 1), TERTAAL)

    assert rising.ahead(1).loc["assen"].to_list() == [100, 100, 100]
    assert falling.ahead(1).loc["assen"].to_list() == [0, 0, 0]


def test_the_range_of_what_is_foretold_holds_its_own_edges():
    told, next_stands = Prognoses.of(stands(6, 7, 8), TERTAAL), [stand(assen=bands(count)) for count in (8, 9, 10)]

    assert [bool(told.holds(later, 1)["assen"]) for later in next_stands] == [False, True, False]


@pytest.mark.parametrize(
    ("steps", "expected"),
    [(0, Indicatie.DIT_JAAR), (1, Indicatie.DIT_JAAR), (2, Indicatie.VOLGEND_JAAR), (4, Indicatie.VOLGEND_JAAR),
     (5, Indicatie.NIET), (math.nan, Indicatie.NIET)],
)  # fmt: skip
def test_the_pace_in_the_words_of_the_ako_goes_by_calendar_years(steps, expected):
    """From 2009-2: one tertaal on is 2009-3, the last of this year."""
    assert Prognoses.of(stands(6, 7, 8), TERTAAL).indicatie(steps) is expected


def test_of_who_has_no_pace_there_is_no_indicatie_to_compare_with():
    told = Prognoses.of(stands(6, 7, 8), TERTAAL)

    assert told.indicatie_code(Verwachting.ONBEKEND.value, math.nan) is None
    assert {told.indicatie_code(each.value, 1) for each in Verwachting if each is not Verwachting.ONBEKEND} == {"dit_jaar"}


def test_what_is_kept_of_a_werkplein_is_its_score_its_pace_and_when_it_would_arrive():
    kept = Prognoses.of(stands(8, 10, 12), TERTAAL).to_keep()

    soon = Tertaal(2009, 3)
    assert kept == {"assen": Prognose(1200 / 14, 200 / 14, 100, bereikt=soon, vroegst=soon, laatst=soon)}


def test_of_who_has_no_pace_nothing_is_kept():
    assert Prognoses.of(stands(None, 7, 8), TERTAAL).to_keep() == {}


def test_nobody_with_a_stand_gives_no_prognoses():
    found = Prognoses.of({TERTAAL: stand()}, TERTAAL)

    assert found.to_keep() == {}
    assert found.groen_in(TERTAAL) == (0, 0, 0)


def test_the_proof_foretells_each_tertaal_from_those_before_it_alone():
    # From 8, 9, 10 the pace foretells 11; it became 13: two mijlpalen off, as the last step; no change is three off.
    found = proef(stands(8, 9, 10, 13), 1)

    assert found.n == 1
    assert (found.tempo, found.gelijk, found.stap) == pytest.approx((200 / 14, 300 / 14, 200 / 14))
    assert not found.beats_simple


def test_two_ahead_is_proved_on_what_came_two_later():
    found = proef(stands(6, 7, 8, 1, 10), 2)

    assert (found.n, found.tempo, found.gelijk) == (1, 0, pytest.approx(200 / 14))


def test_without_enough_tertalen_there_is_nothing_to_prove():
    found = proef(stands(8, 9, 10), 1)

    assert found.n == 0
    assert math.isnan(found.tempo)
    assert not found.beats_simple


def test_looking_back_goes_by_what_was_kept_then_and_not_by_what_would_be_computed_now():
    kept = {"assen": Prognose(50, 5, 55, None, None, None)}
    found = terugblik(stands(6, 7, 8, 9), TERTAAL.before(), kept)

    assert found.scores_by_code == {"assen": (55, 900 / 14)}
    assert found.afwijking == pytest.approx(900 / 14 - 55)
    # The range of what was kept is not that of what is computed now.
    assert (found.gemeten, found.binnen) == (0, 0)


def test_at_their_own_pace_31_of_the_125_are_at_100_on_1_january_2011(landkaart_2009):
    """The same landkaart as the report's; that of its AKO (45 in 2009, 59 in 2010) is a judgement."""
    with read_session() as session:
        beeld = tertaalbeeld(session=session, tertaal=TERTAAL)
    found = Prognoses.of(beeld.stands, TERTAAL)

    assert found.groen_in(Tertaal(2009, 2)) == (4, 4, 4)
    assert found.groen_in(Tertaal(2010, 3)) == (22, 31, 42)
    assert found.per_werkplein["verwachting"].value_counts().to_dict() == {
        Verwachting.BEREIKT.value: 115,
        Verwachting.NIET.value: 6,
        Verwachting.GROEN.value: 4,
    }
