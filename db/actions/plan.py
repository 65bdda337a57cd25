"""The AKO keeps the Plan van Aanpak: what is agreed, and how it stands. Nothing is removed: what lapses says so."""

from dataclasses import asdict, replace

from sqlmodel import Session, select

from db import models
from db.act import Act
from db.queries.plan import as_inhoud, plan
from landkaart.domein.afspraak import AfspraakGewijzigd
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.plan import PlanAfspraak, PlanInhoud, PlanStatus, StandVanZaken
from landkaart.domein.rechten import Recht

# What is written of an afspraak that nothing was said of yet.
NEW = StandVanZaken(PlanStatus.LOOPT, "", None, "", None)


def make_plan_afspraak(act: Act, *, inhoud: PlanInhoud) -> None:
    """Keep a new one, which runs from today on. The same a second time is the first one.

    Raises NietToegestaan, NietAangemeld, and OngeldigeInvoer, also for a nummer that another one has.
    """
    act.require(Recht.PLAN_WIJZIGEN)
    wanted = inhoud.checked()
    there = find_row(act.session, wanted.nummer)
    if there is not None:
        if as_inhoud(there) == wanted:
            return
        raise OngeldigeInvoer(f"Nummer {wanted.nummer} is al van een andere afspraak. Kies een ander nummer.")
    keep_new(act, wanted, replace(NEW, wanneer=wanted.wanneer_plan, op=local_date(act.now)))


def change_plan_afspraak(act: Act, *, afspraak: PlanAfspraak, inhoud: PlanInhoud) -> None:
    """Change what is agreed, its nummer aside; `afspraak`: as it was shown. The same again changes nothing.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer, and AfspraakGewijzigd when it is no longer as it was shown.
    """
    act.require(Recht.PLAN_WIJZIGEN)
    row = require_shown(act.session, afspraak)
    change_row(act, row, replace(inhoud, nummer=row.nummer).checked())


def add_plan_stand(act: Act, *, afspraak: PlanAfspraak, stand: StandVanZaken) -> None:
    """Write down how it stands; what was said before stays. `afspraak`: as it was shown. The same again adds nothing.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer, and AfspraakGewijzigd when it is no longer as it was shown.
    """
    act.require(Recht.PLAN_WIJZIGEN)
    wanted = stand.checked(local_date(act.now))
    row = require_shown(act.session, afspraak)
    if wanted != afspraak.stand:
        keep_stand(act, row, wanted, afspraak.stand)


def require_shown(session: Session, afspraak: PlanAfspraak) -> models.PlanAfspraak:
    now = {each.inhoud.nummer: each for each in plan(session=session)}
    row = find_row(session, afspraak.inhoud.nummer)
    if row is None:
        raise OngeldigeInvoer("Deze afspraak bestaat niet. Ververs de pagina.")
    if now[row.nummer] != afspraak:
        raise AfspraakGewijzigd
    return row


def find_row(session: Session, nummer: str) -> models.PlanAfspraak | None:
    return session.exec(select(models.PlanAfspraak).filter_by(nummer=nummer)).first()


def keep_new(act: Act, inhoud: PlanInhoud, stand: StandVanZaken) -> None:
    row = models.PlanAfspraak(**asdict(inhoud))
    act.session.add(row)
    act.session.flush()
    act.log(Handeling.PLAN_AFSPRAAK, nieuw=asdict(inhoud))
    keep_stand(act, row, stand, None)


def change_row(act: Act, row: models.PlanAfspraak, inhoud: PlanInhoud) -> bool:
    """Change what is agreed, with its line; return whether anything differs."""
    before = as_inhoud(row)
    if before == inhoud:
        return False
    row.sqlmodel_update(asdict(inhoud))
    act.session.add(row)
    act.session.flush()
    act.log(Handeling.PLAN_AFSPRAAK, oud=asdict(before), nieuw=asdict(inhoud))
    return True


def keep_stand(act: Act, row: models.PlanAfspraak, stand: StandVanZaken, before: StandVanZaken | None) -> None:
    """Add it, with its line."""
    values = asdict(stand) | {"status": stand.status.value}
    act.session.add(models.PlanStand(afspraak_id=row.id, **values, door=act.by.naam, gemaakt_op=act.now))
    act.session.flush()
    which = {"nummer": row.nummer}
    old = None if before is None else which | asdict(before) | {"status": before.status.value}
    act.log(Handeling.PLAN_AFSPRAAK, oud=old, nieuw=which | values)
