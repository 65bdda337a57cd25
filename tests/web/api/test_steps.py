"""What is done with a form as a whole: confirming and taking that back, submitting, signing."""

from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from landkaart.domein.catalogus import catalogus
from tests.steps.forms import manager
from tests.steps.small_landkaart import CODES, DURING, VISIE, log

BAND, TEXT = f"band/{VISIE}", f"toelichting/{VISIE}"


def lines(*acts):
    return [line for line in log("handeling", "mijlpaal", "oud", "nieuw") if line[0] in acts]


def confirm_all(form):
    return form.post("bevestig", {"mijlpalen": list(CODES)}).json()


def test_confirming_takes_over_band_and_text_of_last_time_and_leaves_what_was_chosen(form):
    form.save(f"band/{CODES[0]}", "niet")

    state = confirm_all(form)

    assert (state["velden"][BAND]["waarde"], state["velden"][BAND]["wijze"]) == ("niet", "bevestigd")
    assert state["velden"][TEXT]["waarde"] == "Nog niet."
    assert state["velden"][f"band/{CODES[0]}"]["wijze"] == "bijgewerkt"
    assert state["bevestigd"] == list(CODES[1:])
    assert state["bar"]["kan_indienen"] is True


def test_a_confirming_is_taken_back_as_a_whole_with_what_came_along(form):
    form.save(f"band/{CODES[0]}", "niet")
    confirmed = confirm_all(form)["bevestigd"]

    state = form.post("bevestig/terug", {"mijlpalen": confirmed}).json()

    assert state["bevestigd"] == []
    assert state["bar"]["te_bevestigen"] == list(CODES[1:])
    assert {name for name, each in state["velden"].items() if each["waarde"]} == {f"band/{CODES[0]}"}
    assert lines("bevestiging").count(("bevestiging", VISIE, '"niet"', None)) == 1


def test_what_was_changed_since_stays(form, set_clock):
    state = confirm_all(form)
    set_clock(DURING + timedelta(minutes=1))
    form.save(TEXT, "Bijna.", state["velden"][TEXT]["versie"])
    form.save(f"band/{CODES[0]}", "niet", state["velden"][f"band/{CODES[0]}"]["versie"])

    after = form.post("bevestig/terug", {"mijlpalen": state["bevestigd"]}).json()["velden"]

    assert after[TEXT]["waarde"] == "Bijna."
    assert (after[BAND]["waarde"], after[f"band/{CODES[0]}"]["waarde"]) == (None, "niet")


def test_a_double_click_takes_one_confirming_back(form, set_clock):
    form.post("bevestig", {"mijlpalen": [VISIE]})
    set_clock(DURING + timedelta(minutes=1))
    second = form.post("bevestig", {"mijlpalen": [CODES[0]]}).json()

    first = form.post("bevestig/terug", {"mijlpalen": [CODES[0]]}).json()
    again = form.post("bevestig/terug", {"mijlpalen": [CODES[0]]}).json()

    assert (second["bevestigd"], first["bevestigd"]) == ([CODES[0]], [VISIE])
    assert first["velden"] == again["velden"]
    assert first["velden"][BAND]["wijze"] == "bevestigd"


def test_once_something_was_submitted_it_can_no_longer_be_taken_back_as_a_whole(form):
    confirm_all(form)
    assert form.submit().json()["bevestigd"] == []

    answer = form.post("bevestig/terug", {"mijlpalen": [VISIE]})

    assert (answer.status_code, answer.json()["zin"]) == (
        422,
        "Er is al ingediend: bevestigen kan niet meer als geheel terug. Wijzig het per mijlpaal.",
    )
    assert form.field(BAND)["waarde"] == "niet"


def test_who_never_submitted_has_nothing_to_confirm(open_round):
    answer = manager("breda").post("bevestig", {"mijlpalen": [VISIE]})

    assert (answer.status_code, answer.json()["code"]) == (422, "niet_compleet")


