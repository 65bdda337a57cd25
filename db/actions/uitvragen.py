"""An uitvraag is made, changed, and taken away again as long as it never opened."""

from datetime import datetime

from sqlmodel import Session, select

from db import models
from db.act import About, Act
from db.actions.postplan import plan_usual_post, remove_post
from db.queries import uitvragen
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.planning import NAMEN, Planning, require_ahead, require_room, require_uncounted
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import clean
from landkaart.domein.uitvraag import Uitvraag, no_uitvraag
from landkaart.programma.namen import WERKPLEIN

LONGEST_CONTACT = 200


def make_uitvraag(act: Act, *, tertaal: Tertaal, planning: Planning, vragen_aan: str | None) -> None:
    """Plan the uitvraag of a tertaal, with the mails that it sends by itself; `vragen_aan`: whom to ask about it.

    Raises NietToegestaan, NietAangemeld, and OngeldigeInvoer for dates that cannot be.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    if uitvragen.uitvraag(session=act.session, tertaal=tertaal) is not None:
        raise OngeldigeInvoer(f"Er is al een uitvraag voor {tertaal}. Kies die om haar te wijzigen.")
    require_uncounted(tertaal, uitvragen.is_counted(session=act.session, tertaal=tertaal, now=act.now))
    wanted = planning.uitvraag(tertaal, require_contact(vragen_aan))
    require_ahead(wanted, act.now)
    require_room(wanted, uitvragen.uitvragen(session=act.session).values())
    act.session.add(models.Uitvraag(tertaal=str(tertaal), **columns(wanted)))
    act.session.flush()
    act.log(Handeling.UITVRAAG, About(tertaal=tertaal), nieuw=columns(wanted))
    plan_usual_post(act, wanted)


def change_uitvraag(act: Act, *, tertaal: Tertaal, planning: Planning, vragen_aan: str | None) -> None:
    """Change its dates, or whom to ask; the same again changes nothing.

    The closing may be moved while it is open, and who is filling in has that time. What was counted at a closing stays:
    from then on only `vragen_aan` can change.

    Raises as `make_uitvraag`.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    before = require_uitvraag(act.session, tertaal)
    wanted = planning.uitvraag(tertaal, require_contact(vragen_aan))
    if wanted == before:
        return
    if Planning.of(wanted) != Planning.of(before):
        if uitvragen.is_counted(session=act.session, tertaal=tertaal, now=act.now):
            fast = "Deze uitvraag is gesloten en geteld: de datums liggen vast."
            raise OngeldigeInvoer(f"{fast} Geef een {WERKPLEIN} zo nodig uitstel.")
        require_ahead(wanted, act.now, before)
        require_room(wanted, uitvragen.uitvragen(session=act.session).values())
    find_row(act.session, tertaal).sqlmodel_update(columns(wanted))
    act.session.flush()
    act.log(Handeling.UITVRAAG, About(tertaal=tertaal), oud=columns(before), nieuw=columns(wanted))


def remove_uitvraag(act: Act, *, tertaal: Tertaal) -> None:
    """Take it away before its opening, when nothing belongs to it yet.

    Raises as `make_uitvraag`.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    before = require_uitvraag(act.session, tertaal)
    if before.opent <= act.now:
        raise OngeldigeInvoer("Deze uitvraag is al geopend geweest en kan niet meer weg.")
    for model in (models.Vraag, models.Uitstel, models.Vrijstelling):
        if act.session.exec(select(model.id).where(model.tertaal == str(tertaal)).limit(1)).first() is not None:
            raise OngeldigeInvoer("Bij deze uitvraag horen al vragen, uitstel of vrijstellingen. Haal die eerst weg.")
    remove_post(act.session, tertaal)
    act.session.delete(find_row(act.session, tertaal))
    act.session.flush()
    act.log(Handeling.UITVRAAG, About(tertaal=tertaal), oud=columns(before))


def require_uitvraag(session: Session, tertaal: Tertaal) -> Uitvraag:
    """Return the uitvraag of a tertaal.

    Raises OngeldigeInvoer when there is none.
    """
    found = uitvragen.uitvraag(session=session, tertaal=tertaal)
    if found is None:
        raise OngeldigeInvoer(f"{no_uitvraag(tertaal)} Ververs de pagina.")
    return found


def find_row(session: Session, tertaal: Tertaal) -> models.Uitvraag:
    return session.exec(select(models.Uitvraag).where(models.Uitvraag.tertaal == str(tertaal))).one()


def require_contact(text: str | None) -> str | None:
    """Return the words about whom to ask as they can be kept; None when there are none.

    Raises OngeldigeInvoer.
    """
    return clean(text or "", LONGEST_CONTACT) or None


def columns(uitvraag: Uitvraag) -> dict[str, datetime | str | None]:
    return {name: getattr(uitvraag, name) for name in (*NAMEN, "vragen_aan")}
