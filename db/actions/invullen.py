"""Filling in: every answer and every toelichting is kept the moment it is given."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, select

from db import models
from db.actions.log import write_log
from db.queries.invullingen import indiening_before
from db.queries.uitvragen import uitvraag
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import Clock, local_date
from landkaart.domein.fouten import Gesloten, NietCompleet, OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import Wijze
from landkaart.domein.rechten import Gebruiker, Recht, eis
from landkaart.domein.tekst import clean
from landkaart.domein.tertaal import Tertaal


def save_answer(
    *, session: Session, werkplein: str, tertaal: Tertaal, mijlpaal: str, band: Band | None, by: Gebruiker, clock: Clock
) -> None:
    """None takes the answer back. Raises NietToegestaan, Gesloten, OngeldigeInvoer. The same answer twice is one change."""
    now = clock.now()
    paper = open_paper(session, werkplein, tertaal, by, now)
    require_mijlpaal(mijlpaal)
    kept = session.get(models.Antwoord, (paper.id, mijlpaal))
    if (kept and kept.band) == band and (kept is None or kept.wijze == Wijze.BIJGEWERKT.value):
        return
    oud = kept and Band(kept.band).code
    if band is None:
        session.delete(kept)
    else:
        put_answer(session, paper, mijlpaal, band, Wijze.BIJGEWERKT, now)
    place = {"werkplein_id": paper.werkplein_id, "tertaal": tertaal, "mijlpaal": mijlpaal}
    write_log(session, Handeling.ANTWOORD, by=by, now=now, **place, oud=oud, nieuw=None if band is None else band.code)


def confirm(
    *, session: Session, werkplein: str, tertaal: Tertaal, mijlpalen: Iterable[str], by: Gebruiker, clock: Clock
) -> None:
    """Says that these are as they were, toelichting included; what is already answered stays as it is.

    Raises NietToegestaan, Gesloten, OngeldigeInvoer, and NietCompleet when there is nothing to confirm.
    """
    now = clock.now()
    paper = open_paper(session, werkplein, tertaal, by, now)
    before = indiening_before(session=session, werkplein=werkplein, tertaal=tertaal)
    if before is None:
        raise NietCompleet("Er is geen eerdere invulling om te bevestigen. Kies per mijlpaal een band.")
    for mijlpaal in mijlpalen:
        require_mijlpaal(mijlpaal)
        if session.get(models.Antwoord, (paper.id, mijlpaal)) is not None:
            continue
        band, toelichting = before[1].banden[mijlpaal], before[1].toelichtingen.get(mijlpaal)
        put_answer(session, paper, mijlpaal, band, Wijze.BEVESTIGD, now)
        if toelichting and session.get(models.Toelichting, (paper.id, mijlpaal)) is None:
            put_toelichting(session, paper, mijlpaal, toelichting, now)
        place = {"werkplein_id": paper.werkplein_id, "tertaal": tertaal, "mijlpaal": mijlpaal}
        write_log(session, Handeling.BEVESTIGING, by=by, now=now, **place, nieuw=band.code)


def save_toelichting(
    *, session: Session, werkplein: str, tertaal: Tertaal, mijlpaal: str, tekst: str, by: Gebruiker, clock: Clock
) -> None:
    """An empty text takes it away. Raises NietToegestaan, Gesloten, OngeldigeInvoer."""
    now = clock.now()
    paper = open_paper(session, werkplein, tertaal, by, now)
    require_mijlpaal(mijlpaal)
    tekst = clean(tekst, models.TOELICHTING_LENGTH)
    kept = session.get(models.Toelichting, (paper.id, mijlpaal))
    oud = kept.tekst if kept else ""
    if tekst == oud:
        return
    if tekst:
        put_toelichting(session, paper, mijlpaal, tekst, now)
    else:
        session.delete(kept)
    place = {"werkplein_id": paper.werkplein_id, "tertaal": tertaal, "mijlpaal": mijlpaal}
    write_log(session, Handeling.TOELICHTING, by=by, now=now, **place, oud=oud or None, nieuw=tekst or None)


def open_paper(session: Session, werkplein: str, tertaal: Tertaal, by: Gebruiker, now: datetime) -> models.Invulling:
    """The row to write on, made when it is not there yet; every way of writing by hand begins here.

    Raises NietToegestaan, Gesloten (the uitvraag, or the werkplein itself), OngeldigeInvoer for an unknown werkplein.
    """
    eis(by, Recht.INVULLEN, werkplein)
    row = session.exec(select(models.Werkplein).where(models.Werkplein.code == werkplein)).first()
    if row is None:
        raise OngeldigeInvoer("Dit werkplein bestaat niet. Kies een werkplein uit de lijst.")
    if row.actief_tot and row.actief_tot <= local_date(now):
        raise Gesloten(f"Werkplein {row.naam} is gesloten. Er is niets opgeslagen.")
    round_ = uitvraag(session=session, tertaal=tertaal)
    if round_ is None:
        raise Gesloten(f"Er is geen uitvraag voor {tertaal}. Er is niets opgeslagen.")
    round_.require_open(now)
    return find_or_make(session, row.id, tertaal)


def find_or_make(session: Session, werkplein_id: int, tertaal: Tertaal) -> models.Invulling:
    place = {"werkplein_id": werkplein_id, "tertaal": str(tertaal)}
    paper = session.exec(select(models.Invulling).filter_by(**place)).first()
    if paper is None:
        paper = models.Invulling(**place)
        session.add(paper)
        session.flush()
    return paper


def require_mijlpaal(code: str) -> None:
    if code not in catalogus().codes:
        raise OngeldigeInvoer("Deze mijlpaal bestaat niet. Ververs de pagina en kies opnieuw.")


def put_answer(session: Session, paper: models.Invulling, mijlpaal: str, band: Band, wijze: Wijze, now: datetime) -> None:
    values = {"band": int(Band(band)), "wijze": wijze.value, "opgeslagen_op": now}
    session.merge(models.Antwoord(invulling_id=paper.id, mijlpaal=mijlpaal, **values))


def put_toelichting(session: Session, paper: models.Invulling, mijlpaal: str, tekst: str, now: datetime) -> None:
    session.merge(models.Toelichting(invulling_id=paper.id, mijlpaal=mijlpaal, tekst=tekst, opgeslagen_op=now))
