"""The log line that every act leaves, in the act's own transaction."""

import json
from datetime import datetime

from sqlmodel import Session

from db.models import Logregel
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.tertaal import Tertaal


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
) -> Logregel:
    """`oud` and `nieuw` become JSON, dates as ISO text; None means there was, or is, nothing."""
    return Logregel(
        moment=now,
        door=by.naam,
        weg=by.weg.value,
        handeling=handeling.value,
        werkplein_id=werkplein_id,
        tertaal=tertaal and str(tertaal),
        mijlpaal=mijlpaal,
        oud=as_json(oud),
        nieuw=as_json(nieuw),
    )


def as_json(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, default=str)


def write_log(session: Session, handeling: Handeling, **what) -> None:
    """What: the keywords of `log_line`."""
    session.add(log_line(handeling, **what))
