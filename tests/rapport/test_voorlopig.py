"""What was submitted while the uitvraag runs, beside where the werkplein stood."""

from datetime import UTC, datetime

import pytest

from landkaart.domein.band import Band
from landkaart.domein.formulier import Formulier, Ronde
from landkaart.domein.invulling import Indiening, Invulling, Wijze
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import voorlopig
from tests.steps.factories import CODES, uitvraag

NOW = datetime(2009, 8, 3, 12, 30, tzinfo=UTC)
BEFORE = Tertaal(2009, 1)


def indiening(*first: Band, others: Band = Band.GEDEELTELIJK) -> Indiening:
    """The first mijlpalen in these bands, the others all in one."""
    banden = dict.fromkeys(CODES, others) | dict(zip(CODES, first, strict=False))
    return Indiening(1, NOW, "Anja", banden, {}, dict.fromkeys(CODES, Wijze.BIJGEWERKT))


def form(last: Indiening, before: Indiening | None) -> Formulier:
    ronde = Ronde("assen", "Assen", uitvraag(), None, None, NOW, 1, 1)
    return Formulier(ronde, Invulling(), before, BEFORE if before else None, last)


STOOD = indiening()
CASES = [
    (indiening(), STOOD, "Op alle mijlpalen staat er hetzelfde als in 2009-1."),
    (indiening(Band.VOLLEDIG), STOOD, "Vooruit op 1 mijlpaal: Alle ketenpartijen (alle gemeenten) betrokken."),
    (
        indiening(Band.NIET, Band.VOLLEDIG),
        STOOD,
        "Vooruit op 1 mijlpaal: Arbeidsmarktanalyse beschikbaar. "
        "Achteruit op 1 mijlpaal: Alle ketenpartijen (alle gemeenten) betrokken.",
    ),
    (
        indiening(*[Band.VOLLEDIG] * 4),
        STOOD,
        "Vooruit op 4 mijlpalen: Alle ketenpartijen (alle gemeenten) betrokken, Arbeidsmarktanalyse beschikbaar, "
        "Visie en doelstellingen vastgesteld en nog 1.",
    ),
    (indiening(), None, "Dit is de eerste keer dat dit werkplein indient: er is niets om mee te vergelijken."),
]


@pytest.mark.parametrize(("last", "before", "said"), CASES)
def test_it_says_on_which_mijlpalen_the_werkplein_moved_and_names_the_first_three(last, before, said):
    assert voorlopig.moved_text(form(last, before), last) == said


def test_it_says_that_it_is_preliminary_and_until_when():
    assert voorlopig.title(form(STOOD, None)) == "Voorlopig: 2009-2, tot 31 augustus 2009 om 24:00 uur"


@pytest.mark.parametrize(
    ("last", "before", "points"),
    [(indiening(Band.VOLLEDIG), STOOD, 2), (indiening(Band.NIET), STOOD, -5), (STOOD, STOOD, 0), (STOOD, None, None)],
)
def test_the_change_is_that_of_the_two_shown_scores(last, before, points):
    assert voorlopig.change_of(form(last, before), last) == points


def test_what_is_below_100_is_counted():
    assert voorlopig.below_text(indiening(*[Band.VOLLEDIG] * 13)) == "Daarmee staat het nog op 1 mijlpaal onder de 100%."
    assert voorlopig.below_text(indiening(others=Band.VOLLEDIG)) == "Daarmee staat het op alle 14 mijlpalen op 100%."


def test_every_mijlpaal_stands_beside_what_it_was():
    last = indiening(Band.VOLLEDIG, Band.NIET)

    found = voorlopig.mijlpalen_table(form(last, STOOD), last)

    assert list(found.columns) == ["Mijlpaal", "2009-2, voorlopig"]
    assert found["2009-2, voorlopig"].to_list()[:3] == [
        "◆ Volledig (vooruit, in 2009-1 ● Gedeeltelijk)",
        "▼ Niet (achteruit, in 2009-1 ● Gedeeltelijk)",
        "● Gedeeltelijk (als in 2009-1)",
    ]
    assert len(found) == 14


def test_who_submits_for_the_first_time_has_nothing_beside_it():
    found = voorlopig.mijlpalen_table(form(STOOD, None), STOOD)

    assert found.iloc[0].to_list()[1:] == ["● Gedeeltelijk"]
