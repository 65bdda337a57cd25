"""What the AKO does for itself: judging, and fixing a list."""

from functools import partial

from db.actions import indicaties, lijsten
from landkaart.domein.achterblijvers import STANDAARD
from landkaart.domein.band import Band
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.rollen import Rol
from tests.steps.case import Case, manage
from tests.steps.small_landkaart import AKO, NU, VORIG, keep_person, submit_all, submitted_before


def somebody_of_the_ako() -> None:
    keep_person(AKO, Rol.AKO)


def ako_and_assen_that_lags() -> None:
    somebody_of_the_ako()
    submit_all(Band.NIET)


def ako_and_an_oordeel_of_before() -> None:
    """Of a tertaal that is known, because Assen submitted in it."""
    somebody_of_the_ako()
    submitted_before({})
    manage(indicaties.give_indicatie, by=AKO, **JUDGED | {"tertaal": VORIG})


JUDGED = {"werkplein": "assen", "tertaal": NU, "indicatie": Indicatie.NIET, "notitie": "Te weinig mensen."}
FIXED = {"tertaal": NU, "regel": STANDAARD, "seen": ["assen"], "seen_fixed": None}
BY_AKO = {
    "give_indicatie": Case(somebody_of_the_ako, partial(manage, indicaties.give_indicatie, by=AKO, **JUDGED)),
    "take_over_indicatie": Case(
        ako_and_an_oordeel_of_before,
        partial(manage, indicaties.take_over_indicatie, by=AKO, werkplein="assen", tertaal=NU),
    ),
    "fix_lijst": Case(ako_and_assen_that_lags, partial(manage, lijsten.fix_lijst, by=AKO, **FIXED)),
}
