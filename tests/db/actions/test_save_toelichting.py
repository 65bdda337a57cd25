"""A toelichting stands beside the answer, and is kept as it was typed."""

import pytest

from db.actions.invullingen import save_answer, save_toelichting
from db.engine import read_session
from db.queries.invullingen import invulling
from landkaart.domein.band import Band
from landkaart.domein.fouten import OngeldigeInvoer
from tests.steps.small_landkaart import NU, VISIE, act, everything, log

pytestmark = pytest.mark.usefixtures("small_landkaart")
HIDDEN = "De tekst bevat onzichtbare tekens die niet bewaard kunnen worden, het eerste na ‘{}’. Typ opnieuw wat daar staat."


def write(tekst: str, **what) -> None:
    act(save_toelichting, **{"mijlpaal": VISIE, "tekst": tekst, **what})


def on_paper() -> dict[str, str]:
    with read_session() as session:
        return dict(invulling(session=session, werkplein="assen", tertaal=NU).toelichtingen)


@pytest.mark.parametrize(
    "tekst",
    [
        "x",
        "x" * 4000,
        "Eerste regel.\n\nDerde regel,\tmet een tab.",
        "Súdwest-Fryslân, 's-Hertogenbosch, €, 👨‍👩‍👧‍👦",
        "=1+1",
        "<img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        r"$\href{}$ {{7*7}}",
        "'; DROP TABLE antwoord;--",
        "NULL",
    ],
)
def test_it_comes_back_as_it_was_typed(tekst):
    write(tekst)

    assert on_paper() == {VISIE: tekst}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Klaar. \n", "Klaar."),
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("Su\u0301dwest-Frysla\u0302n", "S\u00fadwest-Frysl\u00e2n"),
    ],
)
def test_what_looks_the_same_is_kept_the_same(typed, kept):
    write(typed)

    assert on_paper() == {VISIE: kept}


def test_the_log_has_who_and_from_what_to_what():
    for tekst in ("Eerst dit.", 'Toen "dat".', ""):
        write(tekst)

    same = ("manager van Assen", "formulier", "toelichting", "2009-2", VISIE)
    assert log("door", "weg", "handeling", "tertaal", "mijlpaal", "oud", "nieuw") == [
        (*same, None, '"Eerst dit."'),
        (*same, '"Eerst dit."', r'"Toen \"dat\"."'),
        (*same, r'"Toen \"dat\"."', None),
    ]
    assert on_paper() == {}


@pytest.mark.parametrize("again", ["Klaar.", " Klaar.\n"])
def test_the_same_twice_is_one_change_and_one_log_line(again):
    write("Klaar.")
    once = everything()

    write(again)

    assert everything() == once


@pytest.mark.parametrize("nothing", ["", "   ", "\n\t \u00a0"])
def test_only_spaces_are_no_toelichting(nothing):
    write(nothing)

    assert (on_paper(), log("id")) == ({}, [])


@pytest.mark.parametrize(
    ("tekst", "sentence"),
    [
        ("x" * 4001, "De tekst is te lang: 4001 tekens. Er passen er 4000."),
        ("x" * 100_000, "De tekst is te lang: 100000 tekens. Er passen er 4000."),
        ("a\0b", HIDDEN.format("a")),
        ("a\x1b[2Jb", HIDDEN.format("a")),
        ("abc\u202edef", HIDDEN.format("abc")),
        ("abc\u2066def", HIDDEN.format("abc")),
        ("half \ud800", HIDDEN.format("half")),
    ],
    ids=["4001", "100000", "NUL", "escape", "U+202E", "U+2066", "surrogate"],
)
def test_what_cannot_be_kept_is_refused_and_what_was_there_stays(tekst, sentence):
    write("Klaar.")
    before = everything()

    with pytest.raises(OngeldigeInvoer) as error:
        write(tekst)

    assert str(error.value) == sentence
    assert everything() == before


def test_a_mijlpaal_outside_the_fourteen_is_refused():
    before = everything()

    with pytest.raises(OngeldigeInvoer):
        write("Klaar.", mijlpaal="onbekend")

    assert everything() == before


def test_it_stays_when_the_band_is_taken_back():
    act(save_answer, mijlpaal=VISIE, band=Band.NIET)
    write("Klaar.")
    act(save_answer, mijlpaal=VISIE, band=None)

    assert on_paper() == {VISIE: "Klaar."}


def test_where_nothing_was_a_text_of_spaces_leaves_no_invulling_behind():
    before = everything()

    write("  ")

    assert everything() == before
