"""Coming in and going out, as a browser does it."""

from datetime import timedelta

from db import models
from db.actions.accounts import change, disable, reset
from db.engine import write_session
from db.signs_of_life import saw
from landkaart.domein.clock import system_now
from landkaart.domein.rollen import Rol
from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.perform import perform
from tests.steps.visitors import ADRES, PASSWORD, browser, choose, is_in, rows, sign_in


def test_the_right_password_lets_in_and_leads_to_where_the_visitor_was_going(visitor, account):
    answer = sign_in(visitor, next="/uitleg?x=1")

    assert (answer.status_code, answer.headers["location"]) == (303, "/uitleg?x=1")
    assert is_in(visitor)


def test_every_login_gives_a_new_token_also_over_one_that_was_fixed_before(visitor, account):
    fixed = open_session(make_account("lezer"))
    visitor.cookies.set("sessie", fixed)

    tokens = [sign_in(visitor).headers["set-cookie"].split(";")[0].removeprefix("sessie=") for _ in range(2)]

    assert len({fixed, *tokens}) == 3
    assert [who_has(token).account_id for token in tokens] == [account, account]


def test_signing_out_ends_the_session_and_takes_the_cookie(visitor, account):
    sign_in(visitor)
    token = visitor.cookies["sessie"]

    answer = visitor.post("/uitloggen")

    assert (answer.status_code, answer.headers["location"]) == (303, "/inloggen")
    assert "sessie" not in visitor.cookies
    assert who_has(token) is None
    assert visitor.post("/uitloggen").status_code == 303


def test_a_link_cannot_sign_anybody_out(visitor, account):
    sign_in(visitor)
    visitor.get("/uitloggen")

    assert is_in(visitor)


def test_of_a_token_only_the_hash_is_kept(visitor, account, database):
    sign_in(visitor)
    token = visitor.cookies["sessie"]

    assert len(token) == 43
    assert [len(row.token_hash) for row in rows(models.Sessie)] == [64]
    kept = b"".join(path.read_bytes() for path in database.parent.iterdir())
    assert ADRES.encode() in kept
    assert token.encode() not in kept
    assert PASSWORD.encode() not in kept


# How long it lasts


def test_a_session_ends_half_an_hour_after_the_last_sign_of_life(visitor, account, set_clock):
    start = system_now()
    set_clock(start)
    sign_in(visitor)

    set_clock(start + timedelta(minutes=29, seconds=59))
    assert is_in(visitor)
    set_clock(start + timedelta(minutes=59, seconds=58))
    assert is_in(visitor)
    set_clock(start + timedelta(minutes=89, seconds=58))
    assert not is_in(visitor)


def test_a_session_ends_after_ten_hours_whatever_happens(visitor, account, set_clock):
    start = system_now()
    set_clock(start)
    sign_in(visitor)

    for minutes in range(20, 600, 20):
        set_clock(start + timedelta(minutes=minutes))
        assert is_in(visitor)
    set_clock(start + timedelta(hours=10, seconds=-1))
    assert is_in(visitor)
    set_clock(start + timedelta(hours=10))
    assert not is_in(visitor)


def test_a_sign_of_life_from_inside_a_page_counts(visitor, account, set_clock):
    start = system_now()
    set_clock(start)
    sign_in(visitor)

    set_clock(start + timedelta(minutes=20))
    saw(1, system_now())
    set_clock(start + timedelta(minutes=49))
    assert is_in(visitor)


def test_another_role_or_being_disabled_ends_the_session(visitor, account):
    sign_in(visitor)
    what = {"account_id": account, "naam": "Jan", "organisatie": "", "werkpleinen": ()}
    perform(change, rol=Rol.LEZER, **what)
    assert is_in(visitor)

    perform(change, rol=Rol.AKO, **what)
    assert not is_in(visitor)

    sign_in(visitor)
    perform(disable, account_id=account)
    assert not is_in(visitor)
    assert sign_in(visitor).status_code == 403


def test_an_account_that_was_enabled_again_does_not_bring_its_old_session_back(visitor, account):
    sign_in(visitor)
    perform(disable, account_id=account)
    with write_session() as session:
        session.get(models.Account, account).uitgezet_op = None

    assert not is_in(visitor)


def test_no_secret_stands_in_a_log_line(visitor, account, caplog, capfd):
    caplog.set_level(0)
    token = perform(reset, account_id=account)
    sign_in(visitor, wachtwoord="een geheim dat mis is")
    sign_in(visitor)
    cookie = visitor.cookies["sessie"]
    choose(browser(), token, "nog een heel ander geheim")
    visitor.post("/uitloggen")

    ours = "".join(record.getMessage() for record in caplog.records if record.name != "httpx2")
    said = ours + "".join(capfd.readouterr()) + "".join(str(row.model_dump()) for row in rows(models.Logregel))
    assert "aangemeld" in said
    secrets = [token, cookie, PASSWORD, "een geheim dat mis is", "nog een heel ander geheim", "$argon2", *hashes()]
    assert [secret for secret in secrets if secret in said] == []


def hashes():
    return [row.token_hash for row in (*rows(models.Sessie), *rows(models.Toegangslink))]


def test_what_was_being_written_when_the_database_failed_stays_out_of_the_log(visitor, account, caplog):
    with write_session() as session:
        session.connection().exec_driver_sql(
            "CREATE TRIGGER vol BEFORE INSERT ON sessie BEGIN SELECT RAISE(ABORT, 'de schijf is vol'); END"
        )

    answer = sign_in(visitor)

    assert answer.status_code == 500
    assert "de schijf is vol" in caplog.text
    assert "de schijf is vol" not in answer.text
    assert "SQL parameters hidden" in caplog.text
