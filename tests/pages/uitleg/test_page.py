from landkaart.domein.catalogus import catalogus
from landkaart.rapport.explanation import RULES
from tests.steps.drive import texts, visit


def test_the_page_tells_every_rule_and_every_mijlpaal_and_whose_words_they_are(landkaart_2009):
    at = visit("uitleg")

    assert not at.exception
    said = texts(at)
    assert all(rule in said for rule in RULES)
    assert [expander.label for expander in at.expander] == [mijlpaal.titel for mijlpaal in catalogus().mijlpalen]
    assert all(mijlpaal.definitie in said for mijlpaal in catalogus().mijlpalen)
    assert catalogus().herkomst in said
    assert "**reconstructie**" in said
