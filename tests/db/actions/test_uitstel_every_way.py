"""Uitstel opens one werkplein, by every way in, until its own end; a closing holds for the others, by every way in."""

from datetime import date, datetime, timedelta

import pytest

from db.actions.aanleveringen import import_aanlevering
from db.actions.momentopnamen import freeze
from db.actions.uitvragen import change_uitvraag
from db.actions.uitzonderingen import give_uitstel
from landkaart.domein.clock import AMSTERDAM, moment_of, on_clock
from landkaart.domein.fouten import Fout, Gesloten
from landkaart.domein.planning import Planning
from landkaart.domein.rechten import klok, operator
from landkaart.invoer.aanlevering import Aanlevering
from tests.steps.acts import BY_HAND
from tests.steps.factories import invulling_record
from tests.steps.perform import perform
from tests.steps.small_landkaart import DURING, NU, SLUIT, everything, submit_all

pytestmark = pytest.mark.usefixtures("small_landkaart")
SECOND, DAY = timedelta(seconds=1), timedelta(1)
TOT = SLUIT + 9 * DAY


def give() -> None:
    perform(give_uitstel, werkplein="assen", tertaal=NU, tot=on_clock(TOT), reden="Ziekte.")


def move(sluit: datetime) -> None:
    """The closing, as it is said on the clock of Amsterdam."""
    opent, herinnering, actueel = (datetime.fromisoformat(day) for day in ("2009-07-15", "2009-08-10", "2009-04-01"))
    planning = Planning(opent, herinnering, sluit, actueel)
    perform(change_uitvraag, tertaal=NU, planning=planning, vragen_aan=None)


@pytest.mark.parametrize("name", BY_HAND)
@pytest.mark.parametrize("frozen", [False, True], ids=["before it is fixed", "when it is fixed"])
def test_what_is_done_by_hand_goes_on_with_uitstel_until_its_last_second(set_clock, name, frozen):
    BY_HAND[name].prepare()
    give()
    if frozen:
        submit_all(werkplein="breda", by=operator())
        set_clock(SLUIT)
        perform(freeze, by=klok())
    set_clock(TOT - SECOND)
    before = everything()

    BY_HAND[name].perform()

    assert everything() != before


@pytest.mark.parametrize("name", BY_HAND)
def test_and_ends_there(set_clock, name):
    BY_HAND[name].prepare()
    give()
    set_clock(TOT)
    before = everything()

    with pytest.raises(Gesloten, match="gesloten en het uitstel is voorbij"):
        BY_HAND[name].perform()

    assert everything() == before


@pytest.mark.parametrize("name", BY_HAND)
def test_the_uitstel_of_another_opens_nothing(set_clock, name):
    BY_HAND[name].prepare()
    perform(give_uitstel, werkplein="breda", tertaal=NU, tot=on_clock(TOT), reden="Ziekte.")
    set_clock(SLUIT)
    before = everything()

    with pytest.raises(Gesloten, match=r"De uitvraag van 2009-2 is gesloten\. "):
        BY_HAND[name].perform()

    assert everything() == before


def test_a_file_brings_nothing_into_a_fixed_tertaal_for_who_has_uitstel_either(set_clock):
    """Uitstel is for who fills in: a file needs its own word, by which it is logged."""
    submit_all()
    give()
    set_clock(SLUIT)
    perform(freeze, by=klok())
    file = Aanlevering(invullingen=(invulling_record("assen", NU, "1", day=date(2009, 9, 1)),))
    set_clock(SLUIT + 2 * DAY)

    with pytest.raises(Fout):
        perform(import_aanlevering, aanlevering=file)

    assert perform(import_aanlevering, aanlevering=file, na_sluiting=True)["scores"].changed == 1


@pytest.mark.parametrize("name", BY_HAND)
@pytest.mark.parametrize(
    ("moved", "moment", "fits"),
    [
        (SLUIT + DAY, SLUIT, True),  # Later, while somebody has the form before him.
        (SLUIT + DAY, SLUIT + DAY, False),
        (SLUIT - DAY, SLUIT - DAY - SECOND, True),  # Sooner.
        (SLUIT - DAY, SLUIT - DAY, False),
    ],
)
def test_a_closing_that_is_moved_while_somebody_fills_in_holds_at_once(set_clock, name, moved, moment, fits):
    BY_HAND[name].prepare()
    move(on_clock(moved))
    set_clock(moment)

    if fits:
        BY_HAND[name].perform()
    else:
        with pytest.raises(Gesloten, match=r"De uitvraag van 2009-2 is gesloten\. "):
            BY_HAND[name].perform()


@pytest.mark.parametrize(
    ("shown", "closes"),
    [
        ("2010-03-28T01:59", "2010-03-28T00:59:00+00:00"),  # The last minute before the clock jumps to 03:00.
        ("2010-03-28T03:00", "2010-03-28T01:00:00+00:00"),
        ("2009-10-25T02:30", "2009-10-25T00:30:00+00:00"),  # Comes twice: the first.
        ("2009-10-25T03:00", "2009-10-25T02:00:00+00:00"),
    ],
)
def test_in_the_nights_that_the_clock_changes_it_closes_at_the_second_that_was_said(set_clock, shown, closes):
    BY_HAND["save_answer"].prepare()
    move(datetime.fromisoformat(shown))
    first = datetime.fromisoformat(closes)

    set_clock(first - SECOND)
    BY_HAND["save_answer"].perform()
    set_clock(first)
    with pytest.raises(Gesloten):
        BY_HAND["save_answer"].perform()


def test_an_hour_that_does_not_exist_is_no_closing():
    before = everything()

    with pytest.raises(Fout, match="02:30 uur bestaat niet op 28-3-2010"):
        move(datetime.fromisoformat("2010-03-28T02:30"))

    assert everything() == before


@pytest.mark.parametrize("shown", ["2010-03-28T03:30", "2009-10-25T01:30", "2009-12-31T23:59"])
def test_uitstel_ends_at_the_second_that_was_said_too(set_clock, shown):
    until = moment_of(datetime.fromisoformat(shown))
    perform(give_uitstel, werkplein="assen", tertaal=NU, tot=datetime.fromisoformat(shown), reden="Ziekte.")
    BY_HAND["save_answer"].prepare()

    set_clock(until - SECOND)
    BY_HAND["save_answer"].perform()
    set_clock(until)
    with pytest.raises(Gesloten, match="het uitstel is voorbij"):
        BY_HAND["save_answer"].perform()
    assert until.astimezone(AMSTERDAM).isoformat(timespec="minutes").startswith(shown)
    assert until > DURING
