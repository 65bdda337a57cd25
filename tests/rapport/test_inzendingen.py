from landkaart.domein.inzendingen import Inzendingen
from landkaart.rapport.inzendingen import why_not_the_same
from tests.steps.factories import uitvraag


def found(ingediend="", gereageerd="", ervoor="", erna="") -> Inzendingen:
    return Inzendingen(*map(frozenset, (ingediend, gereageerd, ervoor, erna)))


def test_where_the_figures_are_one_nothing_is_said():
    assert why_not_the_same(found("ab", "ab"), uitvraag()) == ""


def test_everything_that_lies_between_them_is_said():
    assert why_not_the_same(found("abc", "ad", ervoor="b", erna="c"), uitvraag()) == (
        "Ingediend over 2009-2: **3**, 1 al voor de opening op 15 juli 2009 en 1 pas na de sluiting, wat niet telt in wat "
        "toen is vastgesteld. In de uitvraag zelf gereageerd, en dat telt het landelijk beeld: **2**, 1 met een invulling "
        "over een eerder tertaal."
    )
