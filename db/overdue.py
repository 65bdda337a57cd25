"""Planned mails that should have left by now, read as whoever looks after the server reads: without opening a landkaart."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from db.queries.clock import OFFSET, as_clock
from db.utc import as_moment
from landkaart.domein.geplande_post import GeplandePost
from landkaart.domein.herinnering import PostSoort
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag

# The step that made the table: a landkaart of before has none.
SINCE = "0011"
PLANNED = (
    "SELECT p.soort, p.moment, u.tertaal, u.opent, u.herinnering, u.sluit, u.actueel_vanaf "
    "FROM geplande_post p JOIN uitvraag u ON u.tertaal = p.tertaal "
    "WHERE p.aan AND p.mailing_id IS NULL AND p.vervallen IS NULL AND p.soort <> 'bevestiging'"
)
# A look comes by every twenty seconds.
LATE = timedelta(hours=1)


def overdue_post(rows: Iterable[tuple[Any, ...]], kept: Mapping[str, str], now: datetime) -> str | None:
    """Say how many are due for more than an hour, of uitvragen that are open; None when there are none.

    `rows` of PLANNED; `kept`: the settings, for the clock of this landkaart; `now` of this machine.
    """
    here = now + as_clock(kept.get(OFFSET)).offset
    late = sum(is_late(row, here) for row in rows)
    if not late:
        return None
    what = "1 geplande e-mail had" if late == 1 else f"{late} geplande e-mails hadden"
    return f"Post blijft liggen: {what} langer dan een uur geleden weg moeten gaan. Kijk op Uitvraag, en of SMTP_URL klopt."


def is_late(row: tuple[Any, ...], here: datetime) -> bool:
    soort, chosen, tertaal, *dates = row
    opent, herinnering, sluit, actueel_vanaf = map(as_moment, dates)
    uitvraag = Uitvraag(Tertaal.parse(tertaal), opent, herinnering, sluit, actueel_vanaf)
    post = GeplandePost(PostSoort(soort), "", "", True, chosen and as_moment(chosen))
    return here < uitvraag.sluit and post.is_due(uitvraag, here - LATE)
