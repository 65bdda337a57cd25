"""What stands above, below and beside a table is passed over and named, or refused; never taken for a row."""

import pytest

from tests.steps.files import SCORES, VRAGEN, as_csv, as_xlsx, faults, read, scores, workbook, write

ROW = ["hoe", "2009-2", "Hoe gaat het?"]


def sheet(*rows: list, **settings) -> bytes:
    return as_xlsx(workbook(*rows, **settings))


def notes(tmp_path, content: bytes | str, name: str = "vragen.xlsx") -> list[str]:
    """Of a file that is read: the one vraag is in it."""
    found = read(write(tmp_path, name, content))
    assert found.faults == ()
    assert [vraag.tekst for vraag in found.vragen] == ["Hoe gaat het?"]
    return [note.removeprefix(f"{name}: ") for note in found.notes]


def test_the_header_may_stand_below_titles(tmp_path):
    above = sheet(["Extra vragen"], [], ["van het AKO", None, "in 2009"], VRAGEN, ROW)

    assert notes(tmp_path, above) == ["de kopregel staat op regel 4; wat daarboven staat is niet gelezen."]


@pytest.mark.parametrize(
    "text",
    [
        "Extra vragen;;\nvan het AKO, in 2009;;\ncode;tertaal;tekst\nhoe;2009-2;Hoe gaat het?\n",
        "Extra vragen van het AKO, in 2009\n\ncode\ttertaal\ttekst\nhoe\t2009-2\tHoe gaat het?\n",
    ],
)
def test_in_a_csv_too_and_the_titles_do_not_say_what_separates_the_fields(tmp_path, text):
    assert notes(tmp_path, text, "vragen.csv") == ["de kopregel staat op regel 3; wat daarboven staat is niet gelezen."]


def test_a_first_line_may_say_what_separates_the_fields(tmp_path):
    assert notes(tmp_path, "sep=;\ncode;tertaal;tekst\nhoe;2009-2;Hoe gaat het?\n", "vragen.csv") == []


def test_names_of_columns_may_have_blanks_capitals_and_a_colon(tmp_path):
    path = write(tmp_path, "ako_indicatie.csv", "Werkplein:,Tertaal *,AKO-indicatie\nassen,2009-2,niet\n")

    assert [record.indicatie for record in read(path).indicaties] == ["niet"]


def test_a_misspelled_header_below_titles_is_named_on_its_own_line(tmp_path):
    path = write(tmp_path, "vragen.xlsx", sheet(["Extra vragen"], [], ["cod", "tertal", "tekst"], ROW))

    assert faults(path) == [
        "vragen.xlsx, regel 3: ‘cod’ is geen kolom van vragen. Is code bedoeld?",
        "vragen.xlsx, regel 3: ‘tertal’ is geen kolom van vragen. Is tertaal bedoeld?",
        "vragen.xlsx, regel 3: deze kolommen ontbreken: code, tertaal.",
    ]


def test_a_column_that_does_not_belong_is_named_together_with_what_is_wrong_in_the_rows(tmp_path):
    path = write(tmp_path, "ako_indicatie.csv", "werkplein,tertaal,indicatie,kleur\nassen,2009-2,ooit,rood\n")

    assert faults(path) == [
        "ako_indicatie.csv, regel 1: ‘kleur’ is geen kolom van ako_indicatie.",
        "ako_indicatie.csv, regel 2, kolom indicatie: ‘ooit’ is geen indicatie. Kies uit dit_jaar, volgend_jaar, niet, "
        "sluit.",
    ]


@pytest.mark.parametrize("total", [["Totaal", None, "1 vraag"], ["Totaal: 1"], ["Gemiddelde", 1], [None, "Eindtotaal", 1]])
def test_a_total_below_is_no_row(tmp_path, total):
    assert notes(tmp_path, sheet(VRAGEN, ROW, [], total)) == ["regel 4 is een totaalregel en niet gelezen."]


