"""An uitvraag is made, changed, and taken away again as long as it never opened."""

from datetime import datetime

from sqlmodel import Session, select

from db import models
from db.actions.log import write_log
from db.queries import uitvragen
from db.rights import eis
from landkaart.domein.clock import Clock
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.planning import NAMEN, Planning, require_ahead, require_room
from landkaart.domein.rechten import Gebruiker, Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import clean
from landkaart.domein.uitvraag import Uitvraag

LONGEST = 200


def make_uitvraag(
    *, session: Session, tertaal: Tertaal, planning: Planning, vragen_aan: str | None, by: Gebruiker, clock: Clock
) -> None:
    """Raises NietToegestaan, NietAangemeld, and OngeldigeInvoer for dates that cannot be."""
    eis(session, by, Recht.UITVRAAG_UITVOEREN)
    now = clock.now()
    if uitvragen.uitvraag(session=session, tertaal=tertaal) is not None:
        raise OngeldigeInvoer(f"Er is al een uitvraag voor {tertaal}. Kies die om haar te wijzigen.")
    if uitvragen.is_counted(session=session, tertaal=tertaal, now=now):
        raise OngeldigeInvoer(f"Tertaal {tertaal} is voorbij en geteld. Kies een later tertaal.")
    wanted = planning.uitvraag(tertaal, whom(vragen_aan))
    require_ahead(wanted, now)
    require_room(wanted, uitvragen.uitvragen(session=session).values())
    session.add(models.Uitvraag(tertaal=str(tertaal), **columns(wanted)))
    session.flush()
    write_log(session, Handeling.UITVRAAG, by=by, now=now, tertaal=tertaal, nieuw=columns(wanted))


def change_uitvraag(
    *, session: Session, tertaal: Tertaal, planning: Planning, vragen_aan: str | None, by: Gebruiker, clock: Clock
) -> None:
    """The closing may be moved while it is open, and who is filling in has that time; the same again changes nothing.

    What was counted at a closing stays: from then on only `vragen_aan` can change. Raises as `make_uitvraag`.
    """
    eis(session, by, Recht.UITVRAAG_UITVOEREN)
    now = clock.now()
    before = require_uitvraag(session, tertaal)
    wanted = planning.uitvraag(tertaal, whom(vragen_aan))
    if wanted == before:
        return
    if Planning.of(wanted) != Planning.of(before):
        if uitvragen.is_counted(session=session, tertaal=tertaal, now=now):
            fast = "Deze uitvraag is gesloten en geteld: de datums liggen vast."
            raise OngeldigeInvoer(f"{fast} Geef een werkplein zo nodig uitstel.")
        require_ahead(wanted, now, before)
        require_room(wanted, uitvragen.uitvragen(session=session).values())
    row = session.exec(select(models.Uitvraag).where(models.Uitvraag.tertaal == str(tertaal))).one()
    row.sqlmodel_update(columns(wanted))
    session.flush()
    write_log(session, Handeling.UITVRAAG, by=by, now=now, tertaal=tertaal, oud=columns(before), nieuw=columns(wanted))


def remove_uitvraag(*, session: Session, tertaal: Tertaal, by: Gebruiker, clock: Clock) -> None:
    """Before its opening, when nothing belongs to it yet. Raises as `make_uitvraag`."""
    eis(session, by, Recht.UITVRAAG_UITVOEREN)
    now = clock.now()
    before = require_uitvraag(session, tertaal)
    if before.opent <= now:
        raise OngeldigeInvoer("Deze uitvraag is al geopend geweest en kan niet meer weg.")
    for model in (models.Vraag, models.Uitstel, models.Vrijstelling):
        if session.exec(select(model.id).where(model.tertaal == str(tertaal)).limit(1)).first() is not None:
            raise OngeldigeInvoer("Bij deze uitvraag horen al vragen, uitstel of vrijstellingen. Haal die eerst weg.")
    session.delete(session.exec(select(models.Uitvraag).where(models.Uitvraag.tertaal == str(tertaal))).one())
    session.flush()
    write_log(session, Handeling.UITVRAAG, by=by, now=now, tertaal=tertaal, oud=columns(before))


def require_uitvraag(session: Session, tertaal: Tertaal) -> Uitvraag:
    """Raises OngeldigeInvoer."""
    found = uitvragen.uitvraag(session=session, tertaal=tertaal)
    if found is None:
        raise OngeldigeInvoer(f"Er is geen uitvraag voor {tertaal}. Ververs de pagina.")
    return found


def whom(text: str | None) -> str | None:
    return clean(text or "", LONGEST) or None


def columns(uitvraag: Uitvraag) -> dict[str, datetime | str | None]:
    return {name: getattr(uitvraag, name) for name in (*NAMEN, "vragen_aan")}
