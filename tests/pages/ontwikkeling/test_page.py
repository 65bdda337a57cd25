import pytest

from landkaart.screens import Screen
from pages.contents import file_of
from tests.steps.drive import texts, visit

PARTS = ["Wie bewoog", "Drijfveren", "Overgangen", "Steeds dezelfde", "Afstand"]
ACHTERUIT = {
    "Amsterdam Zuid/Oudwest", "Barneveld", "Harderwijk", "Hilversum", "IJmond", "Leiden", "Rotterdam Slinge (Dynamo)",
    "Sittard", "Tiel", "Tilburg", "Ulft", "West Friesland", "Westland",
}  # fmt: skip


def test_the_page_says_who_moved_since_the_tertaal_before_with_the_published_figures(landkaart_2009):
    at = visit("ontwikkeling")

    assert not at.exception
    assert at.selectbox(key="met").value == "2009-1"
    assert "Sinds 2009-1: **49 vooruit** (39%), **13 achteruit** (10%) en **63 gelijk** (50%)." in texts(at)
    assert "125 werkpleinen, stand bij de sluiting op 31 augustus 2009 om 24:00 uur" in texts(at)


def test_the_thirteen_that_fell_are_named_with_the_largest_fall_first(landkaart_2009):
    table = visit("ontwikkeling").dataframe[0].value

    assert set(table["naam"]) == ACHTERUIT
    assert table["verschil"].to_list() == [-14, -8, -8, -8, -7, -7, -7, -7, -7, -7, -7, -5, -4]


def test_who_went_the_other_way_is_a_choice_away(landkaart_2009):
    at = visit("ontwikkeling", wie="vooruit")

    assert len(at.dataframe[0].value) == 49
    assert at.dataframe[0].value["verschil"].is_monotonic_decreasing
    at.get_by_key("keuze_wie").set_value("gelijk").run()
    assert len(at.dataframe[0].value) == 63
    assert at.query_params["wie"] == "gelijk"


def test_any_earlier_tertaal_can_be_compared_with_and_stands_in_the_address(landkaart_2009):
    at = visit("ontwikkeling", met="2008-1")

    assert at.selectbox(key="met").options == ["2009-1", "2008-3", "2008-2", "2008-1"]
    assert "Sinds 2008-1: **120 vooruit**" in texts(at)
    at.selectbox(key="met").select("2008-3").run()
    assert at.query_params["met"] == "2008-3"


def test_a_tertaal_that_cannot_be_compared_with_is_passed_over(landkaart_2009):
    assert visit("ontwikkeling", tertaal="2008-3", met="2009-1").selectbox(key="met").value == "2008-2"


@pytest.mark.parametrize("part", PARTS)
def test_every_part_opens_by_its_address_and_sends_only_itself(landkaart_2009, part):
    at = visit("ontwikkeling", deel=part)

    assert not at.exception
    assert at.session_state["deel"] == part
    assert len(at.get("vega_lite_chart")) == 1


def test_the_drijfveren_are_those_of_the_report(landkaart_2009):
    said = texts(visit("ontwikkeling", deel="Drijfveren"))

    assert (
        "Wie achteruit ging, verloor de meeste punten op Gezamenlijk marktbewerkingsplan (9), Ketenjaarplan vastgesteld (6) "
        "en Visie en doelstellingen vastgesteld (5)." in said
    )
    assert "won de meeste punten op 1 aanspreekpunt werkzoekenden (11), LWI-MT portefeuille verdeling (12)" in said


def test_a_bar_of_the_drijfveren_opens_its_names(landkaart_2009):
    at = visit("ontwikkeling", deel="Drijfveren", onder="achteruit")

    at.selectbox(key="balk_mijlpaal").select("marktbewerkingsplan").run()
    at.get_by_key("balk_kant").set_value("achteruit").run()

    assert "**9 werkpleinen**: ↓ Gedaald op Gezamenlijk marktbewerkingsplan" in texts(at)
    assert set(at.dataframe[0].value["naam"]) < ACHTERUIT


