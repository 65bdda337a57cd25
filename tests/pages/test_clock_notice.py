"""Whoever runs an uitvraag sees at once that the clock is not believed, and what was fixed by it."""

from datetime import date, timedelta

import pytest

from db.actions.indieningen import submit
from db.actions.invullingen import confirm
from db.actions.klok import keep_signs
from db.engine import read_session, write_session
from db.freezing import freeze_what_closed
from db.queries.clock import clock_record
from db.queries.momentopnamen import edities, frozen_tertalen
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import midnight, system_now
from landkaart.domein.clock_trust import Signs
from landkaart.domein.tertaal import Tertaal
from tests.steps.drive import texts, visit
from tests.steps.perform import perform
from tests.steps.small_landkaart import log

NU = Tertaal(2009, 3)
HERE = {"werkplein": "harderwijk", "tertaal": NU}
DOUBT = "maar het laatste teken van leven daarvoor was van"


@pytest.fixture
def was_off(landkaart_2009) -> None:
    """For a weekend."""
    with write_session() as session:
        keep_signs(session, Signs(system_now() - timedelta(3)))


@pytest.fixture
def too_early(landkaart_2009, set_clock):
    """2009-3 was frozen by a clock that ran ahead and was believed; now it is right again."""
    start = system_now()
    set_clock(start)
    perform(confirm, mijlpalen=catalogus().codes, **HERE)
    perform(submit, **HERE)
    with read_session() as session:
        ahead = start + (midnight(date(2010, 1, 1)) - clock_record(session=session).clock.now())
    set_clock(ahead)
    freeze_what_closed()
    set_clock(start)


def plain(page) -> str:
    """What a reader sees: without the strokes that keep Markdown from what was typed."""
    return texts(page).replace("\\", "")


def frozen() -> list[Tertaal]:
    with read_session() as session:
        return list(frozen_tertalen(session=session))


@pytest.mark.parametrize(("rol", "sees", "may"), [("beheer", True, True), ("ako", True, True), ("lezer", False, False)])
def test_a_clock_that_is_not_believed_is_named_to_who_can_do_something(was_off, rol, sees, may):
    page = visit("landelijk", rol=rol)

    assert (DOUBT in plain(page)) is sees
    assert ("De klok klopt" in [each.label for each in page.button]) is may


def test_nothing_is_said_of_a_clock_that_is_believed(landkaart_2009):
    for rol in ("beheer", "ako"):
        said = plain(visit("landelijk", rol=rol))
        assert (DOUBT in said, "is vastgesteld op" in said) == (False, False)


@pytest.mark.parametrize("rol", ["beheer", "ako"])
def test_a_beheerder_or_the_ako_says_that_it_is_right(was_off, rol):
    page = visit("landelijk", rol=rol)
    [button] = [each for each in page.button if each.label == "De klok klopt"]

    button.click().run()

    assert DOUBT not in plain(page)
    assert log("weg", "handeling")[-1] == ("formulier", "klok")


def test_what_was_fixed_too_early_is_named_and_the_ako_takes_it_back(too_early):
    assert NU in frozen()
    for rol, way in (("ako", "Terugnemen kan bij"), ("beheer", "Het AKO kan het terugnemen")):
        said = plain(visit("landelijk", rol=rol))
        assert (
            "2009-3 is vastgesteld op 1 januari 2010, 00:00, volgens de klok van de oefenomgeving: vóór de sluiting" in said
        )
        assert way in said

    page = visit("uitvraag", rol="ako", uitvraag="2009-3")
    assert "vóór de sluiting op 31 december 2009 om 24:00 uur" in plain(page)
    place = "terug-2009-3"
    page.text_area(key=f"{place}-reden-0").input("De klok liep een maand voor.").run()
    page.button(key=f"{place}-knop-0").click().run()

    assert NU not in frozen()
    said = plain(page)
    assert "Teruggenomen: wat nu wordt ingediend telt weer mee." in said
    assert "Teruggenomen op 1 december 2009" in said
    assert "De klok liep een maand voor" in said
    with read_session() as session:
        assert edities(session=session)[-1].teruggenomen.door == log("door")[-1][0]


def test_without_a_reason_nothing_is_taken_back(too_early):
    page = visit("uitvraag", rol="ako", uitvraag="2009-3")
    page.button(key="terug-2009-3-knop-0").click().run()

    assert "Schrijf in het kort waarom." in plain(page)
    assert NU in frozen()


def test_what_was_fixed_at_its_closing_is_named_for_a_week(too_early, set_clock):
    with read_session() as session:
        clock = clock_record(session=session).clock
    for days, named in ((6, True), (8, False)):
        set_clock(midnight(date(2010, 1, 1)) + timedelta(days) - clock.offset)
        said = plain(visit("kaart", rol="ako"))
        assert ("naar wat bij de sluiting op 31 december 2009 om 24:00 uur was ingediend" in said) is named
