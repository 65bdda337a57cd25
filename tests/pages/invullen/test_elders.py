"""What comes into an open form from elsewhere: into fields of another name, and said."""

import pytest

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
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
