"""Answering a question on top of the 14: ja or nee, and a toelichting beside it; judged and kept like any answer."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, select

from db import models
from db.actions.log import write_log
from db.actions.open_invulling import require_writable
from db.queries.vragen import as_antwoord, last_vraag_change
from landkaart.domein.clock import Clock
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import AndersGewijzigd, Seen
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import clean
from landkaart.domein.vraag import JaNee, VraagAntwoord


def save_vraag_antwoord(
    *,
    session: Session,
    werkplein: str,
    tertaal: Tertaal,
    vraag: str,
    antwoord: JaNee | None,
    by: Gebruiker,
    clock: Clock,
    seen: datetime | Seen | None = Seen.NOTHING_SHOWN,
) -> datetime | None:
    """None takes the answer back, its toelichting with it. The same answer twice is one change.

    Returns the version that it left. `seen`: the version that was on the screen, None when there was no answer;
    AndersGewijzigd when another one stands there by now. Raises NietToegestaan, Gesloten, OngeldigeInvoer as well.
    """
    now = clock.now()
    place = find(session, werkplein, tertaal, vraag, by, now)
    if antwoord is not None and not isinstance(antwoord, JaNee):
        raise OngeldigeInvoer("Kies ja of nee.")
    before = place.before
    if (before and before.antwoord) == antwoord:
        return before and before.version
    require_as_seen(session, place, before and before.antwoord, seen)
    after = antwoord and VraagAntwoord(antwoord, before and before.toelichting, now)
    return put(session, place, after, by, now)


def save_vraag_toelichting(
    *,
    session: Session,
    werkplein: str,
    tertaal: Tertaal,
    vraag: str,
    tekst: str,
    by: Gebruiker,
    clock: Clock,
    seen: datetime | Seen | None = Seen.NOTHING_SHOWN,
) -> datetime | None:
    """Beside an answer; an empty text takes it away. For the rest as `save_vraag_antwoord`."""
    now = clock.now()
    place = find(session, werkplein, tertaal, vraag, by, now)
    tekst = clean(tekst, models.TOELICHTING_LENGTH) or None
    before = place.before
    if tekst == (before and before.toelichting):
        return before and before.version
    require_as_seen(session, place, before and before.toelichting, seen)
    if before is None:
        raise OngeldigeInvoer("Kies eerst ja of nee; daarna kunt u dat toelichten. De toelichting is niet opgeslagen.")
    return put(session, place, VraagAntwoord(before.antwoord, tekst, now), by, now)


@dataclass(frozen=True)
class Place:
    """Of one werkplein (its code, its id) at one vraag; `row` is None while there is no answer."""

    werkplein: str
    werkplein_id: int
    tertaal: Tertaal
    vraag: models.Vraag
    row: models.VraagAntwoord | None

    @property
    def before(self) -> VraagAntwoord | None:
        return self.row and as_antwoord(self.row)


def find(session: Session, werkplein: str, tertaal: Tertaal, vraag: str, by: Gebruiker, now: datetime) -> Place:
    """It needs no invulling: a question can be answered before any mijlpaal, or alone."""
    werkplein_id = require_writable(session, werkplein, tertaal, by, now).id
    found = session.exec(select(models.Vraag).filter_by(tertaal=str(tertaal), code=vraag)).first()
    if found is None:
        raise OngeldigeInvoer("Deze vraag bestaat niet meer. Ververs de pagina.")
    answer = select(models.VraagAntwoord).filter_by(werkplein_id=werkplein_id, vraag_id=found.id)
    return Place(werkplein, werkplein_id, tertaal, found, session.exec(answer).first())


def require_as_seen(session: Session, place: Place, waarde: JaNee | str | None, seen: datetime | Seen | None) -> None:
    """Raises AndersGewijzigd when what is kept (`waarde`) is not what was on the screen."""
    version = place.before and place.before.version
    if seen not in (Seen.NOTHING_SHOWN, version):
        here = {"werkplein": place.werkplein, "tertaal": place.tertaal, "vraag": place.vraag.code}
        raise AndersGewijzigd(waarde, last_vraag_change(session=session, **here, version=version))


def put(session: Session, place: Place, after: VraagAntwoord | None, by: Gebruiker, now: datetime) -> datetime | None:
    oud = as_logged(place.vraag.code, place.before)
    if after is None:
        session.delete(place.row)
    else:
        row = place.row or models.VraagAntwoord(werkplein_id=place.werkplein_id, vraag_id=place.vraag.id)
        row.antwoord, row.toelichting, row.opgeslagen_op = after.antwoord.value, after.toelichting, now
        session.add(row)
    session.flush()
    here = {"werkplein_id": place.werkplein_id, "tertaal": place.tertaal}
    write_log(session, Handeling.VRAAGANTWOORD, by=by, now=now, **here, oud=oud, nieuw=as_logged(place.vraag.code, after))
    return after and now


def as_logged(vraag: str, antwoord: VraagAntwoord | None) -> dict[str, str | None] | None:
    return antwoord and {"vraag": vraag, "antwoord": antwoord.antwoord.value, "toelichting": antwoord.toelichting}
