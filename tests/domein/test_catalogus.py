import pytest

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus

# What fits in a row of the form, in a button with its sentence, and in the database.
LONGEST_TITLE, LONGEST_SENTENCE, LONGEST_CODE = 60, 140, 60

REPORT = [
    ("Samenwerking starten", "ketenpartijen-betrokken", "Alle ketenpartijen (alle gemeenten) betrokken"),
    ("Visie ontwikkelen", "arbeidsmarktanalyse", "Arbeidsmarktanalyse beschikbaar"),
    ("Visie ontwikkelen", "visie-en-doelstellingen", "Visie en doelstellingen vastgesteld"),
    ("Ketenjaarplan maken", "ketenjaarplan", "Ketenjaarplan vastgesteld"),
    ("Betrokkenheid creëren", "marktbewerkingsplan", "Gezamenlijk marktbewerkingsplan"),
    ("Betrokkenheid creëren", "dienstverleningsconcept-werkzoekenden", "Dienstverleningsconcept werkzoekende"),
    ("Betrokkenheid creëren", "dienstverleningsconcept-werkgevers", "Dienstverleningsconcept werkgevers"),
    ("Realiseren", "mt-portefeuilleverdeling", "LWI-MT portefeuille verdeling"),
    ("Realiseren", "aanspreekpunt-werkzoekenden", "1 aanspreekpunt werkzoekenden"),
    ("Realiseren", "aanspreekpunt-werkgevers", "1 aanspreekpunt werkgevers"),
    ("Realiseren", "ontschotte-kanalen", "Ontschotte en enkelvoudige kanalen"),
    ("Realiseren", "integrale-teams", "Integrale teams"),
    ("Realiseren", "ketenbrede-werkplekken", "Ketenbrede werkplekken en applicaties"),
    ("Borgen", "klantverbetercyclus", "(Klant)verbetercyclus geïmplementeerd"),
]


def test_the_14_mijlpalen_stand_in_their_6_fasen_in_the_order_and_the_words_of_the_report():
    assert [(mijlpaal.fase, mijlpaal.code, mijlpaal.titel) for mijlpaal in catalogus().mijlpalen] == REPORT


def test_there_are_6_fasen_of_1_2_1_3_6_and_1_mijlpalen():
    assert [len(fase.mijlpalen) for fase in catalogus().fasen] == [1, 2, 1, 3, 6, 1]


def test_every_mijlpaal_says_which_fase_it_stands_in():
    assert all(mijlpaal.fase == fase.naam for fase in catalogus().fasen for mijlpaal in fase.mijlpalen)


def test_a_mijlpaal_is_found_by_its_code():
    assert catalogus()["integrale-teams"].titel == "Integrale teams"


@pytest.mark.parametrize("mijlpaal", catalogus().mijlpalen, ids=catalogus().codes)
def test_every_text_of_a_mijlpaal_is_there_and_fits(mijlpaal):
    assert 0 < len(mijlpaal.titel) <= LONGEST_TITLE
    assert 0 < len(mijlpaal.code) <= LONGEST_CODE
    for sentence in (mijlpaal.definitie, *mijlpaal.banden):
        assert 20 < len(sentence) <= LONGEST_SENTENCE
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert sentence == " ".join(sentence.split())


@pytest.mark.parametrize("mijlpaal", catalogus().mijlpalen, ids=catalogus().codes)
def test_every_band_of_a_mijlpaal_has_a_sentence_of_its_own(mijlpaal):
    sentences = [mijlpaal.sentence(band) for band in Band]

    assert len({sentence.casefold() for sentence in sentences}) == len(Band)


def test_no_two_mijlpalen_have_the_same_definition():
    assert len({mijlpaal.definitie for mijlpaal in catalogus().mijlpalen}) == 14


def test_readers_are_told_which_words_are_not_the_reports():
    assert "niet door het AKO gepubliceerd" in catalogus().herkomst
