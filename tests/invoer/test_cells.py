from datetime import UTC, date, datetime

import pytest

from landkaart.domein.band import Band
from landkaart.domein.fouten import Fout
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer import cells


def reason(parse, text: str) -> str:
    with pytest.raises(Fout) as caught:
        parse(text)
    return str(caught.value)


@pytest.mark.parametrize("text", ["2009-08-31", "31-8-2009", "31-08-2009"])
def test_a_date_is_written_as_iso_or_as_a_dutch_excel_writes_it(text):
    assert cells.day(text) == date(2009, 8, 31)


@pytest.mark.parametrize(
    "text",
    [
        "31-8-09",
        "2009-8-31",
        "31/8/2009",
        "2009-02-29",
        "31-2-2009",
        "2009-13-01",
        "٣١-٨-٢٠٠٩",
        "2_009-08-31",
        "40056",
        "12009-08-31",
    ],
)
def test_nothing_else_is_a_date(text):
    assert reason(cells.day, text) == f"‘{text}’ is geen datum. Schrijf 2009-08-31 of 31-8-2009."


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2009-09-01", datetime(2009, 8, 31, 22, 0, tzinfo=UTC)),
        ("1-9-2009", datetime(2009, 8, 31, 22, 0, tzinfo=UTC)),
        ("2010-01-01", datetime(2009, 12, 31, 23, 0, tzinfo=UTC)),
        ("2009-09-01 17:00", datetime(2009, 9, 1, 15, 0, tzinfo=UTC)),
        ("2009-09-01T17:00", datetime(2009, 9, 1, 15, 0, tzinfo=UTC)),
        ("1-9-2009 9:05", datetime(2009, 9, 1, 7, 5, tzinfo=UTC)),
        ("1-9-2009 17:00:00", datetime(2009, 9, 1, 15, 0, tzinfo=UTC)),
        # The hour that comes twice when summer time ends: the first.
        ("2009-10-25 02:30", datetime(2009, 10, 25, 0, 30, tzinfo=UTC)),
        ("2009-10-25 03:00", datetime(2009, 10, 25, 2, 0, tzinfo=UTC)),
    ],
)
def test_a_moment_is_local_time_and_a_date_alone_is_its_midnight(text, utc):
    assert cells.moment(text) == utc
    assert cells.moment(text).tzinfo is UTC


@pytest.mark.parametrize("text", ["2009-09-01 24:00", "2009-09-01 17:60", "2009-09-01 17", "17:00", "morgen", "2009-09-31"])
def test_nothing_else_is_a_moment(text):
    assert reason(cells.moment, text) == f"‘{text}’ is geen moment. Schrijf 2009-09-01, 1-9-2009 of 2009-09-01 17:00."


def test_the_hour_that_summer_time_skips_does_not_exist():
    assert reason(cells.moment, "2009-03-29 02:30") == "‘2009-03-29 02:30’ bestaat niet: de klok gaat dan een uur vooruit."


@pytest.mark.parametrize(("text", "degrees"), [("52.0907", 52.0907), ("52,0907", 52.0907), ("50", 50.0), ("54", 54.0)])
def test_degrees_take_a_point_or_a_comma(text, degrees):
    assert cells.breedtegraad(text) == degrees


@pytest.mark.parametrize("text", ["1_0", "52.", ".5", "-52", "5e1", "nan", "inf", "٥٢", "52.09.07", "52°"])
def test_other_numbers_are_no_degrees(text):
    assert reason(cells.breedtegraad, text) == f"‘{text}’ is geen aantal graden. Schrijf een getal als 52,0907 of 52.0907."


def test_degrees_lie_in_the_netherlands():
    assert cells.lengtegraad("3") == 3.0
    assert cells.lengtegraad("8,0") == 8.0
    assert reason(cells.breedtegraad, "49,99") == "‘49,99’ ligt niet tussen 50 en 54 graden, en dus niet in Nederland."
    assert reason(cells.lengtegraad, "8.01") == "‘8.01’ ligt niet tussen 3 en 8 graden, en dus niet in Nederland."


def test_a_code_has_small_letters_digits_and_hyphens():
    assert cells.code("bergen-nh-2") == "bergen-nh-2"
    assert cells.code("a" * 60) == "a" * 60


@pytest.mark.parametrize("text", ["Assen", "den bosch", "súdwest", "a_b", "../x", "a" * 61, "١"])
def test_nothing_else_is_a_code(text):
    assert reason(cells.code, text).endswith("’ is geen code. Gebruik 1 tot 60 tekens: a tot z, cijfers en streepjes.")


@pytest.mark.parametrize(
    "naam",
    [
        "Súdwest-Fryslân", "'s-Hertogenbosch", "Bergen (L.)", "NA", "null", "None", "=1+1", "+31", "@SUM(A1)", "-",
        "👩‍👩‍👧‍👦", "<img src=x onerror=alert(1)>", "{{7*7}}", "'; DROP TABLE score;--", "#1", "x" * 120,
    ],
)  # fmt: skip
def test_a_naam_is_any_text_and_stays_what_it_is(naam):
    assert cells.naam(naam) == naam


