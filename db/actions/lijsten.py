"""The AKO fixes the list of achterblijvers of a tertaal: what it says stays readable when figures move on."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import cast

from sqlalchemy import delete, insert
from sqlmodel import Session, select

from db import models
from db.act import About, Act
from db.queries.achterblijvers import vaste_lijst
from db.queries.tertaalbeeld import tertaalbeeld, tertalen
from landkaart.domein.achterblijvers import Regel
from landkaart.domein.achterblijverslijst import VastgesteldeLijst, reasons_on_list
from landkaart.domein.fouten import Fout
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import require_known

TABLE = models.AchterblijverslijstRegel


class LijstVeranderd(Fout):
    """It is no longer what the screen showed."""


def fix_lijst(
    act: Act, *, tertaal: Tertaal, regel: Regel, seen: Collection[str], seen_fixed: datetime | None
) -> VastgesteldeLijst:
    """Fix the list by this rule, in the place of the one that was fixed before, if any; return what now stands.

    The same list twice is one change. `seen`: the codes that were on the screen; `seen_fixed`: the moment of the fixed list
    that was.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer, and LijstVeranderd when either is different by now.
    """
    act.require(Recht.LIJST_VASTSTELLEN)
    session = act.session
    require_known(tertaal, tertalen(session=session))
    stood = tertaalbeeld(session=session, tertaal=tertaal)
    redenen = reasons_on_list(stood, tertaal, regel).to_dict()
    before = vaste_lijst(session=session, tertaal=tertaal)
    if before and (before.regel, before.redenen) == (regel, redenen):
        return before
    if (before and before.opgeslagen_op) != seen_fixed:
        raise LijstVeranderd("Intussen is deze lijst al vastgesteld. Bekijk die lijst; er is nu niets opgeslagen.")
    if set(seen) != set(redenen):
        raise LijstVeranderd("De cijfers zijn intussen veranderd. Bekijk de lijst opnieuw; er is niets opgeslagen.")
    fixed = VastgesteldeLijst(regel, redenen, act.by.naam, act.now)
    save(session, tertaal, fixed)
    oud = before and as_logged(before, stood.namen)
    act.log(Handeling.ACHTERBLIJVERSLIJST, About(tertaal=tertaal), oud=oud, nieuw=as_logged(fixed, stood.namen))
    return cast(VastgesteldeLijst, vaste_lijst(session=session, tertaal=tertaal))


def save(session: Session, tertaal: Tertaal, fixed: VastgesteldeLijst) -> None:
    row = session.exec(select(models.Achterblijverslijst).filter_by(tertaal=str(tertaal))).first()
    values = {"regel": json.dumps(asdict(fixed.regel)), "door": fixed.door, "opgeslagen_op": fixed.opgeslagen_op}
    if row is None:
        row = models.Achterblijverslijst(tertaal=str(tertaal), **values)
    row.sqlmodel_update(values)
    session.add(row)
    session.flush()
    session.execute(delete(TABLE).where(TABLE.lijst_id == row.id))
    ids = dict(session.exec(select(models.Werkplein.code, models.Werkplein.id)).all())
    rows = [{"lijst_id": row.id, "werkplein_id": ids[code], "redenen": why} for code, why in fixed.redenen.items()]
    if rows:
        session.execute(insert(TABLE), rows)


def as_logged(fixed: VastgesteldeLijst, namen: Mapping[str, str]) -> dict[str, object]:
    return {"regel": fixed.regel.zin, "werkpleinen": [namen[code] for code in fixed.redenen]}
