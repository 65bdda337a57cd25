import numpy as np
import pytest

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.rounding import whole_percent
from landkaart.domein.stand import TOTAAL, empty_stand
from tests.steps.factories import CODES, row_with, stand

FASEN = [fase.naam for fase in catalogus().fasen]
NOBODY = [0, 0, 0, 0]


def counts(verdeling, row):
    return verdeling.aantal.loc[row].to_list()


def test_an_answer_counts_as_the_lower_edge_of_its_band():
    found = stand(a="0", b="1", c="2", d="3")

    assert found.scores().to_dict() == {"a": 0.0, "b": 33.0, "c": 66.0, "d": 100.0}


def test_a_score_is_the_mean_over_the_14_mijlpalen_and_not_over_the_6_fasen():
    found = stand(assen=row_with("0", ketenpartijen_betrokken=3))

    assert found.scores()["assen"] == 100 / 14


def test_the_country_is_the_mean_over_werkpleinen():
    assert stand(a="0", b="1", c="3").average() == 133 / 3


def test_the_average_is_exact_inside_and_truncated_where_it_is_shown():
    # 13 x 100 and 1 x 66 is 97.57...: rounded it would be 98.
    found = stand(assen="33333333333332")

    assert found.average() == 1366 / 14
    assert whole_percent(found.average()) == 97


def test_a_mean_that_is_whole_is_shown_whole():
    # As a mean of means, 67 could come out as 66.99...
    found = stand({f"werkplein-{number}": "1" for number in range(49)})

    assert found.average() == 33.0
    assert set(found.per_fase().gemiddelde) == {33.0}


@pytest.mark.parametrize(("score", "figure"), [(67.99, 67), (67.0, 67), (0.0, 0), (0.99, 0), (99.99, 99), (100.0, 100)])
def test_what_is_shown_is_cut_off(score, figure):
    assert whole_percent(score) == figure


@pytest.mark.parametrize("score", [None, float("nan")])
def test_no_mean_is_shown_as_nothing_and_never_as_0(score):
    assert whole_percent(score) is None


def test_just_short_of_everything_is_not_volledig():
    # 99.6: of 7 werkpleinen only one answer is not at 100, and the national mean is gedeeltelijk.
    found = stand({f"groen-{number}": "3" for number in range(6)} | {"bijna": "33333333333332"})

    assert Band.of(found.average()) is Band.GEDEELTELIJK
    assert round(found.average(), 2) == 99.65
    assert counts(found.totaal(), TOTAAL) == [0, 0, 1, 6]


def test_a_score_falls_in_the_band_of_its_exact_value():
    below = row_with("1", klantverbetercyclus=0)  # 30.6
    edge = "02020202020202"  # exactly 33

    found = stand(below=below, edge=edge, high="22222222222221", full="3")

    assert found.bands_on(TOTAAL).to_dict() == {"below": 0, "edge": 1, "high": 1, "full": 3}
    assert counts(found.totaal(), TOTAAL) == [1, 2, 0, 1]


def test_the_bands_of_a_fase_come_from_each_werkpleins_own_mean():
    # Visie ontwikkelen has two mijlpalen: one at 100 and one at 0 is a mean of 50, in no mijlpaal's own band.
    half = row_with("0", arbeidsmarktanalyse=3)
    found = stand(a=half, b=half)

    assert counts(found.per_fase(), "Visie ontwikkelen") == [0, 2, 0, 0]
    assert counts(found.per_mijlpaal(), "arbeidsmarktanalyse") == [0, 0, 0, 2]
    assert counts(found.per_mijlpaal(), "visie-en-doelstellingen") == [2, 0, 0, 0]


@pytest.mark.parametrize(
    ("first", "second", "third", "band"),
    [(1, 1, 1, Band.IN_ONTWIKKELING), (0, 1, 2, Band.IN_ONTWIKKELING), (0, 0, 2, Band.NIET), (0, 0, 3, Band.IN_ONTWIKKELING),
     (2, 2, 2, Band.GEDEELTELIJK), (2, 2, 1, Band.IN_ONTWIKKELING), (3, 3, 0, Band.GEDEELTELIJK),
     (3, 3, 2, Band.GEDEELTELIJK), (3, 3, 3, Band.VOLLEDIG)],
)  # fmt: skip
def test_a_fase_of_three_mijlpalen_falls_in_the_band_of_its_exact_mean(first, second, third, band):
    betrokkenheid = {
        "marktbewerkingsplan": first,
        "dienstverleningsconcept_werkzoekenden": second,
        "dienstverleningsconcept_werkgevers": third,
    }
    found = stand(assen=row_with("0", **betrokkenheid))

    assert found.bands_on("Betrokkenheid creëren")["assen"] == band


