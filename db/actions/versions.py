"""Submitted versions that come from a file, many at once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Session, select

from db import models
from db.actions.log import as_json
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
    by: Gebruiker,
    now: datetime,
    reconstructie: bool,
) -> int:
    """A version for each invulling that differs from what counts now; returns how many. `ids`: by code of werkplein."""
    kept = latest_versions(session, {str(record.tertaal) for record in records})
    changed = [
        (place, record)
        for record in records
        if not is_kept(record, kept.get(place := (ids[record.werkplein], str(record.tertaal))))
    ]
    if not changed:
        return 0
    papers = make_papers(session, [place for place, _ in changed])
    versions = [version_row(place, record, kept.get(place), by, reconstructie) for place, record in changed]
    order = insert(models.Indiening).returning(models.Indiening.id, sort_by_parameter_order=True)
    numbers = list(session.execute(order, versions).scalars())
    copies = [row for number, (_, record) in zip(numbers, changed, strict=True) for row in copy_rows(number, record)]
    session.execute(insert(models.IndieningAntwoord), copies)
    replace_papers(session, [(papers[place], record) for place, record in changed], now)
    lines = [log_row(place, record, kept.get(place), by, now) for place, record in changed]
    session.execute(insert(models.Logregel), lines)
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


def make_papers(session: Session, places: Sequence[Place]) -> dict[Place, int]:
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


def replace_papers(session: Session, filled: Sequence[tuple[int, InvullingRecord]], now: datetime) -> None:
    """What is on paper becomes what was brought in, so that the form shows what counts."""
    numbers = [number for number, _ in filled]
    for model in (models.Antwoord, models.Toelichting):
        session.connection().execute(model.__table__.delete().where(model.invulling_id.in_(numbers)))
    answers, texts = [], []
    for number, record in filled:
        for mijlpaal, band in record.banden.items():
            place = {"invulling_id": number, "mijlpaal": mijlpaal, "opgeslagen_op": now}
            answers.append(place | {"band": int(band), "wijze": Wijze.INGELEZEN.value})
            if mijlpaal in record.toelichtingen:
                texts.append(place | {"tekst": record.toelichtingen[mijlpaal]})
    session.execute(insert(models.Antwoord), answers)
    if texts:
        session.execute(insert(models.Toelichting), texts)


def log_row(place: Place, record: InvullingRecord, kept: Kept | None, by: Gebruiker, now: datetime) -> dict:
    oud = {mijlpaal: Band(band).code for mijlpaal, band in kept[1].items()} if kept else None
    return {
        "moment": now,
        "door": by.naam,
        "weg": by.weg.value,
        "handeling": Handeling.INDIENING.value,
        "werkplein_id": place[0],
        "tertaal": place[1],
        "oud": as_json(oud),
        "nieuw": as_json({mijlpaal: band.code for mijlpaal, band in record.banden.items()}),
    }
