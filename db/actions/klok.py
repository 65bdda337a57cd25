"""The clock of this machine: that it was seen, and that somebody looked and it is right."""

from datetime import datetime

from sqlalchemy import delete, update
from sqlmodel import Session, col

from db import models
from db.act import Act
from db.queries.clock import SIGNS, as_text, clock_record
from db.uptime import machine_uptime
from landkaart.domein.clock import system_now
from landkaart.domein.clock_trust import JUMP, SLACK, KlokOnzeker, Signs
from landkaart.domein.credentials import TOTP_STEP
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Recht
from landkaart.domein.toegangslink import LASTS


def note_clock(*, session: Session) -> None:
    """Write down that this machine is alive and what its clock shows.

    When it stepped back, what was made ahead of it ends: else a session or a link would last, and a lock would hold, until
    the clock is there again.
    """
    now, before = system_now(), clock_record(session=session).before()
    if before is not None and now < before.gezien - SLACK:
        end_what_is_ahead(session, now, before.gezien)
    uptime = machine_uptime()
    keep_signs(session, before.at(now, uptime) if before else Signs(now, uptime=uptime))


def confirm_clock(act: Act) -> None:
    """Write down that the clock is right as it is: it is believed from here on.

    Raises NietToegestaan, NietAangemeld.
    """
    act.require(Recht.KLOK_BEVESTIGEN)
    before = clock_record(session=act.session).before()
    keep_signs(act.session, Signs(system_now(), uptime=machine_uptime()))
    act.log(Handeling.KLOK, oud=before and {"laatste_teken": before.gezien}, nieuw={"bevestigd": act.now})


def keep_signs(session: Session, signs: Signs) -> None:
    session.merge(models.Instelling(sleutel=SIGNS, waarde=as_text(signs)))
    session.flush()


def require_believed(session: Session) -> None:
    """Let through what cannot be undone.

    Raises KlokOnzeker.
    """
    if clock_record(session=session).doubt() is not None:
        raise KlokOnzeker


def end_what_is_ahead(session: Session, now: datetime, seen: datetime) -> None:
    """End sessions and links that were made when the clock ran ahead (`seen`: to where), and forget failures and codes."""
    late, sessie = now + SLACK, models.Sessie
    then = (sessie.begonnen_op > late) & (sessie.begonnen_op <= seen + JUMP)
    session.exec(update(sessie).where(sessie.beeindigd_op.is_(None), then).values(beeindigd_op=now))
    link = models.Toegangslink
    for soort, lasts in LASTS.items():
        ahead = (link.soort == soort) & link.gebruikt_op.is_(None) & (link.verloopt_op > late + lasts)
        session.exec(update(link).where(ahead).values(gebruikt_op=now))
    session.exec(delete(models.Poging).where(models.Poging.moment > late))
    used = col(models.Account.totp_stap) > int(late.timestamp()) // TOTP_STEP
    # Not to nothing: a code that was used just before the clock ran ahead stays used.
    session.exec(update(models.Account).where(used).values(totp_stap=int(now.timestamp()) // TOTP_STEP))
