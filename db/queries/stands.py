"""Where the werkpleinen stand in a tertaal: their latest submitted version, of that tertaal or of one before it."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from operator import itemgetter

import numpy as np
import pandas as pd
from sqlalchemy import BindParameter, ScalarSelect, Select, bindparam, exists, func, select
from sqlalchemy.orm import aliased
from sqlmodel import Session

from db.models import Indiening, IndieningAntwoord, Werkplein
from db.queries.uitvragen import uitvraag
from db.queries.werkpleinen import active, is_open_at
from db.shapes import AnySelect
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import local_date
from landkaart.domein.stand import Stand, empty_stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag, closing


def stand(*, session: Session, tertaal: Tertaal) -> Stand:
    """Return where the werkpleinen stand that are open at the closing and have ever submitted."""
    found = session.connection().execute(answers(), at(session, tertaal))
    # The driver's own tuples: some 1,800 rows, and SQLAlchemy would wrap each of them.
    return as_stand(found.cursor.fetchall())


def stands(*, session: Session, tertalen: Iterable[Tertaal]) -> dict[Tertaal, Stand]:
    """Return the stand of each of these tertalen."""
    return {tertaal: stand(session=session, tertaal=tertaal) for tertaal in tertalen}


def submitted_at(*, session: Session, tertaal: Tertaal) -> dict[str, datetime | None]:
    """Return when each werkplein that is open at the closing submitted what it stands on; None when it never did."""
    asked = at(session, tertaal)
    moments = session.connection().execute(counting(Werkplein.code, Indiening.ingediend_op), asked)
    return dict.fromkeys(active(session=session, on=asked["closes"])) | dict(moments.all())


def first_submitted(*, session: Session, tertaal: Tertaal) -> dict[str, datetime]:
    """Return when each werkplein first submitted about this tertaal itself, by code; who did not is not there."""
    query = select(Werkplein.code, func.min(Indiening.ingediend_op)).join(Indiening, Indiening.werkplein_id == Werkplein.id)
    found = session.connection().execute(query.where(Indiening.tertaal == str(tertaal)).group_by(Werkplein.code))
    return dict(found.all())


def versions_at(*, session: Session, tertaal: Tertaal) -> dict[str, int | None]:
    """Return the id of the indiening on which each werkplein stands that is open at the closing; None when it has none."""
    return dict(session.connection().execute(versions(), at(session, tertaal)).all())


def versions_in(*, session: Session, uitvraag: Uitvraag) -> dict[str, int | None]:
    """Return the same as `versions_at`, for who has the uitvraag of that tertaal at hand."""
    asked = {"tertaal": str(uitvraag.tertaal), "closes": local_date(uitvraag.sluit)}
    return dict(session.connection().execute(versions(), asked).all())


def is_reconstructed(*, session: Session, tertaal: Tertaal) -> bool:
    """Tell whether any answer that counts in this tertaal was worked out from totals instead of given by a werkplein."""
    counted = counting(Indiening.id).where(Indiening.reconstructie)
    found = session.connection().execute(select(exists(counted.correlate(None))), at(session, tertaal))
    return bool(found.scalar_one())


@cache
def versions() -> AnySelect:
    """Return the query of `versions_at`. Made once, as `answers`."""
    query: AnySelect = select(Werkplein.code, latest_version(bindparam("tertaal")))
    return query.where(is_open_at(bindparam("closes")))


@cache
def answers() -> AnySelect:
    """Ask for every answer that counts, by werkplein. Made once: making it takes as long as running it."""
    query = counting(Werkplein.code, IndieningAntwoord.mijlpaal, IndieningAntwoord.band)
    query = query.join(IndieningAntwoord, IndieningAntwoord.indiening_id == Indiening.id)
    return query.order_by(Werkplein.code, IndieningAntwoord.mijlpaal)


def counting(*columns: object) -> AnySelect:
    """Ask for columns of the indieningen that count, one per werkplein, and of the werkplein; `at` says in which tertaal."""
    latest = latest_version(bindparam("tertaal"))
    joined: AnySelect = select(*columns).select_from(Werkplein).join(Indiening, Indiening.id == latest)
    return joined.where(is_open_at(bindparam("closes")))


def latest_version(tertaal: BindParameter[str], before: BindParameter[datetime] | None = None) -> ScalarSelect[int]:
    """Ask for the id of the indiening on which a werkplein stands; `before`: of those submitted before a moment."""
    candidate = aliased(Indiening)
    found = select(candidate.id).where(candidate.werkplein_id == Werkplein.id, candidate.tertaal <= tertaal)
    if before is not None:
        found = found.where(candidate.ingediend_op < before)
    latest: Select[int] = found.order_by(candidate.tertaal.desc(), candidate.versie.desc()).limit(1)
    return latest.correlate(Werkplein).scalar_subquery()


def at(session: Session, tertaal: Tertaal) -> dict[str, str | date]:
    """Return the values that a query of `counting` asks for."""
    return {"tertaal": str(tertaal), "closes": local_date(closing(tertaal, uitvraag(session=session, tertaal=tertaal)))}


def as_stand(rows: Sequence[tuple[str, str, int]]) -> Stand:
    """Make a stand of rows (werkplein, mijlpaal, band).

    Each werkplein has all mijlpalen of the catalogue, in one and the same order.
    """
    if not rows:
        return empty_stand()
    codes = catalogus().codes
    order = [mijlpaal for _, mijlpaal, _ in rows[: len(codes)]]
    bands = np.fromiter(map(itemgetter(2), rows), "int8", len(rows)).reshape(-1, len(codes))
    werkpleinen = pd.Index([werkplein for werkplein, _, _ in rows[:: len(codes)]], dtype="str")
    return Stand(pd.DataFrame(bands[:, list(map(order.index, codes))], werkpleinen, codes))
