from dataclasses import replace

import pytest

from landkaart.domein.indicatie import Indicatie
from landkaart.domein.prognose import Prognoses, prognoses
from landkaart.domein.prognose_toets import Proef
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import prognose, prognose_text
from landkaart.rapport.prognose_figuur import groen_per_tertaal
from tests.steps.factories import TERTAAL, beeld, stand

BEFORE, TWO_BEFORE = TERTAAL.before(), TERTAAL.before(2)
SOONER, LATER, SAME = prognose.SOONER, prognose.LATER, prognose.SAME


def bands(volledig: int) -> str:
    return "3" * volledig + "0" * (14 - volledig)


def three(**counts: tuple[int, int, int]):
    """A beeld in which each werkplein had so many mijlpalen at Volledig two tertalen ago, one ago and now."""
    first, second, third = (stand({code: bands(each[place]) for code, each in counts.items()}) for place in range(3))
    return beeld(
        third, {TWO_BEFORE: first, BEFORE: second}, indicaties={"assen": Indicatie.DIT_JAAR, "ede": Indicatie.SLUIT}
    )


def test_every_werkplein_has_a_row_in_words_by_name():
    found = three(ede=(6, 8, 10), assen=(6, 7, 8), breda=(9, 9, 9), delft=(14, 14, 14))
    table = prognose.screen_table(prognose.prognose_of(found))

    assert table.fillna("").to_numpy().tolist() == [
        ["assen", 57, 7.1, "2011-2", "2011-2", "haalt het dit jaar", SOONER],
        ["breda", 64, 0.0, "bij dit tempo niet", "", "", ""],
        ["delft", 100, 0.0, "al op 100%", "", "", ""],
        ["ede", 71, 14.3, "2010-1", "2010-1", "sluit", ""],
    ]


@pytest.mark.parametrize(
    ("verwachting", "vroegst", "laatst", "said"),
    [
        ("bereikt", "2010-1", "2011-2", "2010-1 t/m 2011-2"),
        ("bereikt", "2010-1", "2010-1", "2010-1"),
        ("bereikt", "2010-1", None, "2010-1 of later, of niet"),
        ("niet", "2012-1", None, "2012-1 of later, of niet"),
        ("niet", None, None, None),
        ("groen", "2009-2", "2009-2", None),
        ("te_weinig_gegevens", None, None, None),
    ],
)
def test_the_range_is_said_by_its_two_ends(verwachting, vroegst, laatst, said):
    assert prognose.marge_text(verwachting, vroegst, laatst) == said


@pytest.mark.parametrize(
    ("tempo", "ako", "said"),
    [
        ("niet", "dit_jaar", SOONER),
        ("volgend_jaar", "niet", LATER),
        ("volgend_jaar", "volgend_jaar", SAME),
        ("niet", "sluit", None),
        ("niet", None, None),
        (None, "niet", None),
    ],
)
def test_the_judgement_of_the_ako_stands_beside_the_pace(tempo, ako, said):
    assert prognose.ako_against_tempo(tempo, ako) == said


def test_the_picture_counts_until_now_and_computes_until_the_end_of_next_year():
    found = three(assen=(6, 7, 8), breda=(6, 8, 10), delft=(14, 14, 14))
    figuur = groen_per_tertaal(found, prognoses(found))

    assert figuur.tabel.to_numpy().tolist() == [
        ["2008-3", "geteld", 1, 1, 1],
        ["2009-1", "geteld", 1, 1, 1],
        ["2009-2", "geteld", 1, 1, 1],
        ["2009-3", "berekend", 1, 1, 1],
        ["2010-1", "berekend", 2, 2, 2],
        ["2010-2", "berekend", 2, 2, 2],
        ["2010-3", "berekend", 2, 2, 2],
    ]
    assert "(3 werkpleinen)" in figuur.titel


def test_the_answer_names_the_end_of_next_year_and_the_range_where_there_is_one():
    found = prognoses(three(assen=(6, 7, 8), breda=(6, 8, 10)))

    assert prognose_text.lead_sentence(found) == (
        "Bij het eigen tempo zijn op 1 januari 2011 ongeveer **1 van 2 werkpleinen** op 100%: berekend, geen oordeel"
    )


def test_in_the_last_tertaal_of_a_year_its_end_is_now_and_no_figure_of_its_own():
    stands = {Tertaal(2009, 3).before(steps): stand(assen=bands(6)) for steps in range(3)}
    names = [name for name, _ in prognose_text.key_figures(Prognoses.of(stands, Tertaal(2009, 3)))]

    assert names == ["Op 100% in 2009-3", "Op 100% op 1 januari 2011", "Bij dit tempo niet"]


@pytest.mark.parametrize(
    ("tempo", "said"),
    [(2.0, "Dat is beter dan"), (3.9, "Dat is **nauwelijks beter** dan"), (4.0, "Dat is **niet beter** dan")],
)
def test_whether_it_beats_what_is_simpler_is_said_as_it_is(tempo, said):
    (found,) = prognose_text.proof_sentences([Proef(1, 10, tempo, gelijk=4.0, stap=5.0)])

    assert found.startswith(f"Eén tertaal vooruit zat deze prognose er gemiddeld **{tempo:.1f} punt**".replace(".", ","))
    assert said in found


def test_what_could_not_be_tried_is_not_said():
    nan = float("nan")

    assert prognose_text.proof_sentences([Proef(1, 0, nan, nan, nan)]) == []


def test_what_is_still_being_filled_in_proves_nothing():
    closed = three(assen=(6, 7, 8))

    assert list(prognose.closed_stands(closed)) == [TWO_BEFORE, BEFORE, TERTAAL]
    assert list(prognose.closed_stands(replace(closed, gesloten=False))) == [TWO_BEFORE, BEFORE]
