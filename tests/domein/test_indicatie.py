import pytest

from landkaart.domein.band import Band
from landkaart.domein.indicatie import TEGENSPRAAK, AndersBeoordeeld, Indicatie, Oordeel, contradiction
from landkaart.domein.oordelen import per_klasse, tegenspraken, without_stand
from landkaart.domein.tertaal import Tertaal
from tests.steps.factories import beeld, stand

DIT, VOLGEND, NIET, SLUIT = Indicatie
VORIG = Tertaal(2009, 1)


@pytest.mark.parametrize(
    ("indicatie", "score", "before", "said"),
    [
        (DIT, 65.9, 60, "Het AKO verwacht: haalt het dit jaar. De score is 65%, lager dan 66%."),
        (DIT, 66, 66, None),
        (DIT, 66, None, None),
        (DIT, 70.5, 70.6, "Het AKO verwacht: haalt het dit jaar. De score daalde: nu 70%, vorig tertaal 70%."),
        (VOLGEND, 32.9, 40, "Het AKO verwacht: haalt het volgend jaar. De score is pas 32%, lager dan 33%."),
        (VOLGEND, 33, 40, None),
        (VOLGEND, 99.6, 90, None),
        (VOLGEND, 100, 90, "Het AKO verwacht: haalt het volgend jaar. De score is al 100%."),
        (NIET, 89.9, None, None),
        (NIET, 90, None, "Het AKO verwacht: haalt het niet. De score is al 90%."),
        (SLUIT, 0, 100, None),
        (SLUIT, 100, 0, None),
    ],
)
def test_a_judgement_and_a_score_do_not_agree_from_an_edge_on(indicatie, score, before, said):
    assert contradiction(indicatie, score, before) == said


def test_readers_can_read_the_rule():
    assert all(f"{edge}%" in TEGENSPRAAK for edge in (Band.GEDEELTELIJK.edge, Band.IN_ONTWIKKELING.edge, 90, 100))


def test_the_classes_add_up_to_n_and_who_was_not_judged_is_one_of_them():
    found = beeld(stand(a="3", b="2", c="1", d="0"), indicaties={"a": DIT, "b": NIET, "c": NIET, "weg": SLUIT})

    assert per_klasse(found) == {DIT: ["a"], VOLGEND: [], NIET: ["b", "c"], SLUIT: [], None: ["d"]}
    assert without_stand(found) == ["weg"]


def test_only_who_was_judged_and_has_a_stand_can_be_contradicted():
    found = beeld(
        stand(hoog="3", daalde="2", nooit="3"),
        {VORIG: stand(hoog="3", daalde="3")},
        indicaties={"hoog": NIET, "daalde": DIT, "weg": DIT},
    )

    assert tegenspraken(found) == {
        "hoog": "Het AKO verwacht: haalt het niet. De score is al 100%.",
        "daalde": "Het AKO verwacht: haalt het dit jaar. De score daalde: nu 66%, vorig tertaal 100%.",
    }


@pytest.mark.parametrize(
    ("oordeel", "said"),
    [
        (None, "Intussen is het oordeel teruggenomen."),
        (Oordeel(NIET), "Intussen staat hier iets anders: haalt het niet (uit een bestand)."),
        (Oordeel(NIET, door="Jan"), "Intussen staat hier iets anders: haalt het niet (Jan)."),
    ],
)
def test_who_comes_second_reads_what_stands_there_now(oordeel, said):
    assert str(AndersBeoordeeld(oordeel)) == f"{said} Het uwe is niet opgeslagen; bekijk wat er staat en kies opnieuw."
