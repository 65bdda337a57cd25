"""Binding an account to an identity, once and only who was invited for it; and undoing that."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from db.actions.accounts import invite, reset
from db.actions.koppelingen import NOT_INVITED, TAKEN, bind, unbind
from db.actions.sessies import start_session, use_link, use_state
from db.engine import read_session, write_session
from db.queries.accounts import account, by_link
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.koppeling import Koppeling
from landkaart.domein.rollen import Rol
from tests.steps.accounts import make_account, make_invited, open_session, who_has
from tests.steps.interruption import interrupt_everywhere
from tests.steps.perform import perform
from tests.steps.small_landkaart import everything, log

pytestmark = pytest.mark.usefixtures("database")
ME = "https://aanmelden.nl|j-1"
NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
JAN = {"adres": "jan@gemeente.nl", "naam": "Jan", "organisatie": "", "rol": Rol.LEZER, "werkpleinen": ()}


def do(account_id, onderwerp=ME):
    with write_session() as session:
        return bind(session=session, account_id=account_id, onderwerp=onderwerp, now=NOW)


def kept(account_id):
    with read_session() as session:
        return account(session=session, account_id=account_id)


def invited_id(token):
    with read_session() as session:
        return by_link(session=session, token=token, now=system_now()).account.id


def refused(account_id, said):
    before = everything()
    with pytest.raises(OngeldigeInvoer, match=said):
        do(account_id)
    assert everything() == before


def test_who_was_invited_is_bound_and_the_log_says_by_whom():
    token = perform(invite, **JAN)
    jan = invited_id(token)

    found = do(jan)

    assert (found.koppeling, found.koppelbaar, found.can_sign_in) == (
        Koppeling("https://aanmelden.nl", "j-1", NOW),
        False,
        True,
    )
    assert kept(jan) == found
    [*_, (door, oud, nieuw)] = log("door", "oud", "nieuw")
    assert (door, json.loads(oud)["koppeling"], json.loads(nieuw)["koppeling"]) == ("Jan", None, "https://aanmelden.nl")
    with read_session() as session:
        assert by_link(session=session, token=token, now=system_now()) is None


def test_an_error_at_any_statement_leaves_everything_as_it_was():
    jan = make_invited("lezer")

    assert interrupt_everywhere(lambda: do(jan)) >= 5


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"koppelbaar": False}, NOT_INVITED),
        ({"wachtwoord": "een lang wachtwoord"}, NOT_INVITED),
        ({"totp": "A" * 32}, NOT_INVITED),
        ({"uitgezet_op": NOW}, NOT_INVITED),
        ({"onderwerp": "https://aanmelden.nl|another"}, TAKEN),
        ({"onderwerp": "https://elders.nl|j-1"}, TAKEN),
    ],
    ids=str,
)
def test_who_was_not_or_has_a_way_in_is_bound_to_nobody(columns, said):
    refused(make_account("lezer", **{"koppelbaar": True} | columns), said)


def test_an_identity_belongs_to_one_account():
    make_account("lezer", onderwerp=ME, uitgezet_op=NOW)

    refused(make_invited("lezer"), TAKEN)


def by_password(jan, token):
    with write_session() as session:
        use_link(session=session, token=token, wachtwoord_hash="hash", now=NOW)


def by_a_session(jan, token):
    with write_session() as session:
        start_session(session=session, account_id=jan, manier="uitnodiging", now=NOW)


@pytest.mark.parametrize("come_in", [by_password, by_a_session])
def test_who_was_in_by_another_way_is_bound_to_nobody_any_more(come_in):
    token = perform(invite, **JAN)
    jan = invited_id(token)

    come_in(jan, token)

    refused(jan, NOT_INVITED)


def test_a_sign_in_by_the_organisation_is_no_other_way():
    jan = make_invited("lezer")

    with write_session() as session:
        start_session(session=session, account_id=jan, manier="oidc", now=NOW)

    assert kept(jan).koppelbaar is True


def test_undoing_ends_the_sessions_and_is_logged():
    jan = make_account("lezer", naam="Jan", onderwerp=ME)
    token = open_session(jan)

    before = perform(unbind, account_id=jan)

    assert (before.koppeling.onderwerp, kept(jan).koppeling, who_has(token)) == ("j-1", None, None)
    [*_, (oud, nieuw)] = log("oud", "nieuw")
    assert (json.loads(oud)["koppeling"], json.loads(nieuw)["koppeling"]) == ("https://aanmelden.nl", None)
    refused(jan, NOT_INVITED)


def test_a_new_invitation_lets_who_has_no_password_be_bound_again_and_a_reset_who_has_one_not():
    without, with_one = make_account("lezer"), make_account("lezer", wachtwoord="een lang wachtwoord")

    for each in (without, with_one):
        perform(reset, account_id=each)

    assert (kept(without).koppelbaar, kept(with_one).koppelbaar) == (True, False)


def test_what_is_not_bound_cannot_be_undone():
    with pytest.raises(OngeldigeInvoer, match="Dit account is niet gekoppeld. Ververs de pagina."):
        perform(unbind, account_id=make_account("lezer"))


@pytest.mark.parametrize("columns", [{"wachtwoord": "een lang wachtwoord"}, {}], ids=["with a password", "without"])
def test_the_last_beheerder_keeps_his_way_in(columns):
    last = make_account("beheer", onderwerp=ME, **columns)

    if columns:
        perform(unbind, account_id=last)
    else:
        with pytest.raises(OngeldigeInvoer, match="Dit is de laatste beheerder."):
            perform(unbind, account_id=last)

    assert (kept(last).koppeling is None) is bool(columns)


def test_a_way_back_is_used_once(set_clock):
    ten = timedelta(minutes=10)
    set_clock(NOW)

    def use(state):
        with write_session() as session:
            return use_state(session=session, state=state, lasts=ten)

    assert [use("a"), use("a"), use("b")] == [True, False, True]
    set_clock(NOW + 2 * ten)
    assert use("c") is True
    assert len(everything()["terugkeer"]) == 1
