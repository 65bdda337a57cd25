"""What may come in when: rows that a closing, an opening or a newer version keeps out of the landkaart."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sqlmodel import Session, select

from db import models
from db.actions.import_rules import rule_faults
from db.actions.import_vragen import changing, vormen_of
from db.actions.imported_indieningen import Moved, would_move
from db.queries.momentopnamen import frozen_tertalen
from db.queries.uitvragen import uitvragen
from landkaart.domein.clock import local_date, midnight
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.faults import MAX_FAULTS, Fault, Part, order
from landkaart.invoer.records import AntwoordRecord, InvullingRecord, UitvraagRecord, VraagRecord

Frozen = Collection[Tertaal]
Record = UitvraagRecord | InvullingRecord | VraagRecord | AntwoordRecord | Part


def admission_faults(*, session: Session, aanlevering: Aanlevering, now: datetime, na_sluiting: bool = False) -> list[Fault]:
    """Find the rows that would change something and may not: at most MAX_FAULTS, by file and line.

    `na_sluiting`: what would change a tertaal that is frozen may come in. A tertaal that closed and is not frozen takes
    everything, in any order: that is how history comes in.
    """
    frozen = frozen_tertalen(session=session)
    rounds = {**uitvragen(session=session), **{record.tertaal: record for record in aanlevering.uitvragen}}
    guarded = {*frozen, *(tertaal for tertaal, round_ in rounds.items() if now < round_.sluit)}
    moving = list(moving_invullingen(session, aanlevering, guarded))
    found = [*too_old(moving), *rule_faults(session, aanlevering, now, na_sluiting)]
    if not na_sluiting:
        late: list[Record] = [record for record, _ in moving if record.tertaal in frozen]
        late += [part for part in aanlevering.parts_of("scores") if part.tertaal in frozen]
        late += [*moving_uitvragen(session, aanlevering, frozen), *moving_vragen(session, aanlevering, frozen)]
        found += map(too_late, late)
    return sorted(found, key=order)[:MAX_FAULTS]


def moving_invullingen(session: Session, aanlevering: Aanlevering, guarded: Frozen) -> Iterator[Moved]:
    """Find those of the `guarded` tertalen that would become a version."""
    yield from would_move(session, [record for record in aanlevering.invullingen if record.tertaal in guarded])


def moving_uitvragen(session: Session, aanlevering: Aanlevering, frozen: Frozen) -> Iterator[UitvraagRecord]:
    """Find those that would change the dates of a frozen tertaal."""
    known = uitvragen(session=session)
    for record in aanlevering.uitvragen:
        if record.tertaal in frozen and dates(record) != dates(known.get(record.tertaal)):
            yield record


def moving_vragen(session: Session, aanlevering: Aanlevering, frozen: Frozen) -> Iterator[VraagRecord | AntwoordRecord]:
    """Find the vragen, and the answers to them, that would change in a frozen tertaal."""
    vraag, given, vormen = models.Vraag, models.VraagAntwoord, vormen_of(session, aanlevering)
    yield from (record for record in changing(aanlevering, vormen) if record.tertaal in frozen)
    if not aanlevering.antwoorden:
        return
    query = select(vraag.tertaal, vraag.code, models.Werkplein.code, given.antwoord, given.toelichting)
    query = query.join(given, given.vraag_id == vraag.id).join(models.Werkplein, models.Werkplein.id == given.werkplein_id)
    query = query.where(vraag.tertaal.in_({str(record.tertaal) for record in aanlevering.antwoorden}))
    answers = {tuple(key): (antwoord, tekst) for *key, antwoord, tekst in session.exec(query)}
    for answer in aanlevering.antwoorden:
        key = (str(answer.tertaal), answer.vraag, answer.werkplein)
        if answer.tertaal in frozen and answers.get(key) != (vormen.kept(answer), answer.toelichting):
            yield answer


def dates(found: Uitvraag | UitvraagRecord | None) -> tuple[datetime, ...] | None:
    return None if found is None else (found.opent, found.herinnering, found.sluit, found.actueel_vanaf)


def too_late(record: Record) -> Fault:
    reden = (
        f"{record.tertaal} is bij de sluiting vastgesteld. Met ‘Ook na de sluiting’ (opdrachtregel: --na-sluiting) wordt "
        "dit toch ingelezen; de vastgestelde tabellen blijven dan zoals ze zijn."
    )
    return Fault(record.bestand, record.regel, "tertaal", reden)


def too_old(moving: Sequence[Moved]) -> Iterator[Fault]:
    """Refuse what would undo what a werkplein submitted since: as a file that is brought in a second time."""
    for record, there in moving:
        if there is not None and midnight(record.ingevuld_op) < there.row.ingediend_op:
            since = local_date(there.row.ingediend_op)
            reden = (
                f"deze invulling van {record.werkplein} over {record.tertaal} is van {record.ingevuld_op}. Wat nu telt, is "
                f"later ingediend ({since}); een ouder bestand komt daar niet voor in de plaats."
            )
            yield Fault(record.bestand, record.regel, "ingevuld_op", reden)
