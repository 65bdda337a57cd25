"""Werkpleinen come, change their name, close and merge. Nothing is ever removed: history stays under every name.

Each of these acts first freezes what closed: it changes what a closing would have counted.
"""

from datetime import date

from sqlalchemy import insert
from sqlmodel import Session, select

from db import models
from db.actions.log import write_log
from db.actions.momentopnamen import freeze
from db.queries import werkpleinen
from db.rights import eis
from landkaart.domein.clock import Clock, local_date
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker, Recht, klok
from landkaart.domein.werkplein import (
    BREEDTEGRAAD,
    LENGTEGRAAD,
    Werkplein,
    require_code,
    require_day,
    require_degrees,
    require_line,
)


def add_werkplein(
    *,
    session: Session,
    code: str,
    naam: str,
    plaats: str,
    gemeente: str,
    provincie: str,
    arbeidsmarktregio: str,
    breedtegraad: float | None,
    lengtegraad: float | None,
    actief_van: date | None,
    by: Gebruiker,
    clock: Clock,
) -> None:
    """`actief_van`: the first day that it is open. Raises NietToegestaan, NietAangemeld, OngeldigeInvoer."""
    eis(session, by, Recht.WERKPLEINEN_BEHEREN)
    freeze(session=session, by=klok(), clock=clock)
    values = {
        "code": require_code(code.strip()),
        "naam": require_line(naam, "een naam"),
        "plaats": require_line(plaats, "een plaats"),
        "gemeente": require_line(gemeente, "een gemeente"),
        "provincie": require_line(provincie, "een provincie"),
        "arbeidsmarktregio": require_line(arbeidsmarktregio, "een arbeidsmarktregio"),
        "breedtegraad": require_degrees(breedtegraad, "breedtegraad", BREEDTEGRAAD),
        "lengtegraad": require_degrees(lengtegraad, "lengtegraad", LENGTEGRAAD),
        "actief_van": actief_van,
    }
    if werkpleinen.werkplein(session=session, code=values["code"]) is not None:
        raise OngeldigeInvoer(f"Er is al een werkplein met de code {values['code']}. Kies een andere code.")
    row = models.Werkplein(**values)
    session.add(row)
    session.flush()
    write_log(session, Handeling.WERKPLEIN, by=by, now=clock.now(), werkplein_id=row.id, nieuw=values)


def rename_werkplein(*, session: Session, code: str, naam: str, vanaf: date | None, by: Gebruiker, clock: Clock) -> None:
    """`vanaf`: the first day of the new name, today or before. Raises as `add_werkplein`."""
    eis(session, by, Recht.WERKPLEINEN_BEHEREN)
    freeze(session=session, by=klok(), clock=clock)
    before, row = require_werkplein(session, code)
    naam = require_line(naam, "een naam")
    if naam == before.naam:
        raise OngeldigeInvoer("Zo heet dit werkplein al. Vul de nieuwe naam in.")
    if require_day(vanaf) > local_date(clock.now()):
        raise OngeldigeInvoer("Deze dag moet nog komen. Geef het werkplein zijn nieuwe naam als het zover is.")
    keep_former_name(session, row, before, naam, vanaf)
    row.naam = naam
    oud = {"code": code, "naam": before.naam}
    nieuw = {"code": code, "naam": naam, "vanaf": vanaf}
    write_log(session, Handeling.WERKPLEIN, by=by, now=clock.now(), werkplein_id=row.id, oud=oud, nieuw=nieuw)


def close_werkplein(*, session: Session, code: str, tot: date | None, by: Gebruiker, clock: Clock) -> None:
    """`tot`: the first day that it is closed; an uitvraag that closes on it still counts it. Raises as `add_werkplein`."""
    eis(session, by, Recht.WERKPLEINEN_BEHEREN)
    freeze(session=session, by=klok(), clock=clock)
    before, row = require_werkplein(session, code)
    close(before, row, tot)
    oud, nieuw = {"code": code, "actief_tot": None}, {"code": code, "actief_tot": tot}
    write_log(session, Handeling.WERKPLEIN, by=by, now=clock.now(), werkplein_id=row.id, oud=oud, nieuw=nieuw)


