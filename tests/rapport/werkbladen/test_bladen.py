"""What stands on each sheet: figures as the tables have them, and words that people understand."""

from dataclasses import replace
from datetime import date

import pytest

from landkaart.domein.band import Band
from landkaart.domein.bijlagen import GEEN
from landkaart.domein.stand import empty_stand
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.files import TABLES
from landkaart.rapport.werkbladen.blad import Gedrukt, Grafiek
from landkaart.rapport.werkbladen.bladen import bladen
from landkaart.rapport.werkbladen.voorblad import EMPTY, cover
from tests.steps.factories import beeld, stand, uitvraag

NAMES = [
    "Tabel 2 Fasen", "Tabel 3 Mijlpalen", "Tabel 4 Historie", "Vergelijking", "Groen", "Bijna groen", "Achterblijvers",
    "AKO-indicatie", "Actualiteit", "Drijfveren", "Overgangen", "Extra vragen", "Kengetallen", "Controles",
    "Plan van Aanpak",
]  # fmt: skip


def headings(blad) -> list[str]:
    return [kolom.kop for kolom in blad.kolommen]


def test_there_is_a_sheet_for_every_table_and_for_what_stands_beside_the_landkaart(bladen_2009):
    assert list(bladen_2009) == NAMES
    assert {title for title, _ in TABLES.values()} <= set(NAMES)


def test_what_was_never_typed_in_has_no_sheet():
    found = [blad.naam for blad in bladen(beeld(stand(a="1"), uitvraag=uitvraag()), GEEN)]

    assert found == [title for title, _ in TABLES.values()]


def test_no_sheet_has_a_name_that_excel_refuses_or_that_another_has(bladen_2009):
    assert len({name.casefold() for name in bladen_2009}) == len(bladen_2009)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in bladen_2009)


def test_headings_are_words_and_none_is_a_code(bladen_2009):
    assert headings(bladen_2009["Tabel 3 Mijlpalen"]) == [
        "Fase", "Mijlpaal", "Gemiddelde (%)", "Niet", "Niet (%)", "In ontwikkeling", "In ontwikkeling (%)",
        "Gedeeltelijk", "Gedeeltelijk (%)", "Volledig", "Volledig (%)",
    ]  # fmt: skip
    assert headings(bladen_2009["Overgangen"]) == ["Van band", *(f"Naar {band.label}" for band in Band)]
    assert [kop for blad in bladen_2009.values() for kop in headings(blad) if "_" in kop or kop != kop.strip()] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_two_columns_of_a_sheet_have_one_heading(bladen_2009, name):
    found = [kop.casefold() for kop in headings(bladen_2009[name])]

    assert len(set(found)) == len(found)


def test_per_cents_are_shares_and_counts_are_counts(bladen_2009):
    row = bladen_2009["Tabel 3 Mijlpalen"].rijen[7]

    assert row[1:5] == ["LWI-MT portefeuille verdeling", 0.57, 23, 0.18]


def test_table_3_has_a_total_that_is_the_first_row_of_table_2(bladen_2009):
    total, row = bladen_2009["Tabel 3 Mijlpalen"].totaal, bladen_2009["Tabel 2 Fasen"].rijen[0]

    assert total[:2] == ["Totaal", "Alle 14 mijlpalen"]
    assert total[2:] == row[2:]


def test_codes_are_said_in_words(bladen_2009):
    assert {row[5] for row in bladen_2009["Vergelijking"].rijen} == {"Vooruit", "Gelijk", "Achteruit"}
    assert "haalt het niet" in {row[3] for row in bladen_2009["AKO-indicatie"].rijen}
    assert {row[0] for row in bladen_2009["Overgangen"].rijen} == {band.label for band in Band}


def test_days_are_days_and_what_is_not_known_is_nothing():
    found = beeld(stand(a="1"), uitvraag=uitvraag(), namen={"b": "b"}, ingediend_op={"b": None})

    [blad] = [each for each in bladen(found, GEEN) if each.naam == "Actualiteit"]
    assert [row[2] for row in blad.rijen] == [date(2009, 8, 3), None]
    assert "nog nooit" in blad.leeg


