"""The acts around post: mailings, what leaves by the clock, and where no mail arrives."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from sqlalchemy import update
from sqlmodel import select

from db import models
from db.actions import geplande_post, mailings, onbestelbaar
from db.engine import read_session, write_session
from landkaart.domein.herinnering import HerinnerGroep, PostSoort
from landkaart.domein.onbestelbaar import Postbus, Retour
from landkaart.domein.rechten import Gebruiker
from tests.steps.acts_ako import somebody_of_the_ako
from tests.steps.case import Case, manage
from tests.steps.small_landkaart import AKO, NU, keep

REMINDER = {
    "sleutel": "1",
    "tertaal": NU,
    "groep": HerinnerGroep.NIET_BEGONNEN,
    "onderwerp": "Landkaart",
    "tekst": "Zie {link}",
}
REMINDER |= {"nogmaals": False}


def mailing_that_waits() -> None:
    somebody_of_the_ako()
    manage(mailings.start_mailing, by=AKO, **REMINDER)


def mailing_that_failed() -> None:
    mailing_that_waits()
    with write_session() as session:
        session.exec(update(models.Bericht).values(status="mislukt"))


def on_the_mailing(action: Callable, by: Gebruiker = AKO) -> object:
    """There is one; PostgreSQL goes on counting where an earlier test ended."""
    with read_session() as session:
        number = session.exec(select(models.Mailing.id)).one()
    return manage(action, by=by, mailing_id=number)


ON_MAILINGS = {
    "start_mailing": Case(somebody_of_the_ako, partial(manage, mailings.start_mailing, by=AKO, **REMINDER)),
    "hand_out": Case(mailing_that_waits, partial(on_the_mailing, mailings.hand_out)),
    "retry": Case(mailing_that_failed, partial(on_the_mailing, mailings.retry)),
}
WORDS = {"onderwerp": "Landkaart {tertaal}", "tekst": "Zie {link}", "aan": True}
DRINGEND = {"tertaal": NU, "soort": PostSoort.DRINGEND}


def ako_and_a_mail_that_is_due() -> None:
    somebody_of_the_ako()
    keep(models.GeplandePost(tertaal=str(NU), soort="opening", **WORDS))


def ako_and_a_mark() -> None:
    somebody_of_the_ako()
    manage(onbestelbaar.mark_undeliverable, by=AKO, adres="jo@assen.nl", reden="Weg.")


ON_POST = {
    "plan_post": Case(
        somebody_of_the_ako,
        partial(
            manage, geplande_post.plan_post, by=AKO, **DRINGEND, **WORDS, moment=datetime.fromisoformat("2009-08-26T10:00")
        ),
    ),
    "send_post_now": Case(somebody_of_the_ako, partial(manage, geplande_post.send_post_now, by=AKO, **DRINGEND)),
    "start_due_post": Case(ako_and_a_mail_that_is_due, partial(manage, geplande_post.start_due_post, by=AKO)),
    "take_bounces": Case(
        somebody_of_the_ako,
        partial(manage, onbestelbaar.take_bounces, by=AKO, retouren=[Retour("jo@assen.nl", "Weg.")], postbus=Postbus(1, 2)),
    ),
    "mark_undeliverable": Case(
        somebody_of_the_ako, partial(manage, onbestelbaar.mark_undeliverable, by=AKO, adres="jo@assen.nl", reden="Weg.")
    ),
    "mark_deliverable": Case(ako_and_a_mark, partial(manage, onbestelbaar.mark_deliverable, by=AKO, adres="jo@assen.nl")),
}
# The line in the log comes when the mail is settled.
MAIL_CLAIMS = {"claim": Case(mailing_that_waits, partial(on_the_mailing, mailings.claim))}
