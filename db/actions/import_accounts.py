"""Accounts and contacten out of files: a part of bringing a delivery in. It asks for no right."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, NamedTuple, cast

from sqlalchemy import delete, insert
from sqlmodel import Session, col, select

from db import models
from db.act import About, Act, LogLine
from db.actions.account_rows import as_logged
from db.actions.contacten import as_logged as contact_as_logged
from db.actions.ways_in import end_sessions
from db.queries.accounts import accounts
from db.queries.werkpleinen import werkpleinen
from landkaart.domein.account import Account
from landkaart.domein.handeling import Handeling
from landkaart.domein.ingelezen import Ingelezen, Rij, differences
from landkaart.domein.werkplein import Contact
from landkaart.invoer.records import AccountRecord, ContactRecord
from landkaart.invoer.werkplein_lists import ALL


class Wanted(NamedTuple):
    """How an account would be: the columns of its row, and of which of its werkpleinen it is coördinator."""

    columns: dict[str, Any]
    werkpleinen: dict[str, bool]


def wanted_of(record: AccountRecord, before: Account | None) -> Wanted:
    """Return what a row of a file makes of an account; an empty organisatie or coordinator leaves what there is."""
    organisatie = (before.organisatie if before else "") if record.organisatie is None else record.organisatie
    if record.coordinator is None:
        leads = set(before.coordinator_van if before else ())
    else:
        leads = set(record.werkpleinen if record.coordinator == ALL else record.coordinator)
    columns = {"naam": record.naam, "organisatie": organisatie, "rol": record.rol.value}
    return Wanted(columns, {code: code in leads for code in sorted(record.werkpleinen)})


def is_same(wanted: Wanted, before: Account) -> bool:
    """Say whether a row changes nothing."""
    now = {"naam": before.naam, "organisatie": before.organisatie, "rol": before.rol.value}
    return wanted == (now, {code: code in before.coordinator_van for code in before.werkpleinen})


def bring_in_accounts(act: Act, records: Sequence[AccountRecord], ids: Mapping[str, int]) -> Ingelezen:
    """Make the accounts that are new, and change those that differ; `ids`: of the werkpleinen, by code.

    Nobody is invited by it. Another role or other werkpleinen end the sessions of an account, as they do on the screen.
    """
    before = {each.adres: each for each in accounts(session=act.session)} if records else {}
    wanted = {record.adres: wanted_of(record, before.get(record.adres)) for record in records}
    fresh = [record for record in records if record.adres not in before]
    changed = [each for each in records if each.adres in before and not is_same(wanted[each.adres], before[each.adres])]
    add_accounts(act.session, {record.adres: wanted[record.adres] for record in fresh})
    for record in changed:
        change_account(act.session, before[record.adres], wanted[record.adres])
    numbers = numbers_of(act.session, [record.adres for record in (*fresh, *changed)])
    give_werkpleinen(act.session, {numbers[adres]: wanted[adres].werkpleinen for adres in numbers}, ids)
    act.log_lines(account_lines(act, before, numbers))
    same = len(records) - len(fresh) - len(changed)
    rows = [changed_row(before[record.adres], wanted[record.adres]) for record in changed]
    return Ingelezen([new_row(record.adres, wanted[record.adres]) for record in fresh], rows, same)


def new_row(adres: str, wanted: Wanted) -> Rij:
    """Return the row of an account that is new, with what there is to say of it: its role is what it may do."""
    nothing: dict[str, Any] = dict.fromkeys(found := shown_of(wanted))
    return Rij(adres, None, differences(nothing, {name: value or None for name, value in found.items()}))


def changed_row(before: Account, wanted: Wanted) -> Rij:
    """Return the row of an account that becomes another one, with what in it does."""
    now = {"naam": before.naam, "organisatie": before.organisatie, "rol": before.rol.value}
    now |= {"werkpleinen": sorted(before.werkpleinen), "coordinator": sorted(before.coordinator_van)}
    return Rij(before.adres, None, differences(now, shown_of(wanted)))


def shown_of(wanted: Wanted) -> dict[str, Any]:
    """Return how an account would be, by name."""
    leads = sorted(code for code, is_coordinator in wanted.werkpleinen.items() if is_coordinator)
    return {**wanted.columns, "werkpleinen": sorted(wanted.werkpleinen), "coordinator": leads}


def add_accounts(session: Session, wanted: Mapping[str, Wanted]) -> None:
    if wanted:
        session.execute(insert(models.Account), [{"adres": adres, **each.columns} for adres, each in wanted.items()])


def change_account(session: Session, before: Account, wanted: Wanted) -> None:
    row = session.get(models.Account, before.id)
    assert row is not None  # It was read in this very transaction.
    row.sqlmodel_update(wanted.columns)
    if (before.rol.value, set(before.werkpleinen)) != (wanted.columns["rol"], set(wanted.werkpleinen)):
        end_sessions(session, before.id)


def numbers_of(session: Session, adressen: Sequence[str]) -> dict[str, int]:
    """Return the ids by address."""
    found = session.exec(select(models.Account.adres, models.Account.id).where(col(models.Account.adres).in_(adressen)))
    return {adres: cast(int, number) for adres, number in found}


def give_werkpleinen(session: Session, wanted: Mapping[int, Mapping[str, bool]], ids: Mapping[str, int]) -> None:
    """Give each account these werkpleinen and no others."""
    holds = models.AccountWerkplein
    session.execute(delete(holds).where(col(holds.account_id).in_(list(wanted))))
    rows = [
        {"account_id": number, "werkplein_id": ids[code], "coordinator": leads}
        for number, codes in wanted.items()
        for code, leads in codes.items()
    ]
    if rows:
        session.execute(insert(holds), rows)


def account_lines(act: Act, before: Mapping[str, Account], numbers: Mapping[str, int]) -> list[LogLine]:
    """Make a line for each account that is new or changed, read back as whoever looks next will find it."""
    act.session.flush()
    act.session.expire_all()
    after = {each.adres: each for each in accounts(session=act.session)} if numbers else {}
    return [
        act.line(Handeling.ACCOUNT, oud=as_logged(before[adres]) if adres in before else None, nieuw=as_logged(after[adres]))
        for adres in numbers
    ]


def bring_in_contacten(act: Act, records: Sequence[ContactRecord], ids: Mapping[str, int]) -> Ingelezen:
    """Keep the contact of each werkplein of the records; `ids`: of the werkpleinen, by code."""
    known = {each.code: each for each in werkpleinen(session=act.session)} if records else {}
    new: list[Rij] = []
    changed: list[Rij] = []
    lines: list[LogLine] = []
    for record in records:
        before = known[record.werkplein].contact
        wanted = contact_of(record, before)
        if wanted == before:
            continue
        naam = known[record.werkplein].naam
        if before:
            changed.append(Rij(naam, None, differences(asdict(before), asdict(wanted))))
        else:
            new.append(Rij(naam, None, differences(dict.fromkeys(asdict(wanted)), asdict(wanted))))
        keep_contact(act, ids[record.werkplein], wanted)
        about = About(ids[record.werkplein])
        lines.append(act.line(Handeling.CONTACT, about, oud=contact_as_logged(before), nieuw=contact_as_logged(wanted)))
    act.session.flush()
    act.log_lines(lines)
    return Ingelezen(new, changed, len(records) - len(lines))


def contact_of(record: ContactRecord, before: Contact | None) -> Contact:
    """Return what a row makes of a contact; without a word on it, it stays shared or not as it was."""
    gedeeld = (before is not None and before.gedeeld) if record.gedeeld is None else record.gedeeld
    return Contact(record.naam, record.adres, gedeeld)


def keep_contact(act: Act, werkplein_id: int, wanted: Contact) -> None:
    row = act.session.get(models.Werkplein, werkplein_id)
    assert row is not None  # Its id was read in this very transaction.
    row.contact_naam, row.contact_adres = wanted.naam, wanted.adres
    if not wanted.gedeeld:
        row.contact_gedeeld_op = None
    elif row.contact_gedeeld_op is None:
        row.contact_gedeeld_op = act.now
