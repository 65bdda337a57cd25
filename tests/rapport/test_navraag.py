"""A navraag in words."""

from dataclasses import replace
from datetime import UTC, datetime

from landkaart.domein.band import Band
from landkaart.domein.invulling import Indiening
from landkaart.domein.navraag import Navraag
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.navraag import about_text

NAVRAAG = Navraag(
    1, "assen", Tertaal(2009, 2), "ketenjaarplan", "Waaruit blijkt dat?", "Iemand", datetime(2009, 8, 3, tzinfo=UTC)
)
INGEDIEND = Indiening(2, datetime(2009, 7, 20, tzinfo=UTC), "Manager", {"ketenjaarplan": Band.VOLLEDIG}, {}, {})


def test_beside_a_navraag_stands_what_was_submitted_of_its_mijlpaal():
    explained = replace(INGEDIEND, toelichtingen={"ketenjaarplan": "Vastgesteld in mei.", "visie": "Een andere."})

    assert about_text(NAVRAAG, INGEDIEND) == "Ingediend op 20 juli 2009: Volledig, zonder toelichting."
    assert about_text(NAVRAAG, explained) == (
        "Ingediend op 20 juli 2009: Volledig, met als toelichting ‘Vastgesteld in mei.’."
    )


def test_of_a_whole_invulling_or_of_what_was_not_submitted_it_says_nothing():
    assert about_text(replace(NAVRAAG, mijlpaal=None), INGEDIEND) == ""
    assert about_text(NAVRAAG, None) == ""