@pytest.mark.parametrize("address", [{"balk": "ketenjaarplan"}, {"kant": "achteruit"}])
def test_half_a_bar_opens_nothing(landkaart_2009, address):
    at = visit("ontwikkeling", deel="Drijfveren", **address)

    assert not at.exception
    assert len(at.dataframe) == 0


def test_a_cell_of_the_overgangen_opens_its_names(landkaart_2009):
    at = visit("ontwikkeling", deel="Overgangen")

    assert "Totaalscore: **10** naar een hogere band, **3** naar een lagere, 112 in dezelfde." in texts(at)
    at.selectbox(key="cel_van").select("in_ontwikkeling").run()
    at.selectbox(key="cel_naar").select("gedeeltelijk").run()

    assert "**10 werkpleinen**" in texts(at)
    assert len(at.dataframe[0].value) == 10


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ({"deel": "Drijfveren", "onder": "achteruit", "balk": "ketenjaarplan", "kant": "achteruit"}, "**6 werkpleinen**"),
        ({"deel": "Overgangen", "van": "in_ontwikkeling", "naar": "gedeeltelijk"}, "**10 werkpleinen**"),
    ],
)
def test_a_link_opens_the_names_behind_a_bar_and_behind_a_cell(landkaart_2009, address, said):
    at = visit("ontwikkeling", **address)

    assert said in texts(at)
    assert {name: at.query_params[name] for name in address} == address


def test_who_comes_back_finds_the_part_that_he_left(landkaart_2009):
    at = visit("ontwikkeling", deel="Drijfveren", balk="ketenjaarplan", kant="achteruit")

    at.switch_page(file_of(Screen.UITLEG)).run()
    # A menu leaves the address behind.
    at.query_params.clear()
    at.switch_page(file_of(Screen.ONTWIKKELING)).run()

    assert at.session_state["deel"] == at.query_params["deel"] == "Drijfveren"
    assert "↓ Gedaald op Ketenjaarplan vastgesteld" in texts(at)


def test_nobody_behind_a_cell_is_said(landkaart_2009):
    at = visit("ontwikkeling", deel="Overgangen", rij="ketenjaarplan")

    at.selectbox(key="cel_van").select("nieuw").run()
    at.selectbox(key="cel_naar").select("volledig").run()

    assert "Geen enkel werkplein." in texts(at)
    assert not at.dataframe


def test_the_distance_to_those_that_the_ako_expects_not_to_make_it_grew(landkaart_2009):
    said = texts(visit("ontwikkeling", deel="Afstand"))

    assert "19 werkpleinen, gemiddeld 41%; de andere 106 staan op 72%" in said
    assert "De afstand is **31 punten** en groeide sinds 2009-1 (toen 27)" in said


def test_a_group_without_anybody_is_no_choice(landkaart_2009):
    # In the running tertaal the AKO has judged nobody yet.
    at = visit("ontwikkeling", tertaal="2009-3", deel="Afstand")

    assert not at.exception
    assert at.get_by_key("keuze_groep").value == "lijst"
    assert at.get_by_key("keuze_groep").options == ["Achterblijvers van dit tertaal", "Achterblijvers, elk tertaal opnieuw"]


def test_the_table_behind_a_picture_opens_when_it_is_asked_for(landkaart_2009):
    at = visit("ontwikkeling", deel="Steeds dezelfde")

    assert not at.dataframe
    at.session_state["steeds_open"] = True
    at.run()

    assert at.dataframe[0].value["gemiddelde_alle"].to_list() == [49, 56, 60, 65, 67]


def test_the_first_tertaal_has_nothing_to_be_compared_with_and_says_so(landkaart_2009):
    at = visit("ontwikkeling", tertaal="2008-1")

    assert not at.exception
    assert "Er is nog niets om 2008-1 mee te vergelijken" in texts(at)


def test_without_any_data_the_page_says_what_to_do(database):
    assert "Er zijn nog geen gegevens" in texts(visit("ontwikkeling"))
