"""One part at a time: what is saved, what is refused with the text kept, and what happens when two are at it."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from db.actions.vragen import add_vraag
from tests.steps.forms import manager
from tests.steps.perform import perform
from tests.steps.small_landkaart import DURING, NU, VISIE, log

BAND, TEXT = f"band/{VISIE}", f"toelichting/{VISIE}"
HIDDEN = "De tekst bevat onzichtbare tekens die niet bewaard kunnen worden, het eerste na ‘a’. Typ opnieuw wat daar staat."
JA, WAAROM = "antwoord/lukt-het", "uitleg/lukt-het"


@pytest.fixture
def asked(form):
    perform(add_vraag, tertaal=NU, tekst="Lukt het?")
    return form


def changes():
    return [line for line in log("handeling", "mijlpaal", "oud", "nieuw") if line[0] not in ("aanmelding", "vraag")]


def test_a_choice_is_there_with_its_log_line_and_the_answer_says_so(form):
    answer = form.save(BAND, "volledig")

    assert answer.status_code == 200
    assert answer.json()["veld"] == form.field(BAND)
    assert list(answer.json()["velden"]) == [BAND]
    assert changes() == [("antwoord", VISIE, None, '"volledig"')]


def test_the_answer_has_the_bar_and_the_version_that_a_state_would_have(form):
    answer = form.save(BAND, "volledig").json()

    state = form.state()
    assert {name: answer[name] for name in ("version", "bar", "ingediend", "bevestigd")} == {
        name: state[name] for name in ("version", "bar", "ingediend", "bevestigd")
    }


def test_a_choice_is_taken_back_by_saving_nothing_and_its_text_stays(form):
    first = form.save(BAND, "volledig").json()["veld"]
    form.save(TEXT, "Af.")

    answer = form.save(BAND, None, first["versie"])

    assert (answer.status_code, answer.json()["veld"]["waarde"], answer.json()["veld"]["versie"]) == (200, None, None)
    assert form.field(TEXT)["waarde"] == "Af."


@pytest.mark.parametrize(("veld", "waarde"), [(BAND, "niet"), (TEXT, "Klaar.")])
def test_the_same_value_twice_is_one_change_whatever_was_seen(form, veld, waarde):
    first = form.save(veld, waarde).json()["veld"]

    for seen in (None, first["versie"], "2001-01-01T00:00:00+00:00"):
        assert form.save(veld, waarde, seen).json()["veld"] == first
    assert len(changes()) == 1


def test_twenty_times_the_same_at_once_is_one_change(form):
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: manager_of(form).save(BAND, "niet").status_code, range(20)))

    assert found == [200] * 20
    assert len(changes()) == 1


def manager_of(form):
    """The same person in another window."""
    return type(form)(form.token)


def test_who_saw_something_else_gets_what_stands_there_with_its_doer_and_moment_and_nothing_changes(form):
    form.save(BAND, "niet")
    colleague = manager(naam="Bert")

    late = colleague.save(BAND, "volledig")

    assert late.status_code == 409
    assert late.json() == {
        "code": "anders",
        "zin": "Dit is intussen gewijzigd door Anja. Uw keuze is niet opgeslagen.",
        "veld": {**form.field(BAND), "eigen": False},
    }
    assert form.field(BAND)["waarde"] == "niet"
    assert len(changes()) == 1


def test_with_the_version_of_what_was_shown_then_it_is_saved(form):
    form.save(BAND, "niet")
    colleague = manager(naam="Bert")
    theirs = colleague.save(BAND, "volledig").json()["veld"]["versie"]

    assert colleague.save(BAND, "volledig", theirs).status_code == 200
    assert form.field(BAND)["door"] == "Bert"


def test_a_lost_answer_is_known_as_ones_own(form):
    form.save(TEXT, "Eerste")

    answer = form.save(TEXT, "Eerste en meer")

    assert answer.status_code == 409
    assert (answer.json()["veld"]["waarde"], answer.json()["veld"]["eigen"]) == ("Eerste", True)


def test_what_was_taken_away_meanwhile_is_another_thing_too(form):
    first = form.save(TEXT, "Eerste").json()["veld"]
    manager(naam="Bert").save(TEXT, "", first["versie"])

    answer = form.save(TEXT, "Tweede", first["versie"])

    assert (answer.status_code, answer.json()["veld"]["waarde"]) == (409, "")
    assert "Bert" in answer.json()["zin"]
    assert [answer.json()["veld"][name] for name in ("door", "opgeslagen", "eigen")] == ["Bert", "14:30", False]


def test_after_a_confirming_was_taken_back_its_doer_is_named(form):
    state = form.post("bevestig", {"mijlpalen": [VISIE]}).json()
    colleague, seen = manager(naam="Bert"), state["velden"][BAND]["versie"]
    colleague.post("bevestig/terug", {"mijlpalen": [VISIE]})

    answer = form.save(BAND, "volledig", seen)

    assert (answer.status_code, answer.json()["zin"]) == (
        409,
        "Dit is intussen gewijzigd door Bert. Uw keuze is niet opgeslagen.",
    )
    assert answer.json()["veld"]["door"] == "Bert"


def test_an_emptied_part_is_of_who_emptied_it_last(form):
    first = form.save(BAND, "niet").json()["veld"]
    gone = form.save(BAND, None, first["versie"]).json()["veld"]
    assert (gone["waarde"], gone["door"], gone["eigen"]) == (None, "Anja", True)

    colleague = manager(naam="Bert")
    theirs = colleague.save(BAND, "volledig").json()["veld"]
    colleague.save(BAND, None, theirs["versie"])

    assert [form.field(BAND)[name] for name in ("waarde", "versie", "door", "eigen")] == [None, None, "Bert", False]


@pytest.mark.parametrize(
    "tekst",
    [
        "x" * 4000,
        "👩‍👩‍👧 en \N{RIGHT SINGLE QUOTATION MARK}",
        "<img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        "$\\href{}$ {{7*7}} '; DROP TABLE score;--",
        "=1+1",
        "regel 1\n\nregel 2\tmet tab",
        "lang" * 900,
    ],
    ids=["4,000", "emoji", "html", "link", "templates", "formula", "lines", "one word"],
)
def test_a_text_is_kept_exactly(form, tekst):
    assert form.save(TEXT, tekst).json()["veld"]["waarde"] == tekst
    assert form.field(TEXT)["waarde"] == tekst


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("x" * 4001, "De tekst is te lang: 4001 tekens. Er passen er 4000."),
        ("😀" * 4001, "De tekst is te lang: 4001 tekens. Er passen er 4000."),
        ("a\0b", HIDDEN),
        ("a\u202eb", HIDDEN),
    ],
    ids=["4,001", "4,001 emoji", "NUL", "U+202E"],
)
def test_a_text_that_cannot_be_kept_is_refused_with_a_sentence_and_what_stood_there_stays(form, tekst, zin):
    form.save(TEXT, "Eerste")

    answer = form.save(TEXT, tekst, form.field(TEXT)["versie"])

    assert (answer.status_code, answer.json()) == (422, {"code": "invoer", "zin": zin})
    assert form.field(TEXT)["waarde"] == "Eerste"


def test_half_a_character_is_refused(form):
    body = b'{"waarde": "a\\ud800b", "gezien": null}'

    answer = form.client.put(f"{form.base}/veld/{TEXT}", content=body, headers={"content-type": "application/json"})

    assert (answer.status_code, answer.json()["code"]) == (422, "invoer")


def test_spaces_around_a_text_and_line_ends_of_another_machine_are_no_change(form):
    form.save(TEXT, "Een\nTwee")

    assert form.save(TEXT, "  Een\r\nTwee \n").status_code == 200
    assert form.field(TEXT)["waarde"] == "Een\nTwee"
    assert len(changes()) == 1


@pytest.mark.parametrize(
    ("veld", "status", "code"),
    [
        ("band/onbekend", 404, "onbekend"),
        ("iets/ketenjaarplan", 404, "onbekend"),
        ("antwoord/onbekend", 422, "invoer"),
        ("band/ketenjaarplan/meer", 404, "onbekend"),
        ("band/..%2f..", 404, "onbekend"),
    ],
)
def test_a_part_that_does_not_exist_is_refused(form, veld, status, code):
    answer = form.save(veld, None)

    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_an_answer_to_a_vraag_and_what_is_said_to_it_have_one_version(asked):
    first = asked.save(JA, "ja").json()
    assert set(first["velden"]) == {JA, WAAROM}
    assert first["velden"][JA]["versie"] == first["velden"][WAAROM]["versie"]

    second = asked.save(WAAROM, "Daarom.", first["veld"]["versie"]).json()

    assert second["velden"][WAAROM]["waarde"] == "Daarom."
    assert asked.save(JA, "nee", second["veld"]["versie"]).status_code == 200
    assert asked.field(WAAROM)["waarde"] == "Daarom."


def test_taking_an_answer_back_takes_what_was_said_to_it_along(asked):
    first = asked.save(JA, "ja").json()["veld"]["versie"]
    second = asked.save(WAAROM, "Daarom.", first).json()["veld"]["versie"]

    answer = asked.save(JA, None, second).json()

    assert {name: each["waarde"] for name, each in answer["velden"].items()} == {JA: None, WAAROM: ""}


def test_a_toelichting_needs_an_answer(asked):
    answer = asked.save(WAAROM, "Daarom.")

    assert (answer.status_code, answer.json()["zin"]) == (
        422,
        "Antwoord eerst; daarna kunt u dat toelichten. De toelichting is niet opgeslagen.",
    )


def test_to_a_vraag_too_a_colleague_may_be_first(asked):
    asked.save(JA, "ja")

    late = manager(naam="Bert").save(JA, "nee")

    assert (late.status_code, late.json()["veld"]["waarde"], late.json()["veld"]["door"]) == (409, "ja", "Anja")


def test_choosing_what_was_confirmed_makes_it_a_choice(form):
    form.post("bevestig", {"mijlpalen": [VISIE]})
    there = form.field(BAND)

    again = form.save(BAND, there["waarde"], there["versie"]).json()["veld"]

    assert (there["wijze"], again["wijze"]) == ("bevestigd", "bijgewerkt")


def test_the_moment_is_that_of_the_landkaart(form):
    assert form.save(BAND, "niet").json()["veld"]["op"] == DURING.isoformat()
