"""Somebody who is in, with his browser."""

from datetime import timedelta

import pytest

from landkaart.domein.clock import system_now
from tests.steps.accounts import make_account
from tests.steps.my_account import code_of, come_in, offered, turn_on
from tests.steps.visitors import ADRES, PASSWORD, browser


@pytest.fixture
def jan(database):
    """He has a password."""
    make_account("lezer", naam="Jan", adres=ADRES, wachtwoord=PASSWORD)
    return come_in(browser())


@pytest.fixture
def secret(jan, set_clock):
    """Jan's second factor, turned on a minute ago."""
    start = system_now()
    set_clock(start)
    secret, sealed = offered(jan)
    turn_on(jan, code_of(secret), geheim=sealed)
    set_clock(start + timedelta(minutes=1))
    return secret
