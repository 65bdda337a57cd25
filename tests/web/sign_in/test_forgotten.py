"""Wachtwoord vergeten: asked on a plain page, answered in the mailbox, and nobody learns who has an account."""

import re
from datetime import timedelta
from threading import Event

import pyotp
import pytest

from db import models
from landkaart.domein.clock import system_now
from landkaart.screens import PlainPage
from landkaart.web.sign_in import forgotten
from landkaart.web.sign_in.outbox import OUTBOX
from tests.steps.accounts import make_account
from tests.steps.mail_servers import Box, free_port, rude, running
from tests.steps.visitors import ADRES, PASSWORD, browser, choose, is_in, rows, sign_in

THERE = "https://landkaart.voorbeeld.nl"
LINK = re.compile(r"https://landkaart\.voorbeeld\.nl/toegang/([\w-]{43})")
NEW = "nog een ander wachtwoord"
SECRET = "A" * 32


@pytest.fixture
def visitor(database):
    """With a mail server goes an address of the landkaart, and with https a cookie of its own."""
    return browser(THERE)


@pytest.fixture
def box(visitor, box):
    """Until what was asked for is done."""
    yield box
    sent()


def ask(visitor, adres=ADRES):
    return visitor.post(PlainPage.WACHTWOORD_VERGETEN, data={"adres": adres})


def sent():
    """Waits until what was asked for is done."""
    OUTBOX.submit(lambda: None).result(timeout=30)


def token_in(box):
    return LINK.search(box.mails[-1][1].get_content())[1]


def seen(answer, adres):
    headers = {name: value for name, value in answer.headers.items() if name not in ("content-length", "x-request-id")}
    return answer.status_code, answer.text.replace(adres, "ADRES"), headers


def test_the_sign_in_page_leads_to_it_only_when_mail_can_be_sent(database, mail_to):
    visitor = browser()
    assert "Vraag de beheerder van de landkaart om een herstellink." in visitor.get("/inloggen").text
    assert PlainPage.WACHTWOORD_VERGETEN not in visitor.get("/inloggen").text

    mail_to(free_port())

    assert f'<a href="{PlainPage.WACHTWOORD_VERGETEN}">Wachtwoord vergeten?</a>' in visitor.get("/inloggen").text


def test_without_a_mail_server_it_says_whom_to_ask_and_counts_nothing(account):
    visitor = browser()
    for answer in (visitor.get(PlainPage.WACHTWOORD_VERGETEN), ask(visitor)):
        assert "Vraag de beheerder van de landkaart om een herstellink" in answer.text
        assert "<form" not in answer.text

    assert rows(models.Poging) == rows(models.Toegangslink) == []


def test_a_link_comes_by_mail_and_lets_choose_a_password(visitor, account, box):
    assert ask(visitor).status_code == 200
    sent()

    assert box.addresses == [ADRES]
    answer = choose(visitor, token_in(box), NEW)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert is_in(visitor)
    assert sign_in(browser(THERE), wachtwoord=PASSWORD).status_code == 403
    assert sign_in(browser(THERE), wachtwoord=NEW).status_code == 303


def test_the_link_works_once_and_then_leads_to_asking_again(visitor, account, box):
    ask(visitor)
    sent()
    choose(visitor, token_in(box), NEW)

    answer = choose(browser(), token_in(box), "nog weer een ander")

    assert answer.status_code == 410
    assert f'<a href="{PlainPage.WACHTWOORD_VERGETEN}">' in answer.text


@pytest.mark.parametrize(("minutes", "status"), [(59.99, 200), (60, 410)])
def test_the_link_holds_an_hour(visitor, account, box, set_clock, minutes, status):
    start = system_now()
    set_clock(start)
    ask(visitor)
    sent()

    set_clock(start + timedelta(minutes=minutes))

    assert visitor.get(f"/toegang/{token_in(box)}").status_code == status


def test_who_has_a_second_factor_still_needs_it(visitor, box):
    make_account("lezer", adres=ADRES, wachtwoord=PASSWORD, totp=SECRET)
    ask(visitor)
    sent()
    assert "met de code uit uw app" in visitor.get(f"/toegang/{token_in(box)}").text

    answer = choose(visitor, token_in(box), NEW)

    assert "Uw nieuwe wachtwoord is vastgelegd." in answer.text
    assert "set-cookie" not in answer.headers
    assert not is_in(visitor)
    assert sign_in(visitor, wachtwoord=NEW).status_code == 403
    assert sign_in(visitor, wachtwoord=NEW, code=pyotp.TOTP(SECRET).now()).status_code == 303


def test_unknown_disabled_uninvited_and_demo_get_the_same_answer_and_no_mail(visitor, account, box):
    make_account("lezer", adres="uitgezet@gemeente.nl", wachtwoord=PASSWORD, uitgezet_op=system_now())
    make_account("lezer", adres="nieuw@gemeente.nl")
    make_account("lezer", adres="lezer@demo.nl", wachtwoord=PASSWORD, demo=True)

    same = seen(ask(visitor), ADRES)
    for adres in ("niemand@gemeente.nl", "uitgezet@gemeente.nl", "nieuw@gemeente.nl", "lezer@demo.nl"):
        assert seen(ask(visitor, adres), adres) == same

    sent()
    assert box.addresses == [ADRES]


