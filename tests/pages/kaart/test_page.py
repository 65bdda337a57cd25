import pytest

from landkaart.rapport.kaart_figuur import BRON
from tests.steps.drive import texts, visit


def rows(at) -> list[str]:
    return at.dataframe[0].value["naam"].to_list()


def test_the_page_opens_on_the_last_tertaal_that_closed_with_everybody_on_it(landkaart_2009):
    at = visit("kaart")

    assert not at.exception
    assert (
        "De band op de totale score van 125 werkpleinen, stand bij de sluiting op 31 augustus 2009 om 24:00 uur."
        in texts(at)
    )
    assert "Van nog 2 werkpleinen is er geen opgave." in texts(at)
    assert len(rows(at)) == 127
    assert BRON in texts(at)


def test_a_link_brings_back_tertaal_row_change_and_region(landkaart_2009):
    at = visit("kaart", tertaal="2009-1", rij="integrale-teams", toon="verandering", gebied="provincie:Drenthe")

    assert "De verandering sinds vorig tertaal op Integrale teams: **5 werkpleinen** in Drenthe" in texts(at)
    assert rows(at) == ["Assen", "Emmen", "Hoogeveen", "Meppel", "Noordenkwartier"]


def test_parts_together_leave_who_fits_them_all(landkaart_2009):
    at = visit("kaart", band="niet", actualiteit="verouderd")

    assert rows(at) == ["Haarlem"]


@pytest.mark.parametrize("name", ["rij", "toon", "gebied", "band", "actualiteit", "tertaal"])
def test_what_does_not_exist_in_the_address_is_passed_over(landkaart_2009, name):
    at = visit("kaart", **{name: "bestaat-niet"})

    assert not at.exception
    assert len(rows(at)) == 127


def test_a_choice_goes_into_the_address(landkaart_2009):
    at = visit("kaart")

    at.get_by_key("keuze_gebied").set_value("regio:Twente").run()

    assert at.query_params["gebied"] == "regio:Twente"


def test_the_tertalen_can_be_stepped_through_as_far_as_they_go(landkaart_2009):
    at = visit("kaart", tertaal="2008-2")

    at.button(key="tertaal-Eerder").click().run()

    assert at.selectbox(key="tertaal").value == "2008-1"
    assert at.button(key="tertaal-Eerder").disabled
    assert not at.button(key="tertaal-Later").disabled


def test_without_any_data_the_page_says_what_to_do(database):
    at = visit("kaart")

    assert not at.exception
    assert "Op Begin staan de eerste stappen" in texts(at)
