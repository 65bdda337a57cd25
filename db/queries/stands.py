"""Where the werkpleinen stand in a tertaal: their latest submitted version, of that tertaal or of one before it."""

from collections.abc import Iterable
from datetime import datetime

import numpy as np
import pandas as pd
from sqlalchemy import Select, exists
from sqlalchemy.orm import aliased
from sqlmodel import Session, select

from db.models import Indiening, IndieningAntwoord, Logregel, Werkplein
from db.queries.uitvragen import uitvraag
from db.queries.werkpleinen import is_open_at
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import local_date
from landkaart.domein.handeling import Handeling
from landkaart.domein.stand import Stand, empty_stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import closing


def stand(*, session: Session, tertaal: Tertaal) -> Stand:
    """Of the werkpleinen that are open at the closing and have ever submitted."""
    query = (
        counting(session, tertaal, Werkplein.code, IndieningAntwoord.mijlpaal, IndieningAntwoord.band)
        .join(IndieningAntwoord, IndieningAntwoord.indiening_id == Indiening.id)
        .order_by(Werkplein.code)
    )
    return as_stand(session.connection().execute(query).all())


def stands(*, session: Session, tertalen: Iterable[Tertaal]) -> dict[Tertaal, Stand]:
    return {tertaal: stand(session=session, tertaal=tertaal) for tertaal in tertalen}


def submitted_at(*, session: Session, tertaal: Tertaal) -> dict[str, datetime | None]:
    """When each werkplein that is open at the closing submitted what it stands on; None when it never did."""
    closes = local_date(closing(tertaal, uitvraag(session=session, tertaal=tertaal)))
    codes = session.exec(select(Werkplein.code).where(is_open_at(closes)).order_by(Werkplein.code))
    moments = session.connection().execute(counting(session, tertaal, Werkplein.code, Indiening.ingediend_op))
    return dict.fromkeys(codes) | dict(moments.all())


def is_reconstructed(*, session: Session, tertaal: Tertaal) -> bool:
    """Whether any answer that counts in this tertaal was worked out from totals instead of given by a werkplein."""
    counted = counting(session, tertaal, Indiening.id).where(Indiening.reconstructie)
    return session.connection().execute(select(exists(counted.correlate(None)))).scalar_one()


def last_change(*, session: Session) -> int:
    """Grows with everything that can change a national figure; the same number means the same figures."""
    acts = [act.value for act in Handeling if act.counts]
    query = select(Logregel.id).where(Logregel.handeling.in_(acts)).order_by(Logregel.id.desc()).limit(1)
    return session.exec(query).first() or 0


def counting(session: Session, tertaal: Tertaal, *columns) -> Select:
    """The indieningen that count in a tertaal, one per werkplein, joined to the werkplein."""
    closes = local_date(closing(tertaal, uitvraag(session=session, tertaal=tertaal)))
    candidate = aliased(Indiening)
    latest = (
        select(candidate.id)
        .where(candidate.werkplein_id == Werkplein.id, candidate.tertaal <= str(tertaal))
        .order_by(candidate.tertaal.desc(), candidate.versie.desc())
        .limit(1)
        .correlate(Werkplein)
        .scalar_subquery()
    )
    return select(*columns).select_from(Werkplein).join(Indiening, Indiening.id == latest).where(is_open_at(closes))


def as_stand(rows: list[tuple[str, str, int]]) -> Stand:
    """From (werkplein, mijlpaal, band), grouped by werkplein; each has all mijlpalen of the catalogue."""
    if not rows:
        return empty_stand()
    werkplein, mijlpaal, band = zip(*rows, strict=True)
    place = {code: position for position, code in enumerate(catalogus().codes)}
    columns = np.fromiter(map(place.__getitem__, mijlpaal), "intp", len(rows))
    bands = np.empty((len(rows) // len(place), len(place)), "int8")
    bands[np.arange(len(rows)) // len(place), columns] = band
    return Stand(pd.DataFrame(bands, pd.Index(werkplein[:: len(place)], dtype="str"), list(place)))
