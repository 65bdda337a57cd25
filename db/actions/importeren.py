"""Bringing files in: all of a delivery or nothing, and a second time nothing changes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from datetime import datetime

from sqlalchemy import insert
from sqlmodel import Session, SQLModel, select

from db import models
from db.actions.log import log_line, write_lines, write_log
from db.actions.versions import add_versions
from landkaart.domein.clock import Clock
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker, Recht, eis
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.faults import Fault
from landkaart.invoer.references import check_references

Step = Callable[[str, int, int], None]


def import_aanlevering(
    *,
    session: Session,
    aanlevering: Aanlevering,
    by: Gebruiker,
    clock: Clock,
    reconstructie: bool = False,
    progress: Step | None = None,
) -> dict[str, int]:
    """How many rows (of scores: invullingen) changed, by file; all zero when it was all there already.

    The delivery is without faults, its references included (`reference_faults`). Raises NietToegestaan.
    """
    eis(by, Recht.GEGEVENS_LADEN)
    keeper = Keeper(session, by, clock.now())
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
    antwoorden = antwoord_rows(aanlevering, ids, vragen)
    place = ("werkplein_id", "vraag_id")
    done("antwoorden", keeper.keep(models.VraagAntwoord, Handeling.VRAAGANTWOORD, place, antwoorden))
    place = ("werkplein_id", "tertaal")
    indicaties = indicatie_rows(aanlevering, ids)
    done("ako_indicatie", keeper.keep(models.AkoIndicatie, Handeling.AKO_INDICATIE, place, indicaties))
    done("scores", add_versions(session, aanlevering.invullingen, ids, by, keeper.now, reconstructie))
    if any(changed.values()):
        write_log(session, Handeling.INLEZEN, by=by, now=keeper.now, nieuw=changed)
    return changed


def reference_faults(*, session: Session, aanlevering: Aanlevering) -> list[Fault]:
    """What the delivery points at that is neither in it nor in the database."""
    werkpleinen = set(session.exec(select(models.Werkplein.code)))
    vragen = set(session.exec(select(models.Vraag.tertaal, models.Vraag.code)).all())
    return check_references(aanlevering, werkpleinen=werkpleinen, vragen={tuple(pair) for pair in vragen})


class Keeper:
    """Keeps rows of one table after another, for one doer at one moment."""

    def __init__(self, session: Session, by: Gebruiker, now: datetime):
        self.session, self.by, self.now = session, by, now

    def keep(self, model: type[SQLModel], handeling: Handeling, key: Sequence[str], rows: Iterable[dict]) -> int:
        """Insert what is new, update what differs, a log line for each; returns how many changed."""
        known = {tuple(getattr(row, name) for name in key): row for row in self.session.exec(select(model))}
        fresh, lines = [], []
        for values in rows:
            row = known.get(tuple(values[name] for name in key))
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
        self.session.flush()
        write_lines(self.session, lines)
        return len(lines)

    def line(self, handeling: Handeling, values: dict, old: dict | None) -> dict:
        place = {"werkplein_id": values.get("werkplein_id"), "tertaal": values.get("tertaal")}
        return log_line(handeling, by=self.by, now=self.now, **place, oud=old, nieuw=values)


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
