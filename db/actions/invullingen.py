"""Filling in: every answer and every toelichting is kept the moment it is given."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Row
from sqlmodel import Session

from db import models
from db.actions.log import write_log
from db.actions.open_invulling import OpenInvulling, open_invulling, open_invulling_at
from db.queries.invullingen import indiening_before, last_change
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import Clock
from landkaart.domein.fouten import NietCompleet, OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import AndersGewijzigd, Seen, Wijze
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import clean


def save_answer(
    *,
    session: Session,
    werkplein: str,
    tertaal: Tertaal,
    mijlpaal: str,
    band: Band | None,
    by: Gebruiker,
    clock: Clock,
    seen: datetime | Seen | None = Seen.NOTHING_SHOWN,
) -> datetime | None:
    """None takes the answer back. The same answer twice is one change. Returns the moment of the answer that it left.

    `seen`: the moment of the answer that was on the screen, None when there was none; AndersGewijzigd when something else
    stands there by now. Raises NietToegestaan, Gesloten, OngeldigeInvoer as well.
    """
    now = clock.now()
    paper, before = open_invulling_at(models.Antwoord, mijlpaal, session, werkplein, tertaal, by, now)
    require_mijlpaal(mijlpaal)
    require_band(band)
    if (before and before.band) == band and (before is None or before.wijze == Wijze.BIJGEWERKT.value):
        return before and before.opgeslagen_op
    if (before and before.band) != band:
        where = {"werkplein": werkplein, "tertaal": tertaal, "mijlpaal": mijlpaal, "what": Handeling.ANTWOORD}
        require_as_seen(session, before, before and Band(before.band), seen, **where)
    oud = before and Band(before.band).code
    if band is None:
        paper.remove(models.Antwoord, mijlpaal)
    else:
        put_answer(paper, mijlpaal, band, Wijze.BIJGEWERKT, now)
    place = {"werkplein_id": paper.werkplein_id, "tertaal": tertaal, "mijlpaal": mijlpaal}
    write_log(session, Handeling.ANTWOORD, by=by, now=now, **place, oud=oud, nieuw=None if band is None else band.code)
    return None if band is None else now


def confirm(
    *, session: Session, werkplein: str, tertaal: Tertaal, mijlpalen: Iterable[str], by: Gebruiker, clock: Clock
) -> dict[str, datetime]:
    """Says that these are as they were, toelichting included; what is already answered stays as it is.

    Returns the moment of what it confirmed, by mijlpaal. Raises NietToegestaan, Gesloten, OngeldigeInvoer, and NietCompleet
    when there is nothing to confirm.
    """
    now = clock.now()
    paper = open_invulling(session, werkplein, tertaal, by, now)
    before = indiening_before(session=session, werkplein=werkplein, tertaal=tertaal)
    if before is None:
        raise NietCompleet("Er is geen eerdere invulling om te bevestigen. Kies per mijlpaal een band.")
    confirmed = {}
    for mijlpaal in mijlpalen:
        require_mijlpaal(mijlpaal)
        if paper.find(models.Antwoord, mijlpaal) is not None:
            continue
        band, toelichting = before[1].banden[mijlpaal], before[1].toelichtingen.get(mijlpaal)
        put_answer(paper, mijlpaal, band, Wijze.BEVESTIGD, now)
        if toelichting and paper.find(models.Toelichting, mijlpaal) is None:
            paper.put(models.Toelichting, mijlpaal, tekst=toelichting, opgeslagen_op=now)
        place = {"werkplein_id": paper.werkplein_id, "tertaal": tertaal, "mijlpaal": mijlpaal}
        write_log(session, Handeling.BEVESTIGING, by=by, now=now, **place, nieuw=band.code)
        confirmed[mijlpaal] = now
    return confirmed


def save_toelichting(
    *,
    session: Session,
    werkplein: str,
    tertaal: Tertaal,
    mijlpaal: str,
    tekst: str,
    by: Gebruiker,
    clock: Clock,
    seen: datetime | Seen | None = Seen.NOTHING_SHOWN,
) -> datetime | None:
    """An empty text takes it away. For the rest as `save_answer`."""
    now = clock.now()
    paper, before = open_invulling_at(models.Toelichting, mijlpaal, session, werkplein, tertaal, by, now)
    require_mijlpaal(mijlpaal)
    tekst = clean(tekst, models.TOELICHTING_LENGTH)
    oud = before.tekst if before else ""
    if tekst == oud:
        return before and before.opgeslagen_op
    where = {"werkplein": werkplein, "tertaal": tertaal, "mijlpaal": mijlpaal, "what": Handeling.TOELICHTING}
    require_as_seen(session, before, oud or None, seen, **where)
    if tekst:
        paper.put(models.Toelichting, mijlpaal, tekst=tekst, opgeslagen_op=now)
    else:
        paper.remove(models.Toelichting, mijlpaal)
    place = {"werkplein_id": paper.werkplein_id, "tertaal": tertaal, "mijlpaal": mijlpaal}
    write_log(session, Handeling.TOELICHTING, by=by, now=now, **place, oud=oud or None, nieuw=tekst or None)
    return now if tekst else None


def require_as_seen(
    session: Session,
    kept: Row | None,
    waarde: Band | str | None,
    seen: datetime | Seen | None,
    **where,
) -> None:
    """Raises AndersGewijzigd when what is kept (`waarde`) is not what was on the screen."""
    saved_at = kept and kept.opgeslagen_op
    if seen not in (Seen.NOTHING_SHOWN, saved_at):
        raise AndersGewijzigd(waarde, last_change(session=session, saved_at=saved_at, **where))


def require_mijlpaal(code: str) -> None:
    if code not in catalogus().codes:
        raise OngeldigeInvoer("Deze mijlpaal bestaat niet. Ververs de pagina en kies opnieuw.")


def require_band(band: Band | None) -> None:
    if band is not None and not isinstance(band, Band):
        raise OngeldigeInvoer("Deze band bestaat niet. Ververs de pagina en kies opnieuw.")


def put_answer(paper: OpenInvulling, mijlpaal: str, band: Band, wijze: Wijze, now: datetime) -> None:
    values = {"band": int(Band(band)), "wijze": wijze.value, "opgeslagen_op": now}
    paper.put(models.Antwoord, mijlpaal, **values)
