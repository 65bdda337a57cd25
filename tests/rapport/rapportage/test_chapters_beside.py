"""The kengetallen and the afspraken of the Plan van Aanpak in the report: what stands there, and as of when."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from landkaart.domein.plan import PlanAfspraak, PlanInhoud, PlanStand, PlanStatus, StandVanZaken
from landkaart.domein.rapportage import RapportDeel
from landkaart.rapport.kengetallen import kengetal_tabellen
from landkaart.rapport.rapportage.grafieken import figuur_of
from landkaart.rapport.rapportage.model import Bullets, Notatie, Paragraph, RapportChart, RapportGrid, Subheading, plain
from landkaart.rapport.rapportage.rapport import compose, grids_of
from tests.steps.kengetallen import kengetal


def chapter(found, deel):
    """What stands in a chapter; nothing where it is left out."""
    return next((each.blokken for each in compose(found).rapport.hoofdstukken if each.deel is deel), ())


def with_kengetallen(found, *kengetallen):
    return replace(found, kengetallen=kengetallen)


def test_every_table_of_kengetallen_stands_in_its_chapter_under_its_heading(gegevens_2009):
    blocks = chapter(gegevens_2009, RapportDeel.KENGETALLEN)
    titles = [block.titel for block in blocks if isinstance(block, RapportGrid)]

    assert titles == [
        *(each.titel for each in kengetal_tabellen(gegevens_2009.kengetallen)),
        "Verschillen in de gedrukte cijfers",
    ]
    assert [block.tekst for block in blocks if isinstance(block, Subheading)] == [
        "KPI's", "Standcijfers", "Klantgerichtheid", "BVG", "Begrotingsartikel 47", "Plan van Aanpak",
        "Controle van de kengetallen",
    ]  # fmt: skip


def test_every_figure_stands_in_its_table_as_it_was_printed(gegevens_2009):
    grids = grids_of(gegevens_2009)
    for tabel in kengetal_tabellen(gegevens_2009.kengetallen):
        shown = [tuple(row.values()) for row in grids[f"kengetal {tabel.code}"].rijen.values()]

        assert shown == [tuple(None if text != text else text for text in row) for row in tabel.table.to_numpy().tolist()]


def test_n_b_is_not_0_and_not_empty(gegevens_2009):
    figures = [
        kengetal("n.b.", periode="2008"),
        kengetal("0", periode="2009"),
        kengetal("5", periode="2010", indicator="Ander"),
    ]
    [grid] = [block for block in chapter(with_kengetallen(gegevens_2009, *figures), RapportDeel.KENGETALLEN)
              if isinstance(block, RapportGrid)]  # fmt: skip

    assert grid.text_rows() == [["Banen", "n.b.", "0", "–"], ["Ander", "–", "–", "5"]]


def test_figures_stand_at_the_right_and_their_column_is_as_wide_as_the_longest_needs(gegevens_2009):
    figures = [kengetal("1"), kengetal("1234567890", periode="2010")]
    short, long = grids_of(with_kengetallen(gegevens_2009, *figures))["kengetal banen"].kolommen[1:]

    assert {short.vorm, long.vorm} == {Notatie.GEDRUKT}
    assert short.is_number
    assert long.breed > short.breed == 1


def test_a_table_has_a_picture_where_there_is_something_to_draw_and_its_sentences_stand_below_it(gegevens_2009):
    drawn = chapter(with_kengetallen(gegevens_2009, kengetal("10")), RapportDeel.KENGETALLEN)
    not_drawn = chapter(with_kengetallen(gegevens_2009, kengetal("n.b.")), RapportDeel.KENGETALLEN)

    assert [type(block) for block in drawn[:4]] == [Subheading, RapportChart, RapportGrid, Bullets]
    assert [type(block) for block in not_drawn[:3]] == [Subheading, RapportGrid, Bullets]
    with pytest.raises(KeyError, match="banen"):
        figuur_of(drawn[1], with_kengetallen(gegevens_2009, kengetal("n.b.")))


def test_what_the_sources_print_that_does_not_agree_is_listed_as_theirs(gegevens_2009):
    blocks = chapter(gegevens_2009, RapportDeel.KENGETALLEN)

    assert plain(blocks[-2].zin) == (
        "Van de 35 controles op de gedrukte cijfers kloppen er 24 en wijken er 11 af. Die verschillen staan zo in de bron: "
        "de landkaart toont wat de bron drukt."
    )
    assert len(blocks[-1].rijen) == 11


def test_without_kengetallen_and_without_afspraken_their_chapters_are_left_out(gegevens_2009):
    found = replace(gegevens_2009, kengetallen=(), plan=())

    assert chapter(found, RapportDeel.KENGETALLEN) == chapter(found, RapportDeel.PLAN) == ()


def stand(op: date, tekst: str, status=PlanStatus.LOOPT, uiterlijk=None) -> PlanStand:
    return PlanStand(StandVanZaken(status, "eind 2009", uiterlijk, tekst, op), "Ada", datetime(2009, 12, 1, tzinfo=UTC))


def afspraak(*standen: PlanStand) -> PlanAfspraak:
    return PlanAfspraak(PlanInhoud("II.1", "Vraaggerichtheid", "Samen", "UWV", "2009"), standen)


# The uitvraag closed when 1 September began.
@pytest.mark.parametrize(("second", "shown"), [(date(2009, 8, 31), "Tweede"), (date(2009, 9, 1), "Eerste")])
def test_an_afspraak_stands_in_it_as_it_stood_at_the_closing(gegevens_2009, second, shown):
    found = replace(gegevens_2009, plan=(afspraak(stand(date(2009, 8, 30), "Eerste"), stand(second, "Tweede")),))
    [grid] = [block for block in chapter(found, RapportDeel.PLAN) if isinstance(block, RapportGrid)]

    assert grid.text_rows() == [["II.1", "Samen", "UWV", "2009", "eind 2009", shown, "Loopt"]]


def test_of_what_was_said_only_later_there_is_nothing_in_it(gegevens_2009):
    found = replace(gegevens_2009, plan=(afspraak(stand(date(2009, 9, 1), "Later")),))

    assert chapter(found, RapportDeel.PLAN) == ()


def test_what_is_late_and_what_is_due_is_said_above_the_tables(gegevens_2009):
    said = [plain(block.zin) for block in chapter(gegevens_2009, RapportDeel.PLAN) if isinstance(block, Paragraph)]

    assert said[0] == "Van de 18 afspraken onder 5 thema's zijn er 11 gereed, lopen er 6 en is er 1 te laat."
    assert said[1].startswith("Te laat of over tijd op 31 augustus 2009: I.2 (")
    assert "I.6 (Werkconferentie over duurzame re-integratie, 2009)" in said[1]
    assert said[2].startswith("Klaar binnen vier maanden na 31 augustus 2009: I.1 (")
