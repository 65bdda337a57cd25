"""What the report says about named werkpleinen in 2009-2, as their own pages say it."""

from landkaart.domein.ranglijst import places
from landkaart.rapport.werkplein import change_of, change_text, place_sentence
from tests.steps.rapport_2009 import ACHTERUIT


def test_the_13_that_fell_read_so_on_their_page_by_2_to_8_points_and_one_by_14(beeld_2009):
    changes = {beeld_2009.namen[code]: change_of(beeld_2009, code) for code in beeld_2009.stand.bands.index}

    falls = {naam: -points for naam, points in changes.items() if points < 0}
    assert sorted(falls) == sorted(ACHTERUIT)
    assert sorted(falls.values())[-1] == 14
    assert all(2 <= points <= 8 for points in sorted(falls.values())[:-1])
    assert {change_text(-points).split()[2] for points in falls.values()} == {"lager"}


def test_the_four_that_are_groen_share_the_first_place(beeld_2009):
    found = places(beeld_2009.stand)

    first = {beeld_2009.namen[code] for code in found.index[found == 1]}
    assert first == {"Assen", "Hoogeveen", "Enschede", "Venlo"}
    assert place_sentence(beeld_2009.stand, "venlo") == "plaats **1 van 125**, gedeeld met 3 andere werkpleinen"
