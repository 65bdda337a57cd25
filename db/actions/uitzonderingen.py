"""Uitstel and vrijstelling: given to one werkplein in one tertaal, changed by giving it anew, taken back."""

from datetime import datetime

from sqlmodel import Session, SQLModel, select

from db import models
from db.actions.log import write_log
from db.actions.uitvragen import require_uitvraag
from db.actions.werkpleinen import require_werkplein
from db.rights import eis
from landkaart.domein.clock import Clock, local_date, moment_of
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker, Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitzondering import Soort, require_later, require_reden


def give_uitstel(
    *, session: Session, werkplein: str, tertaal: Tertaal, tot: datetime | None, reden: str, by: Gebruiker, clock: Clock
) -> None:
    """`tot` on the clock of Amsterdam, without a zone: the first moment that is too late for this werkplein.

    It ends by itself. Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    eis(session, by, Recht.UITVRAAG_UITVOEREN)
    now = clock.now()
    uitvraag, place = require_uitvraag(session, tertaal), require_place(session, werkplein, tertaal, now)
    if tot is None:
        raise OngeldigeInvoer("Kies een dag en een uur waarop het uitstel eindigt.")
    values = {"tot": require_later(moment_of(tot), uitvraag, now), "reden": require_reden(reden, models.REDEN_LENGTH)}
    put(session, models.Uitstel, Handeling.UITSTEL, place, values, by, now)


def withdraw_uitstel(*, session: Session, werkplein: str, tertaal: Tertaal, by: Gebruiker, clock: Clock) -> None:
    """From here on it is closed for this werkplein too; what it saved and submitted stays. Raises as `give_uitstel`."""
    eis(session, by, Recht.UITVRAAG_UITVOEREN)
    take_back(session, models.Uitstel, Handeling.UITSTEL, werkplein, tertaal, by, clock.now())


def give_vrijstelling(
    *, session: Session, werkplein: str, tertaal: Tertaal, soort: Soort | None, reden: str, by: Gebruiker, clock: Clock
) -> None:
    """Whoever is vrijgesteld may still fill in. Raises as `give_uitstel`."""
    eis(session, by, Recht.UITVRAAG_UITVOEREN)
    now = clock.now()
    require_uitvraag(session, tertaal)
    place = require_place(session, werkplein, tertaal, now)
    if soort is None:
        raise OngeldigeInvoer("Kies of het werkplein is vrijgesteld, of meldde dat er niets veranderde.")
    values = {"soort": soort.value, "reden": require_reden(reden, models.REDEN_LENGTH)}
    put(session, models.Vrijstelling, Handeling.VRIJSTELLING, place, values, by, now)


def withdraw_vrijstelling(*, session: Session, werkplein: str, tertaal: Tertaal, by: Gebruiker, clock: Clock) -> None:
    """Raises as `give_uitstel`."""
    eis(session, by, Recht.UITVRAAG_UITVOEREN)
    take_back(session, models.Vrijstelling, Handeling.VRIJSTELLING, werkplein, tertaal, by, clock.now())


def require_place(session: Session, werkplein: str, tertaal: Tertaal, now: datetime) -> dict[str, int | str]:
    """Raises OngeldigeInvoer for a werkplein that is not there, or not any more."""
    found, row = require_werkplein(session, werkplein)
    if found.actief_tot is not None and found.actief_tot <= local_date(now):
        raise OngeldigeInvoer(f"Werkplein {found.naam} is gesloten en vult niets meer in.")
    return {"werkplein_id": row.id, "tertaal": str(tertaal)}


def put(
    session: Session,
    model: type[SQLModel],
    handeling: Handeling,
    place: dict[str, int | str],
    values: dict[str, object],
    by: Gebruiker,
    now: datetime,
) -> None:
    """In the place of what was there; the same again changes nothing."""
    row = session.exec(select(model).filter_by(**place)).first()
    oud = row and {name: getattr(row, name) for name in values}
    if oud == values:
        return
    row = row or model(**place)
    row.sqlmodel_update(values | {"door": by.naam, "gegeven_op": now})
    session.add(row)
    session.flush()
    write_log(session, handeling, by=by, now=now, **place, oud=oud, nieuw=values)


def take_back(
    session: Session,
    model: type[SQLModel],
    handeling: Handeling,
    werkplein: str,
    tertaal: Tertaal,
    by: Gebruiker,
    now: datetime,
) -> None:
    """What is not there any more is no fault: a colleague was first."""
    _, place = require_werkplein(session, werkplein)
    row = session.exec(select(model).filter_by(werkplein_id=place.id, tertaal=str(tertaal))).first()
    if row is None:
        return
    oud = {name: getattr(row, name) for name in ("tot", "soort", "reden") if hasattr(row, name)}
    session.delete(row)
    session.flush()
    write_log(session, handeling, by=by, now=now, werkplein_id=place.id, tertaal=tertaal, oud=oud)
