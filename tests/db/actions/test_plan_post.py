"""What an uitvraag sends by itself is planned with it, and changed until it leaves."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import update

from db import models
from db.actions.geplande_post import LEFT, NOBODY, plan_post, send_post_now
from db.actions.mailings import start_mailing
from db.actions.uitvragen import change_uitvraag, make_uitvraag, remove_uitvraag
from db.engine import read_session, write_session
from db.queries.geplande_post import postplan
from landkaart.domein.clock import midnight, on_clock
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.herinnering import HerinnerGroep, KortGeleden, PostSoort
from landkaart.domein.planning import Planning
from landkaart.domein.tertaal import Tertaal
from tests.steps.perform import perform
from tests.steps.post_plan import plan, planned, reached, start
from tests.steps.small_landkaart import BREDA, DURING, NU, SLUIT, log

pytestmark = pytest.mark.usefixtures("small_landkaart")
ASSEN_ADRES, BREDA_ADRES = "9001@voorbeeld.nl", "9002@voorbeeld.nl"
BOTH = [ASSEN_ADRES, BREDA_ADRES]
NINE = timedelta(hours=9)
AT = {
    PostSoort.OPENING: midnight(date(2009, 7, 15)) + NINE,
    PostSoort.HERINNERING: midnight(date(2009, 8, 15)) + NINE,
    PostSoort.DRINGEND: midnight(date(2009, 8, 25)) + NINE,
}
SECOND = timedelta(seconds=1)
WORDS = {"onderwerp": "Landkaart", "tekst": "Zie {link}", "aan": True}
REMINDER = {"tertaal": NU, "groep": HerinnerGroep.NIET_BEGONNEN, "onderwerp": "Hallo", "tekst": "{link}", "sleutel": "1"}


def test_an_uitvraag_that_is_made_has_all_four_by_its_own_dates(set_clock):
    dates = map(datetime.fromisoformat, ("2009-11-15", "2009-12-15", "2010-01-01", "2009-09-01"))
    perform(make_uitvraag, tertaal=Tertaal(2009, 3), planning=Planning(*dates), vragen_aan=None)

    with read_session() as session:
        found = postplan(session=session, tertaal=Tertaal(2009, 3))

    assert [(each.soort, each.aan, each.gekozen) for each in found] == [(soort, True, None) for soort in PostSoort]


def test_what_would_leave_at_once_is_off_so_that_somebody_sees_it_first(set_clock):
    set_clock(datetime.fromisoformat("2009-11-20T12:00+01:00"))
    dates = map(datetime.fromisoformat, ("2009-11-15", "2009-12-15", "2010-01-01", "2009-09-01"))
    perform(make_uitvraag, tertaal=Tertaal(2009, 3), planning=Planning(*dates), vragen_aan=None)

    with read_session() as session:
        found = postplan(session=session, tertaal=Tertaal(2009, 3))

    assert [each.aan for each in found] == [False, True, True, True]
    assert start() == []


def test_with_the_uitvraag_its_plan_goes(set_clock):
    dates = map(datetime.fromisoformat, ("2009-11-15", "2009-12-15", "2010-01-01", "2009-09-01"))
    what = {"tertaal": Tertaal(2009, 3)}
    perform(make_uitvraag, planning=Planning(*dates), vragen_aan=None, **what)

    perform(remove_uitvraag, **what)

    with read_session() as session:
        assert not any(each.aan for each in postplan(session=session, **what))


def test_an_uitvraag_that_a_file_brought_sends_nothing_by_itself():
    assert [planned(soort).aan for soort in PostSoort] == [False] * 4


def test_when_the_closing_moves_the_urgent_one_moves_along(set_clock):
    plan(PostSoort.DRINGEND)
    later = Planning(*map(datetime.fromisoformat, ("2009-07-15", "2009-08-15", "2009-09-08", "2009-07-15")))
    perform(change_uitvraag, tertaal=NU, planning=later, vragen_aan=None)
    set_clock(AT[PostSoort.DRINGEND])
    assert start() == []

    set_clock(AT[PostSoort.DRINGEND] + timedelta(days=7))
    assert len(start()) == 1


def test_words_moment_and_switch_can_change_until_it_leaves(set_clock):
    what = {"tertaal": NU, "soort": PostSoort.HERINNERING}
    perform(plan_post, moment=datetime.fromisoformat("2009-08-10T14:30"), **what, **WORDS)

    kept = planned(PostSoort.HERINNERING)
    assert (kept.onderwerp, kept.tekst, kept.aan) == ("Landkaart", "Zie {link}", True)
    assert on_clock(kept.gekozen).isoformat() == "2009-08-10T14:30:00"
    set_clock(midnight(date(2009, 8, 10)) + timedelta(hours=14, minutes=30))
    assert len(start()) == 1
    with pytest.raises(OngeldigeInvoer) as error:
        perform(plan_post, moment=datetime.fromisoformat("2009-08-20T14:30"), **what, **WORDS)
    assert str(error.value) == LEFT


def test_the_same_again_changes_nothing():
    what = {"tertaal": NU, "soort": PostSoort.HERINNERING, "moment": datetime.fromisoformat("2009-08-10T14:30")}
    perform(plan_post, **what, **WORDS)
    before = log("id")

    perform(plan_post, **what, **WORDS)

    assert log("id") == before


def test_what_was_written_off_can_be_planned_anew(set_clock):
    plan(PostSoort.HERINNERING, vervallen=NOBODY)
    what = {"tertaal": NU, "soort": PostSoort.HERINNERING}
    perform(plan_post, moment=datetime.fromisoformat("2009-08-20T09:00"), **what, **WORDS)

    set_clock(midnight(date(2009, 8, 20)) + NINE)

    assert len(start()) == 1


def test_now_is_at_the_next_look(set_clock):
    perform(send_post_now, tertaal=NU, soort=PostSoort.HERINNERING)

    assert len(start()) == 1
    assert reached(PostSoort.HERINNERING) == BOTH


@pytest.mark.parametrize(
    ("soort", "moment", "said"),
    [
        (PostSoort.BEVESTIGING, DURING, "Een bevestiging gaat weg zodra een werkplein indient."),
        (PostSoort.DRINGEND, SLUIT, "De uitvraag van 2009-2 is nu niet open: deze e-mail heeft geen zin."),
    ],
)
def test_now_is_refused_where_it_makes_no_sense(soort, moment, said, set_clock):
    set_clock(moment)

    with pytest.raises(OngeldigeInvoer) as error:
        perform(send_post_now, tertaal=NU, soort=soort)

    assert str(error.value) == said


def test_after_one_to_all_a_reminder_by_hand_within_a_day_wants_a_second_thought(set_clock):
    plan(PostSoort.HERINNERING)
    set_clock(AT[PostSoort.HERINNERING])
    start()

    with pytest.raises(KortGeleden):
        perform(start_mailing, nogmaals=False, **REMINDER)


def test_a_kind_of_the_clock_cannot_be_sent_as_a_reminder_by_hand():
    with pytest.raises(OngeldigeInvoer, match="gaat vanzelf weg"):
        perform(start_mailing, nogmaals=False, **(REMINDER | {"groep": PostSoort.OPENING}))


def test_an_account_that_is_off_is_reached_by_nothing(set_clock):
    plan(PostSoort.OPENING)
    with write_session() as session:
        off = models.Account.id == BREDA.account_id
        session.exec(update(models.Account).where(off).values(uitgezet_op=DURING))

    start()

    assert reached(PostSoort.OPENING) == [ASSEN_ADRES]
