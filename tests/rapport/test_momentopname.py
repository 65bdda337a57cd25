from dataclasses import replace

import pandas as pd

from landkaart.domein.clock import system_now
from landkaart.rapport.explanation import explanation
from landkaart.rapport.momentopname import frozen_text, gewijzigd_table, moved_on_text
from tests.steps.factories import beeld, stand, uitvraag

FROZEN = "Vastgesteld bij de sluiting op 31 augustus 2009 om 24:00 uur: wat daarna wijzigt, komt niet in deze tabellen."


def test_it_says_on_which_day_it_was_frozen():
    assert (
        frozen_text(beeld(stand(assen="3"), uitvraag=uitvraag()))
        == "Vastgesteld bij de sluiting op 31 augustus 2009 om 24:00 uur"
    )


def test_the_files_say_so_once_they_are():
    living = beeld(stand(assen="3"), uitvraag=uitvraag())
    said = explanation(replace(living, momentopname=system_now()))

    assert [line for line in said if line.startswith(FROZEN)] == [f"{FROZEN} Behalve de AKO-indicatie."]
    assert not any("Vastgesteld" in line for line in explanation(living))


def test_who_moved_on_stands_with_the_score_of_then_and_of_now_by_naam():
    living = beeld(stand(breda="2", ede="3", assen="33333333333332"), namen={"delft": "Delft"})
    moved = replace(living, gewijzigd=("assen", "breda", "delft"), stand_nu=stand(assen="3", delft="1"))

    table = gewijzigd_table(moved)

    assert table["naam"].to_list() == ["assen", "breda", "Delft"]
    assert table["bij_sluiting"].to_list() == [97, 66, pd.NA]
    assert table["nu"].to_list() == [100, pd.NA, 33]
    assert moved_on_text(moved) == "Na sluiting gewijzigd: 3 werkpleinen"
    assert moved_on_text(replace(moved, gewijzigd=("assen",))) == "Na sluiting gewijzigd: 1 werkplein"
