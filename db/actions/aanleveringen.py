"""Bringing files in: all of a delivery or nothing, and a second time nothing changes."""

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import fields, replace
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Session, SQLModel, select

from db import models
from db.actions.accounts import end_demo
from db.actions.import_admission import admission_faults
from db.actions.imported_indieningen import add_versions
from db.actions.log import log_line, write_lines, write_log
from db.actions.momentopnamen import freeze
from db.actions.werkpleinen import keep_former_name
from db.queries.momentopnamen import frozen_tertalen
from db.queries.werkpleinen import werkplein
from db.rights import eis
from landkaart.domein.clock import Clock, local_date
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker, Recht, Weg, klok
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.faults import Fault, Geweigerd
from landkaart.invoer.references import check_references

# Whose judgement or answer it was, when, and what was noted with it, does not hold for the one that takes its place.
FROM_FILE = {
    models.AkoIndicatie: dict.fromkeys(("notitie", "gegeven_op", "door")),
    models.VraagAntwoord: {"opgeslagen_op": None},
}
Step = Callable[[str, int, int], None]


def import_aanlevering(
    *,
    session: Session,
    aanlevering: Aanlevering,
    by: Gebruiker,
    clock: Clock,
    reconstructie: bool = False,
    na_sluiting: bool = False,
    progress: Step | None = None,
) -> dict[str, int]:
    """How many rows (of scores: invullingen) changed, by file; all zero when it was all there already.

    The delivery is without faults, its references included (`reference_faults`). What was filled in here is frozen first;
    `na_sluiting` takes in what changes a frozen tertaal, and the log says so. Raises NietToegestaan, and Geweigerd
    (`admission_faults`).
    """
    eis(session, by, Recht.GEGEVENS_LADEN)
    admit(session, aanlevering, clock, na_sluiting)
    doers = Doers(replace(by, weg=Weg.IMPORT), set(map(str, frozen_tertalen(session=session))))
    keeper = Keeper(session, doers, clock.now())
    changed: dict[str, int] = {}

    def done(name: str, number: int) -> None:
        changed[name] = number
        if progress:
            progress(name, len(changed), 6)

    done("werkpleinen", keeper.keep(models.Werkplein, Handeling.WERKPLEIN, ("code",), map(plain, aanlevering.werkpleinen)))
    done("uitvragen", keeper.keep(models.Uitvraag, Handeling.UITVRAAG, ("tertaal",), map(plain, aanlevering.uitvragen)))
    ids = dict(session.exec(select(models.Werkplein.code, models.Werkplein.id)).all())
    done("vragen", keeper.keep(models.Vraag, Handeling.VRAAG, ("tertaal", "code"), map(plain, aanlevering.vragen)))
    vragen = {(vraag.tertaal, vraag.code): vraag.id for vraag in session.exec(select(models.Vraag))}
    keeper.tertalen = {number: tertaal for (tertaal, _), number in vragen.items()}
    antwoorden = antwoord_rows(aanlevering, ids, vragen)
    place = ("werkplein_id", "vraag_id")
    done("antwoorden", keeper.keep(models.VraagAntwoord, Handeling.VRAAGANTWOORD, place, antwoorden))
    place = ("werkplein_id", "tertaal")
    indicaties = indicatie_rows(aanlevering, ids)
    done("ako_indicatie", keeper.keep(models.AkoIndicatie, Handeling.AKO_INDICATIE, place, indicaties))
    done("scores", add_versions(session, aanlevering.invullingen, ids, doers.of, keeper.now, reconstructie))
    if any(changed.values()):
        write_log(session, Handeling.INLEZEN, by=doers.reader, now=keeper.now, nieuw=changed | doers.said)
        end_demo(session=session, by=by, clock=clock)
    return changed


def admit(session: Session, aanlevering: Aanlevering, clock: Clock, na_sluiting: bool) -> None:
    freeze(session=session, by=klok(), clock=clock, by_hand=True)
    if faults := admission_faults(session=session, aanlevering=aanlevering, clock=clock, na_sluiting=na_sluiting):
        raise Geweigerd(faults)


def reference_faults(*, session: Session, aanlevering: Aanlevering) -> list[Fault]:
    """What the delivery points at that is neither in it nor in the database."""
    werkpleinen = set(session.exec(select(models.Werkplein.code)))
    vragen = set(session.exec(select(models.Vraag.tertaal, models.Vraag.code)).all())
    return check_references(aanlevering, werkpleinen=werkpleinen, vragen={tuple(pair) for pair in vragen})


