"""A werkplein writes down what it will do, and later what came of it. Nothing is removed: what lapses says so."""

from typing import cast

from sqlmodel import Session, select

from db import models
from db.act import About, Act
from db.queries.afspraken import ALL, as_afspraak
from landkaart.domein.afspraak import (
    Afspraak,
    AfspraakGewijzigd,
    AfspraakInhoud,
    AfspraakStatus,
    require_coming_day,
    require_mijlpaal,
    require_wat,
    require_wie,
)
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Recht
from landkaart.programma.namen import WERKPLEIN


def make_afspraak(
    act: Act, *, werkplein: str, inhoud: AfspraakInhoud, mijlpaal: str | None = None, met: str | None = None
) -> int:
    """Keep a new afspraak and return its id; the same open afspraak a second time is the first one.

    `met`: the code of another werkplein.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.AFSPRAKEN_MAKEN, werkplein)
    own = require_id(act.session, werkplein)
    other = met and require_id(act.session, met)
    if other == own:
        raise OngeldigeInvoer(
            f"Een {WERKPLEIN} maakt geen afspraak met zichzelf. Kies een ander {WERKPLEIN}, of laat het leeg."
        )
    said = {
        "wat": require_wat(inhoud.wat),
        "wie": require_wie(inhoud.wie),
        "wanneer": require_coming_day(inhoud.wanneer, local_date(act.now)),
    }
    about = About(own, mijlpaal=require_mijlpaal(mijlpaal))
    values = {"werkplein_id": own, "mijlpaal": about.mijlpaal, "met_werkplein_id": other, **said}
    values["status"] = AfspraakStatus.OPEN.value
    same = act.session.exec(select(models.Afspraak.id).filter_by(**values)).first()
    if same is not None:
        return same
    row = models.Afspraak(**values, door=act.by.naam, gemaakt_op=act.now, gewijzigd_op=act.now)
    act.session.add(row)
    act.session.flush()
    act.log(Handeling.AFSPRAAK, about, nieuw={"id": row.id, **said, "met": met, "status": row.status})
    return cast(int, row.id)


def change_afspraak(act: Act, *, afspraak: Afspraak, inhoud: AfspraakInhoud, status: AfspraakStatus) -> None:
    """Change what it says; `afspraak`: as it was shown. The same again changes nothing.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer, and AfspraakGewijzigd when it is no longer as it was shown.
    """
    act.require(Recht.AFSPRAKEN_MAKEN, afspraak.werkplein)
    row, before = find_row(act.session, afspraak.id)
    if before is None:
        raise OngeldigeInvoer("Deze afspraak bestaat niet. Ververs de pagina.")
    # One of another werkplein differs from what it is said to be as well.
    if before != afspraak:
        raise AfspraakGewijzigd
    day = inhoud.wanneer
    # A day that has passed may stay; only another one must still come.
    if day != before.wanneer:
        day = require_coming_day(day, local_date(act.now))
    oud = {"wat": before.wat, "wie": before.wie, "wanneer": before.wanneer, "status": before.status.value}
    nieuw = {"wat": require_wat(inhoud.wat), "wie": require_wie(inhoud.wie), "wanneer": day, "status": status.value}
    if nieuw == oud:
        return
    for column, value in nieuw.items():
        setattr(row, column, value)
    row.gewijzigd_op = act.now
    about, which = About(row.werkplein_id, mijlpaal=row.mijlpaal), {"id": row.id}
    act.log(Handeling.AFSPRAAK, about, oud=which | oud, nieuw=which | nieuw)


def require_id(session: Session, werkplein: str) -> int:
    found = session.exec(select(models.Werkplein.id).where(models.Werkplein.code == werkplein)).first()
    if found is None:
        raise OngeldigeInvoer(f"Dit {WERKPLEIN} bestaat niet. Kies een {WERKPLEIN} uit de lijst.")
    return found


def find_row(session: Session, afspraak_id: int) -> tuple[models.Afspraak | None, Afspraak | None]:
    """Find the row to change, and what it says now."""
    found = session.exec(ALL.where(models.Afspraak.id == afspraak_id)).first()
    return (found[0], as_afspraak(*found)) if found else (None, None)
