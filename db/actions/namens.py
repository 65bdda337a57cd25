"""Beginning to fill in on behalf of a werkplein, and ending it. What is filled in then goes by the acts of the form."""

from sqlmodel import select

from db import models
from db.act import About, Act
from db.actions.open_invulling import require_taking
from db.actions.werkpleinen import require_werkplein
from landkaart.domein.handeling import Handeling
from landkaart.domein.namens import Opgavewijze, require_opgave
from landkaart.domein.rechten import Recht, Weg
from landkaart.domein.tertaal import Tertaal

LINE = models.Logregel


def begin_namens(act: Act, *, werkplein: str, tertaal: Tertaal, wie: str | None, hoe: Opgavewijze | None) -> None:
    """Write down who gives the answers and how; from here on the AKO may fill in this form.

    One that runs with another opgave ends; the same again changes nothing.

    Raises NietToegestaan, NietAangemeld, Gesloten, OngeldigeInvoer.
    """
    act.require(Recht.NAMENS_INVULLEN)
    opgave = require_opgave(wie, hoe)
    about = About(require_taking(act, werkplein, tertaal).id, tertaal)
    before = running_row(act, about)
    if before is not None and (before.wie, before.hoe) == (opgave.wie, opgave.hoe.value):
        return
    oud = before and as_logged(before)
    if before is not None:
        end(act, before, about)
    values = {"wie": opgave.wie, "hoe": opgave.hoe.value, "door": act.by.naam, "begonnen_op": act.now}
    row = models.Namens(werkplein_id=about.werkplein_id, tertaal=str(tertaal), **values)
    act.session.add(row)
    act.session.flush()
    act.log(Handeling.NAMENS, about, oud=oud, nieuw=as_logged(row))


def end_namens(act: Act, *, werkplein: str, tertaal: Tertaal) -> None:
    """End it: what was saved and submitted stays. What is not there any more is no fault: a colleague was first.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.NAMENS_INVULLEN)
    _, of_werkplein = require_werkplein(act.session, werkplein)
    about = About(of_werkplein.id, tertaal)
    row = running_row(act, about)
    if row is None:
        return
    oud = as_logged(row)
    end(act, row, about)
    act.log(Handeling.NAMENS, about, oud=oud)


def running_row(act: Act, about: About) -> models.Namens | None:
    row = models.Namens
    here = select(row).filter_by(werkplein_id=about.werkplein_id, tertaal=str(about.tertaal))
    return act.session.exec(here.where(row.beeindigd_op.is_(None))).first()


def end(act: Act, row: models.Namens, about: About) -> None:
    """End one that runs. When nothing was filled in under it, it leaves no trace but in the log."""
    by_it = select(LINE.id).where(LINE.werkplein_id == about.werkplein_id, LINE.tertaal == str(about.tertaal))
    used = act.session.exec(by_it.where(LINE.weg == Weg.NAMENS.value, LINE.moment >= row.begonnen_op).limit(1)).first()
    if used is None:
        act.session.delete(row)
    else:
        row.beeindigd_door, row.beeindigd_op = act.by.naam, act.now
    act.session.flush()


def as_logged(row: models.Namens) -> dict[str, str]:
    return {"wie": row.wie, "hoe": row.hoe}
