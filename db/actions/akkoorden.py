"""Signing: somebody of the werkplein stands behind what was submitted."""

from sqlmodel import Session, select

from db import models
from db.act import About, Act
from db.actions.open_invulling import require_writable
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal


def give_akkoord(act: Act, *, werkplein: str, tertaal: Tertaal, versie: int) -> None:
    """Sign for oneself the latest submitted version, while the uitvraag is open; a second time changes nothing.

    Raises NietToegestaan, NietAangemeld, Gesloten, and OngeldigeInvoer for another version or without an account.
    """
    # On behalf of others nobody signs.
    act.require(Recht.INVULLEN, werkplein)
    werkplein_id = require_writable(act, werkplein, tertaal).id
    if act.by.account_id is None:
        raise OngeldigeInvoer("Akkoord geven kan alleen wie met een eigen account is aangemeld.")
    latest = latest_version(act.session, werkplein_id, tertaal)
    if latest is None:
        raise OngeldigeInvoer("Er is nog niets ingediend om akkoord op te geven.")
    if latest.versie != versie:
        reason = f"Er is intussen versie {latest.versie} ingediend. Bekijk die versie en geef daarna akkoord."
        raise OngeldigeInvoer(f"{reason} Er is niets opgeslagen.")
    mine = {"indiening_id": latest.id, "account_id": act.by.account_id}
    if act.session.exec(select(models.Akkoord.id).filter_by(**mine)).first() is not None:
        return
    act.session.add(models.Akkoord(**mine, gegeven_op=act.now))
    act.log(Handeling.AKKOORD, About(werkplein_id, tertaal), nieuw={"versie": versie})


def withdraw_akkoord(act: Act, *, werkplein: str, tertaal: Tertaal, versie: int) -> None:
    """Take back one's own, of any version, while the uitvraag is open; what is not there changes nothing.

    Raises as `give_akkoord`.
    """
    act.require(Recht.INVULLEN, werkplein)
    werkplein_id = require_writable(act, werkplein, tertaal).id
    version = models.Indiening
    of_version = select(version.id).filter_by(werkplein_id=werkplein_id, tertaal=str(tertaal), versie=versie)
    mine = select(models.Akkoord).where(models.Akkoord.indiening_id.in_(of_version))
    given = act.session.exec(mine.where(models.Akkoord.account_id == act.by.account_id)).first()
    if given is None:
        return
    act.session.delete(given)
    act.session.flush()
    act.log(Handeling.AKKOORD, About(werkplein_id, tertaal), oud={"versie": versie})


def latest_version(session: Session, werkplein_id: int, tertaal: Tertaal) -> models.Indiening | None:
    submitted = select(models.Indiening).filter_by(werkplein_id=werkplein_id, tertaal=str(tertaal))
    return session.exec(submitted.order_by(models.Indiening.versie.desc()).limit(1)).first()
