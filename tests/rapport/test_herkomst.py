"""What stands with every file: one value, in words."""

from dataclasses import replace
from datetime import UTC, datetime

from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.herkomst import ANTWOORDEN, Gemaakt, Getoond, herkomst_of, living_herkomst
from tests.steps.factories import GEMAAKT, beeld, stand, uitvraag

FOUND = beeld(stand(a="3", b="1"), uitvraag=uitvraag())
FROZEN = replace(FOUND, momentopname=datetime(2009, 9, 1, tzinfo=UTC))


def test_what_is_fixed_says_when_and_what_was_chosen_of_how_many():
    assert herkomst_of(FROZEN, GEMAAKT, Getoond({"Vergeleken met": "2008-1", "Toon": "Band"}, 1, 2, "Een regel.")).lines == [
        "Bron: SUWI-landkaart",
        "Tertaal: 2009-2 (mei 2009 t/m aug 2009)",
        "Uitgave: Vastgesteld bij de sluiting op 31 augustus 2009 om 24:00 uur",
        "Peildatum: 31 augustus 2009 om 24:00 uur",
        "Aantal: 2 werkpleinen met een stand",
        "Keuzes: Vergeleken met: 2008-1; Toon: Band",
        "Rijen: 1 van 2",
        "Regel: Een regel.",
        "Gemaakt: op 1 september 2009, 12:00 uur, door Ada Lezer",
    ]


def test_what_is_living_says_of_which_moment_it_is():
    velden = herkomst_of(replace(FOUND, gesloten=False), GEMAAKT).velden

    assert velden["Uitgave"] == (
        "Levend: stand van 1 september 2009, 12:00 uur; voorlopig, sluit op 31 augustus 2009 om 24:00 uur"
    )
    assert velden["Peildatum"] == "1 september 2009, 12:00 uur"


def test_what_was_given_after_the_closing_has_its_own_moment_and_before_it_none():
    given = Getoond(levend=ANTWOORDEN)

    assert herkomst_of(FROZEN, GEMAAKT, given).velden["Antwoorden"].startswith("zoals gegeven tot en met 1 september 2009")
    assert "Antwoorden" not in herkomst_of(replace(FOUND, gesloten=False), GEMAAKT, given).velden


def test_the_moment_of_making_is_that_of_this_machine_and_the_stand_that_of_the_landkaart():
    made = Gemaakt("Ada", datetime(2026, 11, 29, 21, 5, tzinfo=UTC), datetime(2009, 12, 1, 21, 5, tzinfo=UTC))

    velden = living_herkomst(made, Getoond(), Tertaal(2009, 3)).velden

    assert velden["Uitgave"] == "Levend: stand van 1 december 2009, 22:05 uur"
    assert velden["Gemaakt"] == "op 29 november 2026, 22:05 uur, door Ada"
