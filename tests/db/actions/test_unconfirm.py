"""Taking a confirming back as a whole, for as long as nothing was submitted."""

from datetime import timedelta

import pytest

from db.actions.indieningen import submit
from db.actions.invullingen import confirm, save_answer, save_toelichting, unconfirm
from db.engine import read_session
from db.queries.invullingen import invulling
from landkaart.domein.band import Band
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.invulling import Invulling
from tests.steps.small_landkaart import CODES, DURING, NU, VISIE, act, everything, log, submitted_before

pytestmark = pytest.mark.usefixtures("small_landkaart")
PLAN = "ketenjaarplan"


@pytest.fixture
def confirmed(small_landkaart, set_clock):
    submitted_before({VISIE: Band.NIET}, {VISIE: "In juni besproken."})
    act(confirm, mijlpalen=[VISIE, PLAN])
    set_clock(DURING + timedelta(minutes=1))


def on_paper() -> Invulling:
    with read_session() as session:
        return invulling(session=session, werkplein="assen", tertaal=NU)


def test_answers_go_with_the_toelichtingen_that_came_along(confirmed):
    assert act(unconfirm, mijlpalen=[VISIE, PLAN]) == [VISIE, PLAN]
    assert on_paper() == Invulling()


def test_each_has_its_log_line(confirmed):
    act(unconfirm, mijlpalen=[VISIE])

    assert log("handeling", "mijlpaal", "oud", "nieuw")[-1] == ("bevestiging", VISIE, '"niet"', None)


def test_what_was_chosen_or_written_since_stays(confirmed):
    act(save_answer, mijlpaal=PLAN, band=Band.NIET)
    act(save_toelichting, mijlpaal=VISIE, tekst="Bijna.")

    assert act(unconfirm, mijlpalen=[VISIE, PLAN]) == [VISIE]
    assert (on_paper().banden, on_paper().toelichtingen) == ({PLAN: Band.NIET}, {VISIE: "Bijna."})


def test_a_choice_is_no_confirming(confirmed):
    act(save_answer, mijlpaal=VISIE, band=Band.NIET)

    assert act(unconfirm, mijlpalen=[VISIE]) == []


def test_twice_changes_nothing_more(confirmed):
    act(unconfirm, mijlpalen=[VISIE])
    before = everything()

    assert act(unconfirm, mijlpalen=[VISIE]) == []
    assert everything() == before


def test_once_submitted_it_is_refused(confirmed):
    act(confirm, mijlpalen=CODES)
    act(submit)
    before = everything()

    with pytest.raises(OngeldigeInvoer, match="^Er is al ingediend"):
        act(unconfirm, mijlpalen=[VISIE])
    assert everything() == before


def test_a_mijlpaal_that_does_not_exist_changes_nothing_at_all(confirmed):
    before = everything()

    with pytest.raises(OngeldigeInvoer, match="Deze mijlpaal bestaat niet"):
        act(unconfirm, mijlpalen=[VISIE, "onbekend"])
    assert everything() == before
