"""Submitted versions that come from a file, many at once."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, insert, literal
from sqlmodel import Session, select

from db import models
from db.actions.log import log_line, write_lines
from db.utc import UtcDateTime
from landkaart.domein.band import Band
from landkaart.domein.clock import midnight
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import Wijze
from landkaart.domein.rechten import Gebruiker
from landkaart.invoer.records import InvullingRecord

Place = tuple[int, str]
Kept = tuple[models.Indiening, dict[str, int], dict[str, str]]


def add_versions(
    session: Session,
    records: Sequence[InvullingRecord],
    ids: Mapping[str, int],
    doer: Callable[[str], Gebruiker],
    now: datetime,
    reconstructie: bool,
) -> int:
    """A version for each invulling that differs from what counts now; returns how many.

    `ids`: by code of werkplein. `doer`: who brought it in, by tertaal.
    """
    kept = latest_versions(session, {str(record.tertaal) for record in records})
    changed = [
        (place, record)
        for record in records
        if not is_kept(record, kept.get(place := (ids[record.werkplein], str(record.tertaal))))
    ]
    if not changed:
        return 0
    papers = make_invullingen(session, [place for place, _ in changed])
    versions = [version_row(place, record, kept.get(place), doer(place[1]), reconstructie) for place, record in changed]
    order = insert(models.Indiening).returning(models.Indiening.id, sort_by_parameter_order=True)
    numbers = list(session.execute(order, versions).scalars())
    copies = [row for number, (_, record) in zip(numbers, changed, strict=True) for row in copy_rows(number, record)]
    session.connection().execute(insert(models.IndieningAntwoord), copies)
    replace_answers(session, [papers[place] for place, _ in changed], numbers, now)
    lines = (log_rows(place, record, kept.get(place), doer(place[1]), now) for place, record in changed)
    write_lines(session, [line for each in lines for line in each])
    return len(changed)


def latest_versions(session: Session, tertalen: Iterable[str]) -> dict[Place, Kept]:
    """What counts now in these tertalen: the version, its bands and its toelichtingen, by werkplein and tertaal."""
    query = select(models.Indiening).where(models.Indiening.tertaal.in_(list(tertalen)))
    rows = {(row.werkplein_id, row.tertaal): row for row in session.exec(query.order_by(models.Indiening.versie))}
    found = {row.id: (row, {}, {}) for row in rows.values()}
    kept = models.IndieningAntwoord
    answers = select(kept.indiening_id, kept.mijlpaal, kept.band, kept.toelichting).join(
        models.Indiening, models.Indiening.id == kept.indiening_id
    )
    for number, mijlpaal, band, toelichting in session.exec(answers.where(models.Indiening.tertaal.in_(list(tertalen)))):
        if number in found:
            found[number][1][mijlpaal] = band
            if toelichting:
                found[number][2][mijlpaal] = toelichting
    return {place: found[row.id] for place, row in rows.items()}


def is_kept(record: InvullingRecord, kept: Kept | None) -> bool:
    if kept is None:
        return False
    row, bands, toelichtingen = kept
    said = (midnight(record.ingevuld_op), record.banden, record.toelichtingen)
    return said == (row.ingediend_op, bands, toelichtingen)


def make_invullingen(session: Session, places: Sequence[Place]) -> dict[Place, int]:
    """The id of the invulling of each place, made where there was none."""
    query = select(models.Invulling.werkplein_id, models.Invulling.tertaal, models.Invulling.id)
    known = {(werkplein_id, tertaal): number for werkplein_id, tertaal, number in session.exec(query)}
    fresh = [{"werkplein_id": place[0], "tertaal": place[1]} for place in places if place not in known]
    if fresh:
        order = insert(models.Invulling).returning(models.Invulling.id, sort_by_parameter_order=True)
        numbers = session.execute(order, fresh).scalars()
        known |= {(row["werkplein_id"], row["tertaal"]): number for row, number in zip(fresh, numbers, strict=True)}
    return known


def version_row(place: Place, record: InvullingRecord, kept: Kept | None, by: Gebruiker, reconstructie: bool) -> dict:
    return {
        "werkplein_id": place[0],
        "tertaal": place[1],
        "versie": kept[0].versie + 1 if kept else 1,
        "ingediend_op": midnight(record.ingevuld_op),
        "door": by.naam,
        "reconstructie": reconstructie,
    }


def copy_rows(number: int, record: InvullingRecord) -> Iterable[dict]:
    for mijlpaal, band in record.banden.items():
        yield {
            "indiening_id": number,
            "mijlpaal": mijlpaal,
            "band": int(band),
            "wijze": Wijze.INGELEZEN.value,
            "toelichting": record.toelichtingen.get(mijlpaal),
        }


def replace_answers(session: Session, papers: Sequence[int], numbers: Sequence[int], now: datetime) -> None:
    """What is on paper becomes a copy of the versions just made (`numbers`), so that the form shows what counts."""
    connection, copied = session.connection(), ("invulling_id", "mijlpaal", "opgeslagen_op")
    for model in (models.Antwoord, models.Toelichting):
        connection.execute(delete(model).where(model.invulling_id.in_(papers)))
    paper, version, kept = models.Invulling, models.Indiening, models.IndieningAntwoord
    of_place = (version.werkplein_id == paper.werkplein_id) & (version.tertaal == paper.tertaal)
    made = select(paper.id, kept.mijlpaal, literal(now, UtcDateTime)).join(version, of_place).where(version.id.in_(numbers))
    made = made.join(kept, kept.indiening_id == version.id)
    answers = made.add_columns(kept.band, kept.wijze)
    texts = made.add_columns(kept.toelichting).where(kept.toelichting.is_not(None))
    connection.execute(insert(models.Antwoord).from_select([*copied, "band", "wijze"], answers))
    connection.execute(insert(models.Toelichting).from_select([*copied, "tekst"], texts))


def log_rows(place: Place, record: InvullingRecord, kept: Kept | None, by: Gebruiker, now: datetime) -> Iterable[dict]:
    """The invulling as a whole, and each toelichting that is another one than before."""
    _, bands, texts = kept or (None, None, {})
    oud = bands and {mijlpaal: Band(band).code for mijlpaal, band in bands.items()}
    nieuw = {mijlpaal: band.code for mijlpaal, band in record.banden.items()}
    here = {"by": by, "now": now, "werkplein_id": place[0], "tertaal": record.tertaal}
    yield log_line(Handeling.INDIENING, **here, oud=oud, nieuw=nieuw)
    for mijlpaal in record.banden:
        before, after = texts.get(mijlpaal), record.toelichtingen.get(mijlpaal)
        if before != after:
            yield log_line(Handeling.TOELICHTING, **here, mijlpaal=mijlpaal, oud=before, nieuw=after)