def test_the_rows_of_table_2_are_the_total_and_the_6_fasen():
    verdeling = stand(assen="3", breda="0").totaal_and_fasen()

    assert list(verdeling.gemiddelde.index) == list(verdeling.aantal.index) == [TOTAAL, *FASEN]
    assert set(verdeling.gemiddelde) == {50.0}
    assert (verdeling.aantal.sum(axis=1) == 2).all()


def test_the_rows_of_table_3_are_the_14_mijlpalen():
    assert list(stand(assen="3").per_mijlpaal().aantal.index) == list(CODES)


def test_the_names_behind_a_count_are_found_for_the_total_a_fase_and_a_mijlpaal():
    found = stand(assen="3", breda=row_with("3", integrale_teams=1), ede="0")

    assert found.who(TOTAAL, Band.VOLLEDIG) == ["assen"]
    assert found.who("Realiseren", Band.GEDEELTELIJK) == ["breda"]
    assert found.who("integrale-teams", Band.IN_ONTWIKKELING) == ["breda"]
    assert found.who("Borgen", Band.VOLLEDIG) == ["assen", "breda"]
    assert found.who("Borgen", Band.GEDEELTELIJK) == []


@pytest.mark.parametrize("row", [TOTAAL, *FASEN, *CODES])
def test_behind_every_count_stand_as_many_names(row):
    found = stand(a="0", b="1", c="2", d="3", e="30123012301230", f="22222222222223", g="00000011111133")
    verdeling = found.per_mijlpaal() if row in CODES else found.totaal_and_fasen()

    assert [len(found.who(row, band)) for band in Band] == counts(verdeling, row)


def test_a_row_that_does_not_exist_has_no_names():
    with pytest.raises(KeyError):
        stand(assen="3").who("Samenwerken", Band.NIET)


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [(7, 125, 6), (63, 125, 50), (49, 125, 39), (1, 200, 1), (1, 201, 0), (1, 8, 13), (3, 8, 38), (1, 3, 33), (2, 3, 67)],
)
def test_a_share_is_rounded_half_up(part, whole, share):
    found = stand({str(number): "3" if number < part else "0" for number in range(whole)})

    assert found.totaal().aandeel.loc[TOTAAL, "volledig"] == share


def test_a_region_is_counted_by_the_functions_that_count_the_country():
    country = stand(assen="3", breda="0", emmen="2", ede="1")
    drenthe = country.among(["emmen", "assen", "never-submitted"])

    assert drenthe.n == 2
    assert drenthe.average() == 83.0
    assert drenthe.scores().to_dict() == stand(assen="3", emmen="2").scores().to_dict()
    assert counts(drenthe.totaal(), TOTAAL) == [0, 0, 1, 1]
    assert counts(drenthe.per_fase(), "Realiseren") == [0, 0, 1, 1]


def test_all_werkpleinen_together_are_the_country():
    country = stand(assen="3", breda="01230123012301", emmen="2")

    assert country.among(["assen", "breda", "emmen"]).bands.equals(country.bands)


def test_one_werkplein_is_a_country_of_one():
    found = stand(assen=row_with("3", klantverbetercyclus=1))

    assert found.n == 1
    assert found.average() == found.scores()["assen"] == 1333 / 14
    assert counts(found.totaal(), TOTAAL) == [0, 0, 1, 0]
    assert found.totaal().aandeel.loc[TOTAAL].to_list() == [0, 0, 100, 0]


@pytest.mark.parametrize("nobody", [empty_stand(), stand(), stand(assen="3").among([])], ids=["empty", "made", "among"])
def test_of_nobody_there_is_no_mean_and_no_share_and_that_is_not_0(nobody):
    assert nobody.n == 0
    assert nobody.average() is None
    assert list(nobody.scores()) == []
    for verdeling, rows in ((nobody.totaal_and_fasen(), 7), (nobody.per_mijlpaal(), 14)):
        assert verdeling.n == 0
        assert np.isnan(verdeling.gemiddelde).all()
        assert [counts(verdeling, row) for row in verdeling.aantal.index] == [NOBODY] * rows
        assert verdeling.aandeel.isna().to_numpy().all()


def test_nobody_stands_behind_a_count_of_an_empty_stand():
    assert empty_stand().who(TOTAAL, Band.NIET) == []
    assert empty_stand().who("Borgen", Band.VOLLEDIG) == []


def test_points_are_summed_in_whole_numbers_so_that_equal_scores_are_equal():
    found = stand(a="11111110000000", b="12220000000000", c="22210000000000")

    assert found.sums().to_dict() == {"a": 231, "b": 231, "c": 231}
