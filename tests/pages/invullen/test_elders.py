"""What comes into an open form from elsewhere: into fields of another name, and said."""

from datetime import UTC, datetime

import pytest

from db import models
from db.engine import write_session
from db.queries.clock import OFFSET
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import system_now
from tests.steps.accounts import session_of
from tests.steps.drive import field, texts, visit
from tests.steps.invullen import ANALYSE, PLAN, choose, kept, key

SAID = f"Intussen elders gewijzigd: {catalogus()[PLAN].titel}. Kijk of het zo klopt."
INDIENEN = key("indienen", "alle")


@pytest.fixture
def form(landkaart_2009):
    """Open when a colleague chose on PLAN."""
    sessie = session_of("werkplein", ["harderwijk", "assen"])
    at = visit("invullen", sessie=sessie, werkplein="harderwijk")
    choose(visit("invullen", rol="werkplein", werkpleinen=["harderwijk"]), PLAN, Band.NIET)
    return at


def test_it_gets_another_name_and_so_does_the_button_that_submits(form):
    choose(form, ANALYSE, Band.VOLLEDIG)

    assert field(form, key("band", PLAN)).key == key("band", PLAN) + "~1"
    assert field(form, key("band", PLAN)).value == Band.NIET
    assert field(form, INDIENEN).key == INDIENEN + "~1"
    assert field(form, key("band", ANALYSE)).key == key("band", ANALYSE)


def test_it_is_said_and_stays_in_sight_through_a_quick_next_choice(form):
    choose(form, ANALYSE, Band.VOLLEDIG)
    assert SAID in texts(form)

    choose(form, ANALYSE, Band.NIET)

    assert SAID in texts(form)


def test_on_another_werkplein_there_is_nothing_to_say(form):
    choose(form, ANALYSE, Band.VOLLEDIG)

    form.selectbox(key="werkplein").select("assen").run()

    assert not form.exception
    assert "Intussen elders gewijzigd" not in texts(form)


def test_who_has_seen_it_goes_on_with_it_without_a_question(form):
    choose(form, PLAN, Band.NIET)
    assert "Intussen gewijzigd. Kies wat er moet staan." not in texts(form)

    choose(form, PLAN, Band.GEDEELTELIJK)

    assert kept().banden == {PLAN: Band.GEDEELTELIJK}
    assert not form.warning


def test_ones_own_acts_are_nobody_elses(landkaart_2009):
    at = visit("invullen", rol="werkplein", werkpleinen=["harderwijk"])

    choose(at, PLAN, Band.NIET)
    field(at, key("bevestig", "alle")).click().run()
    choose(at, PLAN, Band.VOLLEDIG)

    assert "Intussen elders gewijzigd" not in texts(at)
    assert field(at, INDIENEN).key == INDIENEN
    assert len(kept().antwoorden) == 14


def test_what_went_wrong_for_one_werkplein_is_not_said_of_another(form, set_clock):
    """The page stood open until after the closing of 2009-3."""
    set_clock(now := system_now())
    with write_session() as session:
        session.get(models.Instelling, OFFSET).waarde = str((datetime(2010, 1, 1, tzinfo=UTC) - now).total_seconds())

    choose(form, ANALYSE, Band.VOLLEDIG)
    assert [error.value for error in form.error] == ["De uitvraag van 2009-3 is gesloten. Er is niets opgeslagen."]

    form.selectbox(key="werkplein").select("assen").run()
    assert [error.value for error in form.error] == []
