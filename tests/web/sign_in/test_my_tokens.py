"""Tokens for programs, on the page of one's own account."""

import re
from datetime import timedelta

from sqlmodel import select

from db import models
from db.engine import read_session
from landkaart.domein.apitoken import MOST
from landkaart.domein.clock import system_now
from tests.steps.my_account import log, renew
from tests.steps.programs import program
from tests.steps.visitors import PASSWORD, browser_of


def make(visitor, naam="Rapportage", wachtwoord=PASSWORD):
    return visitor.post("/account/tokens", data={"act": "maken", "naam": naam, "wachtwoord": wachtwoord})


def withdraw(visitor, naam="Rapportage"):
    return visitor.post("/account/tokens", data={"act": "intrekken", "naam": naam})


def shown(answer):
    return re.search(r"Uw nieuwe token: <code>([\w-]+)</code>", answer.text)[1]


def works(token):
    return program(token).get("/api/v1/tertalen").status_code == 200


def test_a_token_is_shown_once_works_and_only_its_hash_is_kept(jan):
    token = shown(make(jan))

    assert works(token)
    assert token not in jan.get("/account").text
    assert "Rapportage, werkt tot" in jan.get("/account").text
    with read_session() as session:
        assert token not in str(session.exec(select(models.Apitoken)).all())
    assert log()[-1] == '{"account": 1, "token_gemaakt": "Rapportage"}'


def test_withdrawn_it_works_no_more(jan):
    token = shown(make(jan))

    assert "ingetrokken" in withdraw(jan).text

    assert not works(token)
    assert "Rapportage, werkt tot" not in jan.get("/account").text
    assert log()[-1] == '{"account": 1, "token_ingetrokken": "Rapportage"}'
    assert withdraw(jan).status_code == 400


def test_a_year_after_it_was_made_it_works_no_more(jan, jump_clock):
    made = system_now()
    jump_clock(made)
    token = shown(make(jan))

    jump_clock(made + timedelta(days=365, seconds=-1))
    assert works(token)
    jump_clock(made + timedelta(days=365))
    assert not works(token)


def test_nobody_withdraws_that_of_another(jan):
    token = shown(make(jan))

    assert withdraw(browser_of("beheer")).status_code == 400
    assert works(token)


def test_without_the_password_there_is_none(jan):
    answer = make(jan, wachtwoord="fout geraden")

    assert (answer.status_code, "Het huidige wachtwoord klopt niet." in answer.text) == (400, True)
    with read_session() as session:
        assert session.exec(select(models.Apitoken)).all() == []


def test_each_has_a_name_of_its_own_and_there_are_not_too_many(jan):
    assert "Geef het token een naam" in make(jan, naam=" ").text
    make(jan)
    assert "U hebt al een token met deze naam." in make(jan).text
    for number in range(1, MOST):
        assert make(jan, naam=f"Programma {number}").status_code == 200
    assert f"U hebt al {MOST} tokens." in make(jan, naam="Nog een").text


def test_another_password_ends_it(jan):
    token = shown(make(jan))

    assert "uw tokens werken niet meer" in renew(jan).text
    assert not works(token)
