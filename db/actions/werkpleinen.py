"""Werkpleinen come, change their name, close and merge. Nothing is ever removed: history stays under every name.

Each of these acts first freezes what closed: it changes what a closing would have counted.
"""

from dataclasses import asdict
from datetime import date

from sqlalchemy import insert
from sqlmodel import Session, select

from db import models
from db.act import About, Act
from db.actions.momentopnamen import freeze
from db.queries import werkpleinen
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Recht
from landkaart.domein.werkplein import (
    NieuwWerkplein,
    Werkplein,
    require_day,
    require_later_closing,
    require_line,
    require_no_closing,
)
from landkaart.programma.namen import WERKPLEIN


def add_werkplein(act: Act, *, werkplein: NieuwWerkplein) -> None:
    """Add one that there was not.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.WERKPLEINEN_BEHEREN)
    freeze(act.by_clock())
    values = asdict(werkplein.checked())
    if werkpleinen.werkplein(session=act.session, code=values["code"]) is not None:
        raise OngeldigeInvoer(f"Er is al een {WERKPLEIN} met de code {values['code']}. Kies een andere code.")
    row = models.Werkplein(**values)
    act.session.add(row)
    act.session.flush()
    act.log(Handeling.WERKPLEIN, About(row.id), nieuw=values)


def rename_werkplein(act: Act, *, code: str, naam: str, vanaf: date | None) -> None:
    """Give one another name; `vanaf`: the first day of it, today or before.

    Raises as `add_werkplein`.
    """
    act.require(Recht.WERKPLEINEN_BEHEREN)
    freeze(act.by_clock())
    before, row = require_werkplein(act.session, code)
    naam = require_line(naam, "een naam")
    if naam == before.naam:
        raise OngeldigeInvoer(f"Zo heet dit {WERKPLEIN} al. Vul de nieuwe naam in.")
    if require_day(vanaf) > local_date(act.now):
        raise OngeldigeInvoer(f"Deze dag moet nog komen. Geef het {WERKPLEIN} zijn nieuwe naam als het zover is.")
    keep_former_name(act.session, row, before, naam, vanaf)
    row.naam = naam
    oud = {"code": code, "naam": before.naam}
    nieuw = {"code": code, "naam": naam, "vanaf": vanaf}
    act.log(Handeling.WERKPLEIN, About(row.id), oud=oud, nieuw=nieuw)


def close_werkplein(act: Act, *, code: str, tot: date | None) -> None:
    """Close one; `tot`: the first day that it is closed. An uitvraag that closes on that day still counts it.

    Raises as `add_werkplein`.
    """
    act.require(Recht.WERKPLEINEN_BEHEREN)
    freeze(act.by_clock())
    before, row = require_werkplein(act.session, code)
    close(before, row, tot)
    oud, nieuw = {"code": code, "actief_tot": None}, {"code": code, "actief_tot": tot}
    act.log(Handeling.WERKPLEIN, About(row.id), oud=oud, nieuw=nieuw)


def reopen_werkplein(act: Act, *, code: str) -> None:
    """Take back a closing, or a merger: the accounts that got the other werkplein keep it.

    Raises as `add_werkplein`.
    """
    act.require(Recht.WERKPLEINEN_BEHEREN)
    freeze(act.by_clock())
    before, row = require_werkplein(act.session, code)
    if before.actief_tot is None:
        raise OngeldigeInvoer(f"{before.naam} is open: er is geen sluiting om terug te nemen.")
    row.actief_tot = row.opgegaan_in_id = None
    oud = {"code": code, "actief_tot": before.actief_tot, "opgegaan_in": before.opgegaan_in}
    nieuw = {"code": code, "actief_tot": None, "opgegaan_in": None}
    act.log(Handeling.WERKPLEIN, About(row.id), oud=oud, nieuw=nieuw)


def merge_werkplein(act: Act, *, code: str, into: str | None, tot: date | None) -> None:
    """Close one as `close_werkplein` does, and give its accounts `into` (a code) as well.

    Raises as `add_werkplein`.
    """
    act.require(Recht.WERKPLEINEN_BEHEREN)
    freeze(act.by_clock())
    before, row = require_werkplein(act.session, code)
    if into is None:
        raise OngeldigeInvoer(f"Kies het {WERKPLEIN} waar het in opgaat.")
    target, target_row = require_werkplein(act.session, into)
    if into == code:
        raise OngeldigeInvoer(f"Een {WERKPLEIN} kan niet in zichzelf opgaan. Kies een ander {WERKPLEIN}.")
    if target.actief_tot is not None:
        raise OngeldigeInvoer(f"{target.naam} is zelf gesloten. Kies een {WERKPLEIN} dat open blijft.")
    close(before, row, tot)
    row.opgegaan_in_id = target_row.id
    people = give_accounts(act.session, row.id, target_row.id)
    oud = {"code": code, "actief_tot": None, "opgegaan_in": None}
    nieuw = {"code": code, "actief_tot": tot, "opgegaan_in": into, "accounts_erbij": people}
    act.log(Handeling.WERKPLEIN, About(row.id), oud=oud, nieuw=nieuw)


def require_werkplein(session: Session, code: str) -> tuple[Werkplein, models.Werkplein]:
    """Return a werkplein as it is now, and the row to change.

    Raises OngeldigeInvoer.
    """
    found = werkpleinen.werkplein(session=session, code=code)
    if found is None:
        raise OngeldigeInvoer(f"Dit {WERKPLEIN} bestaat niet. Ververs de pagina en kies het opnieuw.")
    return found, session.exec(select(models.Werkplein).where(models.Werkplein.code == code)).one()


def keep_former_name(session: Session, row: models.Werkplein, before: Werkplein, naam: str, vanaf: date) -> None:
    """Keep the name that it had until the new one.

    A name that did not last a day, or that it never had while it was open, was a slip of the pen: it is not kept, and
    putting it right leaves no trace here.

    Raises OngeldigeInvoer for a day before that of the name it has.
    """
    if not before.vroeger and before.actief_van is not None and vanaf <= before.actief_van:
        return
    last_naam, since = before.vroeger[-1] if before.vroeger else (None, before.actief_van)
    if since is not None and vanaf < since:
        raise OngeldigeInvoer(f"Op deze dag had het {WERKPLEIN} zijn huidige naam nog niet. Kies een latere dag.")
    if last_naam is None or since != vanaf:
        session.add(models.WerkpleinNaam(werkplein_id=row.id, naam=before.naam, tot=vanaf))
    elif last_naam == naam:
        same = (models.WerkpleinNaam.werkplein_id == row.id) & (models.WerkpleinNaam.tot == vanaf)
        session.delete(session.exec(select(models.WerkpleinNaam).where(same)).one())


def close(before: Werkplein, row: models.Werkplein, tot: date | None) -> None:
    """Let a werkplein end on a day; `row` is where that is kept.

    Raises OngeldigeInvoer.
    """
    require_no_closing(before.naam, before.actief_tot)
    require_later_closing(before.naam, before.actief_van, require_day(tot))
    row.actief_tot = tot


def give_accounts(session: Session, closed_id: int, other_id: int) -> list[str]:
    """Give whoever holds the closed one the other as well, its coördinator as such.

    Returns the names of who did not have it yet.
    """
    holds = models.AccountWerkplein
    have = select(holds.account_id).where(holds.werkplein_id == other_id)
    query = select(models.Account.id, models.Account.naam, holds.coordinator).join(
        holds, holds.account_id == models.Account.id
    )
    found = session.exec(
        query.where(holds.werkplein_id == closed_id, holds.account_id.not_in(have)).order_by(models.Account.id)
    ).all()
    if found:
        rows = [
            {"account_id": number, "werkplein_id": other_id, "coordinator": coordinator} for number, _, coordinator in found
        ]
        session.execute(insert(holds), rows)
    return [naam for _, naam, _ in found]
