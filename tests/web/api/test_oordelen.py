"""The table in which the AKO judges, asked and answered as its browser would."""

import pytest

from db.actions.indicaties import give_indicatie
from db.engine import read_session
from db.queries.oordelen import oordelen
from landkaart.domein.indicatie import Indicatie, Oordeel
from landkaart.domein.tertaal import Tertaal
from tests.steps.forms import somebody
from tests.steps.perform import perform
from tests.steps.small_landkaart import DURING, NU, VORIG, everything

HERE = f"/api/oordelen/{NU}"


@pytest.fixture
def ako(open_round):
    return somebody("ako", naam="Iemand van het AKO")


def given():
    with read_session() as session:
        return oordelen(session=session, tertaal=NU)


def put(form, waarde, gezien=None, werkplein="assen"):
    return form.client.put(f"{HERE}/veld/oordeel/{werkplein}", json={"waarde": waarde, "gezien": gezien})


def take_over(form, werkplein="assen"):
    return form.client.post(f"{HERE}/overnemen", json={"werkplein": werkplein})


def state(form, **headers):
    return form.client.get(HERE, headers=headers)


def judged_before(indicatie=Indicatie.NIET):
    perform(give_indicatie, werkplein="assen", tertaal=VORIG, indicatie=indicatie, notitie="Toen.")


def test_an_oordeel_is_saved_and_answered_as_the_database_has_it(ako):
    answer = put(ako, "dit_jaar")

    assert given() == {"assen": Oordeel(Indicatie.DIT_JAAR, "", DURING, "Iemand van het AKO")}
    veld = answer.json()["veld"]
    assert (veld["waarde"], veld["door"], veld["eigen"], veld["opgeslagen"]) == (
        "dit_jaar", "Iemand van het AKO", True, "14:30",
    )  # fmt: skip
    assert state(ako).json()["velden"] == {
        "oordeel/assen": veld,
        "oordeel/breda": {"waarde": None, "versie": None, "door": None, "opgeslagen": None, "eigen": False},
    }


def test_what_it_was_last_given_is_taken_over_and_the_whole_state_comes_back(ako):
    judged_before()

    found = take_over(ako).json()

    assert given() == {"assen": Oordeel(Indicatie.NIET, "Toen.", DURING, "Iemand van het AKO", VORIG)}
    veld = found["velden"]["oordeel/assen"]
    assert (veld["waarde"], veld["wijze"], veld["notitie"]) == ("niet", "overgenomen", "Toen.")


def test_another_oordeel_leaves_the_note_and_taking_back_takes_it_along(ako):
    perform(give_indicatie, werkplein="assen", tertaal=NU, indicatie=Indicatie.NIET, notitie="Ziek.")
    seen = state(ako).json()["velden"]["oordeel/assen"]["versie"]

    seen = put(ako, "sluit", seen).json()["veld"]["versie"]
    assert (given()["assen"].indicatie, given()["assen"].notitie) == (Indicatie.SLUIT, "Ziek.")

    assert put(ako, None, seen).json()["veld"]["waarde"] is None
    assert given() == {}


def test_who_saw_something_else_is_asked_and_the_same_choice_is_no_conflict(ako):
    other = somebody("ako", naam="Een collega")
    put(other, "sluit")
    before = everything()

    answer = put(ako, "niet")

    assert (answer.status_code, answer.json()["code"]) == (409, "anders")
    assert (answer.json()["veld"]["waarde"], answer.json()["veld"]["door"]) == ("sluit", "Een collega")
    assert put(ako, "sluit").status_code == 200
    assert everything() == before


def test_what_has_not_changed_is_not_sent_again(ako):
    known = state(ako).headers["etag"]

    assert state(ako, **{"if-none-match": known}).status_code == 304
    put(ako, "niet")
    assert state(ako, **{"if-none-match": known}).status_code == 200


@pytest.mark.parametrize("ask", [state, lambda form: put(form, "niet"), take_over], ids=["GET", "PUT", "POST overnemen"])
@pytest.mark.parametrize("rol", ["werkplein", "beheer", "lezer"])
def test_only_the_ako_judges(open_round, ask, rol):
    judged_before()
    form, before = somebody(rol, ["assen"] if rol == "werkplein" else ()), everything()

    answer = ask(form)

    assert (answer.status_code, answer.json()["zin"]) == (403, "U mag geen AKO-indicatie geven.")
    assert everything() == before


@pytest.mark.parametrize(
    ("ask", "status"),
    [
        (lambda form: put(form, "misschien"), 422),
        (lambda form: put(form, 1), 422),
        (lambda form: put(form, "niet", werkplein="nergens"), 422),
        (lambda form: take_over(form), 422),
        (lambda form: take_over(form, werkplein=7), 422),
        (lambda form: form.client.get(HERE.replace(str(NU), "2009-9")), 404),
        (lambda form: form.client.get(f"{HERE}/assen"), 404),
    ],
    ids=["no oordeel", "a number", "no werkplein", "nothing to take over", "no text", "no tertaal", "no address"],
)
def test_what_the_table_could_not_have_sent_is_refused_and_nothing_changes(ako, ask, status):
    before = everything()

    assert ask(ako).status_code == status
    assert everything() == before


def test_of_another_tertaal_there_is_nothing_here(ako):
    judged_before()

    found = ako.client.get(f"/api/oordelen/{Tertaal(2009, 1)}").json()["velden"]

    assert found["oordeel/assen"]["waarde"] == "niet"
    assert state(ako).json()["velden"]["oordeel/assen"]["waarde"] is None


def test_of_an_oordeel_that_was_taken_back_it_is_known_by_whom(ako):
    first = put(ako, "dit_jaar").json()["veld"]
    colleague = somebody("ako", naam="Een ander van het AKO")
    put(colleague, None, first["versie"])

    late = put(ako, "niet", first["versie"])

    assert (late.status_code, late.json()["veld"]) == (
        409,
        {"waarde": None, "versie": None, "door": "Een ander van het AKO", "opgeslagen": "14:30", "eigen": False},
    )
    assert state(ako).json()["velden"]["oordeel/assen"] == late.json()["veld"]
