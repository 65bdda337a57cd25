"""The page Beheer about werkpleinen: they come, close and merge."""

from datetime import date

import pytest

from pages.shared.visit import BLAD
from tests.steps.beheer import click, fill, found, kept, named, open_werkpleinen
from tests.steps.drive import texts, visit


@pytest.fixture
def page(landkaart_2009):
    return visit("beheer", rol="beheer")


def test_searching_pays_no_heed_to_capitals_and_accents(page):
    open_werkpleinen(page)

    page.text_input(key="werkpleinen-zoeken").set_value("ijMÓND").run()

    assert [button.key for button in page.button if button.label == "Wijzigen"] == ["openen-werkplein-ijmond"]


def test_a_print_has_every_werkplein_that_is_looked_for_not_one_page_of_them(page):
    open_werkpleinen(page)
    printed = page.session_state[BLAD].tables["werkpleinen-alleen-op-scherm"].plain().splitlines()

    assert len(printed) == 1 + 127
    assert printed[0].startswith("Werkplein\tCode\tPlaats\tGemeente")
    page.text_input(key="werkpleinen-zoeken").set_value("ijMÓND").run()
    kept = page.session_state[BLAD]
    assert [line.split("\t")[0] for line in kept.tables["werkpleinen-alleen-op-scherm"].plain().splitlines()[1:]] == [
        "IJmond"
    ]
    assert kept.keuzes["Gezocht naar"] == "ijMÓND"


def test_what_is_not_there_is_said(page):
    page.text_input(key="accounts-zoeken").set_value("nergens").run()

    assert [info.value for info in page.info] == ["Niets gevonden bij ‘nergens’."]


def test_a_werkplein_is_added(page):
    open_werkpleinen(page)
    texts_given = {"naam": "Urk", "code": "urk", "plaats": "Urk", "gemeente": "Urk"}
    chosen = {"provincie": "Flevoland", "arbeidsmarktregio": "Flevoland", "breedtegraad": 52.66, "lengtegraad": 5.6}

    fill(page, "werkplein-erbij", **texts_given, **chosen)
    click(page, "Toevoegen")

    assert (kept("urk").naam, kept("urk").provincie, kept("urk").actief_van) == ("Urk", "Flevoland", date(2009, 12, 1))
    assert "Urk (code urk), Urk. Open; Open met ingang van 1 december 2009." in page.success[0].value


def test_a_form_with_gaps_is_answered_with_a_sentence(page):
    open_werkpleinen(page)

    click(page, "Toevoegen")

    assert page.error[0].value.startswith("Een code heeft 1 tot 60 tekens")


def test_a_renamed_werkplein_shows_its_former_name_and_is_found_by_it(page):
    open_werkpleinen(page, "werkplein-assen")

    fill(page, "hernoemen-assen", naam="Noord-Drenthe")
    click(page, "Naam opslaan")

    assert kept("assen").naam == "Noord-Drenthe"
    page.text_input(key="werkpleinen-zoeken").set_value("assen").run()
    assert "**Noord\\-Drenthe**" in texts(page)
    assert ":small[Tot 1 december 2009: Assen]" in texts(page)


def test_closing_asks_for_a_tick_first(page):
    open_werkpleinen(page, "werkplein-assen")
    assert named(page.button, "Werkplein sluiten").disabled

    fill(page, "sluiten-assen", tot=date(2010, 1, 1), zeker=True).run()
    click(page, "Werkplein sluiten")

    assert kept("assen").actief_tot == date(2010, 1, 1)
    assert "Gesloten met ingang van 1 januari 2010" in page.success[0].value
    assert [button.key for button in page.button if button.label == "Werkplein sluiten"] == []


def test_a_merged_werkplein_says_into_what(page):
    open_werkpleinen(page, "werkplein-assen")

    fill(page, "samenvoegen-assen", into="barneveld", zeker=True).run()
    click(page, "Werkpleinen samenvoegen")

    assert kept("assen").opgegaan_in == "barneveld"
    assert "Gesloten met ingang van 1 december 2009; Opgegaan in Barneveld." in page.success[0].value
    assert found("werkplein@demo.nl").werkpleinen == ("assen", "barneveld", "harderwijk")


def test_without_a_choice_nothing_merges(page):
    open_werkpleinen(page, "werkplein-assen")

    fill(page, "samenvoegen-assen", zeker=True).run()
    click(page, "Werkpleinen samenvoegen")

    assert page.error[0].value == "Kies het werkplein waar het in opgaat."
    assert kept("assen").actief_tot is None
