"""Submitted versions that come from a file, many at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from sqlalchemy import delete, insert, literal
from sqlmodel import Session, select

from db import models
from db.act import About, Act, LogLine
from db.utc import UtcDateTime
from landkaart.domein.band import Band
from landkaart.domein.clock import midnight
from landkaart.domein.handeling import Handeling
from landkaart.domein.ingelezen import OF_TOELICHTING, Anders
from landkaart.domein.invulling import Wijze
from landkaart.invoer.records import InvullingRecord

# The id of a werkplein, and a tertaal.
Key = tuple[int, str]


class CurrentIndiening(NamedTuple):
    """What counts now of a werkplein in a tertaal, with its answers by mijlpaal."""

    row: models.Indiening
    banden: dict[str, int]
    toelichtingen: dict[str, str]


# What would become a version, with the version that counts now.
Moved = tuple[InvullingRecord, CurrentIndiening | None]


def would_move(session: Session, asked: Sequence[InvullingRecord]) -> Iterator[Moved]:
    """Find those that would become a version."""
    kept = latest_versions(session, {str(record.tertaal) for record in asked}) if asked else {}
    ids = dict(session.exec(select(models.Werkplein.code, models.Werkplein.id)).all())
    for record in asked:
        there = kept.get((ids.get(record.werkplein), str(record.tertaal)))
        if not is_kept(record, there):
            yield record, there


def add_versions(
    act: Act,
    records: Sequence[InvullingRecord],
    ids: Mapping[str, int],
    act_of: Callable[[str], Act],
    reconstructie: bool,
) -> list[Moved]:
    """Add a version for each invulling that differs from what counts now; return those, with what counted till now.

    `ids`: by code of werkplein. `act_of`: the act that brings in what changes a tertaal.
    """
    current = latest_versions(act.session, {str(record.tertaal) for record in records})
    changed = [
        (key, record)
        for record in records
        if not is_kept(record, current.get(key := (ids[record.werkplein], str(record.tertaal))))
    ]
    if not changed:
        return []
    invullingen = make_invullingen(act.session, [key for key, _ in changed])
    versions = [version_row(key, record, current.get(key), act.by.naam, reconstructie) for key, record in changed]
    order = insert(models.Indiening).returning(models.Indiening.id, sort_by_parameter_order=True)
    numbers = list(act.session.execute(order, versions).scalars())
    copies = [row for number, (_, record) in zip(numbers, changed, strict=True) for row in copy_rows(number, record)]
    act.session.connection().execute(insert(models.IndieningAntwoord), copies)
    replace_answers(act, [invullingen[key] for key, _ in changed], numbers)
    lines = (log_rows(act_of(key[1]), key, record, current.get(key)) for key, record in changed)
    act.log_lines([line for each in lines for line in each])
    return [(record, current.get(key)) for key, record in changed]


def latest_versions(session: Session, tertalen: Iterable[str]) -> dict[Key, CurrentIndiening]:
    """Find what counts now in these tertalen."""
    wanted = models.Indiening.tertaal.in_(list(tertalen))
    query = select(models.Indiening).where(wanted)
    # The last of each stays: they come in the order of their versie.
    rows = {(row.werkplein_id, row.tertaal): row for row in session.exec(query.order_by(models.Indiening.versie))}
    found = {row.id: CurrentIndiening(row, {}, {}) for row in rows.values()}
    answer = models.IndieningAntwoord
    answers = select(answer.indiening_id, answer.mijlpaal, answer.band, answer.toelichting).join(
        models.Indiening, models.Indiening.id == answer.indiening_id
    )
    for number, mijlpaal, band, toelichting in session.exec(answers.where(wanted)):
        if number in found:
            found[number].banden[mijlpaal] = band
            if toelichting:
                found[number].toelichtingen[mijlpaal] = toelichting
    return {key: found[row.id] for key, row in rows.items()}


def is_kept(record: InvullingRecord, current: CurrentIndiening | None) -> bool:
    """Tell whether bringing in this record would change nothing."""
    if current is None:
        return False
    said = (midnight(record.ingevuld_op), record.banden, record.toelichtingen)
    return said == (current.row.ingediend_op, current.banden, current.toelichtingen)


def what_is_new(record: InvullingRecord) -> Iterator[Anders]:
    """Yield all that stands in an invulling of whom none counted till now: its moment, bands, toelichtingen."""
    yield Anders("ingevuld_op", None, midnight(record.ingevuld_op))
    for mijlpaal, band in record.banden.items():
        yield Anders(mijlpaal, None, band)
        if mijlpaal in record.toelichtingen:
            yield Anders(f"{OF_TOELICHTING}{mijlpaal}", None, record.toelichtingen[mijlpaal])


def what_differs(record: InvullingRecord, current: CurrentIndiening) -> Iterator[Anders]:
    """Yield what in an invulling is another one than what counted till now: its moment, bands, toelichtingen."""
    if midnight(record.ingevuld_op) != current.row.ingediend_op:
        yield Anders("ingevuld_op", current.row.ingediend_op, midnight(record.ingevuld_op))
    for mijlpaal, band in record.banden.items():
        before, texts = current.banden.get(mijlpaal), (current.toelichtingen, record.toelichtingen)
        if before != band:
            yield Anders(mijlpaal, None if before is None else Band(before), band)
        if texts[0].get(mijlpaal) != texts[1].get(mijlpaal):
            yield Anders(f"{OF_TOELICHTING}{mijlpaal}", *(each.get(mijlpaal) for each in texts))


def make_invullingen(session: Session, keys: Sequence[Key]) -> dict[Key, int]:
    """Return the id of each invulling, made where there was none."""
    # By way of the werkplein, so that the index finds those of these tertalen and passes over the others.
    here = (models.Invulling.werkplein_id == models.Werkplein.id) & models.Invulling.tertaal.in_({each for _, each in keys})
    query = select(models.Invulling.werkplein_id, models.Invulling.tertaal, models.Invulling.id).join(models.Werkplein, here)
    known = {(werkplein_id, tertaal): cast(int, number) for werkplein_id, tertaal, number in session.exec(query)}
    fresh = [key for key in keys if key not in known]
    if fresh:
        order = insert(models.Invulling).returning(models.Invulling.id, sort_by_parameter_order=True)
        rows = [{"werkplein_id": werkplein_id, "tertaal": tertaal} for werkplein_id, tertaal in fresh]
        known |= zip(fresh, session.execute(order, rows).scalars(), strict=True)
    return known


def version_row(
    key: Key, record: InvullingRecord, current: CurrentIndiening | None, door: str, reconstructie: bool
) -> dict[str, object]:
    return {
        "werkplein_id": key[0],
        "tertaal": key[1],
        "versie": current.row.versie + 1 if current else 1,
        "ingediend_op": midnight(record.ingevuld_op),
        "door": door,
        "reconstructie": reconstructie,
    }


def copy_rows(number: int, record: InvullingRecord) -> Iterable[dict[str, object]]:
    """Make the answers of the version with this id."""
    for mijlpaal, band in record.banden.items():
        yield {
            "indiening_id": number,
            "mijlpaal": mijlpaal,
            "band": int(band),
            "wijze": Wijze.INGELEZEN.value,
            "toelichting": record.toelichtingen.get(mijlpaal),
        }


def replace_answers(act: Act, invullingen: Sequence[int], numbers: Sequence[int]) -> None:
    """Make these invullingen copies of the versions just made (`numbers`), so that the form shows what counts."""
    connection, copied = act.session.connection(), ("invulling_id", "mijlpaal", "opgeslagen_op")
    for model in (models.Antwoord, models.Toelichting):
        connection.execute(delete(model).where(model.invulling_id.in_(invullingen)))
    invulling, version, answer = models.Invulling, models.Indiening, models.IndieningAntwoord
    same = (version.werkplein_id == invulling.werkplein_id) & (version.tertaal == invulling.tertaal)
    made = select(invulling.id, answer.mijlpaal, literal(act.now, UtcDateTime)).join(version, same)
    made = made.where(version.id.in_(numbers)).join(answer, answer.indiening_id == version.id)
    answers = made.add_columns(answer.band, answer.wijze)
    texts = made.add_columns(answer.toelichting).where(answer.toelichting.is_not(None))
    connection.execute(insert(models.Antwoord).from_select([*copied, "band", "wijze"], answers))
    connection.execute(insert(models.Toelichting).from_select([*copied, "tekst"], texts))


def log_rows(act: Act, key: Key, record: InvullingRecord, current: CurrentIndiening | None) -> Iterable[LogLine]:
    """Make a line of the invulling as a whole, and of each toelichting that is another one than before."""
    oud = current and {mijlpaal: Band(band).code for mijlpaal, band in current.banden.items()}
    nieuw = {mijlpaal: band.code for mijlpaal, band in record.banden.items()}
    yield act.line(Handeling.INDIENING, About(*key), oud=oud, nieuw=nieuw)
    texts = current.toelichtingen if current else {}
    for mijlpaal in record.banden:
        before, after = texts.get(mijlpaal), record.toelichtingen.get(mijlpaal)
        if before != after:
            yield act.line(Handeling.TOELICHTING, About(*key, mijlpaal), oud=before, nieuw=after)
