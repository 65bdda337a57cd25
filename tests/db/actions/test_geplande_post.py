"""What an uitvraag sends by itself begins once, at its moment or as soon as can be after it, or is written off with why."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import update

from db import models
from db.actions.geplande_post import ASKED_LATER, CLOSED, NOBODY
from db.actions.mailings import start_mailing
from db.actions.uitzonderingen import give_uitstel, give_vrijstelling
from db.engine import write_session
from landkaart.domein.clock import midnight
from landkaart.domein.clock_trust import KlokOnzeker
from landkaart.domein.geplande_post import PostStand
from landkaart.domein.herinnering import HerinnerGroep, PostSoort
from landkaart.domein.uitzondering import VrijstellingSoort
from tests.steps.perform import perform
from tests.steps.post_plan import ALL, beeld, mails, plan, planned, reached, start
from tests.steps.small_landkaart import DURING, NU, OPENT, SLUIT, log, submit_all

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


@pytest.mark.parametrize("soort", AT)
def test_each_begins_at_its_moment_and_only_once(soort, set_clock):
    plan(soort)
    set_clock(AT[soort] - SECOND)
    assert start() == []

    set_clock(AT[soort])
    begun = start()

    assert len(begun) == 1
    assert reached(soort) == BOTH
    set_clock(AT[soort] + timedelta(days=1))
    assert (start(), reached(soort)) == ([], BOTH)
    assert planned(soort).mailing_id == begun[0]


def test_over_a_whole_uitvraag_looked_at_every_hour_each_begins_once_and_in_order(set_clock):
    plan(*ALL)
    now, begun = OPENT - timedelta(hours=5), []
    while now < SLUIT + timedelta(hours=5):
        set_clock(now)
        begun += [now] * len(start())
        now += timedelta(hours=1)

    assert begun == list(AT.values())
    assert [(groep, adres) for groep, adres, _ in mails()] == [
        (soort.value, adres) for soort in (PostSoort.DRINGEND, PostSoort.HERINNERING, PostSoort.OPENING) for adres in BOTH
    ]


def test_one_that_is_off_does_not_leave(set_clock):
    plan(PostSoort.OPENING, aan=False)

    assert start() == []
    assert beeld(PostSoort.OPENING).stand is PostStand.UIT


def test_who_submitted_or_need_not_is_asked_nothing_more(set_clock):
    plan(PostSoort.HERINNERING)
    submit_all()
    set_clock(AT[PostSoort.HERINNERING])

    start()

    assert reached(PostSoort.HERINNERING) == [BREDA_ADRES]


def test_the_urgent_one_is_for_who_is_out_of_date(set_clock):
    """Assen submitted in the tertaal before, since the moment from which that counts as current."""
    with write_session() as session:
        session.exec(update(models.Uitvraag).values(actueel_vanaf=datetime.fromisoformat("2009-04-01T00:00+02:00")))
        place = {"werkplein_id": 1, "tertaal": "2009-1"}
        assen = session.exec(models.Werkplein.__table__.select().where(models.Werkplein.code == "assen")).one().id
        place["werkplein_id"] = assen
        session.add(models.Invulling(**place))
        session.flush()
        when = datetime.fromisoformat("2009-04-03T12:00+02:00")
        session.add(models.Indiening(**place, versie=1, ingediend_op=when, door="toen"))
    plan(PostSoort.DRINGEND)
    set_clock(AT[PostSoort.DRINGEND])

    start()

    assert reached(PostSoort.DRINGEND) == [BREDA_ADRES]


# A server that was down


def test_what_was_missed_leaves_as_soon_as_can_be(set_clock):
    plan(PostSoort.OPENING)
    set_clock(AT[PostSoort.OPENING] + timedelta(days=3))

    start()

    assert reached(PostSoort.OPENING) == BOTH


def test_of_all_that_was_missed_only_the_last_asks_and_the_others_say_so(set_clock):
    plan(*ALL)
    set_clock(AT[PostSoort.DRINGEND] + timedelta(days=1))

    assert len(start()) == 1

    assert mails() == [("dringend", adres, "wacht") for adres in BOTH]
    assert [planned(soort).vervallen for soort in (PostSoort.OPENING, PostSoort.HERINNERING)] == [ASKED_LATER] * 2
    assert log("handeling")[-2:] == [("geplande_post",)] * 2


def test_who_does_not_get_the_urgent_one_still_gets_the_reminder_that_was_missed(set_clock):
    with write_session() as session:
        session.exec(update(models.Uitvraag).values(actueel_vanaf=datetime.fromisoformat("2009-01-01T00:00+01:00")))
        breda = session.exec(models.Werkplein.__table__.select().where(models.Werkplein.code == "breda")).one().id
        place = {"werkplein_id": breda, "tertaal": "2009-1"}
        session.add(models.Invulling(**place))
        session.flush()
        when = datetime.fromisoformat("2009-04-03T12:00+02:00")
        session.add(models.Indiening(**place, versie=1, ingediend_op=when, door="toen"))
    plan(PostSoort.HERINNERING, PostSoort.DRINGEND)
    set_clock(AT[PostSoort.DRINGEND] + timedelta(days=1))

    assert len(start()) == 2

    assert (reached(PostSoort.DRINGEND), reached(PostSoort.HERINNERING)) == ([ASSEN_ADRES], [BREDA_ADRES])


def test_one_by_hand_since_its_moment_makes_it_needless(set_clock):
    plan(PostSoort.HERINNERING)
    set_clock(AT[PostSoort.HERINNERING] + timedelta(hours=2))
    perform(start_mailing, nogmaals=False, **REMINDER)

    assert start() == []
    assert planned(PostSoort.HERINNERING).vervallen == ASKED_LATER


def test_one_by_hand_before_its_moment_does_not(set_clock):
    plan(PostSoort.HERINNERING)
    set_clock(AT[PostSoort.HERINNERING] - timedelta(days=2))
    perform(start_mailing, nogmaals=False, **REMINDER)
    set_clock(AT[PostSoort.HERINNERING])

    assert len(start()) == 1


def test_after_the_closing_it_makes_no_sense_and_that_is_said(set_clock):
    plan(PostSoort.DRINGEND)
    set_clock(SLUIT)

    assert start() == []
    assert (planned(PostSoort.DRINGEND).vervallen, mails()) == (CLOSED, [])


def test_who_has_uitstel_is_asked_after_the_closing_too(set_clock):
    plan(PostSoort.DRINGEND)
    perform(give_uitstel, werkplein="assen", tertaal=NU, tot=datetime.fromisoformat("2009-09-08T12:00"), reden="Ziek.")
    set_clock(SLUIT)

    start()

    assert reached(PostSoort.DRINGEND) == [ASSEN_ADRES]


def test_when_everybody_submitted_or_is_exempt_nobody_is_asked(set_clock):
    plan(PostSoort.HERINNERING)
    submit_all()
    perform(give_vrijstelling, werkplein="breda", tertaal=NU, soort=VrijstellingSoort.VRIJGESTELD, reden="Sluit.")
    set_clock(AT[PostSoort.HERINNERING])

    assert start() == []
    assert (planned(PostSoort.HERINNERING).vervallen, mails()) == (NOBODY, [])


def test_with_nobody_to_reach_yet_it_waits_for_the_first_address(set_clock):
    plan(PostSoort.OPENING)
    with write_session() as session:
        session.exec(update(models.Account).values(uitgezet_op=DURING))

    assert start() == []
    assert beeld(PostSoort.OPENING).stand is PostStand.TE_LAAT
    with write_session() as session:
        session.exec(update(models.Account).values(uitgezet_op=None))
    assert len(start()) == 1


def test_by_a_clock_that_is_not_believed_nothing_begins(set_clock, jump_clock):
    plan(PostSoort.DRINGEND)
    jump_clock(AT[PostSoort.DRINGEND])

    with pytest.raises(KlokOnzeker):
        start()

    set_clock(AT[PostSoort.DRINGEND])
    assert len(start()) == 1
