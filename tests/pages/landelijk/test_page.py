from datetime import date

from db.actions.werkpleinen import close_werkplein
from tests.steps.drive import texts, visit
from tests.steps.perform import perform


def figures(at):
    return {metric.label: metric.value for metric in at.metric}


def test_the_page_opens_on_the_last_tertaal_that_closed_with_the_published_figures(landkaart_2009):
    at = visit("landelijk")

    assert not at.exception
    assert at.selectbox(key="tertaal").value == "2009-2"
    assert figures(at) == {
        "Landelijk gemiddelde": "67%",
        "Werkpleinen met een stand": "125",
        "Groen: alle 14 op 100%": "4",
        "Gereageerd in deze uitvraag": "90 van 127",
    }
    assert at.metric[0].delta == "2"
    assert "125 werkpleinen, stand bij de sluiting op 31 augustus 2009 om 24:00 uur" in texts(at)


def test_table_2_and_3_stand_on_the_page_as_published(landkaart_2009):
    at = visit("landelijk")

    for number in (2, 3, 4):
        at.session_state[f"tabel{number}_open"] = True
    at.run()

    table2, table3, table4 = (found.value for found in at.dataframe)
    assert table2.iloc[0].to_list() == ["Gemiddelde score (totaal)", 125, 67, 7, 6, 44, 35, 70, 56, 4, 3]
    assert table3.iloc[7].to_list()[1:] == ["LWI-MT portefeuille verdeling", 57, 23, 18, 27, 22, 36, 29, 39, 31]
    assert table4["gemiddelde"].to_list() == [67, 65, 60, 56, 49]


def test_a_count_opens_the_names_behind_it(landkaart_2009):
    at = visit("landelijk")

    at.selectbox(key="tabel2_rij").select("totaal").run()
    at.get_by_key("tabel2_band").set_value("volledig").run()

    assert "4 werkpleinen staan op Volledig" in texts(at)
    assert at.dataframe[0].value["naam"].to_list() == ["Assen", "Enschede", "Hoogeveen", "Venlo"]


def test_a_link_opens_the_names_behind_a_count_and_another_choice_changes_it(landkaart_2009):
    at = visit("landelijk", tabel3_rij="mt-portefeuilleverdeling", tabel3_band="niet")

    assert "**23 werkpleinen staan op Niet** (0-32%): LWI-MT portefeuille verdeling" in texts(at)
    at.get_by_key("tabel3_band").set_value("volledig").run()
    assert "**39 werkpleinen staan op Volledig**" in texts(at)
    assert at.query_params["tabel3_band"] == "volledig"


def test_who_takes_the_row_away_leaves_no_band_behind_in_the_address(landkaart_2009):
    at = visit("landelijk", tabel2_rij="totaal", tabel2_band="niet")

    at.selectbox(key="tabel2_rij").set_value(None).run()

    assert not {"tabel2_rij", "tabel2_band"} & at.query_params.keys()


def test_the_names_behind_the_key_figures_stand_beside_them(landkaart_2009):
    at = visit("landelijk")
    assert "Assen, Enschede, Hoogeveen, Venlo" not in texts(at)

    at.session_state["welke-Groen: alle 14 op 100%"] = True
    at.run()

    assert "Assen, Enschede, Hoogeveen, Venlo" in texts(at)


def test_a_link_brings_back_the_tertaal(landkaart_2009):
    at = visit("landelijk", tertaal="2008-1")

    assert figures(at)["Landelijk gemiddelde"] == "49%"
    assert at.metric[0].delta == ""


def test_a_tertaal_that_does_not_exist_in_the_address_is_passed_over(landkaart_2009):
    assert visit("landelijk", tertaal="2031-7").selectbox(key="tertaal").value == "2009-2"


def test_the_running_tertaal_is_called_provisional(landkaart_2009):
    at = visit("landelijk", tertaal="2009-3")

    assert "125 werkpleinen, voorlopige stand; sluit op 31 december 2009 om 24:00 uur" in texts(at)
    assert figures(at)["Gereageerd in deze uitvraag"] == "0 van 127"


def test_reconstructed_figures_are_called_so_and_the_clock_is_explained(landkaart_2009):
    at = visit("landelijk")

    assert "deze cijfers komen uit een reconstructie" in texts(at)
    assert "in deze landkaart is het <b>1 december 2009" in at.html[0].value


def test_without_any_data_the_page_says_what_to_do(database):
    at = visit("landelijk")

    assert not at.exception
    assert "Er zijn nog geen gegevens" in texts(at)
    assert not at.metric


def test_a_closed_tertaal_says_that_it_is_fixed_and_an_open_one_does_not(landkaart_2009):
    assert "Vastgesteld bij de sluiting op 31 augustus 2009 om 24:00 uur." in texts(visit("landelijk"))
    assert "Vastgesteld" not in texts(visit("landelijk", tertaal="2009-3"))


def test_who_moved_on_after_the_closing_stands_beside_it(landkaart_2009):
    perform(close_werkplein, code="venlo", tot=date(2009, 8, 1))

    at = visit("landelijk")

    assert figures(at)["Groen: alle 14 op 100%"] == "4"
    assert "Vastgesteld bij de sluiting op 31 augustus 2009 om 24:00 uur." in texts(at)
    [moved] = [each.value for each in at.dataframe if "bij_sluiting" in each.value]
    assert moved[["naam", "bij_sluiting"]].to_numpy().tolist() == [["Venlo", 100]]
    assert moved["nu"].isna().all()