def test_a_total_that_is_shorter_than_the_header_is_none_either(tmp_path):
    text = "code,tertaal,tekst\nhoe,2009-2,Hoe gaat het?\nTotaal,1\n"

    assert notes(tmp_path, text, "vragen.csv") == ["regel 3 is een totaalregel en niet gelezen."]


def test_a_row_that_is_whole_is_no_total_whatever_it_begins_with(tmp_path):
    path = write(tmp_path, "vragen.csv", "code,tertaal,tekst\ntotaal,2009-2,Hoe gaat het?\n")

    assert [vraag.code for vraag in read(path).vragen] == ["totaal"]


def test_more_totals_than_a_table_has_are_refused(tmp_path):
    path = write(tmp_path, "vragen.csv", "code,tertaal,tekst\n" + "Totaal,,\n" * 1_001)

    assert faults(path) == [
        "vragen.csv, regel 1002: het bestand heeft meer dan 1.000 totaalregels of herhaalde kopregels. Haal ze weg."
    ]


def test_a_header_that_comes_again_is_no_row(tmp_path):
    again = sheet(VRAGEN, ROW, VRAGEN)

    assert notes(tmp_path, again) == ["regel 3 is de kopregel nog een keer en niet gelezen."]


def test_a_remark_below_the_table_is_one_fault_and_not_one_per_column(tmp_path):
    path = write(tmp_path, "vragen.xlsx", sheet(VRAGEN, ROW, ["Bron: het AKO"]))

    assert faults(path) == [
        "vragen.xlsx, regel 3: op deze regel staat alleen ‘Bron: het AKO’. Haal de regel weg, of vul haar aan."
    ]


@pytest.mark.parametrize(
    "text", ["code,tertaal,tekst,,\nhoe,2009-2,Hoe gaat het?,,\n", "code,,tertaal,tekst\nhoe,,2009-2,Hoe gaat het?\n",
             "code,tertaal,tekst\nhoe,2009-2,Hoe gaat het?,,,\n", ",code,tertaal,tekst\n ,hoe,2009-2,Hoe gaat het?\n"]
)  # fmt: skip
def test_a_column_without_a_name_and_without_anything_in_it_is_none(tmp_path, text):
    assert notes(tmp_path, text, "vragen.csv") == []


def test_a_column_without_a_name_in_which_something_stands_is_named_once(tmp_path):
    path = write(tmp_path, "vragen.csv", "code,,tertaal,tekst\na,,2009-2,Hoe?\nb,let op,2009-2,Wie?\nc,ja,2009-2,Wat?\n")

    assert faults(path) == [
        "vragen.csv, regel 3: kolom 2 heeft geen naam, en hier staat ‘let op’ in. Geef de kolom een naam, of maak haar leeg."
    ]


def test_merged_cells_are_named_once_and_the_other_cells_are_checked(tmp_path):
    book = workbook(VRAGEN, ["a", "2009-2", "Hoe?"], ["B!", None, "Wie?"], ["c", "2009-2", "Wat?"])
    book.active.merge_cells("B2:B3")

    path = write(tmp_path, "vragen.xlsx", as_xlsx(book))

    assert [fault.partition(": ")[::2] for fault in faults(path)] == [
        (
            "vragen.xlsx, regel 2",
            "de cellen B2 t/m B3 zijn samengevoegd. Hef de samenvoeging op en zet in elke cel wat erin hoort.",
        ),
        (
            "vragen.xlsx, regel 3, kolom code",
            "‘B!’ is geen code. Een code heeft 1 tot 60 tekens: kleine letters zonder accent, cijfers en streepjes, zoals "
            "alphen-aan-den-rijn.",
        ),
    ]


def test_cells_that_are_merged_over_columns_are_named_too(tmp_path):
    book = workbook(VRAGEN, ["hoe", "2009-2", None])
    book.active.merge_cells("B2:C2")

    [fault] = faults(write(tmp_path, "vragen.xlsx", as_xlsx(book)))

    assert fault.startswith("vragen.xlsx, regel 2: de cellen B2 t/m C2 zijn samengevoegd.")