def test_the_answer_does_not_wait_for_the_mail_nor_for_who_it_is(visitor, account, box):
    go_on, done = Event(), []
    OUTBOX.submit(go_on.wait, 30)

    for adres in (ADRES, "niemand@gemeente.nl"):
        done.append(ask(visitor, adres).status_code)
    before = (rows(models.Toegangslink), box.mails.copy())
    go_on.set()
    sent()

    assert done == [200, 200]
    assert before == ([], [])
    assert len(box.mails) == 1


def test_a_fourth_request_within_the_hour_is_refused_alike_for_known_and_unknown(visitor, account, box, set_clock):
    start = system_now()
    set_clock(start)
    for adres in (ADRES, "niemand@gemeente.nl"):
        assert [ask(visitor, adres).status_code for _ in range(3)] == [200, 200, 200]

    known, unknown = (seen(ask(visitor, adres), adres) for adres in (ADRES, "niemand@gemeente.nl"))

    assert known == unknown
    assert (known[0], forgotten.ENOUGH in known[1]) == (429, True)
    sent()
    assert len(box.mails) == 3
    set_clock(start + timedelta(hours=1))
    assert ask(visitor).status_code == 200


def test_other_letters_or_spaces_around_the_address_are_the_same_address(visitor, account, box):
    for adres in (ADRES.upper(), f" {ADRES} ", "Jan@Gemeente.nl"):
        assert ask(visitor, adres).status_code == 200

    assert ask(visitor).status_code == 429
    sent()
    assert box.addresses == [ADRES] * 3


@pytest.mark.parametrize(
    "adres", ["", "jan", "jan@gemeente.nl\r\nBcc: x@evil.nl", "<b>@x.nl", "a" * 300 + "@x.nl", "HERSTEL a"]
)
def test_what_is_no_address_is_said_and_mailed_to_nobody(visitor, account, box, adres):
    answer = ask(visitor, adres)

    assert answer.status_code == 400
    assert "Dit is geen e-mailadres." in answer.text
    assert "<b>" not in answer.text
    assert rows(models.Poging) == []


def test_asking_changes_nothing_that_works(visitor, account, box):
    sign_in(visitor)
    ask(browser())
    sent()

    assert is_in(visitor)
    assert sign_in(browser(THERE)).status_code == 303


def test_the_link_leads_to_the_address_that_was_set_whatever_host_was_asked(account, box):
    ask(browser("http://127.0.0.1:8501"))
    sent()

    assert LINK.search(box.mails[0][1].get_content())


def test_another_site_cannot_ask_for_you(visitor, account, box):
    answer = visitor.post(PlainPage.WACHTWOORD_VERGETEN, data={"adres": ADRES}, headers={"sec-fetch-site": "cross-site"})

    assert answer.status_code == 403
    assert rows(models.Poging) == []


@pytest.mark.parametrize("trouble", ["refuses", "away", "silent"])
def test_a_mail_that_does_not_leave_is_in_the_servers_log_without_the_link(
    visitor, account, mail_to, caplog, monkeypatch, trouble
):
    monkeypatch.setattr("landkaart.post.mailserver.Mailserver.__init__.__defaults__", (0.5, None))
    box = Box(refuses_all=trouble == "refuses")
    with running(box) as smtp, rude("greeting") as (silent, _):
        mail_to({"refuses": smtp.port, "away": free_port(), "silent": silent.port}[trouble])
        assert ask(visitor).status_code == 200
        sent()

    (line,) = [record.getMessage() for record in caplog.records if record.name == "landkaart.web.sign_in.outbox"]
    assert line.startswith(f"herstellink voor account {account}: mislukt, de mailserver")
    assert "/toegang/" not in line


def test_an_error_of_our_own_gets_a_number_and_the_next_mail_still_leaves(visitor, account, box, caplog, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(forgotten, "forgot", lambda **_: 1 / 0)
        ask(visitor)
        sent()
    assert re.search(r"fout [0-9A-F]{6}", caplog.text)

    ask(visitor)
    sent()

    assert box.addresses == [ADRES]


def test_no_secret_stands_in_a_log_line(visitor, account, box, caplog, capfd):
    caplog.set_level("INFO", logger="landkaart")
    ask(visitor)
    sent()
    token = token_in(box)
    choose(visitor, token, NEW)

    ours = "".join(record.getMessage() for record in caplog.records if record.name.startswith("landkaart"))
    said = ours + "".join(capfd.readouterr()) + "".join(str(row.model_dump()) for row in rows(models.Logregel))
    assert "gevraagd bij het aanmelden" in said
    assert [secret for secret in (token, NEW, "$argon2") if secret in said] == []


def test_the_page_is_plain_dutch_and_asks_nothing_from_elsewhere(visitor, box):
    for text in (visitor.get(PlainPage.WACHTWOORD_VERGETEN).text, ask(visitor, "niemand@gemeente.nl").text):
        assert '<html lang="nl">' in text
        assert "<script" not in text
        assert "http" not in text
