"""Who may do what around a tertaal: take over an oordeel, ask about an answer, make another edition."""

from sqlmodel import select

from db import models
from db.act import Act
from db.actions.indicaties import give_indicatie
from db.actions.namens import begin_namens
from landkaart.domein.clock import system_now
from landkaart.domein.indicatie import Indicatie, NieuwOordeel
from landkaart.domein.namens import Opgavewijze
from landkaart.domein.navraag import Navraag
from landkaart.domein.tertaal import Tertaal
from tests.house.rights_row import Row

AKO, EIGEN = {"operator", "ako"}, {"operator", "eigen", "coordinator"}
HERE = {"werkplein": "harderwijk", "tertaal": Tertaal(2009, 3)}
MOMENT = system_now()


def judge_harderwijk_before(act: Act) -> None:
    give_indicatie(act, **HERE | {"tertaal": Tertaal(2009, 2)}, oordeel=NieuwOordeel(Indicatie.NIET))


ASKED_ABOUT = {**HERE, "mijlpaal": "ketenjaarplan", "tekst": "Waaruit blijkt dat?"}
NAVRAAG = Navraag(7, **ASKED_ABOUT, door="iemand", gesteld_op=MOMENT)


def keep_navraag(act: Act) -> None:
    harderwijk = act.session.exec(select(models.Werkplein.id).where(models.Werkplein.code == "harderwijk")).one()
    asked = ASKED_ABOUT | {"tertaal": str(HERE["tertaal"])}
    del asked["werkplein"]
    act.session.add(models.Navraag(id=NAVRAAG.id, werkplein_id=harderwijk, **asked, door="iemand", gesteld_op=MOMENT))


def come_in_late(act: Act) -> None:
    """Somebody is open in 2009-2 who was not when it was frozen."""
    keep = {"plaats": "Urk", "gemeente": "Urk", "provincie": "Flevoland", "arbeidsmarktregio": "Flevoland"}
    act.session.add(models.Werkplein(code="urk", naam="Urk", breedtegraad=52.7, lengtegraad=5.6, **keep))
    act.session.flush()


OPGAVE = {**HERE, "wie": "J. Jansen", "hoe": Opgavewijze.TELEFOON}


def begin_for_harderwijk(act: Act) -> None:
    begin_namens(act, **OPGAVE)


OF_AROUND = {
    "namens.begin_namens": Row(AKO, lambda: OPGAVE),
    "namens.end_namens": Row(AKO, lambda: HERE, begin_for_harderwijk),
    "indicaties.take_over_indicatie": Row(AKO, lambda: HERE, judge_harderwijk_before),
    "navragen.ask_navraag": Row(AKO, lambda: ASKED_ABOUT),
    "navragen.answer_navraag": Row(EIGEN, lambda: {"navraag": NAVRAAG, "tekst": "Uit het jaarplan."}, keep_navraag),
    "navragen.answer_navraag_namens": Row(
        AKO,
        lambda: {"navraag": NAVRAAG, "tekst": "Uit het jaarplan.", "wie": "J. Jansen", "hoe": Opgavewijze.TELEFOON},
        keep_navraag,
    ),
    "navragen.close_navraag": Row(AKO, lambda: {"navraag": NAVRAAG}, keep_navraag),
    "momentopnamen.reissue": Row(AKO, lambda: {"tertaal": Tertaal(2009, 2), "reden": "Uitstel."}, come_in_late),
}