def test_two_ways_to_write_an_accent_are_one_naam():
    assert cells.naam("Su\u0301dwest") == "S\u00fadwest"
    assert cells.naam("e\u0301" * 120) == "é" * 120


@pytest.mark.parametrize("length", [121, 250, 100_000])
def test_a_naam_has_at_most_120_characters(length):
    number = f"{length:,}".replace(",", ".")
    assert reason(cells.naam, "x" * length) == f"de tekst telt {number} tekens; 120 is het meeste."


@pytest.mark.parametrize(
    ("sign", "number"),
    [("\0", "0000"), ("\t", "0009"), ("\n", "000A"), ("\x1b", "001B"), ("\x7f", "007F"), ("\x85", "0085"),
     ("\u202a", "202A"), ("\u202e", "202E"), ("\u2066", "2066"), ("\u2069", "2069"),
     ("\ud800", "D800"), ("\udfff", "DFFF")],
)  # fmt: skip
def test_a_naam_has_no_control_characters(sign, number):
    shown = "‘As\N{REPLACEMENT CHARACTER}sen’"
    assert reason(cells.naam, f"As{sign}sen") == f"in {shown} staat een stuurteken (U+{number}). Haal het weg."


def test_a_toelichting_has_lines_and_at_most_4000_characters():
    assert cells.toelichting("een\r\ntwee\rdrie\nvier") == "een\ntwee\ndrie\nvier"
    assert cells.toelichting("x" * 4000) == "x" * 4000
    assert reason(cells.toelichting, "x" * 4001) == "de tekst telt 4.001 tekens; 4.000 is het meeste."


@pytest.mark.parametrize("sign", ["\0", "\t", "\x0b", "\x1b", "\x9f", "\u202e", "\ud800"])
def test_a_toelichting_has_no_control_characters_but_the_newline(sign):
    assert "staat een stuurteken" in reason(cells.toelichting, f"een{sign}twee")


@pytest.mark.parametrize(
    ("text", "band"),
    [("niet", Band.NIET), ("in_ontwikkeling", Band.IN_ONTWIKKELING), ("In ontwikkeling", Band.IN_ONTWIKKELING),
     ("GEDEELTELIJK", Band.GEDEELTELIJK), ("Volledig", Band.VOLLEDIG)],
)  # fmt: skip
def test_a_band_is_given_by_code_or_label(text, band):
    assert cells.band(text) is band


@pytest.mark.parametrize("text", ["half", "66", "100%", "in-ontwikkeling", "Nıet"])
def test_no_other_text_is_a_band(text):
    sentence = f"‘{text}’ is geen band. Kies uit niet, in_ontwikkeling, gedeeltelijk, volledig."
    assert reason(cells.band, text) == sentence


def test_an_antwoord_is_ja_or_nee():
    assert [cells.antwoord(text) for text in ("ja", "Ja", "NEE")] == ["ja", "ja", "nee"]
    assert reason(cells.antwoord, "Misschien") == "‘Misschien’ is geen antwoord. Kies uit ja, nee."


def test_an_indicatie_is_one_of_four():
    assert cells.indicatie("volgend_jaar") == "volgend_jaar"
    assert reason(cells.indicatie, "ooit") == "‘ooit’ is geen indicatie. Kies uit dit_jaar, volgend_jaar, niet, sluit."


def test_a_mijlpaal_is_one_of_the_catalogue():
    assert cells.mijlpaal("ketenjaarplan") == "ketenjaarplan"
    assert reason(cells.mijlpaal, "ketenplan").startswith("‘ketenplan’ is geen mijlpaal. Kies uit ketenpartijen-betrokken, ")


def test_a_tertaal_that_excel_made_a_date_of_says_so():
    assert cells.tertaal("2009-2") == Tertaal(2009, 2)
    assert reason(cells.tertaal, "2009-4").startswith("‘2009-4’ is geen tertaal.")
    sentence = "‘2009-02-01’ is een datum. Maak de kolom in Excel op als tekst en schrijf 2009-2."
    assert reason(cells.tertaal, "2009-02-01") == sentence


def test_the_reason_of_a_wrong_tertaal_carries_no_control_characters():
    assert "\x1b" not in reason(cells.tertaal, "2009\x1b[2J")


@pytest.mark.parametrize("text", ["#VERW!", "#REF!", "#WAARDE!", "#DEEL/0!", "#NAAM?", "#N/B", "#N/A", "#GETAL!", "#LEEG!"])
def test_an_error_of_excel_is_a_fault_in_any_column(text):
    sentence = f"‘{text}’ is een foutmelding van Excel."
    assert reason(cells.required(cells.naam), text) == sentence
    assert reason(cells.optional(cells.toelichting), text) == sentence


@pytest.mark.parametrize("text", ["", " ", "\t", "\xa0"])
def test_an_empty_cell_is_a_fault_only_where_something_is_required(text):
    assert cells.optional(cells.naam)(text) is None
    assert reason(cells.required(cells.naam), text) == "de cel is leeg."


def test_whitespace_around_a_cell_is_not_part_of_it():
    assert cells.required(cells.naam)("  Ede\xa0") == "Ede"


def test_a_toelichting_is_composed_as_one_that_was_typed():
    assert cells.toelichting("Cafe\u0301\r\nhier") == "Caf\u00e9\nhier"
