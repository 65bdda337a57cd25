"""Signing: somebody of the werkplein stands behind what was submitted."""

from sqlmodel import Session, select

from db import models
from db.actions.log import write_log
from db.actions.open_invulling import require_writable
from landkaart.domein.clock import Clock
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.tertaal import Tertaal


def give_akkoord(*, session: Session, werkplein: str, tertaal: Tertaal, versie: int, by: Gebruiker, clock: Clock) -> None:
    """For oneself, on the latest submitted version, while the uitvraag is open; a second time changes nothing.

    Raises NietToegestaan, NietAangemeld, Gesloten, and OngeldigeInvoer for another version or without an account.
    """
    now = clock.now()
    werkplein_id = require_writable(session, werkplein, tertaal, by, now).id
    if by.account_id is None:
        raise OngeldigeInvoer("Akkoord geven kan alleen wie met een eigen account is aangemeld.")
    latest = latest_version(session, werkplein_id, tertaal)
    if latest is None:
        raise OngeldigeInvoer("Er is nog niets ingediend om akkoord op te geven.")
    if latest.versie != versie:
        reason = f"Er is intussen versie {latest.versie} ingediend. Bekijk die versie en geef daarna akkoord."
        raise OngeldigeInvoer(f"{reason} Er is niets opgeslagen.")
    place = {"indiening_id": latest.id, "account_id": by.account_id}
    if session.exec(select(models.Akkoord.id).filter_by(**place)).first() is not None:
        return
    session.add(models.Akkoord(**place, gegeven_op=now))
    about = {"werkplein_id": werkplein_id, "tertaal": tertaal}
    write_log(session, Handeling.AKKOORD, by=by, now=now, **about, nieuw={"versie": versie})


def withdraw_akkoord(
    *, session: Session, werkplein: str, tertaal: Tertaal, versie: int, by: Gebruiker, clock: Clock
) -> None:
    """One's own, of any version, while the uitvraag is open; what is not there changes nothing. Raises as `give_akkoord`."""
    now = clock.now()
    werkplein_id = require_writable(session, werkplein, tertaal, by, now).id
    version = models.Indiening
    of_version = select(version.id).filter_by(werkplein_id=werkplein_id, tertaal=str(tertaal), versie=versie)
    mine = select(models.Akkoord).where(models.Akkoord.indiening_id.in_(of_version))
    given = session.exec(mine.where(models.Akkoord.account_id == by.account_id)).first()
    if given is None:
        return
    session.delete(given)
    session.flush()
    about = {"werkplein_id": werkplein_id, "tertaal": tertaal}
    write_log(session, Handeling.AKKOORD, by=by, now=now, **about, oud={"versie": versie})


def latest_version(session: Session, werkplein_id: int, tertaal: Tertaal) -> models.Indiening | None:
    here = select(models.Indiening).filter_by(werkplein_id=werkplein_id, tertaal=str(tertaal))
    return session.exec(here.order_by(models.Indiening.versie.desc()).limit(1)).first()
