"""The kengetallen as readers see them: tables, sentences and controles; those of 2009 beside what the sources print."""

from decimal import Decimal

import pandas as pd
import pytest

from landkaart.domein.kengetal_controles import controles
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import read_paths
from landkaart.rapport import dutch
from landkaart.rapport.csv_texts import csv_text
from landkaart.rapport.kengetal_text import controles_sentence, controles_table, sentences
from landkaart.rapport.kengetallen import LEGEND, KengetalTabel, file_table, kengetal_tabellen, per_hoofdstuk
from tests.steps.kengetallen import FIELDS, kengetal, kengetallen_2009

OF_2009 = {each.code: each for each in kengetal_tabellen(kengetallen_2009())}


def tabel(*kengetallen) -> KengetalTabel:
    return KengetalTabel("banen", kengetallen)


def rows(found: KengetalTabel) -> list[list]:
    return found.table.astype(object).where(found.table.notna(), None).to_numpy().tolist()


@pytest.mark.parametrize(
    ("number", "written"), [("154972", "154.972"), ("-196942", "−196.942"), ("6.8", "6,8"), ("4.0", "4,0"), ("0", "0")]
)
def test_a_number_is_written_as_a_dutch_reader_does(number, written):
    assert dutch.number(Decimal(number)) == written


def test_every_figure_of_2009_stands_in_a_cell_of_its_own():
    found = [each for table in OF_2009.values() for row in table.cells for each in row if each is not None]

    assert len(found) == 353
    assert set(found) == set(kengetallen_2009())


def test_the_tables_stand_under_the_headings_of_the_report():
    assert {name: [each.code for each in group] for name, group in per_hoofdstuk(OF_2009.values()).items()} == {
        "KPI's": ["kpi-uitstroom", "kpi-preventie-frictie"],
        "Standcijfers": ["standcijfers", "kabinetsdoelstelling"],
        "Klantgerichtheid": ["klantgerichtheid-werkzoekenden", "klantgerichtheid-werkgevers"],
        "BVG": ["bvg"],
        "Begrotingsartikel 47": ["47.1", "47.2", "47.3", "47.4", "47.5", "47.6", "47.7"],
        "Plan van Aanpak": ["uitstroom-na-traject", "gestarte-banen", "besteding-w-budget", "re-integratieposities"],
    }


def test_a_table_has_the_columns_that_tell_its_rows_apart_and_says_the_rest_in_its_title():
    found = OF_2009["kpi-uitstroom"]

    assert found.titel == "Uitstroom naar werk (2009 t/m aug, personen)"
    assert list(found.table.columns) == ["Indicator", "Uitsplitsing", "Realisatie", "Streefwaarde", "Percentage"]
    assert rows(found)[:2] == [
        ["Werkzoekenden uitgestroomd naar werk", "totaal", "154.972", "152.346", "102%"],
        ["Werkzoekenden uitgestroomd naar werk", "met indicering WW", "134.431", None, None],
    ]


def test_a_budget_has_a_column_for_each_year_and_for_what_was_planned():
    found = OF_2009["47.1"]

    assert (found.titel, found.table.shape) == ("Tabel 47.1: begrotingsuitgaven (x € 1.000)", (17, 9))
    assert list(found.table.columns[2:]) == ["2008", "2009", "2010", "2011", "2012", "Begroting, 2012", "Verschil, 2012"]
    assert rows(found)[1][2:] == [
        "2.090.809", "2.224.182", "2.480.756", "2.210.589", "1.410.931", "1.466.065", "−55.134",
    ]  # fmt: skip


def test_rows_of_more_units_say_theirs():
    assert list(OF_2009["bvg"].table["Eenheid"]) == ["locaties"] * 4 + ["miljoen euro"]
    assert set(OF_2009["47.7"].table["Eenheid"]) == {"x 1.000", "%"}


def test_not_available_stays_so_and_the_legend_says_what_it_is():
    found = OF_2009["standcijfers"]

    assert rows(found)[-1] == ["Nuggers", *["n.b."] * 6]
    assert found.noten[-1] == LEGEND
    assert LEGEND not in OF_2009["47.1"].noten


def test_a_note_says_what_it_is_about():
    assert OF_2009["standcijfers"].noten[:2] == [
        "Verschil met ultimo 2006: Een daling staat als positief getal.",
        "AG-uitkeringen: AG: IVA, WGA, WAO, WAZ en Wajong.",
    ]
    assert OF_2009["gestarte-banen"].noten == ["Overschatting van NUG, onderschatting van de overige groepen."]
    assert OF_2009["klantgerichtheid-werkzoekenden"].noten[1] == (
        "Bij 5 indicatoren: Verschijnt in een afzonderlijke rapportage."
    )


def test_columns_that_would_be_called_the_same_are_told_apart():
    found = tabel(kengetal("1", soort="indicator"), kengetal("2", soort="Indicator"))

    assert list(found.table.columns) == ["Indicator", "Indicator (1)", "Indicator (2)"]


