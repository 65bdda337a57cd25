"""A mailing of which the sender is killed, and one that two send at once."""

import random
import signal
import time
from datetime import timedelta
from multiprocessing import get_context

from db.engine import close
from landkaart.domein import clock
from landkaart.domein.herinnering import GONE
from landkaart.settings import database_url
from tests.steps.mail_senders import begin, counted, outcomes, send, send_apart
from tests.steps.mail_servers import Box, running

KILLS = 6


def process(mailing: int, port: int):
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.steps.mail_senders"])
    found = context.Process(target=send_apart, args=(database_url(), mailing, port))
    found.start()
    return found


def test_whoever_is_killed_while_sending_leaves_no_address_with_two_and_none_without_a_word(database, set_clock):
    mailing, box = begin(40), Box(pause=0.01)

    with running(box) as smtp:
        for _ in range(KILLS):
            close(database_url())
            sending = process(mailing, smtp.port)
            time.sleep(random.uniform(0.1, 0.5))
            sending.kill()
            sending.join()
            assert sending.exitcode in (-signal.SIGKILL, 0)
        left = counted()
        set_clock(clock.system_now() + GONE + timedelta(seconds=1))
        send(mailing, smtp.port)

    assert left.get("bezig", 0) <= KILLS
    assert len(box.addresses) == len(set(box.addresses))
    assert counted().get("onzeker", 0) == left.get("bezig", 0)
    for adres, status in outcomes().items():
        assert status in ("verzonden", "onzeker")
        assert status == "onzeker" or adres in box.addresses


def test_two_that_send_the_same_mailing_at_once_share_the_work(database):
    mailing, box = begin(30), Box(pause=0.01)

    with running(box) as smtp:
        close(database_url())
        both = [process(mailing, smtp.port) for _ in range(2)]
        for each in both:
            each.join()

    assert [each.exitcode for each in both] == [0, 0]
    assert sorted(box.addresses) == sorted(outcomes())
    assert counted() == {"verzonden": 30}
