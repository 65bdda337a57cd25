"""What the form of one werkplein shows, read at one moment in as few statements as there can be: every save asks it."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from typing import Generic, TypeVar

from sqlalchemy import ColumnElement, ScalarSelect, bindparam, func, select
from sqlmodel import Session

from db import models
from db.engine import is_joined
from db.queries.clock import ASKED, as_clock
from db.queries.data_version import CHANGE
from db.queries.invullingen import indiening_by_id, invulling
from db.queries.stands import versions_in
from db.queries.uitvragen import as_uitvraag
from db.queries.werkpleinen import SHOWN_NAAM
from db.shapes import AnyRow
from landkaart.domein.band import Band
from landkaart.domein.formulier import Formulier, Plaats, Ronde, Tussenstand, place_of
from landkaart.domein.invulling import Indiening
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.settings import database_url

T = TypeVar("T")
HERE = (models.Werkplein, models.Uitvraag)
VERSION = models.Indiening


def latest(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    """Find the id of a werkplein's last indiening under these conditions."""
    query = select(VERSION.id).where(VERSION.werkplein_id == models.Werkplein.id, *conditions)
    query = query.order_by(VERSION.tertaal.desc(), VERSION.versie.desc()).limit(1)
    found: ScalarSelect[int] = query.correlate(*HERE).scalar_subquery()
    return found


LINE = (
    select(func.max(models.Logregel.id))
    .where(models.Logregel.werkplein_id == models.Werkplein.id, models.Logregel.tertaal == models.Uitvraag.tertaal)
    .correlate(*HERE)
)
UITSTEL = (models.Uitstel.werkplein_id == models.Werkplein.id) & (models.Uitstel.tertaal == models.Uitvraag.tertaal)
# All here is made once.
RONDE = (
    select(
        models.Werkplein.code,
        SHOWN_NAAM,
        models.Werkplein.actief_tot,
        models.Uitstel.tot.label("uitgesteld_tot"),
        ASKED.scalar_subquery().label("offset"),
        CHANGE.scalar_subquery().label("change"),
        LINE.scalar_subquery().label("line"),
        latest(models.Uitvraag.tertaal > VERSION.tertaal).label("before"),
        latest(models.Uitvraag.tertaal == VERSION.tertaal).label("submitted"),
        *(column for column in models.Uitvraag.__table__.columns if column.name != "id"),
    )
    .select_from(models.Werkplein)
    .join(models.Uitvraag, models.Uitvraag.tertaal == bindparam("tertaal"))
    .outerjoin(models.Uitstel, UITSTEL)
)
ONE = RONDE.where(models.Werkplein.code == bindparam("code"))
SOME = RONDE.where(models.Werkplein.code.in_(bindparam("codes", expanding=True))).order_by(models.Werkplein.naam)
ANSWER = models.IndieningAntwoord
BANDS = select(ANSWER.indiening_id, ANSWER.band).where(ANSWER.indiening_id.in_(bindparam("numbers", expanding=True)))
ANSWERED = (
    select(models.Werkplein.code, func.count())
    .join(models.Invulling, models.Invulling.werkplein_id == models.Werkplein.id)
    .join(models.Antwoord, models.Antwoord.invulling_id == models.Invulling.id)
    .where(models.Invulling.tertaal == bindparam("tertaal"), models.Werkplein.code.in_(bindparam("codes", expanding=True)))
    .group_by(models.Werkplein.code)
)


def ronde(*, session: Session, werkplein: str, tertaal: Tertaal) -> Ronde | None:
    """Read it in one statement. None for a werkplein that does not exist, and for a tertaal without an uitvraag."""
    row = ask(session, werkplein, tertaal)
    return None if row is None else as_ronde(row)


def formulier(*, session: Session, werkplein: str, tertaal: Tertaal, toelichtingen: bool = True) -> Formulier | None:
    """Read a form; None as `ronde`.

    Without `toelichtingen` they are read only where what was submitted is compared with them.
    """
    row = ask(session, werkplein, tertaal)
    if row is None:
        return None
    texts = toelichtingen or row.submitted is not None
    now = invulling(session=session, werkplein=werkplein, tertaal=tertaal, toelichtingen=texts)
    before = copied(session, row.before) if row.before else (None, None)
    submitted = copied(session, row.submitted)[1] if row.submitted else None
    return Formulier(as_ronde(row), now, before[1], before[0], submitted)


