"""Post beside the server: from its start to its stop, and what fails stops nothing."""

import asyncio
import time
from datetime import date, timedelta
from threading import Event

import pytest

from landkaart.domein.clock import midnight
from landkaart.domein.herinnering import PostSoort
from landkaart.web.serving import post_work as work
from tests.steps.imap_server import report, running_imap
from tests.steps.mail_senders import have_passwords
from tests.steps.mail_servers import Box, free_port, running
from tests.steps.post_plan import mails, plan
from tests.steps.small_landkaart import keep, make_uitvraag, make_werkplein

OPENING = midnight(date(2009, 7, 15)) + timedelta(hours=9)


@pytest.fixture(autouse=True)
def one_mail_is_due(database, set_clock):
    set_clock(OPENING)
    keep(*[make_werkplein(f"w{number}") for number in range(3)], make_uitvraag())
    have_passwords()
    plan(PostSoort.OPENING)


def serve_until(done, stop_after: float = 20) -> None:
    """The server runs until `done()`, and stops."""

    async def serve():
        async with work.post_work():
            end = time.monotonic() + stop_after
            while not done() and time.monotonic() < end:
                await asyncio.sleep(0.02)

    asyncio.run(serve())


def test_what_is_due_at_the_start_leaves_at_once(box):
    serve_until(lambda: len(box.mails) == 3)

    assert {status for _, _, status in mails()} == {"verzonden"}


def test_at_the_stop_the_mail_in_hand_is_finished_and_the_rest_waits(mail_to):
    box = Box(pause=0.5)
    with running(box) as smtp:
        mail_to(smtp.port)
        serve_until(lambda: box.mails)

    assert sorted(status for _, _, status in mails()) == ["verzonden", "wacht", "wacht"]


def test_it_looks_again_and_again(box, monkeypatch, set_clock):
    monkeypatch.setattr(work, "LOOK_EVERY", 0.05)
    set_clock(OPENING - timedelta(minutes=1))

    def then_it_is_time():
        if not box.mails:
            set_clock(OPENING)
        return len(box.mails) == 3

    serve_until(then_it_is_time)

    assert len(box.mails) == 3


def test_without_a_mail_server_nothing_is_begun():
    assert work.look(Event()) is None
    assert mails() == []


def test_a_server_that_is_away_is_no_failure_of_ours(mail_to, caplog):
    mail_to(free_port())

    work.look(Event())

    assert [record for record in caplog.records if record.levelname == "ERROR"] == []


def test_what_nobody_expected_is_logged_and_tried_again(box, monkeypatch, caplog):
    with monkeypatch.context() as broken:
        broken.setattr(work, "send_due_post", lambda *_: 1 / 0)
        assert work.look(Event()) is None
    assert "division by zero" in caplog.text

    work.look(Event())
    assert len(box.mails) == 3


def test_the_mailbox_is_looked_into_where_one_is_set(box, monkeypatch):
    assert work.look_into_mailbox() == 0
    work.look(Event())
    with running_imap() as mailbox:
        monkeypatch.setenv("IMAP_URL", mailbox.url)
        mailbox.take_in(report(box.mails[0][1]))

        assert work.look_into_mailbox() == 1


def test_a_mailbox_that_cannot_be_is_logged(monkeypatch, mail_to, caplog):
    mail_to(1)
    monkeypatch.setenv("IMAP_URL", "geen adres")

    assert work.look_into_mailbox() == 0
    assert "IMAP_URL is geen adres" in caplog.text
