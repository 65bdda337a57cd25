"""A closing freezes: what a tertaal is counted from is copied once, and stays whatever happens afterwards."""

from datetime import datetime

from sqlalchemy import Integer, String, func, insert, literal
from sqlmodel import Session, select

from db import models
from db.actions.log import write_log
from db.actions.prognoses import keep_prognoses
from db.queries.momentopnamen import to_freeze
from db.queries.stands import latest_version
from db.queries.tertaalbeeld import history, needed
from db.queries.uitvragen import uitvragen
from db.queries.werkpleinen import is_open_at
from db.rights import eis
from db.utc import UtcDateTime
from landkaart.domein.clock import Clock, local_date
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker, Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import closing

Stood = models.MomentopnameStand


def freeze(*, session: Session, by: Gebruiker, clock: Clock, by_hand: bool = False) -> list[Tertaal]:
    """A momentopname of each tertaal that closed, in which somebody submitted and that has none yet; which, oldest first.

    Nothing runs at the closing itself, so whoever comes by first calls this, and so does every act that could change what
    stood then: a name, a day on which a werkplein opens or closes, the dates of an uitvraag. What is submitted from the
    closing on (with uitstel) does not count, by its own moment. So it holds what stood at the closing, whenever it is
    taken. `by_hand`: leaves alone what only came from files, which may come in steps. Raises NietToegestaan.
    """
    eis(session, by, Recht.MOMENTOPNAME_NEMEN)
    now = clock.now()
    due = [tertaal for tertaal, closes in to_freeze(session=session, by_hand=by_hand).items() if closes <= now]
    for tertaal in due:
        take(session, tertaal, by, now)
        keep_prognoses(session, tertaal, now)
    return due


def take(session: Session, tertaal: Tertaal, by: Gebruiker, now: datetime) -> None:
    """Self-contained: also where they stood in the tertalen before it that its tables show, as known at its closing."""
    rounds = uitvragen(session=session)
    round_, closes = rounds.get(tertaal), closing(tertaal, rounds.get(tertaal))
    names = ("opent", "herinnering", "sluit", "actueel_vanaf")
    dates = {name: getattr(round_, name) for name in names} if round_ else {}
    row = models.Momentopname(tertaal=str(tertaal), genomen_op=now, **dates)
    session.add(row)
    session.flush()
    tertalen = history(session=session, tertaal=tertaal)
    for each in needed(tertalen):
        copy_stand(session, row.id, each, closes, closing(each, rounds.get(each)), everybody=each == tertaal)
    nieuw = {"tertalen": list(map(str, tertalen)), **counts(session, row.id, tertaal)}
    write_log(session, Handeling.MOMENTOPNAME, by=by, now=now, tertaal=tertaal, nieuw=nieuw)


def copy_stand(
    session: Session, kept: int, tertaal: Tertaal, before: datetime, closes: datetime, *, everybody: bool
) -> None:
    """Of who is open at `closes`, the closing of this tertaal, what was submitted before the moment `before`.

    `everybody`: also who never submitted.
    """
    version = latest_version(literal(str(tertaal), String), literal(before, UtcDateTime))
    place = (literal(kept, Integer), literal(str(tertaal), String), models.Werkplein.id, models.Werkplein.naam)
    rows = select(*place, models.Indiening.id).select_from(models.Werkplein)
    rows = rows.join(models.Indiening, models.Indiening.id == version, isouter=everybody)
    columns = ["momentopname_id", "tertaal", "werkplein_id", "naam", "indiening_id"]
    session.connection().execute(insert(Stood).from_select(columns, rows.where(is_open_at(local_date(closes)))))


def counts(session: Session, kept: int, tertaal: Tertaal) -> dict[str, int]:
    """As the log says it."""
    of_tertaal = (Stood.momentopname_id == kept) & (Stood.tertaal == str(tertaal))
    everybody, stood = session.exec(select(func.count(), func.count(Stood.indiening_id)).where(of_tertaal)).one()
    return {"werkpleinen": everybody, "met_een_stand": stood}