def test_titles_may_be_merged(tmp_path):
    book = workbook(["Extra vragen"], VRAGEN, ROW)
    book.active.merge_cells("A1:C1")

    assert notes(tmp_path, as_xlsx(book)) == ["de kopregel staat op regel 2; wat daarboven staat is niet gelezen."]


def test_what_is_hidden_is_read_and_said(tmp_path):
    book = workbook(VRAGEN, ROW)
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["B"].hidden = True

    assert notes(tmp_path, as_xlsx(book)) == [
        "1 verborgen regel is ook gelezen: 2.",
        "kolom B is verborgen en ook gelezen.",
    ]


# Which sheet


def with_sheets(*sheets: tuple[str, list[list]], hidden: tuple[str, ...] = ()) -> bytes:
    book = workbook()
    book.remove(book.active)
    for naam, rows in sheets:
        made = book.create_sheet(naam)
        made.sheet_state = "hidden" if naam in hidden else "visible"
        for row in rows:
            made.append(row)
    return as_xlsx(book)


TABLE, OTHER = [VRAGEN, ROW], [VRAGEN, ["wie", "2009-2", "Wie?"]]


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        ((("Uitleg", [["Lees dit eerst."]]), ("Blad2", TABLE)), ["gelezen is werkblad ‘Blad2’; niet gelezen: ‘Uitleg’."]),
        ((("Oud", OTHER), ("Vragen", TABLE)), ["gelezen is werkblad ‘Vragen’; niet gelezen: ‘Oud’."]),
        ((("Blad1", TABLE), ("Leeg", [])), []),
    ],
    ids=["the one with the columns", "the one of the name", "an empty one is none"],
)
def test_of_more_sheets_the_one_with_the_table_is_read_and_it_says_which(tmp_path, sheets, said):
    assert notes(tmp_path, with_sheets(*sheets)) == said


def test_more_sheets_with_the_columns_and_none_of_the_name_are_refused(tmp_path):
    path = write(tmp_path, "vragen.xlsx", with_sheets(("Assen", TABLE), ("Zwolle", OTHER)))

    assert faults(path) == [
        "vragen.xlsx: 2 werkbladen hebben de kolommen van vragen: ‘Assen’, ‘Zwolle’. Zet alles op één werkblad, of noem het "
        "ene dat gelezen moet worden vragen."
    ]


def test_a_hidden_sheet_is_not_read_and_it_says_so(tmp_path):
    data = with_sheets(("Blad1", TABLE), ("vragen", OTHER), hidden=("vragen",))

    assert notes(tmp_path, data) == ["verborgen en niet gelezen: werkblad ‘vragen’."]


@pytest.mark.parametrize("title", ["Toelichting (optioneel)", "toelichting, als u wilt", "Toelichting/opmerking"])
def test_a_title_with_more_words_is_told_by_its_first(tmp_path, title):
    path = write(tmp_path, "scores.csv", as_csv([*SCORES, title.replace(",", "")], [[*row, ""] for row in scores()]))

    assert faults(path) == [
        f"scores.csv, regel 1: ‘{title.replace(',', '')}’ is geen kolom van scores. Is toelichting bedoeld?"
    ]


@pytest.mark.parametrize("sign", ["\u00ad", "\u200b", "\u200d", "\u2060"], ids=lambda sign: f"{ord(sign):04x}")
def test_signs_that_nobody_sees_are_nothing_in_a_title_and_in_what_is_read(tmp_path, sign):
    title, *rows = [SCORES, *scores()]
    unseen = [f"{text[:2]}{sign}{text[2:]}" for text in title]
    hidden = [[f"{text[:2]}{sign}{text[2:]}" for text in row] for row in rows]
    found = read(write(tmp_path, "scores.csv", as_csv(unseen, hidden)))

    assert found.faults == ()
    assert found.invullingen == read(write(tmp_path, "scores.csv", as_csv(title, rows))).invullingen
