"""The AKO types a kengetal in, changes it or takes it away; files bring the same in (`aanleveringen`)."""

from dataclasses import asdict

from sqlmodel import Session, select

from db import models
from db.act import About, Act
from db.queries.kengetallen import as_kengetal
from db.queries.tertaalbeeld import tertalen
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import Seen
from landkaart.domein.kengetal import Kengetal, KengetalGewijzigd, Kenmerk
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import require_known


def save_kengetal(
    act: Act, *, tertaal: Tertaal, kengetal: Kengetal, seen: Kengetal | Seen | None = Seen.NOTHING_SHOWN
) -> Kengetal:
    """Keep a figure in the place of the one with the same kenmerk, or as a new one; return it as it is kept.

    The same twice is one change. `seen`: what was on the screen, None when it was new there.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer, and KengetalGewijzigd when something else than `seen` stands
    there by now.
    """
    act.require(Recht.KENGETALLEN_WIJZIGEN)
    require_known(tertaal, tertalen(session=act.session))
    wanted = kengetal.checked()
    row = find_row(act.session, tertaal, wanted.kenmerk)
    kept = None if row is None else as_kengetal(row)
    if kept == wanted:
        return wanted
    if seen is not Seen.NOTHING_SHOWN and seen != kept:
        raise KengetalGewijzigd
    row = row or models.Kengetal(tertaal=str(tertaal), **asdict(wanted))
    row.sqlmodel_update(asdict(wanted))
    act.session.add(row)
    act.session.flush()
    act.log(Handeling.KENGETAL, About(tertaal=tertaal), oud=kept and asdict(kept), nieuw=asdict(wanted))
    return wanted


def remove_kengetal(act: Act, *, tertaal: Tertaal, kengetal: Kengetal) -> None:
    """Take a figure away; `kengetal`: as it was shown. The same twice is one change.

    Raises NietToegestaan, NietAangemeld, and KengetalGewijzigd when it is no longer as it was shown.
    """
    act.require(Recht.KENGETALLEN_WIJZIGEN)
    row = find_row(act.session, tertaal, kengetal.kenmerk)
    if row is None:
        return
    if as_kengetal(row) != kengetal:
        raise KengetalGewijzigd
    act.session.delete(row)
    act.session.flush()
    act.log(Handeling.KENGETAL, About(tertaal=tertaal), oud=asdict(kengetal))


def find_row(session: Session, tertaal: Tertaal, kenmerk: Kenmerk) -> models.Kengetal | None:
    return session.exec(select(models.Kengetal).filter_by(tertaal=str(tertaal), **kenmerk._asdict())).first()
