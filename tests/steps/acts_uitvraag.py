"""The acts around an uitvraag: those of the AKO, and what a werkplein answers and signs in it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from db import models
from db.act import Act, begin_act
from db.actions import akkoorden, uitvragen, uitzonderingen, vraag_antwoorden, vragen
from db.actions.momentopnamen import freeze_one, reissue, take_back
from landkaart.domein.band import Band
from landkaart.domein.planning import Planning
from landkaart.domein.rechten import Gebruiker, klok
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitzondering import VrijstellingSoort
from landkaart.domein.vraagvorm import JaNee
from tests.steps.case import Case, manage
from tests.steps.perform import perform
from tests.steps.small_landkaart import AKO, NU, SLUIT, act, keep, keep_person, submit_all

NEXT = {
    "tertaal": Tertaal(2009, 3),
    "planning": Planning(*map(datetime.fromisoformat, ("2009-11-15", "2009-12-15", "2010-01-01", "2009-09-01"))),
    "vragen_aan": "het AKO",
}
UITSTEL = {"werkplein": "assen", "tertaal": NU, "tot": datetime.fromisoformat("2009-09-08T12:00"), "reden": "Ziekte."}
VRIJSTELLING = {"werkplein": "assen", "tertaal": NU, "soort": VrijstellingSoort.VRIJGESTELD, "reden": "Sluit binnenkort."}
ASSEN_NU = {"werkplein": "assen", "tertaal": NU}
VRAAG = {"tertaal": NU, "code": "lukt-het"}


def as_ako(action: Callable, by: Gebruiker = AKO, **what) -> object:
    return manage(action, by, **what)


def ako() -> None:
    keep_person(AKO, Rol.AKO)


def ako_and_next_uitvraag() -> None:
    ako()
    as_ako(uitvragen.make_uitvraag, **NEXT)


def ako_and_vraag() -> None:
    ako()
    vraag()


def ako_and_late() -> None:
    """Assen submits in time and, with more time, once more: it is frozen in between."""
    ako()
    submit_all(Band.NIET)
    with begin_act(klok()) as begun:
        freeze_one(replace(begun, now=SLUIT), NU)
    submit_all(Band.VOLLEDIG)


def reissue_later(by: Gebruiker = AKO) -> int:
    """When the closing has passed."""
    with begin_act(by) as begun:
        return reissue(replace(begun, now=SLUIT + timedelta(30)), tertaal=NU, reden="Te laat binnen.")


def ako_and_vraag_of_before() -> None:
    ako()
    keep(models.Vraag(tertaal="2009-1", code="lukt-het", tekst="Lukt het?"))


def ako_and_exceptions() -> None:
    ako()
    as_ako(uitzonderingen.give_uitstel, **UITSTEL)
    as_ako(uitzonderingen.give_vrijstelling, **VRIJSTELLING)


def ako_and_too_early() -> None:
    ako()
    submit_all()
    perform(part_of_freezing)


def part_of_freezing(act: Act) -> None:
    freeze_one(act.by_clock(), NU)


def vraag() -> None:
    keep(models.Vraag(tertaal=str(NU), code="lukt-het", tekst="Lukt het?"))


def vraag_with_answer() -> None:
    vraag()
    act(vraag_antwoorden.save_vraag_antwoord, vraag="lukt-het", antwoord=JaNee.JA)


def signed_by_assen() -> None:
    submit_all()
    act(akkoorden.give_akkoord, versie=1)


OF_WERKPLEIN = {
    "withdraw_akkoord": Case(signed_by_assen, partial(act, akkoorden.withdraw_akkoord, versie=1)),
    "save_vraag_antwoord": Case(
        vraag, partial(act, vraag_antwoorden.save_vraag_antwoord, vraag="lukt-het", antwoord=JaNee.NEE)
    ),
    "save_vraag_toelichting": Case(
        vraag_with_answer, partial(act, vraag_antwoorden.save_vraag_toelichting, vraag="lukt-het", tekst="Bijna.")
    ),
}
ON_UITVRAAG = {
    "make_uitvraag": Case(ako, partial(as_ako, uitvragen.make_uitvraag, **NEXT)),
    "change_uitvraag": Case(
        ako_and_next_uitvraag, partial(as_ako, uitvragen.change_uitvraag, **(NEXT | {"vragen_aan": None}))
    ),
    "remove_uitvraag": Case(ako_and_next_uitvraag, partial(as_ako, uitvragen.remove_uitvraag, tertaal=NEXT["tertaal"])),
    "add_vraag": Case(ako, partial(as_ako, vragen.add_vraag, tertaal=NU, tekst="Lukt het?")),
    "take_over_vragen": Case(
        ako_and_vraag_of_before, partial(as_ako, vragen.take_over_vragen, tertaal=NU, uit=Tertaal(2009, 1))
    ),
    "change_vraag": Case(ako_and_vraag, partial(as_ako, vragen.change_vraag, **VRAAG, tekst="Lukt het nu?")),
    "remove_vraag": Case(ako_and_vraag, partial(as_ako, vragen.remove_vraag, **VRAAG)),
    "give_uitstel": Case(ako, partial(as_ako, uitzonderingen.give_uitstel, **UITSTEL)),
    "withdraw_uitstel": Case(ako_and_exceptions, partial(as_ako, uitzonderingen.withdraw_uitstel, **ASSEN_NU)),
    "give_vrijstelling": Case(ako, partial(as_ako, uitzonderingen.give_vrijstelling, **VRIJSTELLING)),
    "take_back": Case(ako_and_too_early, partial(as_ako, take_back, tertaal=NU, reden="De klok liep voor.")),
    "reissue": Case(ako_and_late, reissue_later),
    "withdraw_vrijstelling": Case(ako_and_exceptions, partial(as_ako, uitzonderingen.withdraw_vrijstelling, **ASSEN_NU)),
}
