from datetime import UTC, date, datetime

import pytest

from landkaart.domein.fouten import Fout
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer import cells

NAAM = cells.line("een naam")


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
        "2009-8-31",
        "2009-02-29",
        "31 foo 2009",
        "31 augustus",
        "31 februari 2009",
        "31/31/2009",
        "31-2-2009",
        "2009-13-01",
        "٣١-٨-٢٠٠٩",
        "2_009-08-31",
        "12009-08-31",
    ],
)
def test_nothing_else_is_a_date(text):
    assert reason(cells.day, text) == f"‘{text}’ is geen datum. Schrijf 2009-08-31 of 31-8-2009."


@pytest.mark.parametrize("text", ["31 augustus 2009", "31-aug-2009", "31 AUG. 2009", "31-Aug-2009", "31 August 2009"])
def test_a_day_may_have_the_name_of_its_month(text):
    assert cells.day(text) == date(2009, 8, 31)


@pytest.mark.parametrize("month", ["mrt", "maart", "mar", "March"])
def test_march_has_names_of_its_own(month):
    assert cells.day(f"1 {month} 2009") == date(2009, 3, 1)


@pytest.mark.parametrize("text", ["31-8-09", "31/8/2009", "31.08.2009", "31/8/09"])
def test_of_what_may_be_another_day_it_is_asked_whether_this_one_is_meant(text):
    asked = f"‘{text}’ is geen datum. Schrijf 2009-08-31 of 31-8-2009. Is 31-8-2009 bedoeld?"
    assert reason(cells.day, text) == asked


def test_a_day_that_excel_shows_as_a_number_says_what_to_do():
    sentence = "‘40056’ is geen datum, maar het getal dat Excel daarvoor bewaart. Maak de cel op als datum."
    assert reason(cells.day, "40056") == sentence


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
    sentence = "02:30 uur bestaat niet op 29-3-2009: de klok gaat dan een uur vooruit. Kies een ander uur."
    assert reason(cells.moment, "2009-03-29 02:30") == sentence


@pytest.mark.parametrize(("text", "degrees"), [("52.0907", 52.0907), ("52,0907", 52.0907), ("50", 50.0), ("54", 54.0)])
def test_degrees_take_a_point_or_a_comma(text, degrees):
    assert cells.breedtegraad(text) == degrees


@pytest.mark.parametrize("text", ["1_0", "52.", ".5", "-52", "5e1", "nan", "inf", "٥٢", "52.09.07", "52°"])
def test_other_numbers_are_no_degrees(text):
    assert reason(cells.breedtegraad, text) == f"‘{text}’ is geen aantal graden. Schrijf een getal als 52,0907 of 52.0907."


def test_degrees_lie_in_the_netherlands():
    assert cells.lengtegraad("3") == 3.0
    assert cells.lengtegraad("8,0") == 8.0
    sentence = "De breedtegraad ligt op de kaart tussen 50 en 54 graden. Vul zo'n getal in."
    assert reason(cells.breedtegraad, "49,99") == reason(cells.breedtegraad, "54.01") == sentence
    assert reason(cells.lengtegraad, "8.01") == "De lengtegraad ligt op de kaart tussen 3 en 8 graden. Vul zo'n getal in."


def test_a_code_has_small_letters_digits_and_hyphens():
    assert cells.code("bergen-nh-2") == "bergen-nh-2"
    assert cells.code("a" * 60) == "a" * 60


@pytest.mark.parametrize("text", ["Assen", "den bosch", "súdwest", "a_b", "../x", "a" * 61, "١"])
def test_nothing_else_is_a_code(text):
    sentence = (
        f"‘{text[:39]}…’" if len(text) > 40 else f"‘{text}’"
    ) + " is geen code. Een code heeft 1 tot 60 tekens: kleine letters zonder accent, cijfers en streepjes, zoals "
    assert reason(cells.code, text) == sentence + "alphen-aan-den-rijn."


