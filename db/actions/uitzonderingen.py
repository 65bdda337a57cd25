"""Uitstel and vrijstelling: given to one werkplein in one tertaal, changed by giving it anew, taken back."""

from datetime import datetime
from typing import TypeVar

from sqlmodel import select

from db import models
from db.act import About, Act
from db.actions.uitvragen import require_uitvraag
from db.actions.werkpleinen import require_werkplein
from landkaart.domein.clock import local_date, moment_of
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitzondering import VrijstellingSoort, require_later, require_reden
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP

# Of each, what its row keeps, and how the log calls what was done.
COLUMNS = {models.Uitstel: ("tot", "reden"), models.Vrijstelling: ("soort", "reden")}
HANDELING = {models.Uitstel: Handeling.UITSTEL, models.Vrijstelling: Handeling.VRIJSTELLING}
Model = type[models.Uitstel] | type[models.Vrijstelling]
Uitzondering = TypeVar("Uitzondering", bound=models.Uitstel | models.Vrijstelling)


def give_uitstel(act: Act, *, werkplein: str, tertaal: Tertaal, tot: datetime | None, reden: str) -> None:
    """Give one werkplein more time, which ends by itself.

    `tot` on the clock of Amsterdam, without a zone: the first moment that is too late for this werkplein.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    uitvraag, about = require_uitvraag(act.session, tertaal), require_open_werkplein(act, werkplein, tertaal)
    if tot is None:
        raise OngeldigeInvoer("Kies een dag en een uur waarop het uitstel eindigt.")
    until = require_later(moment_of(tot), uitvraag, act.now)
    give(act, models.Uitstel, about, {"tot": until, "reden": require_reden(reden, models.REDEN_LENGTH)})


def withdraw_uitstel(act: Act, *, werkplein: str, tertaal: Tertaal) -> None:
    """Close it for this werkplein too, from here on; what it saved and submitted stays.

    Raises as `give_uitstel`.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    take_back(act, models.Uitstel, werkplein, tertaal)


def give_vrijstelling(act: Act, *, werkplein: str, tertaal: Tertaal, soort: VrijstellingSoort | None, reden: str) -> None:
    """Write down that a werkplein need not answer, and why; it may still fill in.

    Raises as `give_uitstel`.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    require_uitvraag(act.session, tertaal)
    about = require_open_werkplein(act, werkplein, tertaal)
    if soort is None:
        raise OngeldigeInvoer(f"Kies of het {WERKPLEIN} is vrijgesteld, of meldde dat er niets veranderde.")
    values = {"soort": soort.value, "reden": require_reden(reden, models.REDEN_LENGTH)}
    give(act, models.Vrijstelling, about, values)


def withdraw_vrijstelling(act: Act, *, werkplein: str, tertaal: Tertaal) -> None:
    """Ask this werkplein again, as the others.

    Raises as `give_uitstel`.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    take_back(act, models.Vrijstelling, werkplein, tertaal)


def require_open_werkplein(act: Act, werkplein: str, tertaal: Tertaal) -> About:
    """Return what the exception is about.

    Raises OngeldigeInvoer for a werkplein that is not there, or not any more.
    """
    found, row = require_werkplein(act.session, werkplein)
    if found.actief_tot is not None and found.actief_tot <= local_date(act.now):
        raise OngeldigeInvoer(f"{WERKPLEIN_KOP} {found.naam} is gesloten en vult niets meer in.")
    return About(row.id, tertaal)


def give(act: Act, model: Model, about: About, values: dict[str, object]) -> None:
    """Keep it in the place of what was there; the same again changes nothing."""
    row = find_row(act, model, about)
    oud = row and kept_in(row)
    if oud == values:
        return
    row = row or model(**place(about))
    row.sqlmodel_update(values | {"door": act.by.naam, "gegeven_op": act.now})
    act.session.add(row)
    act.session.flush()
    act.log(HANDELING[model], about, oud=oud, nieuw=values)


def take_back(act: Act, model: Model, werkplein: str, tertaal: Tertaal) -> None:
    """Remove it. What is not there any more is no fault: a colleague was first."""
    _, of_werkplein = require_werkplein(act.session, werkplein)
    about = About(of_werkplein.id, tertaal)
    row = find_row(act, model, about)
    if row is None:
        return
    oud = kept_in(row)
    act.session.delete(row)
    act.session.flush()
    act.log(HANDELING[model], about, oud=oud)


def find_row(act: Act, model: type[Uitzondering], about: About) -> Uitzondering | None:
    return act.session.exec(select(model).filter_by(**place(about))).first()


def place(about: About) -> dict[str, object]:
    """Return by which columns a row is found."""
    return {"werkplein_id": about.werkplein_id, "tertaal": str(about.tertaal)}


def kept_in(row: models.Uitstel | models.Vrijstelling) -> dict[str, object]:
    return {name: getattr(row, name) for name in COLUMNS[type(row)]}
