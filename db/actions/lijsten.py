"""The AKO fixes the list of achterblijvers of a tertaal: what it says stays readable when figures move on."""

import json
from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete, insert
from sqlmodel import Session, select

from db import models
from db.actions.log import write_log
from db.queries.achterblijvers import vaste_lijst
from db.queries.tertaalbeeld import tertaalbeeld, tertalen
from db.rights import eis
from landkaart.domein.achterblijvers import Regel
from landkaart.domein.clock import Clock
from landkaart.domein.fouten import Fout, OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.lijst import VasteLijst, listed
from landkaart.domein.rechten import Gebruiker, Recht
from landkaart.domein.tertaal import Tertaal

TABLE = models.AchterblijverslijstRegel


class LijstVeranderd(Fout):
    """It is no longer what the screen showed."""


def fix_lijst(
    *,
    session: Session,
    tertaal: Tertaal,
    regel: Regel,
    seen: Collection[str],
    seen_fixed: datetime | None,
    by: Gebruiker,
    clock: Clock,
) -> VasteLijst:
    """In the place of the one that was fixed before, if any; the same list twice is one change.

    `seen`: the codes that were on the screen; `seen_fixed`: the moment of the fixed list that was. LijstVeranderd when
    either is different by now. Raises NietToegestaan, NietAangemeld, OngeldigeInvoer as well.
    """
    eis(session, by, Recht.LIJST_VASTSTELLEN)
    if tertaal not in tertalen(session=session):
        raise OngeldigeInvoer(f"Van {tertaal} is niets bekend. Kies een tertaal uit de lijst.")
    redenen = listed(beeld := tertaalbeeld(session=session, tertaal=tertaal), tertaal, regel).to_dict()
    before = vaste_lijst(session=session, tertaal=tertaal)
    if before and (before.regel, before.redenen) == (regel, redenen):
        return before
    if (before and before.opgeslagen_op) != seen_fixed:
        raise LijstVeranderd("Intussen is deze lijst al vastgesteld. Bekijk die lijst; er is nu niets opgeslagen.")
    if set(seen) != set(redenen):
        raise LijstVeranderd("De cijfers zijn intussen veranderd. Bekijk de lijst opnieuw; er is niets opgeslagen.")
    now = clock.now()
    keep(session, tertaal, VasteLijst(regel, redenen, by.naam, now))
    oud, nieuw = before and said(before.regel, before.redenen, beeld.namen), said(regel, redenen, beeld.namen)
    write_log(session, Handeling.ACHTERBLIJVERSLIJST, by=by, now=now, tertaal=tertaal, oud=oud, nieuw=nieuw)
    return vaste_lijst(session=session, tertaal=tertaal)


def keep(session: Session, tertaal: Tertaal, fixed: VasteLijst) -> None:
    row = session.exec(select(models.Achterblijverslijst).filter_by(tertaal=str(tertaal))).first()
    values = {"regel": json.dumps(asdict(fixed.regel)), "door": fixed.door, "opgeslagen_op": fixed.opgeslagen_op}
    if row is None:
        row = models.Achterblijverslijst(tertaal=str(tertaal), **values)
    row.sqlmodel_update(values)
    session.add(row)
    session.flush()
    session.execute(delete(TABLE).where(TABLE.lijst_id == row.id))
    ids = dict(session.exec(select(models.Werkplein.code, models.Werkplein.id)).all())
    rows = [{"lijst_id": row.id, "werkplein_id": ids[code], "redenen": said} for code, said in fixed.redenen.items()]
    if rows:
        session.execute(insert(TABLE), rows)


def said(regel: Regel, codes: Collection[str], namen: dict[str, str]) -> dict[str, object]:
    """As the log keeps it."""
    return {"regel": regel.zin, "werkpleinen": [namen[code] for code in codes]}
