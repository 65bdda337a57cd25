"""Which of the four sentences is marked: that of last time, and that of now."""

from dataclasses import replace
from datetime import UTC, datetime

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.invulling import Indiening, Wijze
from landkaart.rapport.formulier_print import fasen
from tests.steps.factories import CODES

NOW = datetime(2009, 8, 3, 12, 30, tzinfo=UTC)


def indiening(band: Band) -> Indiening:
    return Indiening(1, NOW, "Anja", dict.fromkeys(CODES, band), {}, dict.fromkeys(CODES, Wijze.BIJGEWERKT))


def marks(before: Indiening | None, now: Indiening | None) -> list[list[tuple[Band, bool, bool]]]:
    return [
        [(each.band, each.vorige, each.gekozen) for each in blok.keuzes]
        for _, blokken in fasen(before, now)
        for blok in blokken
    ]


def test_the_sentence_of_last_time_and_that_of_now_are_marked_and_no_other():
    expected = [(Band.NIET, True, False), (Band.IN_ONTWIKKELING, False, False), (Band.GEDEELTELIJK, False, False)]

    assert marks(indiening(Band.NIET), indiening(Band.VOLLEDIG)) == 14 * [[*expected, (Band.VOLLEDIG, False, True)]]


def test_without_a_last_time_and_before_anything_is_chosen_nothing_is_marked():
    assert marks(None, None) == 14 * [[(band, False, False) for band in Band]]


def test_the_mijlpalen_have_the_numbers_that_they_have_on_the_screen():
    titles = [blok.titel for _, blokken in fasen(None, None) for blok in blokken]

    assert titles == [f"{number}. {catalogus()[code].titel}" for number, code in enumerate(CODES, start=1)]


def wijzen(before: Indiening | None, now: Indiening | None) -> set[str]:
    return {blok.wijze for _, blokken in fasen(before, now) for blok in blokken}


def test_what_was_chosen_again_by_hand_is_not_said_to_be_updated():
    same = indiening(Band.NIET)

    assert wijzen(same, same) == {"opnieuw gekozen, niet gewijzigd"}
    assert wijzen(indiening(Band.VOLLEDIG), same) == wijzen(None, same) == {"bijgewerkt"}
    assert wijzen(same, replace(same, toelichtingen=dict.fromkeys(CODES, "Klaar."))) == {"bijgewerkt"}
    assert wijzen(same, None) == {""}
