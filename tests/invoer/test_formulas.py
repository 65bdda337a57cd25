"""A cell with a formula is what it came to when the file was saved; one of which nobody kept that is no empty cell."""

import pytest

from tests.steps.files import HEADER, SCORES, VRAGEN, as_xlsx, faults, faults_of, read, scores, with_sheet, workbook, write

TO_DO = "staat een formule zonder uitkomst. Typ er wat er moet staan, of open het bestand in Excel en bewaar het opnieuw."
ROW = '<c r="A2" t="inlineStr"><is><t>hoe</t></is></c><c r="B2" t="inlineStr"><is><t>2009-2</t></is></c>'


def in_tekst(cell: str, **around: str) -> bytes:
    """A workbook of which the one vraag has this in its tekst, C2."""
    return with_sheet(f'<row r="1">{HEADER}</row><row r="2">{ROW}{cell}</row>', **around)


@pytest.mark.parametrize("value", ["", "<v/>", "<v></v>"])
def test_without_an_outcome_it_is_a_fault_that_names_the_cell(tmp_path, value):
    found = faults_of(tmp_path, in_tekst(f'<c r="C2"><f>A2</f>{value}</c>'))

    assert found == [f"vragen.xlsx, regel 2, kolom tekst: in cel C2 {TO_DO}"]


def test_a_cell_that_does_not_say_where_it_is_is_named_too(tmp_path):
    assert faults_of(tmp_path, in_tekst("<c><f>A2</f></c>")) == [f"vragen.xlsx, regel 2, kolom tekst: in cel C2 {TO_DO}"]


def test_with_an_outcome_it_is_that(tmp_path):
    path = write(tmp_path, "vragen.xlsx", in_tekst('<c r="C2" t="str"><f>A2</f><v>Hoe gaat het?</v></c>'))

    assert [vraag.tekst for vraag in read(path).vragen] == ["Hoe gaat het?"]


def test_an_empty_text_is_an_outcome(tmp_path):
    found = faults_of(tmp_path, in_tekst('<c r="C2" t="str"><f>A2</f><v></v></c>'))

    assert found == ["vragen.xlsx, regel 2, kolom tekst: de cel is leeg."]


def test_formulas_of_the_layout_are_in_no_cell(tmp_path):
    full = '<c r="C2" t="inlineStr"><is><t>Hoe gaat het?</t></is></c>'
    layout = '<extLst><ext uri="x" xmlns:xm="http://x"><group><xm:f>A1</xm:f></group></ext></extLst>'

    assert faults_of(tmp_path, in_tekst(full, after=layout)) == []


def test_also_in_a_cell_that_may_be_empty(tmp_path):
    rows = [[*row, None] for row in scores()]
    rows[4][5] = '=CONCAT("a","b")'
    path = write(tmp_path, "scores.xlsx", as_xlsx(workbook([*SCORES, "toelichting"], *rows)))

    assert faults(path) == [f"scores.xlsx, regel 6, kolom toelichting: in cel F6 {TO_DO}"]


def test_a_row_of_nothing_but_formulas_is_no_empty_row(tmp_path):
    path = write(tmp_path, "vragen.xlsx", as_xlsx(workbook(VRAGEN, ["=Blad2!A2", "=Blad2!B2", "=Blad2!C2"])))

    assert faults(path) == [
        f"vragen.xlsx, regel 2, kolom {column}: in cel {cell} {TO_DO}"
        for column, cell in zip(VRAGEN, ("A2", "B2", "C2"), strict=True)
    ]


def test_the_name_of_a_column_may_not_be_one(tmp_path):
    path = write(tmp_path, "vragen.xlsx", as_xlsx(workbook([*VRAGEN[:2], '="tekst"'], ["hoe", "2009-2", "Hoe gaat het?"])))

    assert faults(path)[0] == f"vragen.xlsx, regel 1: in cel C1 {TO_DO}"


def test_a_total_below_is_passed_over_also_when_it_was_never_worked_out(tmp_path):
    rows = [*scores(), ["Totaal", None, None, None, "=COUNTA(E2:E15)"]]
    found = read(write(tmp_path, "scores.xlsx", as_xlsx(workbook(SCORES, *rows))))

    assert (found.faults, len(found.invullingen)) == ((), 1)


def test_beside_the_table_it_is_none_of_our_business(tmp_path):
    path = write(tmp_path, "vragen.xlsx", as_xlsx(workbook(VRAGEN, ["hoe", "2009-2", "Hoe gaat het?", None, "=LEN(C2)"])))

    assert faults(path) == []
