"""What the AKO does for itself: judging, fixing a list, composing a report."""

from collections.abc import Callable
from functools import partial

from db.actions import indicaties, lijsten, namens, navragen, rapportage
from db.engine import read_session
from db.queries.navragen import navragen as kept_navragen
from landkaart.domein.achterblijvers import STANDAARD
from landkaart.domein.band import Band
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.namens import Opgavewijze
from landkaart.domein.rapportage import RapportDeel, RapportPlek
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.rollen import Rol
from tests.steps.case import Case, manage
from tests.steps.small_landkaart import AKO, ASSEN, NU, VISIE, VORIG, keep_person, submit_all, submitted_before


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


def ako_and_an_earlier_report() -> None:
    somebody_of_the_ako()
    submitted_before({})
    manage(rapportage.save_tekst, by=AKO, tertaal=VORIG, **TYPED)


CHOSEN = {"tertaal": NU, "delen": ["conclusies", "vragen"], "seen": None}
TYPED = {"plek": RapportPlek(RapportDeel.CONCLUSIES), "tekst": "Het gaat goed.", "seen": None}
JUDGED = {"werkplein": "assen", "tertaal": NU, "indicatie": Indicatie.NIET, "notitie": "Te weinig mensen."}
FIXED = {"tertaal": NU, "regel": STANDAARD, "seen": ["assen"], "seen_fixed": None}
BY_AKO = {
    "give_indicatie": Case(somebody_of_the_ako, partial(manage, indicaties.give_indicatie, by=AKO, **JUDGED)),
    "take_over_indicatie": Case(
        ako_and_an_oordeel_of_before,
        partial(manage, indicaties.take_over_indicatie, by=AKO, werkplein="assen", tertaal=NU),
    ),
    "save_opzet": Case(somebody_of_the_ako, partial(manage, rapportage.save_opzet, by=AKO, **CHOSEN)),
    "save_tekst": Case(somebody_of_the_ako, partial(manage, rapportage.save_tekst, by=AKO, tertaal=NU, **TYPED)),
    "take_over": Case(ako_and_an_earlier_report, partial(manage, rapportage.take_over, by=AKO, tertaal=NU, van=VORIG)),
    "fix_lijst": Case(ako_and_assen_that_lags, partial(manage, lijsten.fix_lijst, by=AKO, **FIXED)),
}


NAVRAAG = {"werkplein": "assen", "tertaal": NU, "mijlpaal": VISIE, "tekst": "Waaruit blijkt dat?"}


def one_navraag() -> None:
    somebody_of_the_ako()
    manage(navragen.ask_navraag, by=AKO, **NAVRAAG)


def on_the_navraag(action: Callable, by: Gebruiker, **what) -> None:
    """The only one there is, as it is."""
    with read_session() as session:
        [found] = kept_navragen(session=session)
    manage(action, by=by, navraag=found, **what)


def answer_navraag(by: Gebruiker = ASSEN) -> None:
    on_the_navraag(navragen.answer_navraag, by, tekst="Uit het jaarplan.")


def close_navraag(by: Gebruiker = AKO) -> None:
    on_the_navraag(navragen.close_navraag, by)


def answer_navraag_namens(by: Gebruiker = AKO) -> None:
    said = {"tekst": "Uit het jaarplan.", "wie": "J. Jansen", "hoe": Opgavewijze.TELEFOON}
    on_the_navraag(navragen.answer_navraag_namens, by, **said)


NAVRAGEN_OF_AKO = {
    "ask_navraag": Case(somebody_of_the_ako, partial(manage, navragen.ask_navraag, by=AKO, **NAVRAAG)),
    "close_navraag": Case(one_navraag, close_navraag),
}
OPGAVE = {"werkplein": "assen", "tertaal": NU, "wie": "J. Jansen", "hoe": Opgavewijze.TELEFOON}


def namens_assen() -> None:
    somebody_of_the_ako()
    manage(namens.begin_namens, by=AKO, **OPGAVE)


NAMENS_OF_AKO = {
    "begin_namens": Case(somebody_of_the_ako, partial(manage, namens.begin_namens, by=AKO, **OPGAVE)),
    "answer_navraag_namens": Case(one_navraag, answer_navraag_namens),
    "end_namens": Case(namens_assen, partial(manage, namens.end_namens, by=AKO, werkplein="assen", tertaal=NU)),
}
NAVRAGEN_OF_WERKPLEIN = {"answer_navraag": Case(one_navraag, answer_navraag)}
ON_NAVRAGEN = NAVRAGEN_OF_AKO | NAVRAGEN_OF_WERKPLEIN
