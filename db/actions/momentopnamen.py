"""A closing freezes: what a tertaal is counted from is copied once, and stays whatever happens afterwards."""

from datetime import datetime, timedelta

from sqlalchemy import Integer, String, delete, func, insert, literal
from sqlmodel import Session, col, select

from db import models
from db.act import About, Act
from db.actions.klok import require_believed
from db.actions.prognoses import keep_prognoses
from db.queries.clock import clock
from db.queries.heruitgaven import changed_since_last
from db.queries.momentopnamen import SERVER_CLOCK, momentopname, to_freeze
from db.queries.stands import latest_version
from db.queries.tertaalbeeld import history, needed
from db.queries.uitvragen import uitvraag, uitvragen
from db.queries.werkpleinen import is_open_at
from db.utc import UtcDateTime
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.planning import NAMEN
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import closing
from landkaart.domein.uitzondering import require_reden

Stood = models.MomentopnameStand
PRACTICE_CLOCK = "de klok van de oefenomgeving"


def freeze(act: Act, *, by_hand: bool = False, most: int | None = None) -> list[Tertaal]:
    """Take a momentopname of each tertaal that closed, in which somebody submitted and that has none yet.

    Returns which, oldest first. Nothing runs at the closing itself, so whoever comes by first calls this, and so does every
    act that could change what stood then: a name, a day on which a werkplein opens or closes, the dates of an uitvraag.
    What is submitted from the closing on (with uitstel) does not count, by its own moment. So it holds what stood at the
    closing, whenever it is taken. `by_hand`: leaves alone what only came from files, which may come in steps; `most`: no
    more than so many, the oldest.

    Nothing is taken at a moment that is not believed: it cannot be undone once the closing has passed.

    Raises NietToegestaan, NietAangemeld, KlokOnzeker.
    """
    act.require(Recht.MOMENTOPNAME_NEMEN)
    found = to_freeze(session=act.session, by_hand=by_hand)
    due = [tertaal for tertaal, closes in found.items() if closes <= act.now]
    if due:
        require_believed(act.session)
    for tertaal in due[:most]:
        freeze_one(act, tertaal)
        keep_prognoses(act, tertaal)
    return due[:most]


def take_back(act: Act, *, tertaal: Tertaal, reden: str) -> None:
    """Let a tertaal live again that was frozen before its closing: by a clock that ran ahead.

    What was frozen is kept as the edition that it was; at the closing the tertaal is frozen anew.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    frozen = momentopname(session=act.session, tertaal=tertaal)
    if frozen is None:
        raise OngeldigeInvoer(f"{tertaal} is niet vastgesteld. Ververs de pagina.")
    if closing(tertaal, uitvraag(session=act.session, tertaal=tertaal)) <= act.now:
        raise OngeldigeInvoer(f"De sluiting van {tertaal} is voorbij: wat toen is vastgesteld, blijft.")
    why = require_reden(reden, models.REDEN_LENGTH)
    act.session.add(models.Terugname(momentopname_id=frozen.id, reden=why, account_id=act.by.account_id, gedaan_op=act.now))
    # What was expected then was counted from figures that do not hold.
    act.session.exec(delete(models.Prognose).where(col(models.Prognose.tertaal) == str(tertaal)))
    act.session.flush()
    oud = {"editie": frozen.editie, "genomen_op": frozen.genomen_op}
    act.log(Handeling.TERUGNAME, About(tertaal=tertaal), oud=oud, nieuw={"reden": why})


def reissue(act: Act, *, tertaal: Tertaal, reden: str) -> int:
    """Make another edition of a tertaal that closed, with what came in late; return its number.

    What was frozen at the closing stays as it is, and stays what counts everywhere else. Who is open, and which tertalen
    its table 4 lists, is judged as at the closing.

    Raises NietToegestaan, NietAangemeld, KlokOnzeker, and OngeldigeInvoer while the tertaal lives or nothing changed.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    why = require_reden(reden, models.REDEN_LENGTH)
    if momentopname(session=act.session, tertaal=tertaal) is None:
        raise OngeldigeInvoer(f"{tertaal} is nog niet vastgesteld: een nieuwe editie kan na de sluiting.")
    if closing(tertaal, uitvraag(session=act.session, tertaal=tertaal)) > act.now:
        raise OngeldigeInvoer(f"De sluiting van {tertaal} is nog niet voorbij: neem terug wat te vroeg is vastgesteld.")
    require_believed(act.session)
    moved = changed_since_last(session=act.session, tertaal=tertaal)
    if not moved:
        raise OngeldigeInvoer(f"Sinds de laatste editie van {tertaal} is er niets gewijzigd.")
    # With what was submitted at this very moment: it is among what changed.
    row = freeze_one(act, tertaal, until=act.now + timedelta(microseconds=1))
    act.session.add(models.Heruitgave(momentopname_id=row.id, reden=why, account_id=act.by.account_id, gedaan_op=act.now))
    act.session.flush()
    nieuw = {"editie": row.editie, "reden": why, "gewijzigd": list(moved)}
    act.log(Handeling.HERUITGAVE, About(tertaal=tertaal), nieuw=nieuw)
    return row.editie


