from datetime import UTC, datetime

import pytest

from landkaart.domein.band import Band
from landkaart.domein.invulling import Antwoord, Indiening, Invulling, Wijze, outlook, score
from tests.steps.factories import CODES

MORNING, AFTERNOON = datetime(2009, 8, 3, 9, tzinfo=UTC), datetime(2009, 8, 3, 14, 3, tzinfo=UTC)


def all_at(band: Band) -> dict[str, Band]:
    return dict.fromkeys(CODES, band)


def on_paper(*chosen: str) -> Invulling:
    return Invulling({code: Antwoord(Band.VOLLEDIG, Wijze.BIJGEWERKT, MORNING) for code in chosen})


def test_there_is_no_score_until_all_14_are_there():
    banden = all_at(Band.VOLLEDIG)
    last = banden.popitem()

    assert score({}) is None
    assert score(banden) is None
    assert score(banden | dict([last])) == 100.0


def test_a_niet_is_an_answer_and_counts_as_0():
    assert score(all_at(Band.NIET)) == 0.0


def test_a_score_is_the_exact_mean():
    assert score(all_at(Band.VOLLEDIG) | {"ketenjaarplan": Band.GEDEELTELIJK}) == 1366 / 14


def test_the_outlook_takes_the_answers_of_before_where_nothing_is_chosen_yet():
    now = {"ketenjaarplan": Band.VOLLEDIG}

    assert outlook(now, all_at(Band.NIET)) == 100 / 14
    assert outlook({}, all_at(Band.IN_ONTWIKKELING)) == 33.0


def test_what_is_chosen_goes_before_what_was():
    assert outlook(all_at(Band.NIET), all_at(Band.VOLLEDIG)) == 0.0


def test_without_a_stand_before_the_outlook_waits_for_all_14():
    almost = all_at(Band.VOLLEDIG)
    del almost["klantverbetercyclus"]

    assert outlook(almost, {}) is None
    assert outlook(all_at(Band.VOLLEDIG), {}) == 100.0


def test_what_is_missing_stands_in_catalogue_order():
    assert on_paper("klantverbetercyclus", "ketenjaarplan").missing == [
        code for code in CODES if code not in ("klantverbetercyclus", "ketenjaarplan")
    ]
    assert on_paper(*CODES).missing == []


def test_an_empty_paper_misses_everything_and_was_never_saved():
    assert Invulling().missing == list(CODES)
    assert Invulling().banden == {}
    assert Invulling().saved_at is None


def test_a_paper_was_saved_when_its_last_answer_was():
    paper = Invulling(
        {
            "ketenjaarplan": Antwoord(Band.NIET, Wijze.BIJGEWERKT, AFTERNOON),
            "integrale-teams": Antwoord(Band.NIET, Wijze.BIJGEWERKT, MORNING),
        }
    )

    assert paper.saved_at == AFTERNOON


def submitted(band=Band.VOLLEDIG, wijze=Wijze.BIJGEWERKT, toelichtingen=None) -> Indiening:
    return Indiening(1, AFTERNOON, "tester", all_at(band), toelichtingen or {}, dict.fromkeys(CODES, wijze))


def test_submitting_the_same_again_would_change_nothing():
    assert on_paper(*CODES).is_submitted_as(submitted())


@pytest.mark.parametrize(
    "other",
    [submitted(band=Band.GEDEELTELIJK), submitted(wijze=Wijze.BEVESTIGD), submitted(toelichtingen={"ketenjaarplan": "x"})],
    ids=["band", "wijze", "toelichting"],
)
def test_another_band_word_or_way_is_worth_a_new_version(other):
    assert not on_paper(*CODES).is_submitted_as(other)
