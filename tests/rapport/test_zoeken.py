import pytest

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.stand import empty_stand
from landkaart.domein.vergelijking import Richting
from landkaart.domein.zoeken import Voorwaarde, Zoekvraag
from landkaart.rapport import zoeken
from tests.steps.factories import beeld, row_with, stand

FOUND = beeld(stand(assen="3", breda=row_with("3", ketenjaarplan=1)))
PLAN, TOTAL = "ketenjaarplan:minstens-gedeeltelijk", "totaal:volledig"


def vraag(*texts: str, **what) -> Zoekvraag:
    return Zoekvraag(tuple(map(Voorwaarde.parse, texts)), **what)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (vraag(TOTAL), "waar de totale score Volledig is"),
        (vraag(PLAN, TOTAL), "waar Ketenjaarplan vastgesteld minstens Gedeeltelijk is en de totale score Volledig is"),
        (vraag("borgen:niet", TOTAL, alle=False), "waar de fase Borgen Niet is of de totale score Volledig is"),
        (vraag(TOTAL, "borgen:volledig"), "waar de totale score en de fase Borgen Volledig zijn"),
        (vraag(TOTAL, "borgen:volledig", alle=False), "waar de totale score of de fase Borgen Volledig is"),
        (vraag(provincie="Drenthe", richting=Richting.NIEUW), "in de provincie Drenthe zonder stand in 2009-1"),
        (vraag(actualiteit=Actualiteit.VEROUDERD), "met een verouderde invulling"),
        (vraag(indicatie=Indicatie.NIET), "met de AKO-indicatie ‘haalt het niet’"),
    ],
)
def test_a_question_is_read_back_in_dutch(asked, said):
    assert zoeken.read_back(asked, FOUND, 12) == f"In 2009-2 zijn er 12 werkpleinen {said}."


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "zijn er geen werkpleinen"), (1, "is er 1 werkplein"), (1200, "zijn er 1.200 werkpleinen")],
)
def test_the_count_is_said_as_a_person_would(number, said):
    assert zoeken.read_back(vraag(TOTAL), FOUND, number) == f"In 2009-2 {said} waar de totale score Volledig is."


def test_a_row_has_the_name_the_score_and_the_asked_bands_once():
    table = zoeken.results(vraag(PLAN, "ketenjaarplan:niet", TOTAL, alle=False), FOUND)

    assert table.to_dict("list") == {"code": ["assen"], "naam": ["assen"], "score": [100], "ketenjaarplan": ["volledig"],
                                     "totaal": ["volledig"]}  # fmt: skip


def test_on_the_screen_a_band_has_its_sign_and_its_name():
    table = zoeken.screen_table(zoeken.results(vraag("ketenjaarplan:in_ontwikkeling"), FOUND))

    assert table.to_numpy().tolist() == [["breda", 95, "■ In ontwikkeling"]]


def test_nobody_gives_a_table_of_no_rows_with_its_columns():
    table = zoeken.screen_table(zoeken.results(vraag(PLAN), beeld(empty_stand())))

    assert (len(table), list(table.columns)) == (0, ["naam", "score", "ketenjaarplan"])