@pytest.mark.parametrize(
    "naam",
    [
        "Súdwest-Fryslân", "'s-Hertogenbosch", "Bergen (L.)", "NA", "null", "None", "=1+1", "+31", "@SUM(A1)", "-",
        "👩‍👩‍👧‍👦", "<img src=x onerror=alert(1)>", "{{7*7}}", "'; DROP TABLE score;--", "#1", "x" * 120,
    ],
)  # fmt: skip
def test_a_naam_is_any_text_and_stays_what_it_is(naam):
    assert NAAM(naam) == naam


def test_two_ways_to_write_an_accent_are_one_naam():
    assert NAAM("Su\u0301dwest") == "S\u00fadwest"
    assert NAAM("e\u0301" * 120) == "é" * 120


@pytest.mark.parametrize("length", [121, 250, 100_000])
def test_a_naam_has_at_most_120_characters(length):
    sentence = f"Vul een naam in die bewaard kan worden. De tekst is te lang: {length} tekens. Er passen er 120."
    assert reason(NAAM, "x" * length) == sentence


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x7f", "\x85", "\u202a", "\u202e", "\u2066", "\u2069", "\ud800"])
def test_a_naam_has_no_signs_that_nobody_sees(sign):
    assert "onzichtbare tekens" in reason(NAAM, f"As{sign}sen")


@pytest.mark.parametrize("sign", ["\t", "\n"])
def test_a_naam_stands_on_one_line(sign):
    assert reason(NAAM, f"As{sign}sen") == "Vul een naam in, op één regel."


def test_a_toelichting_has_lines_and_at_most_4000_characters():
    assert cells.toelichting("een\r\ntwee\rdrie\nvier\tvijf") == "een\ntwee\ndrie\nvier\tvijf"
    assert cells.toelichting("x" * 4000) == "x" * 4000
    assert reason(cells.toelichting, "x" * 4001) == "De tekst is te lang: 4001 tekens. Er passen er 4000."


@pytest.mark.parametrize("sign", ["\0", "\x0b", "\x1b", "\x9f", "\u202e", "\ud800"])
def test_a_toelichting_has_no_signs_that_nobody_sees(sign):
    assert "onzichtbare tekens" in reason(cells.toelichting, f"een{sign}twee")


def test_the_words_of_a_vraag_are_one_paragraph_of_at_most_500_characters():
    assert cells.tekst(" Lukt\n het? ") == "Lukt het?"
    assert reason(cells.tekst, "x" * 501) == "De tekst is te lang: 501 tekens. Er passen er 500."


@pytest.mark.parametrize("text", ["SÃºdwest-FryslÃ¢n", "fotoâ€™s", "Â½ klaar", "S\N{REPLACEMENT CHARACTER}dwest"])
def test_a_text_of_which_letters_were_lost_before_is_refused(text):
    sentence = f"in ‘{text}’ zijn letters verloren gegaan. Haal deze tekst opnieuw uit het bestand waar hij vandaan komt."
    assert reason(NAAM, text) == reason(cells.tekst, text) == reason(cells.toelichting, text) == sentence


@pytest.mark.parametrize("text", ["Ãde", "Curaçao", "foto’s", "São Paulo", "½", "Â"])
def test_a_seldom_letter_is_no_loss(text):
    assert NAAM(text) == text


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
    assert reason(cells.required(NAAM), text) == sentence
    assert reason(cells.optional(cells.toelichting), text) == sentence


@pytest.mark.parametrize("text", ["", " ", "\t", "\xa0"])
def test_an_empty_cell_is_a_fault_only_where_something_is_required(text):
    assert cells.optional(NAAM)(text) is None
    assert reason(cells.required(NAAM), text) == "de cel is leeg."


def test_whitespace_around_a_cell_is_not_part_of_it():
    assert cells.required(NAAM)("  Ede\xa0") == "Ede"


def test_a_toelichting_is_composed_as_one_that_was_typed():
    assert cells.toelichting("Cafe\u0301\r\nhier") == "Caf\u00e9\nhier"
