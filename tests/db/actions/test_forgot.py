"""Who forgot his password gets a link in his mailbox; nobody else learns or gets anything by asking."""

import json
from datetime import timedelta

import pytest
from sqlmodel import select

from db import models
from db.actions.sessies import count_try, forgot, note_request, use_link
from db.engine import read_session, write_session
from db.queries.accounts import asked_enough, by_link, is_slowed_down
from db.sealing import Purpose, unseal
from landkaart.domein.clock import system_now
from tests.steps.accounts import make_account
from tests.steps.interruption import interrupt_everywhere
from tests.steps.small_landkaart import everything, log

pytestmark = pytest.mark.usefixtures("database")
ADRES = "jan@gemeente.nl"
HASH = {"wachtwoord": "een lang wachtwoord"}


def ask(adres=ADRES):
    with write_session() as session:
        return forgot(session=session, adres=adres, now=system_now())


def found_by(token, later=timedelta(0)):
    with read_session() as session:
        return by_link(session=session, token=token, now=system_now() + later)


def note(number=1, adres=ADRES, herkomst="10.0.0.1", what=note_request):
    for _ in range(number):
        with write_session() as session:
            what(session=session, adres=adres, herkomst=herkomst)


def is_enough(adres=ADRES, herkomst="10.0.0.1", what=asked_enough):
    with read_session() as session:
        return what(session=session, adres=adres, herkomst=herkomst, now=system_now())


def test_a_link_for_a_new_password_comes_with_whom_to_mail_it_to():
    jan = make_account("lezer", adres=ADRES, **HASH)

    account, token = ask()

    assert (account.id, account.adres) == (jan, ADRES)
    assert found_by(token) == (account, "herstel", False)


@pytest.mark.parametrize(("seconds", "works"), [(-1, True), (0, False)])
def test_it_lasts_an_hour(set_clock, seconds, works):
    set_clock(system_now())
    make_account("lezer", adres=ADRES, **HASH)

    _, token = ask()

    assert bool(found_by(token, timedelta(hours=1, seconds=seconds))) is works


def test_it_ends_the_one_before():
    make_account("lezer", adres=ADRES, **HASH)

    first, second = (ask()[1] for _ in range(2))

    assert (found_by(first), bool(found_by(second))) == (None, True)


def test_the_second_factor_stays_on_also_when_the_link_was_used():
    make_account("lezer", adres=ADRES, totp="A" * 32, **HASH)

    _, token = ask()
    with write_session() as session:
        use_link(session=session, token=token, wachtwoord_hash="nieuw", now=system_now())

    with read_session() as session:
        row = session.exec(select(models.Account)).one()
    assert (row.wachtwoord, unseal(Purpose.TOTP, row.totp_geheim)) == ("nieuw", "A" * 32)


@pytest.mark.parametrize(
    "columns",
    [
        {"adres": "ander@gemeente.nl", **HASH},
        {"adres": ADRES},
        {"adres": ADRES, "onderwerp": "iemand bij de aanbieder"},
        {"adres": ADRES, "demo": True, **HASH},
        {"adres": ADRES, "uitgezet_op": system_now(), **HASH},
    ],
    ids=["unknown", "invited only", "by the organisation's sign-in", "demo", "disabled"],
)
def test_for_anybody_else_nothing_is_made_and_nothing_changes(columns):
    make_account("lezer", **columns)
    before = everything()

    assert ask() is None

    assert everything() == before


def test_the_beheerder_of_the_first_start_has_no_mailbox():
    make_account("beheer", adres="beheer@landkaart.invalid", **HASH)

    assert ask("beheer@landkaart.invalid") is None


def test_it_leaves_one_line_in_the_log_that_holds_no_secret_and_no_address_and_names_nobody():
    jan = make_account("lezer", adres=ADRES, **HASH)

    _, token = ask()

    ((handeling, door, account_id, nieuw),) = log("handeling", "door", "account_id", "nieuw")
    assert (handeling, door, account_id) == ("account", "iemand die niet is aangemeld", None)
    assert json.loads(nieuw) == {"account": jan, "herstellink": "gevraagd bij het aanmelden"}
    assert token not in nieuw


def test_an_error_at_any_statement_leaves_everything_as_it_was():
    make_account("lezer", adres=ADRES, **HASH)

    # BEGIN, two looks at the account, the log line, the end of earlier links, the link, the commit.
    assert interrupt_everywhere(ask) >= 7


def test_three_links_an_hour_for_one_address_from_whatever_machine(set_clock):
    start = system_now()
    set_clock(start)
    for herkomst in ("10.0.0.1", "10.0.0.2"):
        note(herkomst=herkomst)
    assert not is_enough(herkomst="10.0.0.3")
    note(herkomst="10.0.0.3")

    assert is_enough(herkomst="10.0.0.4")
    assert not is_enough("ander@gemeente.nl")
    set_clock(start + timedelta(minutes=59, seconds=59))
    assert is_enough(herkomst="10.0.0.4")
    set_clock(start + timedelta(hours=1))
    assert not is_enough(herkomst="10.0.0.4")


def test_thirty_links_an_hour_from_one_machine_for_whatever_address():
    for number in range(29):
        note(adres=f"{number}@gemeente.nl")
    assert not is_enough()
    note(adres="29@gemeente.nl")

    assert is_enough()
    assert not is_enough(herkomst="10.0.0.2")


def test_asking_for_a_link_slows_no_sign_in_down_and_failing_asks_for_no_link():
    note(30)
    assert not is_enough(what=is_slowed_down)
    note(30, adres=f"herstel {ADRES}", herkomst="10.0.0.9", what=count_try)
    note(30, adres="ander@gemeente.nl", herkomst="10.0.0.9", what=count_try)

    assert not is_enough(herkomst="10.0.0.9", adres="ander@gemeente.nl")


def test_a_failure_does_not_throw_away_what_was_asked_within_the_hour_and_an_hour_does(set_clock):
    start = system_now()
    set_clock(start)
    note(3)
    set_clock(start + timedelta(minutes=59))
    note(what=count_try, adres="ander@gemeente.nl")
    assert is_enough()

    set_clock(start + timedelta(hours=2))
    note(adres="ander@gemeente.nl")

    with read_session() as session:
        assert [row.adres for row in session.exec(select(models.Poging))] == ["HERSTEL ander@gemeente.nl"]
