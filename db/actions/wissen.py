"""Taking somebody out of what is kept: what he did stays, under a number; who he was is gone from every place.

A part of the acts that erase: it asks for no right and writes no line.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from sqlalchemy import delete, insert, or_, update
from sqlalchemy.orm import InstrumentedAttribute
from sqlmodel import Session, col, select

from db import models
from landkaart.domein.handeling import Handeling
from landkaart.errors import without_addresses

# While it stands there, within one transaction, the log lets itself be changed: see db/migrations/versions/0004.
MAY = "logboek_wissen"
LINE = models.Logregel
# The end of an address that stands in the place of somebody's.
ERASED = "@gewist.invalid"
# Where somebody stands by name as who did it, and when he did.
DONE = (
    (models.Indiening.door, models.Indiening.ingediend_op),
    (models.Uitstel.door, models.Uitstel.gegeven_op),
    (models.Vrijstelling.door, models.Vrijstelling.gegeven_op),
    (models.AkoIndicatie.door, models.AkoIndicatie.gegeven_op),
    (models.Achterblijverslijst.door, models.Achterblijverslijst.opgeslagen_op),
    (models.Afspraak.door, models.Afspraak.gemaakt_op),
    (models.PlanStand.door, models.PlanStand.gemaakt_op),
    (models.Navraag.door, models.Navraag.gesteld_op),
    (models.Navraag.beantwoord_door, models.Navraag.beantwoord_op),
    (models.Navraag.gesloten_door, models.Navraag.gesloten_op),
    (models.Namens.door, models.Namens.begonnen_op),
    (models.Namens.beeindigd_door, models.Namens.beeindigd_op),
    (models.Mailing.door, models.Mailing.gemaakt_op),
    (models.Uitnodigingsronde.door, models.Uitnodigingsronde.gemaakt_op),
    (models.RapportOpzet.door, models.RapportOpzet.gewijzigd_op),
    (models.RapportTekst.door, models.RapportTekst.gewijzigd_op),
)
# Lines in which a name or an address can stand as what was changed.
NAMING = [
    each.value
    for each in (
        Handeling.ACCOUNT,
        Handeling.CONTACT,
        Handeling.MAILING,
        Handeling.ONBESTELBAAR,
        Handeling.WERKPLEIN,
        Handeling.AFSPRAAK,
        Handeling.PLAN_AFSPRAAK,
        Handeling.NAMENS,
        Handeling.NAVRAAG,
    )
]

# Fields that name people and nobody else, without an address beside them.
PEOPLE = ("accounts_erbij", "wie")
# A field with words of a mail server.
SAID = ("melding",)


class KnownAs(NamedTuple):
    """What somebody was known by, now and before, and what stands in its place."""

    account_id: int
    adressen: set[str]
    namen: set[str]

    @property
    def nummer(self) -> str:
        return f"account {self.account_id}"

    @property
    def adres(self) -> str:
        return f"account-{self.account_id}{ERASED}"


def known_as(session: Session, account_id: int) -> KnownAs:
    """Find every address and name that an account ever had, from the log."""
    row = session.get(models.Account, account_id)
    found = KnownAs(account_id, {row.adres}, {row.naam})
    lines = session.exec(select(LINE.oud, LINE.nieuw).where(LINE.handeling == Handeling.ACCOUNT.value)).all()
    records = [[json.loads(text) for text in line if text] for line in lines]
    before = -1
    while before != len(found.adressen):
        before = len(found.adressen)
        for line in records:
            if any(record.get("adres") in found.adressen for record in line):
                found.adressen.update(record["adres"] for record in line if record.get("adres"))
                found.namen.update(record["naam"] for record in line if record.get("naam"))
    return found


def erase_traces(session: Session, who: KnownAs) -> list[str]:
    """Put the number in the place of somebody everywhere; return the codes of the werkpleinen whose contact he was."""
    for door, moment in DONE:
        put_number(session, door, moment, who)
    for wie in (models.Afspraak.wie, models.PlanAfspraak.wie, models.Namens.wie, models.NavraagOpgave.wie):
        session.exec(update(wie.class_).where(col(wie).in_(who.namen)).values(wie=who.nummer))
    with_log_open(session, lambda: erase_from_log(session, who))
    for row in session.exec(select(models.Bericht).where(col(models.Bericht.adres).in_(who.adressen))).all():
        row.adres, row.naam = f"bericht-{row.id}-{who.adres}", who.nummer
        row.melding = row.melding and without_addresses(row.melding)
    session.exec(delete(models.Onbestelbaar).where(col(models.Onbestelbaar.adres).in_(who.adressen)))
    return take_contacts_away(session, who)


def put_number(session: Session, door: InstrumentedAttribute[Any], moment: InstrumentedAttribute[Any], who: KnownAs) -> None:
    """Put his number where the log has a line of his of that very moment: another may have the same name."""
    his = select(LINE.id).where(LINE.account_id == who.account_id, LINE.moment == moment, LINE.door == door).exists()
    session.exec(update(door.class_).where(his).values({door: who.nummer}).execution_options(synchronize_session=False))


def with_log_open(session: Session, change: Callable[[], None]) -> None:
    session.flush()
    session.connection().execute(insert(models.Instelling.__table__), {"sleutel": MAY, "waarde": "nu"})
    change()
    session.connection().execute(delete(models.Instelling.__table__).where(col(models.Instelling.sleutel) == MAY))


def erase_from_log(session: Session, who: KnownAs) -> None:
    connection, table = session.connection(), LINE.__table__
    connection.execute(update(table).where(table.c.account_id == who.account_id).values(door=who.nummer))
    words = [*who.adressen, *who.namen]
    naming = table.c.handeling.in_(NAMING) & or_(
        *(text.contains(json_word(word), autoescape=True) for word in words for text in (table.c.oud, table.c.nieuw))
    )
    for row in connection.execute(select(table.c.id, table.c.oud, table.c.nieuw).where(naming)).all():
        changed = {name: replaced(text, who) for name, text in (("oud", row.oud), ("nieuw", row.nieuw))}
        connection.execute(update(table).where(table.c.id == row.id).values(**changed))


def json_word(word: str) -> str:
    """Write a word as it stands in the log, between its quotes."""
    return json.dumps(word, ensure_ascii=False)


def replaced(text: str | None, who: KnownAs) -> str | None:
    if text is None:
        return None
    swap = dict.fromkeys(who.adressen, who.adres)
    record = json.loads(text)
    # A name is only his where his address stands beside it, or where nothing but people is named.
    is_his = isinstance(record, dict) and record.get("adres") in who.adressen
    return json.dumps(
        swapped(record, swap | (dict.fromkeys(who.namen, who.nummer) if is_his else {}), who), ensure_ascii=False
    )


def swapped(value: object, swap: dict[str, str], who: KnownAs) -> object:
    if isinstance(value, dict):
        people = dict.fromkeys(PEOPLE, swap | dict.fromkeys(who.namen, who.nummer))
        # What a mail server answered may name him within a sentence.
        said = {name: without_addresses(value[name]) for name in SAID if isinstance(value.get(name), str)}
        return {name: swapped(each, people.get(name, swap), who) for name, each in (value | said).items()}
    if isinstance(value, list):
        return [swapped(each, swap, who) for each in value]
    return swap.get(value, value) if isinstance(value, str) else value


def take_contacts_away(session: Session, who: KnownAs) -> list[str]:
    rows = session.exec(select(models.Werkplein).where(col(models.Werkplein.contact_adres).in_(who.adressen))).all()
    for row in rows:
        row.contact_naam = row.contact_adres = row.contact_gedeeld_op = None
    return [row.code for row in rows]


def strip_lines(session: Session, lines: Iterable[int], names: Iterable[str]) -> int:
    """Take these fields out of lines of the log; return of how many."""
    table, done = LINE.__table__, 0

    def strip() -> None:
        nonlocal done
        for number in lines:
            row = session.connection().execute(select(table.c.oud, table.c.nieuw).where(table.c.id == number)).one()
            changed = {name: without(text, names) for name, text in (("oud", row.oud), ("nieuw", row.nieuw))}
            if changed != {"oud": row.oud, "nieuw": row.nieuw}:
                session.connection().execute(update(table).where(table.c.id == number).values(**changed))
                done += 1

    with_log_open(session, strip)
    return done


def without(text: str | None, names: Iterable[str]) -> str | None:
    record = json.loads(text) if text else None
    if not isinstance(record, dict):
        return text
    return json.dumps({name: value for name, value in record.items() if name not in names}, ensure_ascii=False)
