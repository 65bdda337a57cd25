"""Hoe het telt: each rule, each band and each mijlpaal, where a reader looks for it."""

import pytest

from landkaart.domein.achterblijvers import STANDAARD
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.rapport.explanation import RULES
from landkaart.settings import VERSION
from pages.shared.markdown import band_label
from tests.steps.drive import visit


@pytest.fixture
def page(landkaart_2009):
    return visit("uitleg")


def items(element) -> list[str]:
    """Of a list in Markdown."""
    return [line.removeprefix("- ") for line in element.value.split("\n")]


def test_it_goes_from_the_bands_by_the_rules_to_the_mijlpalen_and_where_the_figures_come_from(page):
    assert [header.value for header in page.header] == [
        "De vier banden",
        "De rekenregels",
        "De mijlpalen",
        "Herkomst van de gegevens van 2009",
    ]
    assert [fase.value for fase in page.subheader] == [fase.naam for fase in catalogus().fasen]


def test_the_four_bands_stand_with_their_edges_and_what_an_answer_counts_for(page):
    found = items(page.markdown[1])

    assert [line.partition(": ")[2] for line in found] == [
        "0-32%, een antwoord telt als 0",
        "33-65%, een antwoord telt als 33",
        "66-99%, een antwoord telt als 66",
        "100%, een antwoord telt als 100",
    ]
    assert [line.partition(": ")[0] for line in found] == [band_label(band) for band in Band]


def test_every_rule_stands_there_once_and_the_one_of_achterblijvers_below_them(page):
    assert items(page.markdown[2]) == list(RULES)
    assert page.markdown[3].value == (
        f"**Achterblijvers.** {STANDAARD.zin} De AKO-indicatie staat daarnaast: dat is een oordeel, geen berekening."
    )


def test_each_mijlpaal_opens_on_its_own_definition_and_a_sentence_for_each_band(page):
    shown = [(each.label, each.markdown[0].value, items(each.markdown[1])) for each in page.expander]

    assert [(titel, definitie) for titel, definitie, _ in shown] == [
        (mijlpaal.titel, mijlpaal.definitie) for mijlpaal in catalogus().mijlpalen
    ]
    for mijlpaal, (_, _, sentences) in zip(catalogus().mijlpalen, shown, strict=True):
        assert [line.partition(": ")[2] for line in sentences] == [mijlpaal.sentence(band) for band in Band]


def test_it_says_whose_words_these_are_and_that_the_answers_of_2009_are_a_reconstruction(page):
    assert [caption.value for caption in page.caption] == [
        catalogus().herkomst,
        f"SUWI-landkaart, versie {VERSION}. Licentie: EUPL-1.2.",
    ]
    assert "zijn een **reconstructie**: één verzameling antwoorden" in page.markdown[-1].value
