"""The secrets of second factors: sealed in the database, sealed again with another key, and lost with it."""

import json

import pytest
from cryptography.fernet import Fernet
from sqlmodel import select

from db import models
from db.actions.tweede_factor import seal_anew, secret_of, turn_on, use_noodcode, use_totp
from db.engine import read_session, write_session
from db.sealing import Purpose, is_sealed_anew
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.settings import seal_keys
from tests.steps.accounts import make_account, sign_in_as
from tests.steps.perform import perform
from tests.steps.racing import all_at_once
from tests.steps.small_landkaart import everything, log

pytestmark = pytest.mark.usefixtures("database")
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


def kept(account_id):
    with read_session() as session:
        return session.exec(select(models.Account.totp_geheim).where(models.Account.id == account_id)).one()


def secret(account_id):
    with read_session() as session:
        return secret_of(session=session, account_id=account_id)


def test_a_secret_is_kept_sealed():
    jan = sign_in_as("lezer")

    perform(turn_on, jan, geheim=SECRET, stap=1)

    assert SECRET not in kept(jan.account_id)
    assert secret(jan.account_id) == SECRET


def test_secrets_that_lay_open_before_are_sealed_and_the_log_says_how_many():
    open_before, sealed = make_account("lezer", totp_geheim=SECRET), make_account("lezer", totp=SECRET)
    before = kept(sealed)

    assert perform(seal_anew) == (1, ())

    assert (secret(open_before), SECRET in kept(open_before)) == (SECRET, False)
    assert kept(sealed) == before
    assert [json.loads(nieuw) for (nieuw,) in log("nieuw")] == [{"tweede_factoren_verzegeld": 1}]


def test_sealed_again_nothing_changes():
    make_account("lezer", totp=SECRET)
    before = everything()

    perform(seal_anew)

    assert everything() == before


def test_with_a_new_key_before_the_old_all_are_sealed_with_the_new_one_and_the_old_can_go(monkeypatch):
    jan = make_account("lezer", totp=SECRET)
    new, old = Fernet.generate_key().decode(), seal_keys()[0]
    monkeypatch.setenv("LANDKAART_SLEUTEL", f"{new} {old}")

    perform(seal_anew)

    monkeypatch.setenv("LANDKAART_SLEUTEL", new)
    assert secret(jan) == SECRET
    assert is_sealed_anew(Purpose.TOTP, kept(jan))


def test_with_another_key_the_secret_is_lost_and_left_as_it_is(monkeypatch):
    jan = make_account("lezer", totp=SECRET)
    before = everything()
    monkeypatch.setenv("LANDKAART_SLEUTEL", Fernet.generate_key().decode())

    assert perform(seal_anew) == (0, (kept(jan),))

    assert secret(jan) is None
    assert everything() == before


def test_a_step_counts_once_and_only_forwards():
    jan = make_account("lezer")

    def use(stap):
        with write_session() as session:
            return use_totp(session=session, account_id=jan, stap=stap)

    assert [use(stap) for stap in (5, 5, 4, 6)] == [True, False, False, True]


def test_a_step_that_was_used_turns_nothing_on():
    jan = sign_in_as("lezer")
    with write_session() as session:
        use_totp(session=session, account_id=jan.account_id, stap=5)

    with pytest.raises(OngeldigeInvoer, match="Deze code is al gebruikt."):
        perform(turn_on, jan, geheim=SECRET, stap=5)

    assert kept(jan.account_id) is None


def test_a_noodcode_that_many_give_at_once_is_used_once_and_is_worth_nothing_to_another_account():
    jan, other = sign_in_as("lezer"), make_account("lezer")
    code = perform(turn_on, jan, geheim=SECRET, stap=1)[0]

    def use(account_id):
        with write_session() as session:
            return use_noodcode(session=session, account_id=account_id, code=code)

    assert use(other) is False
    assert sorted(all_at_once(8, lambda: use(jan.account_id))) == [False] * 7 + [True]
