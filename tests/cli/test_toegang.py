"""A way in from the command line: for the first beheerder, and for who cannot come in any more."""

import re

from tests.steps.accounts import make_account
from tests.steps.visitors import ADRES, PASSWORD, browser, choose, is_in, sign_in

LINK = re.compile(r"http://localhost:8501/toegang/([\w-]{43})")


def test_while_there_is_no_beheerder_a_link_signs_one_in(landkaart, database):
    said = landkaart("toegang")

    assert said.status == 0
    assert LINK.fullmatch(said.out[0])


def test_with_a_beheerder_it_says_whom_to_ask(landkaart, database):
    make_account("beheer", wachtwoord=PASSWORD)

    said = landkaart("toegang")

    assert (said.status, said.err) == (1, ["Er is al een beheerder die zelf kan aanmelden. Vraag daar een herstellink."])


def test_the_only_beheerder_who_lost_his_telephone_comes_in_again(landkaart, database):
    make_account("beheer", adres=ADRES, wachtwoord=PASSWORD, totp="A" * 32)

    said = landkaart("toegang", "--voor", " Jan@Gemeente.nl")

    visitor = browser()
    choose(visitor, LINK.fullmatch(said.out[0])[1], "een heel nieuw wachtwoord")
    assert is_in(visitor)
    assert sign_in(browser(), wachtwoord="een heel nieuw wachtwoord").status_code == 303


def test_an_address_that_nobody_has_is_a_sentence(landkaart, database):
    said = landkaart("toegang", "--voor", "niemand@gemeente.nl")

    assert (said.status, said.out, said.err) == (1, [], ["Er is geen account met dit e-mailadres dat aan staat."])
