"""How far each account is on its way in, and when it was last seen."""

from collections.abc import Collection
from datetime import datetime
from typing import cast

from sqlalchemy import func
from sqlmodel import Session, col, select

from db import models
from db.queries.accounts import accounts
from db.queries.clock import clock
from db.queries.uitnodigingen import last_lines
from landkaart.domein.clock import Clock
from landkaart.domein.handeling import Handeling
from landkaart.domein.herinnering import BerichtStatus
from landkaart.domein.toegang import LaatsteUitnodiging, Toegang

# By id of the account.
Moments = dict[int, datetime]


def toegangen(*, session: Session, now: datetime, ids: Collection[int] | None = None) -> list[Toegang]:
    """Return every account with its way in, by naam; `now`: of this machine, on which links and sessions are judged."""
    here = clock(session=session)
    people = accounts(session=session, ids=ids)
    linked, until = links(session)
    since, last = signed_in(session)
    seen = last_seen(session, here)
    lines = invitations(session, [each.id for each in people])
    return [
        Toegang(
            account=each,
            link_tot=until[each.id] + here.offset if each.id in until else None,
            link_works=each.id in until and until[each.id] > now,
            invited=each.id in linked,
            in_gebruik_sinds=since.get(each.id),
            laatst_gezien=max(filter(None, (last.get(each.id), seen.get(each.id))), default=None),
            uitnodiging=lines.get(each.id),
        )
        for each in people
    ]


def links(session: Session) -> tuple[set[int], Moments]:
    """Return who ever had a link, and until when the last of those works, or worked, that were not used."""
    link = models.Toegangslink
    unused = col(link.gebruikt_op).is_(None)
    query = select(link.account_id, func.max(link.verloopt_op)).where(unused).group_by(link.account_id)
    return set(session.exec(select(link.account_id).distinct())), dict(session.exec(query).all())


def signed_in(session: Session) -> tuple[Moments, Moments]:
    """Return when each account came in for the first time and when it last signed in or out, from the log."""
    line = models.Logregel
    query = select(line.account_id, func.min(line.moment), func.max(line.moment))
    mine = col(line.account_id).is_not(None)
    query = query.where(line.handeling == Handeling.AANMELDING.value, mine).group_by(line.account_id)
    first, latest = {}, {}
    for number, begun, ended in session.exec(query):
        first[cast(int, number)], latest[cast(int, number)] = begun, ended
    return first, latest


def last_seen(session: Session, here: Clock) -> Moments:
    """Return the last sign of life of each account that has a session, on the clock of the landkaart."""
    sessie = models.Sessie
    rows = session.exec(select(sessie.account_id, func.max(sessie.actief_op)).group_by(sessie.account_id)).all()
    return {number: moment + here.offset for number, moment in rows}


def invitations(session: Session, ids: Collection[int]) -> dict[int, LaatsteUitnodiging]:
    """Return what came of the last invitation of each of these accounts that had one."""
    ronde = models.Uitnodigingsronde
    as_file = set(session.exec(select(ronde.id).where(col(ronde.als_bestand).is_(True))))
    return {
        number: LaatsteUitnodiging(BerichtStatus(row.status), row.melding, row.gewijzigd_op, row.ronde_id in as_file)
        for number, row in last_lines(session=session, ids=list(ids)).items()
    }
