import pytest

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.typed_text import by_naam, clean, distinct, finder, levelled

INVISIBLE = "onzichtbare tekens"


@pytest.mark.parametrize(
    "text",
    ["nul\x00", "bel\x07", "escape\x1b[31m", "\x7fdelete", "c1\x9b", "half teken \ud83d", "\udc00", "om\u202ekeer",
     "\u202ahier", "\u2066hier", "hier\u2069daar"],
    ids=ascii,
)  # fmt: skip
def test_signs_that_nobody_sees_are_refused(text):
    with pytest.raises(OngeldigeInvoer, match=INVISIBLE):
        clean(text, 100)


@pytest.mark.parametrize(
    ("text", "where"),
    [("\x00", "aan het begin"), (" \n\x07 regel", "aan het begin"), ("Bel 06\u202a12", "na ‘06’"),
     ("een regel\neinde \x0b en \x00", "na ‘einde’"), ("w" * 500 + "\x07", f"na ‘{'w' * 30}’")],
)  # fmt: skip
def test_where_the_first_of_them_is_is_said(text, where):
    with pytest.raises(OngeldigeInvoer) as refusal:
        clean(text, 1000)
    assert f"het eerste {where}. Typ opnieuw wat daar staat." in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    ["Súdwest-Fryslân", "👩‍👩‍👧", "<img src=x onerror=alert(1)>", "[klik](javascript:alert(1))", "$\\href{}", "{{7*7}}",
     "'; DROP TABLE score;--", "=1+1", "NA", "null", "een\ttab", "regel 1\nregel 2", "€ 5 – 10 ‘zo’"],
)  # fmt: skip
def test_what_people_can_see_stays_as_they_typed_it(text):
    assert clean(text, 100) == text


@pytest.mark.parametrize("text", ["", " ", "   \n\t  ", "\u00a0\u2003", "\r\n\r\n", "\u200b", "\ufeff \u2060"])
def test_only_spaces_or_what_nobody_sees_is_nothing(text):
    assert clean(text, 100) == ""


def test_spaces_around_a_text_are_taken_off_and_those_within_stay():
    assert clean("  twee  woorden \n", 100) == "twee  woorden"


def test_what_looks_the_same_becomes_the_same():
    composed, decomposed = "Súdwest-Fryslân", "Su\u0301dwest-Frysla\u0302n"
    assert composed != decomposed

    assert clean(decomposed, 100) == composed


def test_the_line_ends_of_every_system_become_the_same():
    assert clean("een\r\ntwee\rdrie\nvier\u2028vijf\u2029zes", 100) == "een\ntwee\ndrie\nvier\nvijf\nzes"


def test_a_text_that_fills_the_limit_fits():
    assert clean("x" * 10, 10) == "x" * 10


def test_the_limit_counts_what_is_kept_and_not_what_was_typed():
    assert clean("  " + "e\u0301" * 5 + "\r\n", 5) == "é" * 5


def test_a_text_over_the_limit_is_refused_with_both_numbers():
    with pytest.raises(OngeldigeInvoer) as refusal:
        clean("x" * 11, 10)

    assert str(refusal.value) == "De tekst is te lang: 11 tekens. Er passen er 10."


def test_namen_sort_as_a_dutch_reader_expects():
    namen = [
        "Bergen (L.)",
        "Bergen (NH.)",
        "Bergen op Zoom",
        "Ede",
        "ede",
        "Élst",
        "Emmen",
        "'s-Gravenhage",
        "’s-Hertogenbosch",
        "Sneek",
        "Súdwest-Fryslân",
        "Tiel",
    ]

    assert sorted(reversed(namen), key=by_naam) == namen


def test_two_spellings_of_one_naam_stand_beside_each_other_always_in_the_same_order():
    namen = ["Su\u0301dwest", "Súdwest", "Sudwest"]

    assert sorted(namen, key=by_naam) == sorted(reversed(namen), key=by_naam)
    assert [by_naam(naam)[0] for naam in namen] == ["sudwest"] * 3


def test_a_naam_that_stands_twice_has_its_code_behind_it_and_any_other_stays():
    namen = {"bergen-l": "Bergen", "assen": "Assen", "bergen-nh": "Bergen"}

    assert list(distinct(namen).items()) == [
        ("bergen-l", "Bergen (bergen-l)"),
        ("assen", "Assen"),
        ("bergen-nh", "Bergen (bergen-nh)"),
    ]


def test_namen_that_differ_in_capitals_alone_are_told_apart_as_well():
    assert distinct({"ede": "Ede", "ede2": "EDE"}) == {"ede": "Ede (ede)", "ede2": "EDE (ede2)"}


def test_a_naam_that_is_as_another_became_is_told_apart_as_well():
    namen = {"a": "Ede", "b": "Ede", "c": "Ede (a)"}

    assert distinct(namen) == {"a": "Ede (a) (a)", "b": "Ede (b)", "c": "Ede (a) (c)"}


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("", "Assen"),
        ("ssen", "Assen"),
        ("sudwest", "Súdwest-Fryslân"),
        ("SU\u0301DWEST fryslan", "Súdwest-Fryslân"),
        ("ij mond", "IJmond"),
        ("ijmond", "\u0132mond"),
        ("\u0132mond", "IJmond"),
        ("ijmond", "IJ mond"),
        ("s hertogenbosch", "'s-Hertogenbosch"),
        ("’s-hertogenbosch", "'s-Hertogenbosch"),
        ("shertogen", "Den Bosch, 's-Hertogenbosch"),
        ("hertogen bosch", "'s-Hertogenbosch"),
        ("amsterdam-zuid", "Amsterdam Zuid/Oudwest"),
        ("rotterdam slinge dynamo", "Rotterdam Slinge (Dynamo)"),
        ("bergen nh", "Bergen (bergen-nh)"),
        (" noordoost flevoland", "Noordoostflevoland"),
        # A sign alone is looked for as it stands there.
        ("(", "Rotterdam Slinge (Dynamo)"),
    ],
)
def test_a_name_is_found_as_it_is_typed(wanted, text):
    assert finder(wanted)(levelled(text))


@pytest.mark.parametrize(
    ("wanted", "text"),
    [("zwolx", "Zwolle"), ("plan", "een stap langs"), ("(", "Assen"), ("mond ij", "IJmond"), ("a.*n", "Assen")],
)
def test_what_is_not_there_is_not_found(wanted, text):
    assert not finder(wanted)(levelled(text))
