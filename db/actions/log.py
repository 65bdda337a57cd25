"""The log line that every act leaves, in the act's own transaction."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Session

from db.models import Logregel
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.tertaal import Tertaal

ADD = insert(Logregel.__table__)


def log_line(
    handeling: Handeling,
    *,
    by: Gebruiker,
    now: datetime,
    werkplein_id: int | None = None,
    tertaal: Tertaal | None = None,
    mijlpaal: str | None = None,
    oud: object = None,
    nieuw: object = None,
) -> dict:
    """A row of the log. `oud` and `nieuw` become JSON, dates as ISO text; None means there was, or is, nothing."""
    return {
        "moment": now,
        "door": by.naam,
        "account_id": by.account_id,
        "weg": by.weg.value,
        "handeling": handeling.value,
        "werkplein_id": werkplein_id,
        "tertaal": tertaal and str(tertaal),
        "mijlpaal": mijlpaal,
        "oud": as_json(oud),
        "nieuw": as_json(nieuw),
    }


def as_json(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, default=str)


def write_log(session: Session, handeling: Handeling, **what) -> None:
    """What: the keywords of `log_line`."""
    session.connection().execute(ADD, log_line(handeling, **what))


def write_lines(session: Session, lines: Sequence[dict]) -> None:
    if lines:
        session.connection().execute(ADD, lines)
