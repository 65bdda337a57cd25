import pytest

from db.act import begin_act
from db.actions.prognoses import keep_prognoses
from db.engine import read_session
from db.queries.prognoses import prognoses
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal
from tests.steps.drive import texts, visit


def figures(at):
    return {metric.label: metric.value for metric in at.metric}


def shown(at, toon=None):
    if toon:
        at.get_by_key("toon").set_value(toon).run()
    return at.dataframe[0].value


def test_the_page_answers_with_how_many_get_there_and_calls_it_computed(landkaart_2009):
    at = visit("prognose")

    assert not at.exception
    assert (
        "Bij het eigen tempo zijn op 1 januari 2011 ongeveer **31 van 125 werkpleinen** op 100% (tussen 22 en 42): "
        "berekend, geen oordeel. Gerekend over 125 werkpleinen, stand bij de sluiting op 31 augustus 2009 om 24:00 uur."
    ) in texts(at)
    assert figures(at) == {
        "Op 100% in 2009-2": "4",
        "Op 100% op 1 januari 2010": "8",
        "Op 100% op 1 januari 2011": "31",
        "Bij dit tempo niet": "6",
    }


def test_every_werkplein_has_its_row_with_the_judgement_of_the_ako_beside_it(landkaart_2009):
    table = shown(visit("prognose")).set_index("naam")

    assert len(table) == 125
    assert table.loc["Almere"].to_list() == [
        78,
        4.2,
        "2011-2",
        "2011-1 t/m 2012-3",
        "haalt het dit jaar",
        "AKO verwacht het eerder",
    ]
    assert table.loc["Assen", "wanneer"] == "al op 100%"
    assert table.loc["Alkmaar", "naast_elkaar"] == "hetzelfde"


def test_the_table_shows_only_those_that_the_ako_expects_otherwise_when_that_is_asked(landkaart_2009):
    at = visit("prognose")

    assert set(shown(at, "anders")["naast_elkaar"]) == {"AKO verwacht het eerder"}
    assert len(shown(at)) == 96
    assert len(shown(at, "dit_jaar")) == 8


def test_a_link_brings_back_what_was_shown(landkaart_2009):
    assert len(shown(visit("prognose", toon="dit_jaar"))) == 8
    assert len(shown(visit("prognose", toon="bestaat-niet"))) == 125


def test_how_far_off_it_was_is_computed_and_compared_with_what_is_simpler(landkaart_2009):
    said = texts(visit("prognose"))

    assert (
        "Eén tertaal vooruit zat deze prognose er gemiddeld **4,5 punt** naast (250 voorspellingen). Dat is **nauwelijks "
        "beter** dan aannemen dat er niets verandert (4,5 punt) en de laatste stap herhalen (4,8 punt)."
    ) in said
    assert "Twee tertalen vooruit zat deze prognose er gemiddeld **6,8 punt** naast (125 voorspellingen)." in said


def test_earlier_prognoses_stand_beside_what_came(landkaart_2009):
    at = visit("prognose")

    assert at.dataframe[1].value.to_numpy().tolist() == [["2008-3", 125, 3.2, 24], ["2009-1", 125, 5.7, 11]]
    at.session_state["terugblik_open"] = True
    at.run()
    assert at.dataframe[2].value.iloc[0].to_list() == ["Alkmaar", 52, 47, -5]


def test_looking_back_goes_by_what_was_kept(landkaart_2009):
    with begin_act(operator()) as act:
        keep_prognoses(act, Tertaal(2009, 1))
    with read_session() as session:
        kept = prognoses(session=session, tertaal=Tertaal(2009, 1))

    assert len(kept) == 125
    assert visit("prognose").dataframe[1].value["afwijking"].to_list() == [3.2, 5.7]


@pytest.mark.parametrize("tertaal", ["2008-1", "2008-2"])
def test_too_few_tertalen_is_a_sentence_that_says_what_to_do(landkaart_2009, tertaal):
    at = visit("prognose", tertaal=tertaal)

    assert not at.exception
    assert "Kies hierboven een later tertaal" in texts(at)
    assert not at.dataframe


def test_before_there_is_anything_to_look_back_on_the_page_says_so(landkaart_2009):
    at = visit("prognose", tertaal="2008-3")

    assert not at.exception
    assert "te weinig tertalen om op terug te kijken" in texts(at)
    assert len(at.dataframe) == 1


def test_a_row_opens_the_werkplein(landkaart_2009):
    at = visit("prognose")

    at.session_state["prognose-2009-2-alle-1"] = {"selection": {"rows": [0], "columns": [], "cells": []}}
    at.run()

    assert at.title[0].value == "Alkmaar"


def test_without_any_data_the_page_says_what_to_do(database):
    at = visit("prognose")

    assert not at.exception
    assert "Er zijn nog geen gegevens" in texts(at)
