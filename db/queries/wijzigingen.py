"""Who left what stands in a form as it is, for the whole form at once: read from the log."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from sqlalchemy import bindparam, case, func, select
from sqlmodel import Session

from db.models import Logregel
from db.queries.invullingen import FROM_FILE, id_of
from db.shapes import AnyRow
from landkaart.domein.catalogus import catalogus
from landkaart.domein.formulier import Onderdeel
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import Wijziging
from landkaart.domein.rechten import Weg
from landkaart.domein.tertaal import Tertaal

ABOUT = {
    Handeling.ANTWOORD: ("band",),
    Handeling.TOELICHTING: ("toelichting",),
    # What was said last time came along with it.
    Handeling.BEVESTIGING: ("band", "toelichting"),
}
# Only of a vraag is it needed what was said: there it names the vraag; taken back, what it was.
SAID = case((Logregel.handeling == Handeling.VRAAGANTWOORD.value, func.coalesce(Logregel.nieuw, Logregel.oud)))
IS_GONE = Logregel.nieuw.is_(None)
LINES = (
    select(Logregel.handeling, Logregel.mijlpaal, Logregel.weg, Logregel.moment, Logregel.door, Logregel.account_id, SAID)
    # A file empties what it leaves out.
    .add_columns((IS_GONE | FROM_FILE).label("empties"))
    .where(Logregel.werkplein_id == id_of(bindparam("code")), Logregel.tertaal == bindparam("tertaal"))
    .where(Logregel.moment.in_(bindparam("moments", expanding=True)) | IS_GONE | FROM_FILE)
    .where(Logregel.handeling.in_([each.value for each in (*ABOUT, Handeling.VRAAGANTWOORD, Handeling.INDIENING)]))
    .order_by(Logregel.id)
)
# By part of the form and its version; of an empty part, which has none: who emptied it last.
Wijzigingen = Mapping[tuple[Onderdeel, datetime | None], Wijziging]


def wijzigingen(*, session: Session, werkplein: str, tertaal: Tertaal, versions: Iterable[datetime]) -> Wijzigingen:
    """Read who did what in a form. `versions`: those that are asked about."""
    asked = {"code": werkplein, "tertaal": str(tertaal), "moments": list(set(versions))}
    found: dict[tuple[Onderdeel, datetime | None], Wijziging] = {}
    for row in session.connection().execute(LINES, asked):
        for deel in about(row):
            found[deel, row.moment] = made_by(row)
            if row.empties:
                found[deel, None] = made_by(row)
    return found


def made_by(row: AnyRow) -> Wijziging:
    return Wijziging(Weg(row.weg).whose(row.door), row.account_id, row.moment)


def about(row: AnyRow) -> Iterator[Onderdeel]:
    """List the parts that a line of the log is about. A file replaces a whole invulling: its line names no mijlpaal."""
    act = Handeling(row.handeling)
    if act is Handeling.VRAAGANTWOORD:
        # What a file brought names no vraag.
        code = json.loads(row[6]).get("vraag") if row[6] else None
        yield from (() if code is None else (("antwoord", code), ("uitleg", code)))
    elif act is Handeling.INDIENING:
        if not Weg(row.weg).by_hand:
            yield from ((kind, code) for code in catalogus().codes for kind in ("band", "toelichting"))
    else:
        yield from ((kind, row.mijlpaal) for kind in ABOUT[act])


def left_by(found: Wijzigingen, deel: Onderdeel, version: datetime | None) -> Wijziging | None:
    """Find who made this version; a file when the log does not know. None for what is empty and always was."""
    if version is None:
        return found.get((deel, None))
    return found.get((deel, version)) or Wijziging("een bestand dat is ingelezen", None, version)
