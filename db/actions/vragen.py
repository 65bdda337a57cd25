"""The questions on top of the 14. Once it was answered, a vraag stays as it is: the answers are answers to that text."""

from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, select

from db import models
from db.actions.log import write_log
from db.actions.uitvragen import require_uitvraag
from db.rights import eis
from landkaart.domein.clock import Clock
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker, Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vraag import code_for, require_vraag


def add_vraag(*, session: Session, tertaal: Tertaal, tekst: str, by: Gebruiker, clock: Clock) -> str:
    """Until the closing; returns its code. Raises NietToegestaan, NietAangemeld, OngeldigeInvoer."""
    eis(session, by, Recht.UITVRAAG_UITVOEREN)
    now = clock.now()
    require_not_closed(session, tertaal, now)
    tekst = require_vraag(tekst)
    known = dict(
        session.exec(select(models.Vraag.code, models.Vraag.tekst).where(models.Vraag.tertaal == str(tertaal))).all()
    )
    if tekst in known.values():
        raise OngeldigeInvoer("Deze vraag staat er al.")
    code = code_for(tekst, known)
    session.add(models.Vraag(tertaal=str(tertaal), code=code, tekst=tekst))
    session.flush()
    write_log(session, Handeling.VRAAG, by=by, now=now, tertaal=tertaal, nieuw={"code": code, "tekst": tekst})
    return code


def change_vraag(*, session: Session, tertaal: Tertaal, code: str, tekst: str, by: Gebruiker, clock: Clock) -> None:
    """Until the closing, and as long as nobody answered. Raises as `add_vraag`."""
    eis(session, by, Recht.UITVRAAG_UITVOEREN)
    now = clock.now()
    require_not_closed(session, tertaal, now)
    row = require_unanswered(session, tertaal, code)
    tekst, oud = require_vraag(tekst), row.tekst
    if tekst == oud:
        return
    row.tekst = tekst
    session.flush()
    both = {"oud": {"code": code, "tekst": oud}, "nieuw": {"code": code, "tekst": tekst}}
    write_log(session, Handeling.VRAAG, by=by, now=now, tertaal=tertaal, **both)


def remove_vraag(*, session: Session, tertaal: Tertaal, code: str, by: Gebruiker, clock: Clock) -> None:
    """As `change_vraag`."""
    eis(session, by, Recht.UITVRAAG_UITVOEREN)
    now = clock.now()
    require_not_closed(session, tertaal, now)
    row = require_unanswered(session, tertaal, code)
    session.delete(row)
    session.flush()
    write_log(session, Handeling.VRAAG, by=by, now=now, tertaal=tertaal, oud={"code": code, "tekst": row.tekst})


def require_not_closed(session: Session, tertaal: Tertaal, now: datetime) -> None:
    if require_uitvraag(session, tertaal).sluit <= now:
        raise OngeldigeInvoer(f"De uitvraag van {tertaal} is gesloten: de vragen blijven zoals zij zijn.")


def require_unanswered(session: Session, tertaal: Tertaal, code: str) -> models.Vraag:
    row = session.exec(select(models.Vraag).filter_by(tertaal=str(tertaal), code=code)).first()
    if row is None:
        raise OngeldigeInvoer("Deze vraag bestaat niet meer. Ververs de pagina.")
    given = session.exec(select(func.count()).where(models.VraagAntwoord.vraag_id == row.id)).one()
    if given:
        raise OngeldigeInvoer(
            "Op deze vraag is al geantwoord. Zij blijft daarom zoals zij is; stel zo nodig een nieuwe vraag."
        )
    return row
