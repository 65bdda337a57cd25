"""Whom to reach at a werkplein."""

import json
from functools import partial

import pytest
from sqlmodel import select

from db import models
from db.actions.contacten import set_contact
from db.engine import read_session
from db.queries.werkpleinen import werkplein
from landkaart.domein.fouten import NietToegestaan, OngeldigeInvoer
from landkaart.domein.rollen import Rol
from landkaart.domein.werkplein import Contact
from tests.steps.acts import manage
from tests.steps.small_landkaart import ASSEN, BEHEER, BREDA, DURING, SLUIT, everything, keep_person, log

pytestmark = pytest.mark.usefixtures("small_landkaart")
JO = {"naam": "Jo de Boer", "adres": "Jo@Assen.nl ", "gedeeld": True}
change = partial(manage, set_contact, by=ASSEN, werkplein="assen")


def contact():
    with read_session() as session:
        return werkplein(session=session, code="assen").contact


def shared_since():
    with read_session() as session:
        return session.exec(select(models.Werkplein.contact_gedeeld_op).where(models.Werkplein.code == "assen")).one()


def test_it_is_kept_with_its_address_in_small_letters_and_one_line_in_the_log():
    before = len(log("handeling"))

    change(**JO)

    assert contact() == Contact("Jo de Boer", "jo@assen.nl", True)
    assert shared_since() == DURING
    ((handeling, oud, nieuw, door),) = log("handeling", "oud", "nieuw", "door")[before:]
    assert (handeling, oud, door) == ("contact", None, ASSEN.naam)
    assert json.loads(nieuw) == {"naam": "Jo de Boer", "adres": "jo@assen.nl", "gedeeld": True}


def test_the_same_again_changes_nothing():
    change(**JO)
    before = everything()

    change(**JO)

    assert everything() == before


def test_since_when_it_is_shared_stays_until_it_is_no_longer(set_clock):
    change(**JO)
    set_clock(SLUIT)
    change(**JO | {"naam": "Jo Boer"})
    assert shared_since() == DURING

    change(**JO | {"gedeeld": False})
    assert (shared_since(), contact().gedeeld) == (None, False)


def test_both_empty_takes_it_away():
    change(**JO)

    change(naam=" ", adres="", gedeeld=True)

    assert (contact(), shared_since()) == (None, None)


@pytest.mark.parametrize(
    "wrong",
    [{"naam": ""}, {"adres": ""}, {"adres": "jo@assen"}, {"adres": "jo@assen.nl\r\nBcc: x@y.nl"}, {"adres": "jo@assen.nl\n"},
     {"adres": "jo@assen.nl, x@y.nl"}, {"naam": "Jo\nBoer"}, {"naam": "Jo" * 100}, {"adres": "Jo <jo@assen.nl>"}],
    ids=str,
)  # fmt: skip
def test_what_is_no_name_or_no_address_is_refused_when_it_is_entered(wrong):
    before = everything()

    with pytest.raises(OngeldigeInvoer):
        change(**JO | wrong)

    assert everything() == before


def test_an_unknown_werkplein_is_refused():
    keep_person(BEHEER, Rol.BEHEER)

    with pytest.raises(OngeldigeInvoer, match="bestaat niet"):
        manage(set_contact, werkplein="nergens", **JO)


def test_of_another_werkplein_only_ako_and_beheer_may():
    keep_person(BEHEER, Rol.BEHEER)

    with pytest.raises(NietToegestaan, match="U mag het contact van dit werkplein niet wijzigen."):
        change(by=BREDA, **JO)
    manage(set_contact, werkplein="assen", **JO)

    assert contact() == Contact("Jo de Boer", "jo@assen.nl", True)