def steps(*, session: Session, werkpleinen: Iterable[str], tertaal: Tertaal) -> list[Tussenstand]:
    """List how far each of these is in the uitvraag of a tertaal, by naam; none without an uitvraag."""
    asked = {"codes": list(werkpleinen), "tertaal": str(tertaal)}
    done = dict(session.connection().execute(ANSWERED, asked).all())
    rows = session.connection().execute(SOME, asked).all()
    return [as_step(session, row, done.get(row.code, 0)) for row in rows]


def as_step(session: Session, row: AnyRow, beoordeeld: int) -> Tussenstand:
    """Make a line of the list; what was submitted is compared with what stands there only while it can be changed."""
    ronde = as_ronde(row)
    found = None
    if row.submitted and ronde.is_open:
        found = formulier(session=session, werkplein=ronde.werkplein, tertaal=ronde.tertaal)
    return Tussenstand(ronde, beoordeeld, row.submitted is not None, found is not None and found.is_changed)


def plaats(*, session: Session, ronde: Ronde) -> Plaats | None:
    """Find where the werkplein stands among all, as things are now. None when it does not count (any more)."""
    return place_of(totals(session, ronde), ronde.werkplein)


def ask(session: Session, werkplein: str, tertaal: Tertaal) -> AnyRow | None:
    return session.connection().execute(ONE, {"code": werkplein, "tertaal": str(tertaal)}).first()


def as_ronde(row: AnyRow) -> Ronde:
    return Ronde(
        row.code,
        row.naam,
        as_uitvraag(row),
        row.uitgesteld_tot,
        row.actief_tot,
        as_clock(row.offset).now(),
        row.change or 0,
        row.line or 0,
    )


def copied(session: Session, number: int) -> tuple[Tertaal, Indiening]:
    """Return a version by its id, with its tertaal. What was submitted never changes, so that it is read once."""

    def read() -> tuple[Tertaal, Indiening]:
        tertaal, found = indiening_by_id(session=session, number=number)
        points_known()[number] = sum(band.edge for band in found.banden.values())
        return tertaal, found

    return COPIES.get((database_url(), number), read)


def totals(session: Session, ronde: Ronde) -> dict[str, int]:
    """Return the points of every werkplein that counts, by code; the same until something that counts is changed."""
    return TOTALS.get((database_url(), ronde.tertaal, ronde.change), lambda: sum_up(session, ronde.uitvraag))


def sum_up(session: Session, uitvraag: Uitvraag) -> dict[str, int]:
    """Count by what they stand on. In the last hours every submission asks this anew, and all other versions stay."""
    stands, known = versions_in(session=session, uitvraag=uitvraag), points_known()
    new = [number for number in stands.values() if number is not None and number not in known]
    if new:
        found = dict.fromkeys(new, 0)
        for number, band in session.connection().execute(BANDS, {"numbers": new}):
            found[number] += Band(band).edge
        known.update(found)
    return {code: known[number] for code, number in stands.items() if number is not None}


def points_known() -> dict[int, int]:
    """Return the points of every version that was counted, by its id; a copy where what is added may not stay."""
    known = POINTS[database_url()]
    return dict(known) if is_joined() else known


class Kept(Generic[T]):
    """What was read before, by what it was asked with; all of it is let go when there are `most`.

    Only of what is committed: an id, and the number of a log line, are given out again after a transaction that failed.
    """

    def __init__(self, most: int):
        self.most = most
        self.found: dict[Hashable, T] = {}

    def get(self, key: Hashable, read: Callable[[], T]) -> T:
        known = self.found.get(key)
        if known is not None:
            return known
        read_now = read()
        if not is_joined():
            if len(self.found) >= self.most:
                self.found = {}
            self.found[key] = read_now
        return read_now


COPIES: Kept[tuple[Tertaal, Indiening]] = Kept(1000)
TOTALS: Kept[dict[str, int]] = Kept(16)
# Of every version that was counted here, by the database and its id: what was submitted never changes.
POINTS: dict[str, dict[int, int]] = defaultdict(dict)
