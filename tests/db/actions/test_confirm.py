"""Saying that it is as it was: a choice like any other, and kept as what it is."""

import pytest

from db.actions.invullingen import confirm, save_answer, save_toelichting
from db.engine import read_session
from db.queries.invullingen import invulling
from landkaart.domein.band import Band
from landkaart.domein.fouten import NietCompleet, OngeldigeInvoer
from landkaart.domein.invulling import Antwoord, Invulling, Wijze
from tests.steps.small_landkaart import CODES, DURING, NU, VISIE, act, everything, log, submitted_before

pytestmark = pytest.mark.usefixtures("small_landkaart")
PLAN = "ketenjaarplan"


def on_paper() -> Invulling:
    with read_session() as session:
        return invulling(session=session, werkplein="assen", tertaal=NU)


def test_it_copies_band_and_toelichting_and_is_kept_as_confirmed():
    submitted_before({VISIE: Band.IN_ONTWIKKELING}, {VISIE: "In juni besproken."})

    act(confirm, mijlpalen=[VISIE, PLAN])

    assert on_paper().antwoorden == {
        VISIE: Antwoord(Band.IN_ONTWIKKELING, Wijze.BEVESTIGD, DURING),
        PLAN: Antwoord(Band.VOLLEDIG, Wijze.BEVESTIGD, DURING),
    }
    assert on_paper().toelichtingen == {VISIE: "In juni besproken."}


def test_each_mijlpaal_that_is_confirmed_has_its_log_line():
    submitted_before({VISIE: Band.IN_ONTWIKKELING})

    act(confirm, mijlpalen=[VISIE, PLAN])

    assert log("door", "weg", "handeling", "mijlpaal", "oud", "nieuw") == [
        ("manager van Assen", "formulier", "bevestiging", VISIE, None, '"in_ontwikkeling"'),
        ("manager van Assen", "formulier", "bevestiging", PLAN, None, '"volledig"'),
    ]


def test_what_is_answered_already_stays_as_it_is():
    submitted_before({VISIE: Band.NIET})
    act(save_answer, mijlpaal=VISIE, band=Band.GEDEELTELIJK)

    act(confirm, mijlpalen=CODES)

    assert on_paper().antwoorden[VISIE] == Antwoord(Band.GEDEELTELIJK, Wijze.BIJGEWERKT, DURING)
    assert len(on_paper().antwoorden) == 14


def test_a_toelichting_written_before_confirming_stays_as_it_is():
    submitted_before({}, {VISIE: "Wat er stond."})
    act(save_toelichting, mijlpaal=VISIE, tekst="Wat ik nu schrijf.")

    act(confirm, mijlpalen=[VISIE])

    assert on_paper().toelichtingen == {VISIE: "Wat ik nu schrijf."}


def test_confirming_twice_is_confirming_once():
    submitted_before({})
    act(confirm, mijlpalen=[VISIE])
    once = everything()

    act(confirm, mijlpalen=[VISIE])

    assert everything() == once


def test_without_an_earlier_invulling_there_is_nothing_to_confirm():
    before = everything()

    with pytest.raises(NietCompleet) as error:
        act(confirm, mijlpalen=[VISIE])

    assert str(error.value) == "Er is geen eerdere invulling om te bevestigen. Kies per mijlpaal een band."
    assert everything() == before


def test_one_unknown_mijlpaal_and_none_is_confirmed():
    submitted_before({})
    before = everything()

    with pytest.raises(OngeldigeInvoer):
        act(confirm, mijlpalen=[VISIE, "onbekend"])

    assert everything() == before