def freeze_one(act: Act, tertaal: Tertaal, *, until: datetime | None = None) -> models.Momentopname:
    """Copy what its tables are counted from: also where they stood in the tertalen before it, as known at its closing.

    `until`: what was submitted before that counts, instead of before the closing.
    """
    rounds = uitvragen(session=act.session)
    round_, closes = rounds.get(tertaal), closing(tertaal, rounds.get(tertaal))
    dates = {name: getattr(round_, name) for name in NAMEN} if round_ else {}
    editie = act.session.exec(select(func.count()).where(models.Momentopname.tertaal == str(tertaal))).one() + 1
    row = models.Momentopname(tertaal=str(tertaal), editie=editie, genomen_op=act.now, **dates)
    act.session.add(row)
    act.session.flush()
    tertalen = history(session=act.session, tertaal=tertaal)
    for each in needed(tertalen):
        copy_stand(act.session, row, each, submitted_before=until or closes, closes=closing(each, rounds.get(each)))
    which = {"editie": editie, "klok": PRACTICE_CLOCK if clock(session=act.session).offset else SERVER_CLOCK}
    nieuw = {"tertalen": list(map(str, tertalen)), **counts(act.session, row), **which}
    act.log(Handeling.MOMENTOPNAME, About(tertaal=tertaal), nieuw=nieuw)
    return row


def copy_stand(
    session: Session, row: models.Momentopname, tertaal: Tertaal, *, submitted_before: datetime, closes: datetime
) -> None:
    """Copy for a momentopname where each werkplein stood in a tertaal: its own, or one before it.

    Counted are those that are open at `closes`, the closing of that tertaal; in its own also who never submitted.
    """
    version = latest_version(literal(str(tertaal), String), literal(submitted_before, UtcDateTime))
    columns = (literal(row.id, Integer), literal(str(tertaal), String), models.Werkplein.id, models.Werkplein.naam)
    rows = select(*columns, models.Indiening.id).select_from(models.Werkplein)
    everybody = str(tertaal) == row.tertaal
    rows = rows.join(models.Indiening, models.Indiening.id == version, isouter=everybody)
    names = ["momentopname_id", "tertaal", "werkplein_id", "naam", "indiening_id"]
    session.connection().execute(insert(Stood).from_select(names, rows.where(is_open_at(local_date(closes)))))


def counts(session: Session, row: models.Momentopname) -> dict[str, int]:
    """Count for the log who was open, and who of them had a stand."""
    of_tertaal = (Stood.momentopname_id == row.id) & (Stood.tertaal == row.tertaal)
    everybody, stood = session.exec(select(func.count(), func.count(Stood.indiening_id)).where(of_tertaal)).one()
    return {"werkpleinen": everybody, "met_een_stand": stood}
