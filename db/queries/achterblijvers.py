"""What a list of achterblijvers is made from beside the stands, and the list as the AKO fixed it."""

import json
from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, select

from db.models import Achterblijverslijst, AchterblijverslijstRegel, Werkplein
from db.queries.momentopnamen import momentopname
from db.queries.stands import submitted_at
from db.queries.uitvragen import uitvraag
from landkaart.domein.achterblijvers import Regel
from landkaart.domein.achterblijverslijst import VastgesteldeLijst
from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag


def outdated(*, session: Session, tertalen: Iterable[Tertaal]) -> dict[Tertaal, list[str]]:
    """Find the codes of the werkpleinen whose invulling was outdated at the closing of each; nobody without an uitvraag."""
    found = {}
    for tertaal in tertalen:
        dates, moments = submitted_by(session, tertaal)
        found[tertaal] = [code for code, at in moments.items() if Actualiteit.of(at, dates) is Actualiteit.VEROUDERD]
    return found


def submitted_by(session: Session, tertaal: Tertaal) -> tuple[Uitvraag | None, dict[str, datetime | None]]:
    """Return the dates to judge by, and when each that was open at the closing had submitted; as frozen or else as known."""
    frozen = momentopname(session=session, tertaal=tertaal)
    if frozen:
        dates, moments = frozen.uitvraag, {row.code: row.ingediend_op for row in frozen.werkpleinen}
    else:
        dates, moments = uitvraag(session=session, tertaal=tertaal), submitted_at(session=session, tertaal=tertaal)
    return dates, moments if dates else {}


def vaste_lijst(*, session: Session, tertaal: Tertaal) -> VastgesteldeLijst | None:
    """Find the list as the AKO fixed it; None as long as it did not."""
    row = session.exec(select(Achterblijverslijst).where(Achterblijverslijst.tertaal == str(tertaal))).first()
    if row is None:
        return None
    on_it = AchterblijverslijstRegel
    query = select(Werkplein.code, on_it.redenen).join(on_it, on_it.werkplein_id == Werkplein.id)
    redenen = dict(session.exec(query.where(on_it.lijst_id == row.id)).all())
    return VastgesteldeLijst(Regel(**json.loads(row.regel)), redenen, row.door, row.opgeslagen_op)
