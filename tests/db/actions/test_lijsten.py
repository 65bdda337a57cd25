import json
from datetime import timedelta

import pytest

from db.actions.lijsten import LijstVeranderd, fix_lijst
from db.engine import read_session
from db.queries.achterblijvers import vaste_lijst
from landkaart.domein.achterblijvers import STANDAARD, Regel
from landkaart.domein.achterblijverslijst import VastgesteldeLijst
from landkaart.domein.band import Band
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from tests.steps.acts import manage
from tests.steps.small_landkaart import AKO, BREDA, DURING, NU, everything, keep_person, log, submit_all

LATER = DURING + timedelta(hours=1)
SCORE_0 = {"assen": "De score is 0%, lager dan 50%."}


@pytest.fixture(autouse=True)
def assen_lags(small_landkaart) -> None:
    keep_person(AKO, Rol.AKO)
    submit_all(Band.NIET)


def fix(regel=STANDAARD, seen=("assen",), seen_fixed=None, tertaal=NU):
    return manage(fix_lijst, by=AKO, tertaal=tertaal, regel=regel, seen=seen, seen_fixed=seen_fixed)


def kept():
    with read_session() as session:
        return vaste_lijst(session=session, tertaal=NU)


def refused(sentence, fout=LijstVeranderd, **what):
    before = everything()

    with pytest.raises(fout) as error:
        fix(**what)

    assert str(error.value) == sentence
    assert everything() == before


def test_a_list_is_kept_with_its_rule_its_reasons_its_day_and_its_doer():
    assert kept() is None

    fixed = fix()

    assert fixed == kept() == VastgesteldeLijst(STANDAARD, SCORE_0, AKO.naam, DURING)
    handeling, tertaal, nieuw = log("handeling", "tertaal", "nieuw")[-1]
    assert (handeling, tertaal) == ("achterblijverslijst", "2009-2")
    assert json.loads(nieuw) == {"regel": STANDAARD.zin, "werkpleinen": ["Assen"]}


def test_a_fixed_list_stays_as_it_is_when_figures_move_on():
    fixed = fix()

    submit_all(Band.VOLLEDIG)

    assert kept() == fixed


def test_it_can_be_fixed_anew_and_the_log_has_both(set_clock):
    first = fix()
    submit_all(Band.VOLLEDIG)
    submit_all(Band.IN_ONTWIKKELING, werkplein="breda", by=BREDA)
    set_clock(LATER)

    fix(Regel(66, 1, False), ["breda"], first.opgeslagen_op)

    said = {"breda": "De score is 33%, lager dan 66%."}
    assert kept() == VastgesteldeLijst(Regel(66, 1, False), said, AKO.naam, LATER)
    oud, nieuw = map(json.loads, log("oud", "nieuw")[-1])
    assert (oud["werkpleinen"], nieuw["werkpleinen"]) == (["Assen"], ["Breda"])


def test_the_same_list_twice_is_one_change(set_clock):
    first = fix()
    set_clock(LATER)
    before = everything()

    assert fix(seen_fixed=None) == first
    assert everything() == before


def test_an_empty_list_can_be_fixed_too():
    assert fix(Regel(0, 0, False), []).redenen == {}
    assert kept().redenen == {}


def test_what_somebody_else_fixed_meanwhile_is_not_overwritten():
    fix(Regel(33, 0, False))

    refused("Intussen is deze lijst al vastgesteld. Bekijk die lijst; er is nu niets opgeslagen.", seen_fixed=None)


def test_a_list_that_is_no_longer_what_was_on_the_screen_is_not_fixed():
    refused("De cijfers zijn intussen veranderd. Bekijk de lijst opnieuw; er is niets opgeslagen.", seen=["assen", "breda"])


def test_of_a_tertaal_of_which_nothing_is_known_there_is_no_list():
    sentence = "Van 2031-1 is niets bekend. Kies een tertaal uit de lijst."

    refused(sentence, OngeldigeInvoer, tertaal=Tertaal(2031, 1))
