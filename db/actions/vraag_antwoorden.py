"""Answering a question on top of the 14: ja or nee, and a toelichting beside it; judged and kept like any answer."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import select

from db import models
from db.act import About, Act
from db.actions.open_invulling import require_writable
from db.queries.vragen import as_antwoord, last_vraag_change
from landkaart.domein import conflict
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import Seen, Veld
from landkaart.domein.typed_text import clean
from landkaart.domein.vraag import JaNee, VraagAntwoord


def save_vraag_antwoord(
    act: Act, *, veld: Veld, antwoord: JaNee | None, seen: datetime | Seen | None = Seen.NOTHING_SHOWN
) -> datetime | None:
    """Keep ja or nee, or with None take it back, its toelichting with it; return the version of the answer that it left.

    The same answer twice is one change. `seen`: the version that was on the screen, None when there was no answer.

    Raises NietToegestaan, NietAangemeld, Gesloten, OngeldigeInvoer, and AndersGewijzigd when another version than `seen`
    stands there by now.
    """
    kept = find_kept(act, veld)
    if antwoord is not None and not isinstance(antwoord, JaNee):
        raise OngeldigeInvoer("Kies ja of nee.")
    before = kept.antwoord
    if (before and before.antwoord) == antwoord:
        return kept.version
    require_as_seen(act, veld, kept, before and before.antwoord, seen)
    toelichting = None if before is None else before.toelichting
    after = None if antwoord is None else VraagAntwoord(antwoord, toelichting, act.now)
    return replace_kept(act, veld, kept, after)


def save_vraag_toelichting(
    act: Act, *, veld: Veld, tekst: str, seen: datetime | Seen | None = Seen.NOTHING_SHOWN
) -> datetime | None:
    """Keep the toelichting beside an answer; an empty text takes it away. For the rest as `save_vraag_antwoord`."""
    kept = find_kept(act, veld)
    toelichting = clean(tekst, models.TOELICHTING_LENGTH) or None
    before = kept.antwoord
    if toelichting == (before and before.toelichting):
        return kept.version
    require_as_seen(act, veld, kept, before and before.toelichting, seen)
    if before is None:
        raise OngeldigeInvoer("Kies eerst ja of nee; daarna kunt u dat toelichten. De toelichting is niet opgeslagen.")
    return replace_kept(act, veld, kept, VraagAntwoord(before.antwoord, toelichting, act.now))


@dataclass(frozen=True)
class KeptAntwoord:
    """What the database has of one werkplein at one vraag."""

    werkplein_id: int
    vraag_id: int
    row: models.VraagAntwoord | None  # None while there is no answer.

    @property
    def antwoord(self) -> VraagAntwoord | None:
        return None if self.row is None else as_antwoord(self.row)

    @property
    def version(self) -> datetime | None:
        return None if self.antwoord is None else self.antwoord.version


def find_kept(act: Act, veld: Veld) -> KeptAntwoord:
    """Find what may be written over. It needs no invulling: a vraag can be answered before any mijlpaal, or alone.

    Raises as `require_writable`, and OngeldigeInvoer for an unknown vraag.
    """
    werkplein_id = require_writable(act, veld.werkplein, veld.tertaal).id
    of_vraag = select(models.Vraag.id).filter_by(tertaal=str(veld.tertaal), code=veld.code)
    vraag_id = act.session.exec(of_vraag).first()
    if vraag_id is None:
        raise OngeldigeInvoer("Deze vraag bestaat niet meer. Ververs de pagina.")
    answer = select(models.VraagAntwoord).filter_by(werkplein_id=werkplein_id, vraag_id=vraag_id)
    return KeptAntwoord(werkplein_id, vraag_id, act.session.exec(answer).first())


def require_as_seen(
    act: Act, veld: Veld, kept: KeptAntwoord, waarde: JaNee | str | None, seen: datetime | Seen | None
) -> None:
    """Let through who saw what is kept; `waarde`: the part of it that he is about to change.

    Raises AndersGewijzigd.
    """
    conflict.require_as_seen(
        kept.version, seen, waarde, lambda: last_vraag_change(session=act.session, veld=veld, version=kept.version)
    )


def replace_kept(act: Act, veld: Veld, kept: KeptAntwoord, after: VraagAntwoord | None) -> datetime | None:
    """Keep `after` in the place of what was there, with its log line; return its version."""
    oud = as_logged(veld.code, kept.antwoord)
    if after is None:
        act.session.delete(kept.row)
    else:
        antwoord = after.antwoord.value
        row = kept.row or models.VraagAntwoord(werkplein_id=kept.werkplein_id, vraag_id=kept.vraag_id, antwoord=antwoord)
        row.antwoord, row.toelichting, row.opgeslagen_op = antwoord, after.toelichting, act.now
        act.session.add(row)
    act.session.flush()
    about = About(kept.werkplein_id, veld.tertaal)
    act.log(Handeling.VRAAGANTWOORD, about, oud=oud, nieuw=as_logged(veld.code, after))
    return None if after is None else act.now


def as_logged(vraag: str, antwoord: VraagAntwoord | None) -> dict[str, str | None] | None:
    if antwoord is None:
        return None
    return {"vraag": vraag, "antwoord": antwoord.antwoord.value, "toelichting": antwoord.toelichting}
