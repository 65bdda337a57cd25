"""Bringing files in: all of a delivery or nothing, and a second time nothing changes."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import cast

from sqlalchemy import insert
from sqlmodel import Session, SQLModel, select

from db import models
from db.act import About, Act, LogLine
from db.actions.accounts import end_demo
from db.actions.import_accounts import bring_in_accounts, bring_in_contacten
from db.actions.import_admission import admission_faults
from db.actions.import_plan import bring_in_plan
from db.actions.import_row_values import (
    Known,
    Values,
    antwoord_rows,
    indicatie_rows,
    kengetal_rows,
    uitvraag_row,
    vraag_rows,
    werkplein_rows,
)
from db.actions.import_vragen import vormen_of
from db.actions.imported_indieningen import add_versions, what_differs, what_is_new
from db.actions.momentopnamen import freeze
from db.actions.werkpleinen import keep_former_name
from db.models.rapport import KENMERK
from db.queries.momentopnamen import frozen_tertalen
from db.queries.werkpleinen import werkplein
from landkaart.domein.clock import local_date
from landkaart.domein.handeling import Handeling
from landkaart.domein.ingelezen import Ingelezen, Rij, differences
from landkaart.domein.rechten import Recht, Weg
from landkaart.domein.typed_text import distinct
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.faults import Fault, Geweigerd
from landkaart.invoer.records import InvullingRecord
from landkaart.invoer.references import check_references

# Whose judgement or answer it was, when, and what was noted with it, does not hold for the one that takes its place.
FROM_FILE = {
    models.AkoIndicatie: dict.fromkeys(("notitie", "gegeven_op", "door", "overgenomen_uit")),
    models.VraagAntwoord: {"opgeslagen_op": None},
}
# The columns by which a table is read in part: it grows with every tertaal.
PARTS = {"tertaal", "vraag_id"}
# What is told of the file that was done: its name, how many are done, of how many.
Step = Callable[[str, int, int], None]
FILES = 10


class Ways:
    """By which way each row comes in: what changes one of the `frozen` tertalen came after the closing, and `moved` it."""

    def __init__(self, reader: Act, frozen: Collection[str]):
        self.reader, self.late, self.frozen = reader, reader.via(Weg.NA_SLUITING), frozen
        self.moved: set[str] = set()

    def of(self, tertaal: str | None) -> Act:
        """Return the act that brings in a row of this tertaal."""
        if tertaal not in self.frozen:
            return self.reader
        self.moved.add(tertaal)
        return self.late

    @property
    def said(self) -> dict[str, list[str]]:
        """Return for the log line of the whole which tertalen moved, if any."""
        return {"na_sluiting": sorted(self.moved)} if self.moved else {}


def import_aanlevering(
    act: Act,
    *,
    aanlevering: Aanlevering,
    reconstructie: bool = False,
    na_sluiting: bool = False,
    progress: Step | None = None,
) -> dict[str, Ingelezen]:
    """Bring a delivery in; return what came of its rows (of scores: invullingen), by file.

    The delivery is without faults, its references included (`reference_faults`). What was filled in here is frozen first;
    `na_sluiting` takes in what changes a frozen tertaal, and the log says so. `reconstructie`: the scores were worked out
    from totals.

    Raises NietToegestaan, NietAangemeld, and Geweigerd (`admission_faults`).
    """
    for recht in rights_for(aanlevering):
        act.require(recht)
    admit(act, aanlevering, na_sluiting)
    ways = Ways(act.via(Weg.IMPORT), set(map(str, frozen_tertalen(session=act.session))))
    found: dict[str, Ingelezen] = {}
    for name, rows in bring_in(ways, aanlevering, reconstructie):
        found[name] = rows
        if progress:
            progress(name, len(found), FILES)
    if any(rows.changed for rows in found.values()):
        ways.reader.log(Handeling.INLEZEN, nieuw={name: rows.changed for name, rows in found.items()} | ways.said)
        end_demo_unless_practice(act, act.by.account_id)
    return found


def bring_in(ways: Ways, aanlevering: Aanlevering, reconstructie: bool) -> Iterator[tuple[str, Ingelezen]]:
    """Bring in one table after the other; yield what came of each when it is done."""
    act, keeper = ways.reader, Keeper(ways)
    before = dict(act.session.exec(select(models.Werkplein.code, models.Werkplein.naam)).all())
    yield "werkpleinen", keeper.keep(models.Werkplein, ("code",), werkplein_rows(aanlevering, before))
    yield "uitvragen", keeper.keep(models.Uitvraag, ("tertaal",), map(uitvraag_row, aanlevering.uitvragen))
    known, vormen = read_known(act.session), vormen_of(act.session, aanlevering)
    yield "vragen", keeper.keep(models.Vraag, ("tertaal", "code"), vraag_rows(aanlevering, vormen))
    vragen = {(vraag.tertaal, vraag.code): cast(int, vraag.id) for vraag in act.session.exec(select(models.Vraag))}
    keeper.tertalen = {number: tertaal for (tertaal, _), number in vragen.items()}
    antwoorden = antwoord_rows(aanlevering, known, vragen, vormen)
    yield "antwoorden", keeper.keep(models.VraagAntwoord, ("werkplein_id", "vraag_id"), antwoorden)
    indicaties = indicatie_rows(aanlevering, known)
    yield "ako_indicatie", keeper.keep(models.AkoIndicatie, ("werkplein_id", "tertaal"), indicaties)
    yield "kengetallen", keeper.keep(models.Kengetal, ("tertaal", *KENMERK), kengetal_rows(act, aanlevering))
    yield "scores", bring_in_scores(ways, aanlevering.invullingen, known, reconstructie)
    yield "accounts", bring_in_accounts(act, aanlevering.accounts, known.ids)
    yield "contacten", bring_in_contacten(act, aanlevering.contacten, known.ids)
    yield "afspraken", bring_in_plan(act, aanlevering.plan)


def rights_for(aanlevering: Aanlevering) -> Iterator[Recht]:
    """Yield every right that it takes to bring this in: what a page asks for people, a file asks as well."""
    yield Recht.GEGEVENS_LADEN
    if aanlevering.accounts:
        yield Recht.ACCOUNTS_BEHEREN
    if aanlevering.contacten:
        yield Recht.CONTACT_WIJZIGEN


def end_demo_unless_practice(act: Act, account_id: int | None) -> None:
    """Disable the demo accounts, unless one of them does it: what that brings in is practice, as what it types."""
    found = act.session.get(models.Account, account_id) if account_id else None
    if found is None or not found.demo:
        end_demo(act)


def bring_in_scores(ways: Ways, records: Sequence[InvullingRecord], known: Known, reconstructie: bool) -> Ingelezen:
    moved = add_versions(ways.reader, records, known.ids, ways.of, reconstructie)
    fresh, changed = [], []
    for record, there in moved:
        rij = Rij(known.namen[record.werkplein], record.tertaal)
        if there is None:
            fresh.append(rij._replace(anders=tuple(what_is_new(record))))
        else:
            changed.append(rij._replace(anders=tuple(what_differs(record, there))))
    return Ingelezen(fresh, changed, len(records) - len(moved))


def read_known(session: Session) -> Known:
    found = session.exec(select(models.Werkplein.code, models.Werkplein.id, models.Werkplein.naam)).all()
    namen = distinct({code: naam for code, _, naam in found})
    return Known({code: cast(int, number) for code, number, _ in found}, namen)


def admit(act: Act, aanlevering: Aanlevering, na_sluiting: bool) -> None:
    freeze(act.by_clock(), by_hand=True)
    given = {"aanlevering": aanlevering, "na_sluiting": na_sluiting}
    if faults := admission_faults(session=act.session, now=act.now, **given):
        raise Geweigerd(faults)


def reference_faults(*, session: Session, aanlevering: Aanlevering) -> list[Fault]:
    """Find what the delivery points at that is neither in it nor in the database."""
    werkpleinen = set(session.exec(select(models.Werkplein.code)))
    vragen = set(session.exec(select(models.Vraag.tertaal, models.Vraag.code)).all())
    return check_references(aanlevering, werkpleinen=werkpleinen, vragen={(tertaal, code) for tertaal, code in vragen})


# How the log calls what is done to a row of each table.
HANDELING = {
    models.Werkplein: Handeling.WERKPLEIN,
    models.Uitvraag: Handeling.UITVRAAG,
    models.Vraag: Handeling.VRAAG,
    models.VraagAntwoord: Handeling.VRAAGANTWOORD,
    models.AkoIndicatie: Handeling.AKO_INDICATIE,
    models.Kengetal: Handeling.KENGETAL,
}
# Goes on after the closing, and is no part of what is frozen.
LIVING = (Handeling.AKO_INDICATIE, Handeling.KENGETAL)


class Keeper:
    """Keeps rows of one table after another."""

    def __init__(self, ways: Ways):
        self.ways, self.session, self.now = ways, ways.reader.session, ways.reader.now
        # Of each vraag, so that the log can say to which tertaal an answer belongs.
        self.tertalen: dict[int, str] = {}

    def keep(self, model: type[SQLModel], key: Sequence[str], rows: Iterable[tuple[Rij, Values]]) -> Ingelezen:
        """Insert what is new by `key`, update what differs, with a log line for each; return what came of them."""
        given = list(rows)
        known = {tuple(getattr(row, name) for name in key): row for row in self.known(model, key, given)}
        fresh, lines = [], []
        new, changed, same, closed = [], [], 0, []
        for rij, values in given:
            row = known.get(tuple(values[name] for name in key))
            if isinstance(row, models.Werkplein):
                closed += [rij.naam] if row.actief_tot and values["actief_tot"] is None else []
                values = self.keep_history(row, values)
            if row is not None and any(getattr(row, name) != value for name, value in values.items()):
                values = values | FROM_FILE.get(model, {})
            old = None if row is None else {name: getattr(row, name) for name in values}
            if old == values:
                same += 1
                continue
            if row is None or old is None:
                fresh.append(values)
                new.append(rij)
            else:
                row.sqlmodel_update(values)
                changed.append(rij._replace(anders=differences(old, values)))
            lines.append(self.line(HANDELING[model], values, old))
        if fresh:
            self.session.execute(insert(model), fresh)
        if model is models.Werkplein:
            self.point_at_werkpleinen(lines)
        self.session.flush()
        self.ways.reader.log_lines(lines)
        return Ingelezen(new, changed, same, closed)

    def known(self, model: type[SQLModel], key: Sequence[str], given: Sequence[tuple[Rij, Values]]) -> Iterable[SQLModel]:
        """Return what there is of the tertalen, or of the vragen, that these rows name; all there is of anything else."""
        if not given:
            return ()
        query = select(model)
        for name in PARTS.intersection(key):
            query = query.where(getattr(model, name).in_({values[name] for _, values in given}))
        return self.session.exec(query).all()

    def keep_history(self, row: models.Werkplein, values: Values) -> Values:
        """Return what changes in a werkplein: what a file leaves empty says nothing about a closing that is known.

        A former naam is kept, so that it stays readable.
        """
        given = {name: value for name, value in values.items() if value is not None}
        if given["naam"] != row.naam:
            before = werkplein(session=self.session, code=row.code)
            keep_former_name(self.session, row, before, given["naam"], local_date(self.now))
        return given

    def line(self, handeling: Handeling, values: Values, old: Values | None) -> LogLine:
        tertaal = values.get("tertaal") or self.tertalen.get(values.get("vraag_id"))
        act = self.ways.reader if handeling in LIVING else self.ways.of(tertaal)
        return act.line(handeling, About(values.get("werkplein_id"), tertaal), oud=old, nieuw=values)

    def point_at_werkpleinen(self, lines: Iterable[LogLine]) -> None:
        """Let each line name the id of its werkplein, which a new one has only after the insert."""
        ids = dict(self.session.exec(select(models.Werkplein.code, models.Werkplein.id)).all())
        for line in lines:
            line["werkplein_id"] = ids[json.loads(line["nieuw"])["code"]]
