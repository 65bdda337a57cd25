from dataclasses import replace
from datetime import date

from landkaart.domein.clock import midnight
from landkaart.domein.stand import empty_stand
from landkaart.rapport.explanation import RECONSTRUCTION, RULES, explanation, freshness
from tests.steps.factories import beeld, stand, uitvraag


def test_it_says_how_many_werkpleinen_and_which_day_the_figures_hold_for(beeld_2009):
    assert freshness(beeld_2009) == "125 werkpleinen, stand bij de sluiting op 31 augustus 2009 om 24:00 uur"


def test_one_werkplein_is_singular():
    assert freshness(beeld(stand(assen="3"), uitvraag=uitvraag())).startswith("1 werkplein, ")


def test_a_closing_that_was_moved_moves_the_day():
    moved = uitvraag(sluit=midnight(date(2009, 9, 8)))

    assert (
        freshness(beeld(empty_stand(), uitvraag=moved))
        == "0 werkpleinen, stand bij de sluiting op 7 september 2009 om 24:00 uur"
    )


def test_without_an_uitvraag_the_figures_hold_for_the_day_after_the_tertaal():
    assert freshness(beeld(stand(assen="3"))) == "1 werkplein, stand bij de sluiting op 31 augustus 2009 om 24:00 uur"


def test_until_the_closing_the_figures_are_provisional():
    still_open = replace(beeld(stand(assen="3", breda="0"), uitvraag=uitvraag()), gesloten=False)

    assert freshness(still_open) == "2 werkpleinen, voorlopige stand; sluit op 31 augustus 2009 om 24:00 uur"


def test_it_gives_the_tertaal_the_bands_and_every_rule():
    lines = explanation(beeld(stand(assen="3"), uitvraag=uitvraag()))

    assert lines[0] == "SUWI-landkaart, tertaal 2009-2 (mei 2009 t/m aug 2009)"
    assert {"Niet: 0-32%", "In ontwikkeling: 33-65%", "Gedeeltelijk: 66-99%", "Volledig: 100%"} <= set(lines)
    assert set(RULES) <= set(lines)


def test_figures_that_were_worked_out_from_totals_say_so_and_others_do_not(beeld_2009):
    assert RECONSTRUCTION in explanation(beeld_2009)
    assert RECONSTRUCTION not in explanation(replace(beeld_2009, reconstructie=False))
