"""The acts around the report: what the AKO types beside the landkaart."""

from functools import partial

from db.actions import kengetallen
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


ON_RAPPORT = {
    "save_kengetal": Case(ako, partial(manage, kengetallen.save_kengetal, by=AKO, **BANEN)),
    "remove_kengetal": Case(one_kengetal, partial(manage, kengetallen.remove_kengetal, by=AKO, **BANEN)),
}
