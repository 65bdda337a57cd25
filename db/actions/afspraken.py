"""A werkplein writes down what it will do, and later what came of it. Nothing is removed: what lapses says so."""

from datetime import date

from sqlmodel import Session, select

from db import models
from db.actions.log import write_log
from db.queries.afspraken import ALL, as_afspraak
from db.rights import eis
from landkaart.domein.afspraak import (
    Afspraak,
    AfspraakGewijzigd,
    AfspraakStatus,
    require_coming_day,
    require_mijlpaal,
    require_wat,
    require_wie,
)
from landkaart.domein.clock import Clock, local_date
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker, Recht


def make_afspraak(
    *,
    session: Session,
    werkplein: str,
    wat: str,
    wie: str,
    wanneer: date | None,
    mijlpaal: str | None = None,
    met: str | None = None,
    by: Gebruiker,
    clock: Clock,
) -> int:
    """Its id. `met`: the code of another werkplein. The same open afspraak a second time is the first one.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    eis(session, by, Recht.AFSPRAKEN_MAKEN, werkplein)
    now = clock.now()
    own = require_id(session, werkplein)
    other = met and require_id(session, met)
    if other == own:
        raise OngeldigeInvoer("Een werkplein maakt geen afspraak met zichzelf. Kies een ander werkplein, of laat het leeg.")
    said = {"wat": require_wat(wat), "wie": require_wie(wie), "wanneer": require_coming_day(wanneer, local_date(now))}
    about = {"werkplein_id": own, "mijlpaal": require_mijlpaal(mijlpaal)}
    values = {**about, **said, "met_werkplein_id": other, "status": AfspraakStatus.OPEN.value}
    same = session.exec(select(models.Afspraak.id).filter_by(**values)).first()
    if same is not None:
        return same
    row = models.Afspraak(**values, door=by.naam, gemaakt_op=now, gewijzigd_op=now)
    session.add(row)
    session.flush()
    told = {"id": row.id, **said, "met": met, "status": row.status}
    write_log(session, Handeling.AFSPRAAK, by=by, now=now, **about, nieuw=told)
    return row.id


def change_afspraak(
    *,
    session: Session,
    afspraak: Afspraak,
    wat: str,
    wie: str,
    wanneer: date | None,
    status: AfspraakStatus,
    by: Gebruiker,
    clock: Clock,
) -> None:
    """`afspraak`: as it was shown; when it is no longer that, nothing changes. The same again changes nothing either.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer, AfspraakGewijzigd.
    """
    eis(session, by, Recht.AFSPRAKEN_MAKEN, afspraak.werkplein)
    row, before = find(session, afspraak.id)
    if before is None:
        raise OngeldigeInvoer("Deze afspraak bestaat niet. Ververs de pagina.")
    # One of another werkplein differs from what it is said to be as well.
    if before != afspraak:
        raise AfspraakGewijzigd
    now = clock.now()
    day = wanneer if wanneer == before.wanneer else require_coming_day(wanneer, local_date(now))
    oud = {"wat": before.wat, "wie": before.wie, "wanneer": before.wanneer, "status": before.status.value}
    nieuw = {"wat": require_wat(wat), "wie": require_wie(wie), "wanneer": day, "status": status.value}
    if nieuw == oud:
        return
    for field, value in nieuw.items():
        setattr(row, field, value)
    row.gewijzigd_op = now
    about = {"werkplein_id": row.werkplein_id, "mijlpaal": row.mijlpaal}
    which = {"id": row.id}
    write_log(session, Handeling.AFSPRAAK, by=by, now=now, **about, oud=which | oud, nieuw=which | nieuw)


def require_id(session: Session, werkplein: str) -> int:
    found = session.exec(select(models.Werkplein.id).where(models.Werkplein.code == werkplein)).first()
    if found is None:
        raise OngeldigeInvoer("Dit werkplein bestaat niet. Kies een werkplein uit de lijst.")
    return found


def find(session: Session, afspraak_id: int) -> tuple[models.Afspraak | None, Afspraak | None]:
    """The row to change, and what it says now."""
    found = session.exec(ALL.where(models.Afspraak.id == afspraak_id)).first()
    return (found[0], as_afspraak(*found)) if found else (None, None)
