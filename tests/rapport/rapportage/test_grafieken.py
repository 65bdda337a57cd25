"""What was drawn is not drawn again, and another chart never gets the picture of this one."""

from dataclasses import replace

from landkaart.rapport.rapportage import grafieken
from landkaart.rapport.rapportage.grafieken import draw, figuur_of
from landkaart.rapport.rapportage.model import RapportChart
from landkaart.rapport.rapportage.rapport import compose


def test_a_chart_that_did_not_change_is_drawn_once(gegevens_2009, monkeypatch):
    drawn = []
    monkeypatch.setattr(grafieken, "draw_now", lambda chart, found: drawn.append(chart.titel) or len(drawn))
    grafieken.KEPT.clear()
    blocks = [block for chapter in compose(gegevens_2009).rapport.hoofdstukken for block in chapter.blokken]
    one, other = [block for block in blocks if isinstance(block, RapportChart)][:2]
    found = figuur_of(one, gegevens_2009)

    assert [draw(one, found), draw(one, found), draw(other, figuur_of(other, gegevens_2009))] == [1, 1, 2]
    assert draw(replace(one, titel="Anders"), found) == 3
    assert draw(one, replace(found, spec={**found.spec, "description": "anders"})) == 4
    grafieken.KEPT.clear()


def test_no_more_are_kept_than_there_is_place_for(gegevens_2009, monkeypatch):
    monkeypatch.setattr(grafieken, "draw_now", lambda chart, found: chart.titel)
    monkeypatch.setattr(grafieken, "MOST", 2)
    grafieken.KEPT.clear()
    charts = [
        block
        for chapter in compose(gegevens_2009).rapport.hoofdstukken
        for block in chapter.blokken
        if isinstance(block, RapportChart)
    ]
    for chart in charts[:4]:
        draw(chart, figuur_of(chart, gegevens_2009))

    assert list(grafieken.KEPT.values()) == [each.titel for each in charts[2:4]]
    grafieken.KEPT.clear()
