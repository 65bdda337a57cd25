"""Answering a question on top of the 14, and a toelichting beside it; judged and kept like any answer."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import select

from db import models
from db.act import About, Act
from db.actions.open_invulling import require_writable
from db.queries.vragen import as_antwoord, as_vorm, last_vraag_change
from landkaart.domein import conflict
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import Seen, Veld
from landkaart.domein.typed_text import clean
from landkaart.domein.vraag import VraagAntwoord
from landkaart.domein.vraagvorm import Antwoordwaarde, Vorm, code_of


def save_vraag_antwoord(
    act: Act, *, veld: Veld, antwoord: Antwoordwaarde | None, seen: datetime | Seen | None = Seen.NOTHING_SHOWN
) -> datetime | None:
    """Keep an answer, or with None take it back, its toelichting with it; return the version of the answer that it left.

    It is read in the vorm of the vraag; an empty text is none.

    The same answer twice is one change. `seen`: the version that was on the screen, None when there was no answer.

    Raises NietToegestaan, NietAangemeld, Gesloten, OngeldigeInvoer, and AndersGewijzigd when another version than `seen`
    stands there by now.
    """
    kept = find_kept(act, veld)
    given = None if antwoord is None else kept.vorm.read(antwoord) or None
    before = kept.antwoord
    if (before and before.antwoord) == given:
        return kept.version
    require_answer_as_seen(act, veld, kept, before and before.antwoord, seen)
    toelichting = None if before is None else before.toelichting
    after = None if given is None else VraagAntwoord(given, toelichting, act.now)
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
    require_answer_as_seen(act, veld, kept, before and before.toelichting, seen)
    if before is None:
        raise OngeldigeInvoer("Antwoord eerst; daarna kunt u dat toelichten. De toelichting is niet opgeslagen.")
    return replace_kept(act, veld, kept, VraagAntwoord(before.antwoord, toelichting, act.now))


@dataclass(frozen=True)
class KeptAntwoord:
    """What the database has of one werkplein at one vraag."""

    werkplein_id: int
    vraag_id: int
    vorm: Vorm
    row: models.VraagAntwoord | None  # None while there is no answer.

    @property
    def antwoord(self) -> VraagAntwoord | None:
        return None if self.row is None else as_antwoord(self.row, self.vorm)

    @property
    def version(self) -> datetime | None:
        return None if self.antwoord is None else self.antwoord.version


def find_kept(act: Act, veld: Veld) -> KeptAntwoord:
    """Find what may be written over. It needs no invulling: a vraag can be answered before any mijlpaal, or alone.

    Raises as `require_writable`, and OngeldigeInvoer for an unknown vraag.
    """
    werkplein_id = require_writable(act, veld.werkplein, veld.tertaal).id
    vraag = act.session.exec(select(models.Vraag).filter_by(tertaal=str(veld.tertaal), code=veld.code)).first()
    if vraag is None or vraag.id is None:
        raise OngeldigeInvoer("Deze vraag bestaat niet meer. Ververs de pagina.")
    answer = select(models.VraagAntwoord).filter_by(werkplein_id=werkplein_id, vraag_id=vraag.id)
    vorm = as_vorm(vraag.soort, vraag.eenheid, vraag.keuzes)
    return KeptAntwoord(werkplein_id, vraag.id, vorm, act.session.exec(answer).first())


def require_answer_as_seen(
    act: Act, veld: Veld, kept: KeptAntwoord, waarde: Antwoordwaarde | None, seen: datetime | Seen | None
) -> None:
    """Let through who saw what is kept; `waarde`: the part of it that he is about to change.

    Raises AndersGewijzigd.
    """
    conflict.require_answer_as_seen(
        kept.version, seen, waarde, lambda: last_vraag_change(session=act.session, veld=veld, version=kept.version)
    )


def replace_kept(act: Act, veld: Veld, kept: KeptAntwoord, after: VraagAntwoord | None) -> datetime | None:
    """Keep `after` in the place of what was there, with its log line; return its version."""
    oud = as_logged(veld.code, kept.antwoord)
    if after is None:
        act.session.delete(kept.row)
    else:
        antwoord = code_of(after.antwoord)
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
    return {"vraag": vraag, "antwoord": code_of(antwoord.antwoord), "toelichting": antwoord.toelichting}
