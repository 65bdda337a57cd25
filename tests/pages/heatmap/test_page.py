import pytest

from tests.steps.drive import texts, visit


def names(at) -> list[str]:
    return list(at.selectbox(key="heatmap_naam").options)


def test_the_best_come_first_forty_to_a_page(landkaart_2009):
    at = visit("heatmap")

    assert not at.exception
    assert names(at)[:4] == ["Assen", "Enschede", "Hoogeveen", "Venlo"]
    assert len(names(at)) == 40
    assert len(at.get("vega_lite_chart")) == 1


@pytest.mark.parametrize(
    ("volgorde", "first"), [("daling", "Amsterdam Zuid/Oudwest"), ("naam", "Alkmaar"), ("laagste", "Harderwijk")]
)
def test_every_order_has_its_own_first_one(landkaart_2009, volgorde, first):
    assert names(visit("heatmap", volgorde=volgorde))[0] == first


def test_a_region_is_a_choice_and_stands_in_the_address(landkaart_2009):
    at = visit("heatmap", regio="Drenthe", volgorde="naam")

    assert names(at) == ["Assen", "Emmen", "Hoogeveen"]


def test_the_last_page_has_the_rest_and_another_order_begins_at_the_first(landkaart_2009):
    at = visit("heatmap", blad="4")

    assert len(names(at)) == 5
    at.selectbox(key="keuze_volgorde").select("naam").run()
    assert len(names(at)) == 40
    assert "blad" not in at.query_params


def test_a_page_that_is_not_there_is_passed_over(landkaart_2009):
    assert names(visit("heatmap", blad="5"))[0] == "Assen"


def test_the_table_behind_it_has_the_bands_by_name(landkaart_2009):
    at = visit("heatmap", regio="Drenthe")

    at.session_state["heatmap_open"] = True
    at.run()

    table = at.dataframe[0].value
    assert table["naam"].to_list() == ["Assen", "Hoogeveen", "Emmen"]
    assert set(table.iloc[0, 5:]) == {"Volledig"}


def test_choosing_a_name_opens_the_werkplein(landkaart_2009):
    at = visit("heatmap")

    at.selectbox(key="heatmap_naam").select("venlo").run()

    assert "Venlo" in at.title[0].value


def test_the_first_tertaal_shows_bands_without_anything_to_compare_with(landkaart_2009):
    at = visit("heatmap", tertaal="2008-1", toon="verandering")

    assert not at.exception
    assert len(names(at)) == 40


def test_without_any_data_the_page_says_what_to_do(database):
    assert "Er zijn nog geen gegevens" in texts(visit("heatmap"))
