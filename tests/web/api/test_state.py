"""The state of a form: everything that can change while it is on a screen, and a version that says whether it did."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from db import models
from db.actions.navragen import ask_navraag, close_navraag
from db.actions.uitzonderingen import give_uitstel
from db.actions.vragen import add_vraag
from db.engine import read_session, write_session
from db.queries.navragen import navragen
from landkaart.domein.catalogus import catalogus
from tests.steps.forms import manager
from tests.steps.perform import perform
from tests.steps.small_landkaart import DURING, NU, OPENT, SLUIT, VISIE
from tests.steps.visitors import browser_of

BAND = f"band/{VISIE}"


def acting(action, **what):
    return perform(action, tertaal=NU, **what)


def test_a_form_without_anything_on_it_has_every_part_empty_and_no_score(form):
    state = form.state()

    assert len(state["velden"]) == 28
    assert state["velden"][BAND] == dict.fromkeys(("waarde", "versie", "door", "op", "opgeslagen")) | {"eigen": False}
    assert state["velden"][f"toelichting/{VISIE}"]["waarde"] == ""
    assert (state["bar"]["score"], state["bar"]["vorige"], state["bar"]["kan_indienen"]) == (None, 92, False)
    assert (state["open"], state["reden"], state["ingediend"], state["bevestigd"]) == (True, None, None, [])


def test_every_mijlpaal_can_be_confirmed_where_the_werkplein_submitted_before_and_none_where_it_did_not(form):
    assert form.state()["bar"]["te_bevestigen"] == list(catalogus().codes)
    assert manager("breda").state()["bar"]["te_bevestigen"] == []


def test_what_the_ako_asks_about_a_mijlpaal_stands_there_until_it_is_closed(form):
    before = form.get().headers["etag"]
    perform(ask_navraag, werkplein="assen", tertaal=NU, mijlpaal=VISIE, tekst="Hoezo?")
    perform(ask_navraag, werkplein="assen", tertaal=NU, mijlpaal=None, tekst="En verder?")
    with read_session() as session:
        asked = navragen(session=session)[0]

    assert form.get(**{"if-none-match": before}).status_code == 200
    said = "Navraag van het AKO: ‘Hoezo?’ Antwoord boven het formulier. Uw score verandert er niet door."
    assert form.state()["navragen"] == {VISIE: [said]}
    perform(close_navraag, navraag=asked)
    assert form.state()["navragen"] == {}


def test_what_was_saved_says_by_whom_and_when(form):
    form.save(BAND, "gedeeltelijk")

    assert form.field(BAND) == {
        "waarde": "gedeeltelijk",
        "versie": "2009-08-03T12:30:00+00:00",
        "door": "Anja",
        "op": "2009-08-03T12:30:00+00:00",
        "opgeslagen": "14:30",
        "eigen": True,
        "wijze": "bijgewerkt",
    }


def test_of_another_day_the_day_is_said_as_well(form, set_clock):
    form.save(BAND, "gedeeltelijk")
    set_clock(DURING + timedelta(minutes=20))
    assert form.field(BAND)["opgeslagen"] == "14:30"

    set_clock(DURING + timedelta(days=1))
    assert manager().field(BAND)["opgeslagen"] == "3 augustus 2009 14:30"


def test_what_a_colleague_saved_is_not_my_own(form):
    form.save(BAND, "gedeeltelijk")

    there = manager(naam="Bert").field(BAND)

    assert (there["door"], there["eigen"]) == ("Anja", False)


def test_who_has_the_version_already_gets_nothing_again(form):
    first = form.get()

    again = form.get(**{"if-none-match": first.headers["etag"]})

    assert first.headers["etag"] == f'"{first.json()["version"]}"'
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    "change",
    [
        lambda form: form.save(BAND, "niet"),
        lambda form: manager().save(BAND, "niet"),
        lambda form: acting(add_vraag, tekst="Lukt het?"),
        lambda form: acting(give_uitstel, werkplein="assen", tot=(SLUIT + timedelta(9)).replace(tzinfo=None), reden="Ziek."),
    ],
    ids=["my own save", "a colleague's", "a vraag of the AKO", "uitstel"],
)
def test_whatever_changes_gives_another_version(form, change):
    known = form.get().headers["etag"]

    change(form)

    assert form.get(**{"if-none-match": known}).status_code == 200


def test_what_another_werkplein_saves_changes_nothing_here(form):
    known = form.get().headers["etag"]

    manager("breda").save(BAND, "niet")

    assert form.get(**{"if-none-match": known}).status_code == 304


def test_the_closing_gives_another_version_by_itself(form, set_clock):
    set_clock(SLUIT - timedelta(seconds=1))
    form = manager()
    known = form.get().headers["etag"]

    set_clock(SLUIT)

    late = form.get(**{"if-none-match": known})
    assert (late.status_code, late.json()["open"]) == (200, False)
    assert "gesloten" in late.json()["reden"]


def test_before_the_opening_it_says_when_it_opens(form, set_clock):
    set_clock(OPENT - timedelta(seconds=1))
    state = manager().state()

    assert (state["open"], state["reden"]) == (
        False,
        "De uitvraag van 2009-2 opent op 15 juli 2009 om 00:00. Tot dan kan er niets worden gewijzigd.",
    )


def test_a_tertaal_without_an_uitvraag_has_no_form(form):
    for tertaal in ("2031-1", "2009-9", "x"):
        answer = form.client.get(f"/api/invullen/assen/{tertaal}")
        assert (answer.status_code, answer.json()["code"]) == (404, "onbekend")


def test_an_answer_that_came_from_a_file_says_so(form):
    form.save(BAND, "niet")
    with write_session() as session:
        session.exec(update(models.Antwoord).values(opgeslagen_op=DURING - timedelta(3), wijze="ingelezen"))

    there = form.field(BAND)
    assert (there["door"], there["wijze"], there["eigen"]) == ("een bestand dat is ingelezen", "ingelezen", False)


def test_a_form_with_an_answer_from_a_file_to_an_extra_vraag_can_be_read(landkaart_2009):
    """The log line of such an answer names no vraag."""
    answer = browser_of("werkplein", ("assen",)).get("/api/invullen/assen/2009-2")

    assert (answer.status_code, answer.json()["open"]) == (200, False)
    assert answer.json()["velden"]["antwoord/integraal-per-2010"]["door"] == "een bestand dat is ingelezen"
