"""What must hold between the figures of a report: it does, and what does not is said before anything else."""

from dataclasses import replace

import pytest

from landkaart.domein.rapportage import Opzet, Rapportage, RapportDeel
from landkaart.rapport.rapportage import rapport as report
from landkaart.rapport.rapportage.controle import bevindingen
from landkaart.rapport.rapportage.model import Cel, Cijfer, Notatie, Paragraph, RapportGrid
from landkaart.rapport.rapportage.rapport import compose, grids_of


@pytest.fixture
def grids(gegevens_2009):
    return grids_of(gegevens_2009)


def changed(grid: RapportGrid, key: str, **values) -> RapportGrid:
    return replace(grid, rijen={**grid.rijen, key: {**grid.rijen[key], **values}})


def test_all_of_2009_agrees(samengesteld_2009):
    assert len(samengesteld_2009.bevindingen) == 27
    assert samengesteld_2009.fouten == []


# A table, a row, what stands there instead, and how many identities then do not hold any more.
BROKEN = [
    ("tabel2", "Realiseren", {"niet": 10}, "Tabel 2: in elk van de 7 rijen", "Realiseren: 126, moet zijn 125"),
    ("tabel2", "Realiseren", {"niet_pct": 8}, "Tabel 2: elk aandeel", "Realiseren, Niet: 8, moet zijn 7"),
    (
        "tabel3",
        "integrale-teams",
        {"volledig": 22},
        "Tabel 3: in elk van de 14 rijen",
        "Integrale teams: 124, moet zijn 125",
    ),
    ("tabel4", "2009-2", {"gemiddelde": 68}, "Tabel 4 geeft voor dit tertaal", "2009-2: 68, moet zijn 67"),
    ("tabel4", "2008-3", {"verschil": 5}, "Tabel 4: elk verschil", "2008-3: 5, moet zijn 4"),
    ("richtingen", "vooruit", {"aantal": 50}, "Vooruit + gelijk + achteruit + nieuw", "samen: 126, moet zijn 125"),
    (
        "richtingen",
        "achteruit",
        {"aantal": 12},
        "De lijsten van wie vooruit- en achteruitgingen",
        "Achteruit: 13, moet zijn 12",
    ),
    ("achteruit", "tiel", {"verschil": -6}, "Van elk werkplein is het verschil", "Tiel: -6, moet zijn -7"),
    ("overgangen", "totaal", {"niet": 8}, "Van band naar band: wie in elke band", "Niet: 8, moet zijn 7"),
    ("actualiteit", "eerder", {"aantal": 27}, "De klassen van actualiteit", "samen: 128, moet zijn 127"),
    ("indicaties", "sluit", {"aantal": 3}, "De AKO-indicaties", "samen: 126, moet zijn 125"),
    ("vraag integraal-per-2010", "nee", {"aantal": 31}, "Van elke extra vraag", "128, moet zijn 127"),
]


@pytest.mark.parametrize(
    ("naam", "rij", "anders", "wat", "uitkomst"), BROKEN, ids=[f"{each[0]} {each[1]}" for each in BROKEN]
)
def test_one_figure_that_is_another_is_found(gegevens_2009, grids, naam, rij, anders, wat, uitkomst):
    broken = {**grids, naam: changed(grids[naam], rij, **anders)}

    failing = [each for each in bevindingen(gegevens_2009, broken, []) if not each.klopt]

    [found] = [each for each in failing if each.wat.startswith(wat)]
    assert uitkomst in found.uitkomst


def test_a_figure_in_a_sentence_is_held_against_its_table(gegevens_2009, samengesteld_2009, grids):
    """The 40% of the report of 2009, where its own table gives 39."""
    [chapter] = [each for each in samengesteld_2009.rapport.hoofdstukken if each.deel is RapportDeel.BEWEGING]
    forty = Paragraph(("Vooruit: ", Cijfer(40, Notatie.PROCENT, Cel("richtingen", "vooruit", "aandeel")), "."))
    wrong = replace(chapter, blokken=(forty, *chapter.blokken))

    [found] = [each for each in bevindingen(gegevens_2009, grids, [wrong]) if not each.klopt]

    assert found.wat == "Wie gingen vooruit en achteruit: de 11 cijfers in de zinnen zijn die van hun tabel"
    assert found.uitkomst == "klopt niet: 40% in ‘Vooruit: 40%.’; de tabel heeft 39"


def test_what_does_not_hold_is_printed_also_where_the_check_was_left_out(gegevens_2009, grids, monkeypatch):
    broken = {**grids, "richtingen": changed(grids["richtingen"], "vooruit", aandeel=40)}
    monkeypatch.setattr(report, "grids_of", lambda found: dict(broken))
    without = Rapportage(Opzet().without(RapportDeel.CONTROLE))

    found = compose(replace(gegevens_2009, rapportage=without))

    first = found.rapport.hoofdstukken[0]
    assert first.deel is RapportDeel.CONTROLE
    assert first.blokken[0] == Paragraph((report.FAILING,), nadruk=True)
    assert len(found.fouten) == 2  # In the conclusions, and in the chapter itself.


def test_where_all_agrees_it_can_be_left_out(gegevens_2009):
    without = Rapportage(Opzet().without(RapportDeel.CONTROLE))

    found = compose(replace(gegevens_2009, rapportage=without))

    assert RapportDeel.CONTROLE not in [each.deel for each in found.rapport.hoofdstukken]


def test_chapters_stand_in_the_order_that_was_chosen(gegevens_2009):
    chosen = (RapportDeel.VRAGEN, RapportDeel.INLEIDING, RapportDeel.CONCLUSIES)

    found = compose(replace(gegevens_2009, rapportage=Rapportage(Opzet(chosen))))

    # Of the introduction nothing was typed.
    assert [each.deel for each in found.rapport.hoofdstukken] == [RapportDeel.VRAGEN, RapportDeel.CONCLUSIES]
