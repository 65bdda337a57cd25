"""Post by the clock with two programs that are restarted fifty times, each time with a mail in hand: each mail once."""

import asyncio
import random
import signal
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest

from landkaart.domein import clock
from landkaart.domein.herinnering import GONE, PostSoort
from landkaart.post.by_clock import send_due_post
from landkaart.post.mailserver import Mailserver
from tests.steps.clock_senders import program
from tests.steps.clocks import believe_clock
from tests.steps.mail_senders import ADRES, have_passwords
from tests.steps.mail_servers import Box, running
from tests.steps.post_plan import mails, plan
from tests.steps.small_landkaart import keep, make_uitvraag, make_werkplein

RESTARTS, WERKPLEINEN = 50, 130


@dataclass
class Slow(Box):
    """It has a mail and does not say so yet, until it is told to go on with as many as `allowed`."""

    allowed: int = 0
    in_hand: Event = field(default_factory=Event)

    async def handle_DATA(self, server, session, envelope):
        said = await super().handle_DATA(server, session, envelope)
        self.in_hand.set()
        while self.allowed <= 0:
            await asyncio.sleep(0.002)
        self.allowed -= 1
        return said


@pytest.fixture
def due(database):
    """A mail to every werkplein, of which the moment is past."""
    keep(*[make_werkplein(f"w{each}") for each in range(WERKPLEINEN)], make_uitvraag(sluit=datetime(2100, 1, 1, tzinfo=UTC)))
    have_passwords()
    believe_clock()
    plan(PostSoort.OPENING)


def restart(box: Slow, port: int, how: signal.Signals) -> None:
    """Two programs; one of them by chance is ended while a mail is on its way, and begun again."""
    programs = [program(port), program(port)]
    for _ in range(RESTARTS):
        box.in_hand.wait(10)
        box.in_hand.clear()
        which = random.randrange(2)
        end(programs[which], how, box)
        programs[which] = program(port)
    box.allowed = 10**6
    while any(status == "wacht" for _, _, status in mails()):
        asyncio.run(asyncio.sleep(0.1))
    for each in programs:
        end(each, signal.SIGTERM, box)


def end(found, how: signal.Signals, box: Slow) -> None:
    found.terminate() if how is signal.SIGTERM else found.kill()
    # That of the other as well: nobody knows which of the two has the first.
    box.allowed += 2
    found.join(60)
    assert found.exitcode in (0, -how)


def test_two_programs_that_are_stopped_and_started_fifty_times_send_each_mail_once(due):
    box = Slow()

    with running(box) as smtp:
        restart(box, smtp.port, signal.SIGTERM)

    assert Counter(status for _, _, status in mails()) == {"verzonden": WERKPLEINEN}
    assert sorted(box.addresses) == [adres for _, adres, _ in mails()]


def test_two_programs_that_are_killed_fifty_times_send_no_mail_twice_and_say_of_which_they_do_not_know(due, set_clock):
    box = Slow()

    with running(box) as smtp:
        restart(box, smtp.port, signal.SIGKILL)
        set_clock(clock.system_now() + GONE + timedelta(seconds=1))
        send_due_post(Mailserver(smtp, ADRES, 5))

    assert set(Counter(box.addresses).values()) == {1}
    known = {adres: status for _, adres, status in mails()}
    assert len(known) == WERKPLEINEN
    assert set(known.values()) == {"verzonden", "onzeker"}
    assert {adres for adres, status in known.items() if status == "verzonden"} <= set(box.addresses)
    assert 0 < sum(status == "onzeker" for status in known.values()) <= RESTARTS
