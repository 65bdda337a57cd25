from random import Random

import pytest

from tests.steps.files import SCORES, WERKPLEIN, WERKPLEINEN, as_csv, faults, read, scores, werkpleinen, write

FRYSLAN = "sudwest,Súdwest-Fryslân,Sneek,Súdwest-Fryslân,Fryslân,Friesland,53.03,5.66"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_encoding_that_excel_writes_is_read(tmp_path, encoding):
    path = write(tmp_path, "werkpleinen.csv", werkpleinen(FRYSLAN).encode(encoding))

    assert [record.naam for record in read(path).werkpleinen] == ["Súdwest-Fryslân"]


@pytest.mark.parametrize("bom", [b"\xff\xfe", b"\xfe\xff"])
def test_utf_16_is_read_in_both_byte_orders(tmp_path, bom):
    encoding = "utf-16-le" if bom == b"\xff\xfe" else "utf-16-be"
    path = write(tmp_path, "werkpleinen.csv", bom + werkpleinen(FRYSLAN).encode(encoding))

    assert [record.naam for record in read(path).werkpleinen] == ["Súdwest-Fryslân"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_seen_from_the_header(tmp_path, separator):
    path = write(tmp_path, "werkpleinen.csv", werkpleinen(WERKPLEIN).replace(",", separator))

    assert [record.breedtegraad for record in read(path).werkpleinen] == [52.9925]


def test_a_dutch_excel_writes_semicolons_and_decimal_commas(tmp_path):
    text = werkpleinen(WERKPLEIN).replace(",", ";").replace(".", ",")
    record = read(write(tmp_path, "werkpleinen.csv", text)).werkpleinen[0]

    assert (record.breedtegraad, record.lengtegraad) == (52.9925, 6.5649)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_read_and_counted(tmp_path, ending):
    text = werkpleinen(WERKPLEIN, "", WERKPLEIN.replace("Drenthe", ""))
    path = write(tmp_path, "werkpleinen.csv", text.replace("\n", ending))

    assert faults(path) == [
        "werkpleinen.csv, regel 4, kolom provincie: de cel is leeg.",
        "werkpleinen.csv, regel 4, kolom arbeidsmarktregio: de cel is leeg.",
        "werkpleinen.csv, regel 4, kolom code: ‘assen’ staat ook op regel 2.",
    ]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_an_editor_does_when_a_field_has_newlines(tmp_path, ending):
    text = 'werkplein,tertaal,vraag,antwoord,toelichting\nassen,2009-2,a,ja,"een\ntwee\n\nvier"\nede,2009-2,a,,\n'
    path = write(tmp_path, "antwoorden.csv", text.replace("\n", ending))

    assert faults(path) == ["antwoorden.csv, regel 6, kolom antwoord: de cel is leeg."]
    assert read(path).antwoorden[0].toelichting == "een\ntwee\n\nvier"


def test_columns_may_stand_in_any_order_and_in_capitals(tmp_path):
    path = write(tmp_path, "vragen.csv", "Tekst, TERTAAL ,code\nHoe gaat het?,2009-2,hoe\n")
    vraag = read(path).vragen[0]

    assert (vraag.code, str(vraag.tertaal), vraag.tekst, vraag.regel) == ("hoe", "2009-2", "Hoe gaat het?", 2)


def test_blank_lines_are_passed_over_wherever_they_stand(tmp_path):
    path = write(tmp_path, "vragen.csv", "\n;;\ncode;tertaal;tekst\n\n ; ; \n;;;;\nhoe;2009-2;Hoe?\n\n")

    assert [vraag.regel for vraag in read(path).vragen] == [7]
    assert faults(path) == []


@pytest.mark.parametrize(
    ("row", "count"),
    [("assen,2009-2", "2 velden"), ("assen", "1 veld"), ("assen,2009-2,niet,x", "4 velden"), ("a,b,,c", "4 velden")],
)
def test_a_field_too_many_or_too_few_is_named_with_its_line(tmp_path, row, count):
    path = write(tmp_path, "ako_indicatie.csv", f"werkplein,tertaal,indicatie\nede,2009-2,niet\n{row}\n")

    assert faults(path) == [f"ako_indicatie.csv, regel 3: de regel heeft {count}, de kopregel 3."]


def test_a_field_too_many_in_every_row_is_named_for_every_row(tmp_path):
    path = write(tmp_path, "vragen.csv", "code,tertaal,tekst\na,2009-2,x,1\nb,2009-2,y,2\n")

    assert faults(path) == [
        "vragen.csv, regel 2: de regel heeft 4 velden, de kopregel 3.",
        "vragen.csv, regel 3: de regel heeft 4 velden, de kopregel 3.",
    ]


def test_all_that_is_wrong_with_the_header_is_named_at_once(tmp_path):
    path = write(tmp_path, "scores.csv", "werkplien,tertaal,tertaal,,band,kleur\nassen,2009-2,2009-2,,niet,rood\n")

    assert faults(path) == [
        "scores.csv, regel 1: ‘werkplien’ is geen kolom van scores. Is werkplein bedoeld?",
        "scores.csv, regel 1: de kolom ‘tertaal’ staat er twee keer.",
        "scores.csv, regel 1: ‘kleur’ is geen kolom van scores.",
        "scores.csv, regel 1: deze kolommen ontbreken: werkplein, ingevuld_op, mijlpaal.",
    ]


def test_mijlpalen_beside_each_other_are_named_once_with_what_to_do(tmp_path):
    codes = [row[3] for row in scores()]
    path = write(tmp_path, "scores.csv", as_csv(["werkplein", "tertaal", "ingevuld_op", *codes], [["x"] * 17]))

    assert faults(path) == [
        "scores.csv, regel 1: hier staan de mijlpalen naast elkaar, in 14 kolommen. Zet ze onder elkaar: per werkplein 14 "
        "regels, elk met een mijlpaal en haar band. Of vul de werkmap in die op Invullen te halen is."
    ]


BELOW = (
    "Zet ze onder elkaar: per werkplein 14 regels, elk met een mijlpaal en haar band. Of vul de werkmap in die op Invullen "
    "te halen is."
)


@pytest.mark.parametrize("separator", [",", ";"])
@pytest.mark.parametrize("first", ["werkplein", "kantoor"])
def test_mijlpalen_beside_each_other_are_found_below_a_title(tmp_path, separator, first):
    rows = [[first, *(row[3] for row in scores())], ["assen", *["niet"] * 14]]
    path = write(tmp_path, "scores.csv", "Stand van 2009-2\n\n" + as_csv(rows[0], rows[1:], separator))

    assert faults(path) == [f"scores.csv, regel 3: hier staan de mijlpalen naast elkaar, in 14 kolommen. {BELOW}"]
    assert read(path).notes == ("scores.csv: de kopregel staat op regel 3; wat daarboven staat is niet gelezen.",)


@pytest.mark.parametrize("title", ["", "Stand van 2009-2\n"])
@pytest.mark.parametrize("first", ["mijlpaal", ""])
def test_werkpleinen_beside_each_other_are_named_with_what_to_do(tmp_path, title, first):
    text = as_csv([first, "Assen", "Breda"], [[row[3], "niet", "volledig"] for row in scores()], ";")
    path = write(tmp_path, "scores.csv", title + text)

    assert faults(path) == [f"scores.csv, regel 1: hier staan de werkpleinen naast elkaar. {BELOW}"]


def test_a_bar_may_stand_between_the_fields(tmp_path):
    assert [vraag.tekst for vraag in read(write(tmp_path, "vragen.csv", "code|tertaal|tekst\na|2009-2|x\n")).vragen] == ["x"]


def test_a_file_that_was_put_together_of_two_is_read_as_one(tmp_path):
    one, other = (as_csv(SCORES, scores(werkplein)) for werkplein in ("assen", "zwolle"))
    found = read(write(tmp_path, "scores.csv", f"{one}\ufeff{other}"))

    assert found.faults == ()
    assert [record.werkplein for record in found.invullingen] == ["assen", "zwolle"]
    assert found.notes == ("scores.csv: regel 16 is de kopregel nog een keer en niet gelezen.",)


def test_one_missing_column_is_named_in_the_singular(tmp_path):
    path = write(tmp_path, "vragen.csv", "code,tertaal\na,2009-2\n")

    assert faults(path) == ["vragen.csv, regel 1: deze kolom ontbreekt: tekst."]


def test_a_header_of_more_than_60_columns_is_refused(tmp_path):
    path = write(tmp_path, "vragen.csv", ",".join(f"k{number}" for number in range(61)) + "\n")

    assert faults(path) == ["vragen.csv, regel 1: de kopregel heeft 61 kolommen; 60 is het meeste."]


@pytest.mark.parametrize("content", [b"", b"\n\r\n  \n", b";;\n", b'""\n', b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_refused(tmp_path, content):
    assert faults(write(tmp_path, "scores.csv", content)) == ["scores.csv: het bestand is leeg."]


def test_a_file_with_only_a_header_is_refused(tmp_path):
    path = write(tmp_path, "werkpleinen.csv", f"{WERKPLEINEN}\n\n")

    assert faults(path) == ["werkpleinen.csv: het bestand heeft alleen een kopregel."]


def test_a_quote_that_is_never_closed_is_named_where_it_opens(tmp_path):
    path = write(tmp_path, "vragen.csv", 'code,tertaal,tekst\na,2009-2,x\nb,2009-2,"y\nc,2009-2,z\n')

    assert faults(path) == ["vragen.csv, regel 3: een aanhalingsteken wordt hier geopend en nergens gesloten."]


def test_in_a_long_file_it_is_named_there_too(tmp_path):
    path = write(tmp_path, "vragen.csv", 'code,tertaal,tekst\na,2009-2,"x\n' + "b,2009-2,y\n" * 15_000)

    assert faults(path) == ["vragen.csv, regel 2: een veld is te lang. Waarschijnlijk blijft hier een aanhalingsteken open."]


def test_text_after_a_closing_quote_is_refused(tmp_path):
    path = write(tmp_path, "vragen.csv", 'code,tertaal,tekst\na,2009-2,"x" of "y"\n')

    assert faults(path) == [
        "vragen.csv, regel 2: na een sluitend aanhalingsteken staat nog tekst. Schrijf er midden in een veld twee."
    ]


def test_what_stands_before_a_line_that_cannot_be_read_is_checked_all_the_same(tmp_path):
    path = write(tmp_path, "vragen.csv", 'code,tertaal,tekst\nA,2009-2,x\nb,2009-2,"y\n')

    assert faults(path) == [
        "vragen.csv, regel 2, kolom code: ‘A’ is geen code. Een code heeft 1 tot 60 tekens: kleine letters zonder accent, "
        "cijfers en streepjes, zoals alphen-aan-den-rijn.",
        "vragen.csv, regel 3: een aanhalingsteken wordt hier geopend en nergens gesloten.",
    ]


def test_a_nul_is_named_with_its_line(tmp_path):
    path = write(tmp_path, "vragen.csv", "code,tertaal,tekst\na,2009-2,x\nb,2009-2,y\0\n")

    assert faults(path) == ["vragen.csv, regel 3: er staat een NUL-teken in. Bewaar het bestand opnieuw als ‘CSV UTF-8’."]


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("header", [b"", b"code,tertaal,tekst\n"])
def test_noise_is_refused_in_sentences_and_breaks_nothing(tmp_path, seed, header):
    path = write(tmp_path, "vragen.csv", header + Random(seed).randbytes(2_000))

    found = read(path)
    assert found.faults
    assert found.vragen == ()
    assert all(str(fault).endswith(".") and str(fault).isprintable() for fault in found.faults)


def test_half_a_sign_in_utf_16_is_refused(tmp_path):
    path = write(tmp_path, "vragen.csv", b"\xff\xfe" + "code".encode("utf-16-le") + b"\x00\xd8x\x00")

    assert faults(path) == ["vragen.csv: de tekens zijn niet te lezen. Bewaar het bestand opnieuw als ‘CSV UTF-8’."]


def test_an_xlsx_named_csv_is_refused(tmp_path):
    path = write(tmp_path, "vragen.csv", b"PK\x03\x04 and so on")

    assert faults(path) == ["vragen.csv: dit is een Excel-bestand. Geef het de uitgang .xlsx of bewaar het als ‘CSV UTF-8’."]


def test_two_million_rows_are_refused(tmp_path):
    path = write(tmp_path, "scores.csv", b"a,b,c\n" * 2_000_000)

    assert faults(path) == ["scores.csv: het bestand heeft meer dan 200.000 regels."]


def test_other_tables_are_refused_sooner_than_scores(tmp_path):
    path = write(tmp_path, "antwoorden.csv", b"a\n" * 50_001)

    assert faults(path) == ["antwoorden.csv: het bestand heeft meer dan 50.000 regels."]


def test_more_than_20_mb_is_refused(tmp_path):
    path = write(tmp_path, "scores.csv", b"x" * 20_000_001)

    assert faults(path) == ["scores.csv: het bestand is groter dan 20 MB."]


def test_a_line_without_end_is_refused(tmp_path):
    path = write(tmp_path, "scores.csv", b"\n" + b"x" * 1_000_000)

    assert faults(path) == ["scores.csv, regel 2: de regel is langer dan 100.000 tekens."]


def test_an_error_of_excel_is_named(tmp_path):
    path = write(tmp_path, "ako_indicatie.csv", "werkplein,tertaal,indicatie\nassen,#VERW!,niet\n")

    assert faults(path) == ["ako_indicatie.csv, regel 2, kolom tertaal: ‘#VERW!’ is een foutmelding van Excel."]