def test_a_result_stands_beside_its_target():
    assert sentences(OF_2009["kpi-preventie-frictie"]) == [
        "Preventie WW (2009 t/m aug): 8.617 personen, 60% van de streefwaarde van 14.385.",
        "Frictiewerkloosheid WW (2009 t/m aug): 61.622 personen, 160% van de streefwaarde van 38.577.",
    ]


def test_without_a_target_the_last_figure_stands_beside_the_first():
    assert sentences(OF_2009["standcijfers"])[:2] == [
        "Niet-werkende werkzoekenden (x 1.000): van 554 (ultimo 2006) naar 485 (ultimo juli 2009), een daling van 69.",
        "WW-uitkeringen (x 1.000): van 249 (ultimo 2006) naar 259 (ultimo juli 2009), een stijging van 10.",
    ]
    assert sentences(OF_2009["47.6"]) == [
        "Uitstroom naar regulier werk binnen 24 maanden na start re-integratieondersteuning gericht op regulier werk: "
        "van 50% (2010) naar 60% (2012 1e halfjaar), een stijging van 10 punten."
    ]


def test_figures_without_anything_beside_them_stand_in_one_sentence():
    assert sentences(OF_2009["bvg"]) == [
        "Geplande bedrijfsverzamelgebouwen: 130 locaties; Locaties waarin WERKbedrijf blijft: 97 locaties; Vestigingen die "
        "vervallen: 33 locaties; Daarvan mogelijk satelliet: 20 locaties; Bezuiniging regeerakkoord: 190 miljoen euro."
    ]


def test_of_a_long_table_the_totals_are_told():
    assert [each.partition(" (")[0] for each in sentences(OF_2009["47.1"])] == [
        "Verplichtingen", "Uitgaven", "Programma uitgaven", "Ontvangsten",
    ]  # fmt: skip


def test_what_is_not_available_is_counted_and_nothing_is_made_of_it():
    assert sentences(OF_2009["klantgerichtheid-werkgevers"]) == [
        "Van de 5 cijfers in deze tabel zijn er 5 niet beschikbaar (n.b.)."
    ]


def test_a_target_of_0_or_n_b_is_no_target():
    for target in ("0", "n.b."):
        found = tabel(kengetal("5"), kengetal(target, soort="streefwaarde"))
        assert (
            sentences(found)[0] == "Banen: 5 personen." if target == "n.b." else "Banen: 5 personen" in sentences(found)[0]
        )


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ("5", "6", "Banen (personen): van 5 (2008) naar 6 (2009), een stijging van 1."),
        ("5", "5", "Banen (personen): 5 (2009), gelijk aan 2008."),
    ],
)
def test_a_change_has_a_direction_or_there_is_none(then, now, said):
    assert sentences(tabel(kengetal(then, periode="2008"), kengetal(now))) == [said]


def test_the_controles_say_whose_the_differences_are():
    found = controles(kengetallen_2009())

    assert controles_sentence(found) == (
        "Van de 35 controles op de gedrukte cijfers kloppen er 24 en wijken er 11 af. Die verschillen staan zo in de bron: "
        "de landkaart toont wat de bron drukt."
    )
    assert controles_sentence([each for each in found if each.klopt][:3]) == (
        "Van de 3 controles op de gedrukte cijfers kloppen ze alle."
    )


@pytest.mark.parametrize(
    ("begins", "said"),
    [
        ("Realisatie gedeeld door streefwaarde, 2009 t/m aug: Werk", ["101,7%", "102%", "ja"]),
        ("Box 4: stijging", ["92,3%", "43%", "nee"]),
        ("Artikel 47, tekst: 22% meer", ["−17,8%", "22%", "nee"]),
        ("Som van de aandelen", ["100,1", "100", "nee"]),
        ("Som van de onderdelen", ["7 kolommen", "7 kolommen", "ja"]),
    ],
)
def test_a_controle_shows_what_was_computed_beside_what_was_printed(begins, said):
    table = controles_table(controles(kengetallen_2009()))

    found = table[table["Wat"].str.startswith(begins)].iloc[0]
    assert list(found[["Berekend", "Gedrukt", "Klopt"]]) == said


def test_what_goes_out_as_csv_comes_in_again(tmp_path):
    found = (kengetal("-196942"), kengetal("=1+1", eenheid="tekst", periode="2010"), *kengetallen_2009())
    file = tmp_path / "kengetallen.csv"
    file.write_text(csv_text(file_table(Tertaal(2009, 2), found)), encoding="utf-8")

    read = read_paths([file])

    back = [tuple(getattr(each, name) for name in FIELDS) for each in read.kengetallen]
    went = [tuple(getattr(each, name) for name in FIELDS) for each in found]
    assert read.faults == ()
    # A text that a spreadsheet would compute keeps the sign that stops it.
    assert back == [went[0], (*went[1][:6], "'=1+1", *went[1][7:]), *went[2:]]


def test_no_kengetallen_no_tables():
    assert kengetal_tabellen([]) == []
    assert isinstance(file_table(Tertaal(2009, 2), []), pd.DataFrame)
    assert controles_table([]).empty