class Doers:
    """By which way a row came in: what changes one of the `frozen` tertalen came after the closing, and `moved` it."""

    def __init__(self, reader: Gebruiker, frozen: Collection[str]):
        self.reader, self.late, self.frozen = reader, replace(reader, weg=Weg.NA_SLUITING), frozen
        self.moved: set[str] = set()

    def of(self, tertaal: str | None) -> Gebruiker:
        if tertaal not in self.frozen:
            return self.reader
        self.moved.add(tertaal)
        return self.late

    @property
    def said(self) -> dict[str, list[str]]:
        """For the log line of the whole."""
        return {"na_sluiting": sorted(self.moved)} if self.moved else {}


class Keeper:
    """Keeps rows of one table after another, at one moment.

    `tertalen`: of each vraag, so that the log can say to which an answer belongs.
    """

    def __init__(self, session: Session, doers: Doers, now: datetime):
        self.session, self.doers, self.now = session, doers, now
        self.tertalen: dict[int, str] = {}

    def keep(self, model: type[SQLModel], handeling: Handeling, key: Sequence[str], rows: Iterable[dict]) -> int:
        """Insert what is new, update what differs, a log line for each; returns how many changed."""
        known = {tuple(getattr(row, name) for name in key): row for row in self.session.exec(select(model))}
        fresh, lines = [], []
        for values in rows:
            row = known.get(tuple(values[name] for name in key))
            if row is not None and model is models.Werkplein:
                values = self.keep_history(row, values)
            if row is not None and any(getattr(row, name) != value for name, value in values.items()):
                values = values | FROM_FILE.get(model, {})
            old = row and {name: getattr(row, name) for name in values}
            if old == values:
                continue
            if row is None:
                fresh.append(values)
            else:
                row.sqlmodel_update(values)
            lines.append(self.line(handeling, values, old))
        if fresh:
            self.session.execute(insert(model), fresh)
        if model is models.Werkplein:
            self.point_at_werkpleinen(lines)
        self.session.flush()
        write_lines(self.session, lines)
        return len(lines)

    def keep_history(self, row: models.Werkplein, values: dict) -> dict:
        """What a file leaves empty says nothing about a closing that is known; a former naam stays readable."""
        given = {name: value for name, value in values.items() if value is not None}
        if given["naam"] != row.naam:
            before = werkplein(session=self.session, code=row.code)
            keep_former_name(self.session, row, before, given["naam"], local_date(self.now))
        return given

    def line(self, handeling: Handeling, values: dict, old: dict | None) -> dict:
        tertaal = values.get("tertaal") or self.tertalen.get(values.get("vraag_id"))
        place = {"werkplein_id": values.get("werkplein_id"), "tertaal": tertaal}
        # An AKO-indicatie is given after the closing, and is no part of what is frozen.
        by = self.doers.reader if handeling is Handeling.AKO_INDICATIE else self.doers.of(tertaal)
        return log_line(handeling, by=by, now=self.now, **place, oud=old, nieuw=values)

    def point_at_werkpleinen(self, lines: Iterable[dict]) -> None:
        """A new werkplein has its id only after the insert."""
        ids = dict(self.session.exec(select(models.Werkplein.code, models.Werkplein.id)).all())
        for line in lines:
            line["werkplein_id"] = ids[json.loads(line["nieuw"])["code"]]


def antwoord_rows(aanlevering: Aanlevering, ids: dict[str, int], vragen: dict[tuple[str, str], int]) -> list[dict]:
    return [
        {
            "werkplein_id": ids[record.werkplein],
            "vraag_id": vragen[str(record.tertaal), record.vraag],
            "antwoord": record.antwoord,
            "toelichting": record.toelichting,
        }
        for record in aanlevering.antwoorden
    ]


def indicatie_rows(aanlevering: Aanlevering, ids: dict[str, int]) -> list[dict]:
    return [
        {"werkplein_id": ids[record.werkplein], "tertaal": str(record.tertaal), "indicatie": record.indicatie}
        for record in aanlevering.indicaties
    ]


def plain(record) -> dict:
    """The columns of a record, as its table has them; not where in which file it stood."""
    names = (field.name for field in fields(record) if field.name not in ("bestand", "regel"))
    values = {name: getattr(record, name) for name in names}
    return values | ({"tertaal": str(record.tertaal)} if "tertaal" in values else {})
