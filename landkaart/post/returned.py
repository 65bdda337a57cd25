"""The mailbox is looked at, and addresses whose mail came back for good are marked."""

from dataclasses import replace
from datetime import datetime, timedelta

from db.act import begin_act
from db.actions.onbestelbaar import take_bounces
from db.engine import read_session
from db.queries.onbestelbaar import postbus
from landkaart.domein.clock import system_now
from landkaart.domein.onbestelbaar import Postbus
from landkaart.domein.rechten import klok
from landkaart.post.bounces import retour
from landkaart.post.mailbox import Mailbox
from landkaart.post.mailserver import GeenVerbinding

# That it was looked at is written down no more often than this when there was nothing in it.
NOTE_EVERY = timedelta(hours=1)


def read_returned(mailbox: Mailbox) -> int:
    """Read what came in since the last time and mark what came back; return how many addresses are newly marked.

    What stood in the way is kept for who looks at the respons.
    """
    with read_session() as session:
        before = postbus(session=session)
    now = system_now()
    try:
        with mailbox:
            found, uid = mailbox.reports_since(before)
    except GeenVerbinding as error:
        if before.fout != str(error):
            keep([], replace(before, fout=str(error)))
        return 0
    after = Postbus(mailbox.uidvalidity, uid, now)
    if not found and not is_worth_noting(before, after, now):
        return 0
    return keep(found, after)


def is_worth_noting(before: Postbus, after: Postbus, now: datetime) -> bool:
    moved = (before.uidvalidity, before.uid, before.fout) != (after.uidvalidity, after.uid, None)
    return moved or before.gelezen is None or now - before.gelezen > NOTE_EVERY


def keep(found: list[bytes], after: Postbus) -> int:
    returned = [each for each in map(retour, found) if each is not None]
    with begin_act(klok()) as act:
        return take_bounces(act, retouren=returned, postbus=after)
