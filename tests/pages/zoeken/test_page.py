import pytest

from pages.shared.visit import BLAD
from tests.steps.drive import texts, visit

THREE = ["marktbewerkingsplan:volledig", "dienstverleningsconcept-werkgevers:volledig", "aanspreekpunt-werkgevers:volledig"]
SENTENCE = (
    "In 2009-2 zijn er 28 werkpleinen waar Gezamenlijk marktbewerkingsplan, Dienstverleningsconcept werkgevers en 1 "
    "aanspreekpunt werkgevers Volledig zijn."
)


def plain(at) -> str:
    """Without the marks that keep what was typed from turning into markup."""
    return texts(at).replace("\\", "")


def found(at) -> list[str]:
    return at.dataframe[0].value["naam"].to_list()


def address(at, name: str) -> list[str]:
    kept = at.query_params[name]
    return kept if isinstance(kept, list) else [kept]


def test_a_link_asks_the_whole_question_and_the_page_reads_it_back(landkaart_2009):
    at = visit("zoeken", tertaal="2009-2", w=THREE)

    assert not at.exception
    assert at.header[0].value == "28 werkpleinen"
    assert SENTENCE in plain(at)
    assert "Gezocht onder 125 werkpleinen, stand bij de sluiting op 31 augustus 2009 om 24:00 uur" in texts(at)
    table = at.dataframe[0].value
    assert len(table) == 28
    assert set(table["marktbewerkingsplan"]) == {"◆ Volledig"}


def test_nothing_asked_offers_an_example_to_begin_with(landkaart_2009):
    at = visit("zoeken")

    assert not at.dataframe
    at.button[0].click().run()

    assert SENTENCE in plain(at)
    assert address(at, "w") == THREE


def test_a_condition_is_added_by_choosing_it_and_the_list_is_free_for_the_next(landkaart_2009):
    at = visit("zoeken")

    for text in ("totaal:volledig", "ketenjaarplan:volledig", "totaal:volledig"):
        at.selectbox(key="zoeken_erbij").set_value(text).run()

    assert address(at, "w") == ["totaal:volledig", "ketenjaarplan:volledig"]
    assert at.selectbox(key="zoeken_erbij").value is None
    assert found(at) == ["Assen", "Enschede", "Hoogeveen", "Venlo"]


def test_a_condition_that_is_taken_away_leaves_the_address_too(landkaart_2009):
    at = visit("zoeken", w=THREE)

    at.multiselect[0].set_value(THREE[:1]).run()

    assert len(found(at)) > 28
    assert address(at, "w") == THREE[:1]


def test_any_of_the_conditions_finds_more_and_stands_in_the_address(landkaart_2009):
    at = visit("zoeken", w=["totaal:volledig", "integrale-teams:niet"])
    assert not at.dataframe

    at.get_by_key("zoeken_hoe").set_value("een").run()

    assert {"Assen", "Enschede", "Hoogeveen", "Venlo"} < set(found(at))
    assert address(at, "hoe") == ["een"]
    assert "of Integrale teams Niet is" in plain(at)


def test_what_else_is_known_of_a_werkplein_can_be_asked_beside_it(landkaart_2009):
    at = visit("zoeken", richting="achteruit")

    assert at.header[0].value == "13 werkpleinen"
    assert "13 werkpleinen met een lagere score dan in 2009-1." in plain(at)

    at.selectbox(key="zoeken_indicatie").set_value("niet").run()

    assert found(at) == ["Harderwijk", "Hilversum", "Ulft"]
    assert address(at, "indicatie") == ["niet"]


def test_a_province_can_be_asked(landkaart_2009):
    at = visit("zoeken", provincie="Drenthe", w=["totaal:volledig"])

    assert found(at) == ["Assen", "Hoogeveen"]
    assert "in de provincie Drenthe waar de totale score Volledig is" in plain(at)


def test_who_never_submitted_is_found_without_a_score(landkaart_2009):
    at = visit("zoeken", actualiteit="nooit")

    assert at.header[0].value == "2 werkpleinen"
    assert at.dataframe[0].value["score"].isna().all()


def test_a_print_says_what_was_asked(landkaart_2009):
    at = visit("zoeken", tertaal="2009-2", w=["totaal:volledig", "ketenjaarplan:volledig"], provincie="Drenthe")

    assert at.session_state[BLAD].keuzes == {
        "Voorwaarden": "De totale score: Volledig, Ketenjaarplan vastgesteld: Volledig",
        "Provincie": "Drenthe",
    }


def test_what_does_not_exist_in_the_address_is_passed_over_and_said(landkaart_2009):
    at = visit("zoeken", w=["verzonnen:niet", "totaal:volledig"], provincie="Atlantis", richting="opzij")

    assert not at.exception
    assert found(at) == ["Assen", "Enschede", "Hoogeveen", "Venlo"]
    said = "voorwaarde ‘verzonnen:niet’ (telt niet mee), provincie ‘Atlantis’ (nu is er niets gekozen) en richting ‘opzij’"
    assert f"Het adres vraagt om iets wat er niet is: {said} (nu is er niets gekozen)." in plain(at)


def test_a_condition_that_the_list_says_in_another_way_still_works(landkaart_2009):
    at = visit("zoeken", w=["totaal:minstens-volledig"])

    assert found(at) == ["Assen", "Enschede", "Hoogeveen", "Venlo"]


def test_nobody_fits_is_a_sentence(landkaart_2009):
    at = visit("zoeken", w=["totaal:volledig", "totaal:niet"])

    assert "In 2009-2 zijn er geen werkpleinen waar de totale score Volledig is en de totale score Niet is." in plain(at)
    assert "Geen enkel werkplein." in texts(at)


def test_the_file_and_the_link_have_the_same_question(landkaart_2009):
    at = visit("zoeken", w=["totaal:volledig"], provincie="Drenthe")

    assert "/download/2009-2/zoeken.csv?w=totaal%3Avolledig&provincie=Drenthe" in texts(at)


def test_a_row_opens_the_werkplein(landkaart_2009):
    at = visit("zoeken", w=["totaal:volledig"])

    at.session_state["zoeken-2009-2-w=totaal%3Avolledig-1"] = {"selection": {"rows": [1], "columns": [], "cells": []}}
    at.run()

    assert at.title[0].value == "Enschede"


@pytest.mark.parametrize("tertaal", ["2008-1", "2009-3"])
def test_every_tertaal_can_be_searched(landkaart_2009, tertaal):
    at = visit("zoeken", tertaal=tertaal, w=["totaal:minstens-in_ontwikkeling"], richting="nieuw")

    assert not at.exception
    assert tertaal in texts(at)


def test_without_any_data_the_page_says_what_to_do(database):
    at = visit("zoeken")

    assert not at.exception
    assert "Er zijn nog geen gegevens" in texts(at)
