"""What the AKO types: as paragraphs in the report, and held against its tables."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from landkaart.domein.rapportage import Opzet, Rapportage, RapportDeel, RapportPlek, RapportTekst, TekstPlek
from landkaart.rapport.rapportage.eigen_tekst import blocks_of, meldingen
from landkaart.rapport.rapportage.model import Bullets, GridColumn, Paragraph, RapportGrid, Vindplaats
from landkaart.rapport.rapportage.rapport import compose, grids_of

HERE, BELOW = RapportPlek(RapportDeel.CONCLUSIES), RapportPlek(RapportDeel.CONCLUSIES, TekstPlek.ONDER)
NOW, USUAL = datetime(2009, 12, 1, tzinfo=UTC), Opzet()


def typed(text: str, plek: RapportPlek = HERE, opzet: Opzet = USUAL) -> Rapportage:
    return Rapportage(opzet, {plek: RapportTekst(text, "Ada", NOW)})


@pytest.fixture(scope="module")
def grids(gegevens_2009):
    return grids_of(gegevens_2009)


def pointed_out(text, grids):
    return [(each.cijfer, each.dichtstbij) for each in meldingen(typed(text), grids)]


@pytest.mark.parametrize(
    "text",
    [
        "Van de 125 werkpleinen ging 39% vooruit.",
        "39 procent ging vooruit, 49 werkpleinen.",
        "Op 1 september 2009 sloot de uitvraag van 2009-2; zie tabel 3 en hoofdstuk 5.",
        "De 14 mijlpalen en 6 fasen; 100% is volledig, 33-65% in ontwikkeling.",
        "De vergadering is om 14:00 uur op 12-10-2009, in het 2e tertaal van 2009.",
        "Er zijn 1 aanspreekpunt en LWI-MT portefeuille verdeling.",
    ],
)
def test_what_a_table_has_and_what_is_no_count_is_left_alone(grids, text):
    assert pointed_out(text, grids) == []


@pytest.mark.parametrize(
    ("text", "quoted", "nearest"),
    [
        ("Een kleine 40% ging vooruit.", "40%", "39%"),
        ("Dat is 68,5 procent.", "68,5 procent", "69%"),
        ("Er gingen 139 werkpleinen vooruit.", "139", "142"),
        ("Samen 1.240 klanten.", "1.240", "1.260"),
    ],
)
def test_a_figure_that_no_table_has_is_pointed_out_with_the_nearest(grids, text, quoted, nearest):
    [(found, near)] = pointed_out(text, grids)

    assert found == quoted
    assert near.startswith(f"{nearest} (")


def test_a_score_of_one_werkplein_is_known_where_that_werkplein_is_named(grids):
    """Nieuwegein went from 40% to 45%."""
    assert pointed_out("Nieuwegein kwam van 40%.", grids) == []
    assert [quoted for quoted, _ in pointed_out("Een kleine 40% ging vooruit.", grids)] == ["40%"]


def test_how_many_rows_a_table_has_is_a_count_and_no_percentage():
    rows = {str(number): {"wat": f"rij {number}"} for number in range(7)}
    grid = RapportGrid("proef", "Proef", (GridColumn("Wat", ("wat",)),), rows, Vindplaats("Proef", "/"))

    assert pointed_out("Er zijn er 7.", {"proef": grid}) == []
    assert [quoted for quoted, _ in pointed_out("Het is 7%.", {"proef": grid})] == ["7%"]


def test_the_same_figure_is_pointed_out_once_for_each_way_it_is_written(grids):
    assert [quoted for quoted, _ in pointed_out("140, en nog eens 140 en 141.", grids)] == ["140", "141"]


def test_a_text_of_a_chapter_that_was_left_out_is_not_judged(grids):
    left_out = typed("140 werkpleinen.", opzet=Opzet((RapportDeel.VRAGEN,)))

    assert meldingen(left_out, grids) == []


def test_paragraphs_are_parted_by_an_empty_line_and_dashes_make_a_list():
    assert blocks_of("Een.\nTwee.\n\n- drie\n- vier\n \nVijf.") == [
        Paragraph(("Een.\nTwee.",), getypt=True),
        Bullets([("drie",), ("vier",)]),
        Paragraph(("Vijf.",), getypt=True),
    ]


def test_a_text_stands_above_and_below_the_figures_of_its_chapter(gegevens_2009):
    texts = {HERE: RapportTekst("Boven.", "Ada", NOW), BELOW: RapportTekst("Onder.", "Ada", NOW)}
    rapportage = Rapportage(Opzet((RapportDeel.CONCLUSIES,)), texts)

    [chapter] = compose(replace(gegevens_2009, rapportage=rapportage)).rapport.hoofdstukken

    assert chapter.blokken[0] == Paragraph(("Boven.",), getypt=True)
    assert isinstance(chapter.blokken[1], Bullets)
    assert chapter.blokken[-1] == Paragraph(("Onder.",), getypt=True)


def test_a_chapter_that_is_only_typed_is_there_as_soon_as_something_is(gegevens_2009):
    found = compose(replace(gegevens_2009, rapportage=typed("Dag.", RapportPlek(RapportDeel.INLEIDING))))

    assert found.rapport.hoofdstukken[0].blokken == (Paragraph(("Dag.",), getypt=True),)