def reopen_werkplein(*, session: Session, code: str, by: Gebruiker, clock: Clock) -> None:
    """Takes back a closing, or a merger: the accounts that got the other werkplein keep it. Raises as `add_werkplein`."""
    eis(session, by, Recht.WERKPLEINEN_BEHEREN)
    freeze(session=session, by=klok(), clock=clock)
    before, row = require_werkplein(session, code)
    if before.actief_tot is None:
        raise OngeldigeInvoer(f"{before.naam} is open: er is geen sluiting om terug te nemen.")
    row.actief_tot = row.opgegaan_in_id = None
    oud = {"code": code, "actief_tot": before.actief_tot, "opgegaan_in": before.opgegaan_in}
    nieuw = {"code": code, "actief_tot": None, "opgegaan_in": None}
    write_log(session, Handeling.WERKPLEIN, by=by, now=clock.now(), werkplein_id=row.id, oud=oud, nieuw=nieuw)


def merge_werkplein(*, session: Session, code: str, into: str | None, tot: date | None, by: Gebruiker, clock: Clock) -> None:
    """Closes one (see `close_werkplein`); its accounts get `into` (a code) as well. Raises as `add_werkplein`."""
    eis(session, by, Recht.WERKPLEINEN_BEHEREN)
    freeze(session=session, by=klok(), clock=clock)
    before, row = require_werkplein(session, code)
    if into is None:
        raise OngeldigeInvoer("Kies het werkplein waar het in opgaat.")
    target, target_row = require_werkplein(session, into)
    if into == code:
        raise OngeldigeInvoer("Een werkplein kan niet in zichzelf opgaan. Kies een ander werkplein.")
    if target.actief_tot is not None:
        raise OngeldigeInvoer(f"{target.naam} is zelf gesloten. Kies een werkplein dat open blijft.")
    close(before, row, tot)
    row.opgegaan_in_id = target_row.id
    people = give_accounts(session, row.id, target_row.id)
    oud = {"code": code, "actief_tot": None, "opgegaan_in": None}
    nieuw = {"code": code, "actief_tot": tot, "opgegaan_in": into, "accounts_erbij": people}
    write_log(session, Handeling.WERKPLEIN, by=by, now=clock.now(), werkplein_id=row.id, oud=oud, nieuw=nieuw)


def require_werkplein(session: Session, code: str) -> tuple[Werkplein, models.Werkplein]:
    """As it is now, and the row to change."""
    found = werkpleinen.werkplein(session=session, code=code)
    if found is None:
        raise OngeldigeInvoer("Dit werkplein bestaat niet. Ververs de pagina en kies het opnieuw.")
    return found, session.exec(select(models.Werkplein).where(models.Werkplein.code == code)).one()


def keep_former_name(session: Session, row: models.Werkplein, before: Werkplein, naam: str, vanaf: date) -> None:
    """A name that did not last a day, or that it never had while it was open, was a slip of the pen: it is not kept, and
    putting it right leaves no trace here.
    """
    if not before.vroeger and before.actief_van is not None and vanaf <= before.actief_van:
        return
    last_naam, since = before.vroeger[-1] if before.vroeger else (None, before.actief_van)
    if since is not None and vanaf < since:
        raise OngeldigeInvoer("Op deze dag had het werkplein zijn huidige naam nog niet. Kies een latere dag.")
    if last_naam is None or since != vanaf:
        session.add(models.WerkpleinNaam(werkplein_id=row.id, naam=before.naam, tot=vanaf))
    elif last_naam == naam:
        same = (models.WerkpleinNaam.werkplein_id == row.id) & (models.WerkpleinNaam.tot == vanaf)
        session.delete(session.exec(select(models.WerkpleinNaam).where(same)).one())


def close(before: Werkplein, row: models.Werkplein, tot: date | None) -> None:
    if before.actief_tot is not None:
        raise OngeldigeInvoer(f"{before.naam} is al gesloten, of heeft al een dag waarop het sluit.")
    if before.actief_van is not None and require_day(tot) <= before.actief_van:
        raise OngeldigeInvoer(f"{before.naam} kan niet sluiten op of vóór de dag dat het opent. Kies een latere dag.")
    row.actief_tot = require_day(tot)


def give_accounts(session: Session, closed_id: int, other_id: int) -> list[str]:
    """Whoever holds the closed one gets the other as well and keeps the first; returns who did not have it yet."""
    holds = models.AccountWerkplein
    have = select(holds.account_id).where(holds.werkplein_id == other_id)
    query = select(models.Account.id, models.Account.naam).join(holds, holds.account_id == models.Account.id)
    found = session.exec(
        query.where(holds.werkplein_id == closed_id, holds.account_id.not_in(have)).order_by(models.Account.id)
    ).all()
    if found:
        session.execute(insert(holds), [{"account_id": number, "werkplein_id": other_id} for number, _ in found])
    return [naam for _, naam in found]