def test_submitting_says_what_it_counts_for_now_and_among_how_many(form):
    confirm_all(form)

    found = form.submit().json()["ingediend"]

    assert found["tekst"].startswith(
        "Versie 1 met score 92% is ingediend op 3 augustus 2009 om 14:30 door Anja en telt mee."
    )
    assert (found["versie"], found["score"], found["gewijzigd"]) == (1, 92, False)
    assert found["plaats_zin"] == "Daarmee staat Assen nu op plaats 1 van 1. Dat kan tot de sluiting nog veranderen."
    assert found["mag_akkoord"] is True


def test_it_asks_little_of_the_database_for_all_werkpleinen_submit_in_the_last_hour(form):
    confirm_all(form)
    seen, asked = form.seen(), []
    event.listen(Engine, "before_cursor_execute", count := lambda *what: asked.append(what[2]))

    try:
        assert form.post("indien", {"gezien": seen}).status_code == 200
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    assert len(asked) <= 20


def test_equals_share_a_place(form):
    confirm_all(form)
    form.submit()
    breda = manager("breda")
    for code in CODES:
        breda.save(f"band/{code}", "volledig" if code != VISIE else "niet")

    assert (
        breda.submit()
        .json()["ingediend"]["plaats_zin"]
        .startswith("Daarmee staat Breda nu op plaats 1 van 2, samen met 1 ander werkplein.")
    )


def test_the_same_twice_is_one_version(form):
    confirm_all(form)

    assert [form.submit().json()["ingediend"]["versie"] for _ in range(2)] == [1, 1]
    assert len(lines("indiening")) == 1


def test_before_14_of_14_nothing_is_submitted(form):
    form.save(BAND, "niet")

    answer = form.submit()

    assert (answer.status_code, answer.json()) == (
        422,
        {"code": "niet_compleet", "zin": "Nog niet alles is beoordeeld: 13 van de 14 mijlpalen ontbreken."},
    )


def test_what_a_colleague_changed_meanwhile_is_named_instead_of_submitted(form, set_clock):
    confirm_all(form)
    seen = form.seen()
    set_clock(DURING + timedelta(minutes=1))
    manager(naam="Bert").save(BAND, "volledig", seen[BAND])

    answer = form.post("indien", {"gezien": seen})

    assert (answer.status_code, answer.json()["code"]) == (409, "niet_gezien")
    assert answer.json()["titels"] == [catalogus()[VISIE].titel]
    assert lines("indiening") == []


def test_a_change_after_submitting_is_said_and_can_be_submitted_again(form):
    confirm_all(form)
    form.submit()

    answer = form.save(BAND, "volledig", form.field(BAND)["versie"]).json()

    assert (answer["ingediend"]["gewijzigd"], answer["bar"]["kan_indienen"]) == (True, True)
    assert form.submit().json()["ingediend"]["versie"] == 2


def test_an_akkoord_is_given_and_withdrawn_by_oneself(form):
    confirm_all(form)
    form.submit()

    given = form.post("akkoord", {"versie": 1}).json()["ingediend"]
    assert [(each["naam"], each["tekst"], each["eigen"]) for each in given["akkoorden"]] == [
        ("Anja", "3 augustus 2009 om 14:30", True)
    ]
    assert given["mag_akkoord"] is False
    assert manager().state()["ingediend"]["akkoorden"][0]["eigen"] is False

    assert form.take_back("akkoord", {"versie": 1}).json()["ingediend"]["akkoorden"] == []


def test_an_akkoord_on_a_version_that_is_not_the_last_is_refused(form):
    confirm_all(form)
    form.submit()

    answer = form.post("akkoord", {"versie": 2})

    assert (answer.status_code, answer.json()["code"]) == (422, "invoer")


@pytest.mark.parametrize("versie", [0, -1, 2**70, 1.5, "1", None, True])
def test_what_is_no_version_is_refused(form, versie):
    for answer in (form.post("akkoord", {"versie": versie}), form.take_back("akkoord", {"versie": versie})):
        assert (answer.status_code, answer.json()["code"]) == (422, "invoer")
