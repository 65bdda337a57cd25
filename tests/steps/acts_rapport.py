"""The acts around the report: what the AKO types beside the landkaart."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from db.actions import kengetallen
from db.actions import plan as plan_acts
from db.engine import read_session
from db.queries.plan import plan
from landkaart.domein.plan import PlanInhoud, PlanStatus, StandVanZaken
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.rollen import Rol
from tests.steps.case import Case, manage
from tests.steps.kengetallen import kengetal
from tests.steps.small_landkaart import AKO, NU, keep_person

BANEN = {"tertaal": NU, "kengetal": kengetal("10")}


def ako() -> None:
    keep_person(AKO, Rol.AKO)


def one_kengetal() -> None:
    ako()
    manage(kengetallen.save_kengetal, by=AKO, **BANEN)


PLAN = PlanInhoud("I.1", "Selectiviteit", "Kijken in Zwolle.", "UWV", "eind 2009")
READY = StandVanZaken(PlanStatus.GEREED, "", None, "Gekeken.", date(2009, 8, 3))


def one_of_the_plan() -> None:
    ako()
    manage(plan_acts.make_plan_afspraak, by=AKO, inhoud=PLAN)


def on_the_plan(action: Callable, by: Gebruiker = AKO, **what) -> object:
    """The first there is."""
    with read_session() as session:
        found = plan(session=session)[0]
    return manage(action, by=by, afspraak=found, **what)


ON_RAPPORT = {
    "make_plan_afspraak": Case(ako, partial(manage, plan_acts.make_plan_afspraak, by=AKO, inhoud=PLAN)),
    "change_plan_afspraak": Case(
        one_of_the_plan, partial(on_the_plan, plan_acts.change_plan_afspraak, inhoud=replace(PLAN, wie="SZW"))
    ),
    "add_plan_stand": Case(one_of_the_plan, partial(on_the_plan, plan_acts.add_plan_stand, stand=READY)),
    "save_kengetal": Case(ako, partial(manage, kengetallen.save_kengetal, by=AKO, **BANEN)),
    "remove_kengetal": Case(one_kengetal, partial(manage, kengetallen.remove_kengetal, by=AKO, **BANEN)),
}
