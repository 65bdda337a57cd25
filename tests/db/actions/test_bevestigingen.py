"""Who submits gets a bevestiging: it waits from the very transaction of the indiening, once for each version."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import select

from db import models
from db.act import begin_act
from db.actions.bevestigingen import NEWER
from db.actions.contacten import set_contact
from db.actions.geplande_post import plan_post
from db.actions.indieningen import submit
from db.actions.mailings import claim
from db.actions.onbestelbaar import mark_undeliverable
from db.engine import read_session, write_session
from db.queries.respons import respons
from landkaart.domein.band import Band
from landkaart.domein.herinnering import PostSoort
from landkaart.domein.rechten import klok
from tests.steps.interruption import Interrupted, interrupted_at
from tests.steps.perform import perform
from tests.steps.post_plan import mails, plan, reached, start
from tests.steps.small_landkaart import BREDA, DURING, NU, SLUIT, act, answer_all, submit_all

pytestmark = pytest.mark.usefixtures("small_landkaart", "can_mail")
MANAGER, CONTACT = "9001@voorbeeld.nl", "jo@assen.nl"


@pytest.fixture
def can_mail(mail_to):
    """A mail server is set; nothing is sent here."""
    mail_to(1)


def statuses() -> list[tuple[str, str, str | None]]:
    with read_session() as session:
        rows = session.exec(select(models.Bericht).order_by(models.Bericht.id)).all()
        return [(row.over, row.status, row.melding) for row in rows]


def test_everybody_of_the_werkplein_gets_one(set_clock):
    perform(set_contact, werkplein="assen", naam="Jo", adres=CONTACT, gedeeld=False)
    plan(PostSoort.BEVESTIGING)

    submit_all()

    assert mails() == [("bevestiging", adres, "wacht") for adres in (MANAGER, CONTACT)]


def test_the_same_again_is_no_new_version_and_gets_none():
    plan(PostSoort.BEVESTIGING)

    submit_all()
    submit_all()

    assert reached(PostSoort.BEVESTIGING) == [MANAGER]


def test_another_version_gets_its_own_and_what_waited_stays_behind():
    plan(PostSoort.BEVESTIGING)

    submit_all()
    submit_all(Band.NIET)

    assert statuses() == [("assen 1", "overgeslagen", NEWER), ("assen 2", "wacht", None)]


def test_it_says_what_holds_when_it_leaves_and_is_in_the_way_of_nothing_else(set_clock):
    plan(PostSoort.BEVESTIGING)
    submit_all()
    with read_session() as session:
        mailing = session.exec(select(models.Mailing.id)).one()

    with begin_act(klok()) as begun:
        brief = claim(begun, mailing_id=mailing)

    assert (brief.ontvanger.adres, brief.ontvanger.werkpleinen, brief.sluit) == (MANAGER, (("assen", "Assen"),), SLUIT)
    with read_session() as session:
        row = next(each for each in respons(session=session, tertaal=NU).reacties if each.code == "assen")
    assert row.herinnerd is None


def test_where_it_is_off_or_was_never_planned_there_is_none():
    submit_all()
    plan(PostSoort.BEVESTIGING, aan=False)
    submit_all(Band.NIET)

    assert mails() == []


def test_without_a_mail_server_none_is_kept_for_later(monkeypatch):
    monkeypatch.delenv("SMTP_URL")
    plan(PostSoort.BEVESTIGING)

    submit_all()

    assert mails() == []


def test_nothing_goes_where_no_mail_arrives_or_nobody_is():
    plan(PostSoort.BEVESTIGING)
    perform(mark_undeliverable, adres=MANAGER, reden="Weg.")
    perform(set_contact, werkplein="assen", naam="Jo", adres=CONTACT, gedeeld=False)

    submit_all()

    assert reached(PostSoort.BEVESTIGING) == [CONTACT]


def test_other_words_hold_for_who_submits_from_then_on():
    plan(PostSoort.BEVESTIGING)
    submit_all()
    words = {"onderwerp": "Anders", "tekst": "Zie {link}", "aan": True, "moment": None}
    perform(plan_post, tertaal=NU, soort=PostSoort.BEVESTIGING, **words)

    answer_all(werkplein="breda", by=BREDA)
    act(submit, werkplein="breda", by=BREDA)

    with read_session() as session:
        found = dict(session.exec(select(models.Bericht.adres, models.Mailing.onderwerp).join(models.Mailing)).all())
    assert found == {MANAGER: "Bevestiging {tertaal}: {werkplein}", "9002@voorbeeld.nl": "Anders"}


def test_with_uitstel_it_comes_after_the_closing_too(set_clock):
    plan(PostSoort.BEVESTIGING)
    with write_session() as session:
        assen = session.exec(select(models.Werkplein.id).where(models.Werkplein.code == "assen")).one()
        given = {"werkplein_id": assen, "tertaal": str(NU), "reden": "Ziek.", "door": "AKO", "gegeven_op": DURING}
        session.add(models.Uitstel(**given, tot=datetime(2009, 9, 8, tzinfo=UTC)))
    set_clock(SLUIT + timedelta(days=1))

    submit_all()

    assert reached(PostSoort.BEVESTIGING) == [MANAGER]


def test_an_indiening_that_fails_leaves_none_behind():
    plan(PostSoort.BEVESTIGING)
    answer_all()
    number, failed = 1, 0
    while not mails():
        try:
            with interrupted_at(number):
                act(submit)
        except Interrupted:
            failed += 1
            assert mails() == []
        number += 1

    assert failed > 10
    assert reached(PostSoort.BEVESTIGING) == [MANAGER]


def test_the_clock_begins_nothing_for_it():
    plan(PostSoort.BEVESTIGING)

    assert start() == []
