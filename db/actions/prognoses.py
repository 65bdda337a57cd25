"""What was expected of each werkplein, kept when a tertaal is frozen: later ones show how right it was."""

from sqlalchemy import insert
from sqlmodel import select

from db import models
from db.act import Act
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.prognose import Prognose, prognoses
from landkaart.domein.tertaal import Tertaal


def keep_prognoses(act: Act, tertaal: Tertaal) -> int:
    """Keep what is expected of each; return of how many. What was kept before stays as it was.

    A part of freezing, whose right and log line it shares.
    """
    of_tertaal = select(models.Prognose.id).where(models.Prognose.tertaal == str(tertaal))
    if act.session.exec(of_tertaal.limit(1)).first() is not None:
        return 0
    found = prognoses(tertaalbeeld(session=act.session, tertaal=tertaal)).to_keep()
    ids = dict(act.session.exec(select(models.Werkplein.code, models.Werkplein.id)).all())
    made = {"tertaal": str(tertaal), "gemaakt_op": act.now}
    rows = [{"werkplein_id": ids[code], **made, **row_of(prognose)} for code, prognose in found.items()]
    if rows:
        act.session.connection().execute(insert(models.Prognose.__table__), rows)
    return len(rows)


def row_of(prognose: Prognose) -> dict[str, float | str | None]:
    reached = {name: getattr(prognose, name) for name in ("bereikt", "vroegst", "laatst")}
    figures = {name: getattr(prognose, name) for name in ("score", "helling", "volgende")}
    return figures | {name: tertaal and str(tertaal) for name, tertaal in reached.items()}