def test_a_kengetal_is_a_number_with_its_decimals_or_n_b(bladen_2009):
    values = {(row[2], row[4], row[5]): row[6] for row in bladen_2009["Kengetallen"].rijen}

    assert values["Preventie WW", "2009 t/m aug", "realisatie"] == Gedrukt(8617.0, 0)
    assert values["Preventie WW", "2009 t/m aug", "percentage"] == Gedrukt(0.6, 0, True)
    assert values["Zorgtrajecten", "2006", "aandeel"] == Gedrukt(0.04, 1, True)
    assert values["Nuggers", "ultimo 2006", "realisatie"] == "n.b."


def test_the_plan_stands_as_it_stood_at_the_closing(bladen_2009):
    blad = bladen_2009["Plan van Aanpak"]

    assert len(blad.rijen) == 18
    assert blad.noten[1].startswith("Te laat of over tijd op 31 augustus 2009: I.2")


def test_the_plan_is_looked_at_as_of_the_day_of_the_report_also_when_nothing_was_said_of_late(beeld_2009, bijlagen_2009):
    assert bijlagen_2009.plan_dag == date(2009, 8, 31)
    later = replace(bijlagen_2009, plan_dag=date(2010, 4, 30))

    *_, blad = bladen(beeld_2009, later)

    assert blad.noten[1].startswith("Te laat of over tijd op 30 april 2010: I.1")


def test_only_tables_3_and_4_have_a_chart_and_without_anybody_neither(bladen_2009):
    drawn = {name: blad.grafiek for name, blad in bladen_2009.items() if blad.grafiek is not Grafiek.GEEN}
    assert drawn == {"Tabel 3 Mijlpalen": Grafiek.BANDEN, "Tabel 4 Historie": Grafiek.LIJN}

    nobody = {blad.naam: blad for blad in bladen(beeld(empty_stand(), uitvraag=uitvraag()), GEEN)}
    assert nobody["Tabel 3 Mijlpalen"].grafiek is Grafiek.GEEN
    assert nobody["Tabel 3 Mijlpalen"].totaal[2:5] == [None, 0, None]
    assert nobody["Groen"].rijen == []


@pytest.mark.parametrize("name", NAMES)
def test_a_column_is_as_wide_as_its_longest_text_and_no_wider_than_fits(bladen_2009, name):
    blad = bladen_2009[name]

    for place, width in enumerate(blad.widths):
        texts = [row[place] for row in blad.rijen if isinstance(row[place], str)]
        assert 8 <= width <= 60
        assert all(len(text) < width or width == 60 for text in texts)


def test_the_cover_has_every_sheet_with_how_many_rows_and_why_a_cell_is_empty(beeld_2009, bladen_2009):
    regels = list(cover("Titel", beeld_2009, list(bladen_2009.values())))

    ways = {regel.blad: regel.tekst for regel in regels if regel.blad}
    assert list(ways) == [*NAMES, "Hoe het telt", "Herkomst"]
    assert ways["Kengetallen"].endswith("(353 rijen)")
    reasons = {regel.naam: regel.tekst for regel in regels}
    assert reasons["Op elk blad"] == EMPTY
    assert "het is nieuw, niet gelijk" in reasons["Vergelijking"]


def test_every_column_that_can_be_empty_is_explained(bladen_2009):
    """A sheet with an empty cell says why one can be."""
    silent = [name for name, blad in bladen_2009.items() if any(None in row for row in blad.rijen) and not blad.leeg]

    assert silent == []


def test_a_comparison_with_another_tertaal_is_named():
    found = beeld(stand(a="1"), {Tertaal(2008, 1): stand(a="0"), Tertaal(2009, 1): stand(a="0")}, uitvraag=uitvraag())

    titles = {blad.naam: blad.titel for blad in bladen(found.compared_with(Tertaal(2008, 1)), GEEN)}
    assert titles["Vergelijking"] == "Elk werkplein, vergeleken met 2008-1"
