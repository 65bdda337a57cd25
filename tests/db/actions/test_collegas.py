"""A coördinator and the people of his werkplein; on both kinds of database."""

import json

import pytest
from sqlalchemy import update
from sqlmodel import select

from db import models
from db.actions import collegas as acts
from db.actions.accounts import disable
from db.actions.werkpleinen import close_werkplein
from db.engine import read_session, write_session
from db.queries.accounts import by_adres, by_link
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import NietToegestaan, OngeldigeInvoer
from tests.steps.accounts import give_werkpleinen, make_account, open_session, who_has
from tests.steps.perform import perform
from tests.steps.small_landkaart import ASSEN, everything

pytestmark = pytest.mark.usefixtures("small_landkaart", "leads")
JO = {"adres": " Jo@UWV.nl ", "naam": "Jo", "organisatie": "UWV"}


@pytest.fixture
def leads(small_landkaart) -> None:
    """The manager of Assen is its coördinator."""
    with write_session() as session:
        mine = models.AccountWerkplein.account_id == ASSEN.account_id
        session.exec(update(models.AccountWerkplein).where(mine).values(coordinator=True))


def invite(**other):
    return perform(acts.invite_collega, ASSEN, **{"werkplein": "assen"} | JO | other)


def remove(account_id: int, werkplein: str = "assen"):
    return perform(acts.remove_collega, ASSEN, werkplein=werkplein, account_id=account_id)


def again(account_id: int):
    return perform(acts.invite_collega_again, ASSEN, werkplein="assen", account_id=account_id)


def found(adres: str = "jo@uwv.nl"):
    with read_session() as session:
        return by_adres(session=session, adres=adres)


def opens(token: str) -> str | None:
    with read_session() as session:
        link = by_link(session=session, token=token, now=system_now())
    return link and link.account.adres


def colleague(*werkpleinen: str, id: int = 9050, **columns) -> int:
    return make_account("werkplein", werkpleinen or ["assen"], "Collega", adres="collega@uwv.nl", id=id, **columns)


def test_a_colleague_gets_an_account_for_this_werkplein_and_a_link():
    token = invite()

    jo = found()
    assert (jo.naam, jo.rol.value, jo.werkpleinen, jo.coordinator_van) == ("Jo", "werkplein", ("assen",), ())
    assert opens(token) == "jo@uwv.nl"


def test_another_werkplein_is_none_of_his_business():
    before = everything()

    for act in (lambda: invite(werkplein="breda"), lambda: remove(9002, "breda")):
        with pytest.raises(NietToegestaan):
            act()

    assert everything() == before


def test_who_was_coordinator_until_just_now_is_refused():
    with write_session() as session:
        session.exec(update(models.AccountWerkplein).values(coordinator=False))

    with pytest.raises(NietToegestaan):
        invite()


def test_somebody_of_another_werkplein_gets_this_one_on_top_and_no_link_that_opens_the_other():
    make_account("werkplein", ["breda"], "Jo van Breda", adres="jo@uwv.nl", id=9050)

    assert invite() is None

    assert (found().naam, found().werkpleinen, found().coordinator_van) == ("Jo van Breda", ("assen", "breda"), ())
    with read_session() as session:
        assert session.exec(select(models.Toegangslink)).all() == []


def test_no_link_is_made_for_who_has_another_werkplein_as_well():
    with pytest.raises(OngeldigeInvoer, match="heeft ook een ander werkplein"):
        again(colleague("assen", "breda"))


@pytest.mark.parametrize(
    ("rol", "werkpleinen", "said"),
    [
        ("ako", [], "dat geen werkplein invult"),
        ("beheer", [], "dat geen werkplein invult"),
        ("werkplein", ["assen"], "vult dit werkplein al in"),
    ],
)
def test_who_is_something_else_or_there_already_is_not_touched(rol, werkpleinen, said):
    make_account(rol, werkpleinen, "Jo", adres="jo@uwv.nl", id=9050)
    before = found()

    with pytest.raises(OngeldigeInvoer, match=said):
        invite()

    assert found() == before


def test_who_the_beheerder_put_out_stays_out():
    perform(disable, account_id=make_account("werkplein", ["breda"], "Jo", adres="jo@uwv.nl", id=9050))

    with pytest.raises(OngeldigeInvoer, match="uitgezet"):
        invite()

    assert found().werkpleinen == ("breda",)


def test_nobody_comes_on_a_werkplein_that_closes():
    perform(close_werkplein, code="assen", tot=system_now().date())

    with pytest.raises(OngeldigeInvoer, match="komt niemand meer bij"):
        invite()


def test_who_is_invited_again_can_use_both_links():
    first = invite()

    second = again(found().id)

    assert (opens(first), opens(second)) == ("jo@uwv.nl", "jo@uwv.nl")


def test_who_has_a_way_in_is_not_invited_again():
    with pytest.raises(OngeldigeInvoer, match="al een eigen toegang"):
        again(colleague(wachtwoord="een lang wachtwoord"))


def test_who_leaves_is_out_at_once_and_what_he_had_elsewhere_stays():
    number = colleague("assen", "breda", wachtwoord="een lang wachtwoord")
    cookie = open_session(number)

    remove(number)

    left = found("collega@uwv.nl")
    assert (left.werkpleinen, left.uitgezet_op, who_has(cookie)) == (("breda",), None, None)


def test_who_has_no_werkplein_left_cannot_come_in_and_can_be_let_in_again():
    number = colleague(wachtwoord="een lang wachtwoord")

    remove(number)
    gone = found("collega@uwv.nl")
    assert (gone.werkpleinen, gone.uitgezet_op is None) == ((), False)

    assert invite(adres="collega@uwv.nl") is None
    back = found("collega@uwv.nl")
    assert (back.werkpleinen, back.uitgezet_op) == (("assen",), None)


def test_a_link_that_was_not_used_goes_with_who_leaves():
    token = invite()

    remove(found().id)

    assert opens(token) is None


def test_a_coordinator_is_not_taken_out_by_another_nor_by_himself():
    other = colleague()
    with write_session() as session:
        session.exec(update(models.AccountWerkplein).values(coordinator=True))

    for number in (other, ASSEN.account_id):
        with pytest.raises(OngeldigeInvoer, match="is coördinator van dit werkplein"):
            remove(number)


def test_who_is_no_colleague_is_not_taken_out():
    with pytest.raises(OngeldigeInvoer, match="vult dit werkplein niet in"):
        remove(9002)


def test_the_log_says_who_let_whom_in_and_out():
    invite()
    remove(found().id)

    with read_session() as session:
        out, let_in = session.exec(select(models.Logregel).order_by(models.Logregel.id.desc()).limit(2)).all()
    assert {(each.door, each.account_id, each.handeling) for each in (out, let_in)} == {(ASSEN.naam, 9001, "account")}
    assert (let_in.oud, json.loads(let_in.nieuw)["werkpleinen"]) == (None, ["assen"])
    assert (json.loads(out.oud)["werkpleinen"], json.loads(out.nieuw)["werkpleinen"]) == (["assen"], [])


def test_two_werkpleinen_of_one_coordinator_count_both():
    with write_session() as session:
        give_werkpleinen(session, ASSEN.account_id, ["breda"])
        session.exec(update(models.AccountWerkplein).values(coordinator=True))

    assert opens(again(colleague("assen", "breda"))) == "collega@uwv.nl"
