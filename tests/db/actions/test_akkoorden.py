"""Signing a submitted version: the UWV and the municipality each for themselves."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import select

from db import models
from db.actions.akkoorden import give_akkoord, withdraw_akkoord
from db.actions.indieningen import submit
from db.actions.invullingen import save_answer
from db.actions.sessies import end_session
from db.engine import read_session, write_session
from db.queries.invullingen import akkoorden
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import Clock, midnight
from landkaart.domein.fouten import Gesloten, NietAangemeld, NietToegestaan, OngeldigeInvoer
from landkaart.domein.invulling import Akkoord
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal
from tests.steps.accounts import make_account, open_session, sign_in_as, who_has
from tests.steps.perform import perform

NU = Tertaal(2009, 2)
SLUIT = midnight(date(2009, 9, 1))
FIRST = datetime(2009, 8, 3, 12, 30, tzinfo=UTC)
SECOND = FIRST + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def two_werkpleinen(database, set_clock):
    """And an uitvraag that is open; it is FIRST."""
    moments = {"opent": midnight(date(2009, 7, 15)), "herinnering": midnight(date(2009, 8, 15)), "sluit": SLUIT}
    with write_session() as session:
        for code in ("assen", "breda"):
            places = dict.fromkeys(("naam", "plaats", "gemeente", "provincie", "arbeidsmarktregio"), code.capitalize())
            session.add(models.Werkplein(code=code, **places, breedtegraad=52.9, lengtegraad=6.5))
        session.add(models.Uitvraag(tertaal=str(NU), **moments, actueel_vanaf=moments["opent"]))
    set_clock(FIRST)


@pytest.fixture
def uwv():
    account = make_account("werkplein", ["assen"], "iemand van het UWV", organisatie="UWV WERKbedrijf")
    return who_has(open_session(account)).gebruiker


@pytest.fixture
def gemeente():
    return sign_in_as("werkplein", ["assen"], "iemand van de gemeente")


def act(action, by, **what):
    return perform(action, by, **{"werkplein": "assen", "tertaal": NU, **what})


def submit_all(by, band=Band.VOLLEDIG):
    for code in catalogus().codes:
        act(save_answer, by, mijlpaal=code, band=band)
    act(submit, by)


def signed():
    with read_session() as session:
        return akkoorden(session=session, werkplein="assen", tertaal=NU)


def log():
    with read_session() as session:
        rows = session.exec(
            select(models.Logregel).where(models.Logregel.handeling == "akkoord").order_by(models.Logregel.id)
        )
        return [(row.door, row.moment, row.tertaal, row.mijlpaal, row.nieuw) for row in rows]


def refused(fout, sentence, by, **what):
    before = signed()
    with pytest.raises(fout) as error:
        act(give_akkoord, by, **{"versie": 1, **what})
    assert str(error.value) == sentence
    assert (signed(), log()) == (before, [])


def test_the_uwv_and_the_municipality_both_sign_one_version(uwv, gemeente, set_clock):
    submit_all(uwv)
    act(give_akkoord, uwv, versie=1)
    set_clock(SECOND)
    act(give_akkoord, gemeente, versie=1)

    assert signed() == {
        1: [
            Akkoord(uwv.account_id, "iemand van het UWV", "UWV WERKbedrijf", FIRST),
            Akkoord(gemeente.account_id, "iemand van de gemeente", "", SECOND),
        ]
    }
    assert log() == [
        ("iemand van het UWV", FIRST, "2009-2", None, '{"versie": 1}'),
        ("iemand van de gemeente", SECOND, "2009-2", None, '{"versie": 1}'),
    ]


def test_a_second_time_changes_nothing(uwv, set_clock):
    submit_all(uwv)
    act(give_akkoord, uwv, versie=1)
    set_clock(SECOND)

    act(give_akkoord, uwv, versie=1)

    assert [akkoord.gegeven_op for akkoord in signed()[1]] == [FIRST]
    assert len(log()) == 1


def test_a_new_version_is_signed_anew_and_the_old_one_keeps_its_signatures(uwv, gemeente):
    submit_all(uwv)
    act(give_akkoord, uwv, versie=1)
    submit_all(uwv, Band.NIET)
    act(give_akkoord, gemeente, versie=2)

    found = {versie: [akkoord.naam for akkoord in given] for versie, given in signed().items()}
    assert found == {1: ["iemand van het UWV"], 2: ["iemand van de gemeente"]}


def test_who_signed_can_withdraw_it_and_nobody_else_can(uwv, gemeente):
    submit_all(uwv)
    act(give_akkoord, uwv, versie=1)
    act(withdraw_akkoord, gemeente, versie=1)
    assert [akkoord.naam for akkoord in signed()[1]] == ["iemand van het UWV"]

    act(withdraw_akkoord, uwv, versie=1)

    assert signed() == {}
    assert log()[1:] == [("iemand van het UWV", FIRST, "2009-2", None, None)]
    act(give_akkoord, uwv, versie=1)
    assert [akkoord.naam for akkoord in signed()[1]] == ["iemand van het UWV"]


def test_what_was_signed_stays_signed_from_the_closing_on(uwv, set_clock):
    submit_all(uwv)
    act(give_akkoord, uwv, versie=1)
    set_clock(SLUIT)

    with pytest.raises(Gesloten):
        act(withdraw_akkoord, sign_in_as("werkplein", ["assen"]), versie=1)


@pytest.mark.parametrize("versie", [1, 3])
def test_only_the_latest_version_can_be_signed(versie, uwv, gemeente):
    submit_all(uwv)
    submit_all(uwv, Band.NIET)
    sentence = "Er is intussen versie 2 ingediend. Bekijk die versie en geef daarna akkoord. Er is niets opgeslagen."

    refused(OngeldigeInvoer, sentence, gemeente, versie=versie)


def test_what_was_not_submitted_cannot_be_signed(uwv):
    refused(OngeldigeInvoer, "Er is nog niets ingediend om akkoord op te geven.", uwv)


def test_until_the_last_second_it_can_be_signed_and_from_the_closing_on_not(uwv, set_clock):
    submit_all(uwv)
    set_clock(SLUIT)
    gemeente = sign_in_as("werkplein", ["assen"])
    refused(Gesloten, "De uitvraag van 2009-2 is gesloten. Er is niets opgeslagen.", gemeente)
    set_clock(SLUIT - timedelta(seconds=1))

    act(give_akkoord, gemeente, versie=1)

    assert len(signed()[1]) == 1


@pytest.mark.parametrize(("rol", "own"), [("werkplein", ["breda"]), ("ako", []), ("beheer", []), ("lezer", [])])
def test_only_its_own_people_sign_for_a_werkplein(rol, own, uwv):
    submit_all(uwv)
    sentence = "U mag de landkaart van dit werkplein niet invullen. Er is niets opgeslagen."

    refused(NietToegestaan, sentence, sign_in_as(rol, own))


def test_who_signed_out_in_another_window_signs_nothing(uwv):
    submit_all(uwv)
    token = open_session(uwv.account_id)
    gone = who_has(token).gebruiker
    with write_session() as session:
        end_session(session=session, token=token, now=Clock().now())

    refused(NietAangemeld, str(NietAangemeld()), gone)


def test_the_command_line_has_no_account_to_sign_with(uwv):
    submit_all(uwv)

    refused(OngeldigeInvoer, "Akkoord geven kan alleen wie met een eigen account is aangemeld.", operator())
