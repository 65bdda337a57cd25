"""`post`: what is due by the calendar, for a timer; so it says with its status whether all went well."""

from datetime import date, timedelta

import pytest

from landkaart.domein.clock import midnight
from landkaart.domein.herinnering import PostSoort
from tests.steps.imap_server import report, running_imap
from tests.steps.mail_senders import have_passwords
from tests.steps.mail_servers import Box, free_port, running
from tests.steps.post_plan import mails, plan
from tests.steps.small_landkaart import keep, make_uitvraag, make_werkplein

OPENING = midnight(date(2009, 7, 15)) + timedelta(hours=9)


@pytest.fixture(autouse=True)
def two_werkpleinen(database, set_clock):
    set_clock(OPENING)
    keep(make_werkplein("assen"), make_werkplein("breda"), make_uitvraag())
    have_passwords()
    plan(PostSoort.OPENING)


def test_it_sends_what_is_due_once(landkaart, box):
    said, again = landkaart("post"), landkaart("post")

    assert (said.status, said.out, said.err) == (0, ["2 verzonden."], [])
    assert (again.status, again.out, len(box.mails)) == (0, ["Er is niets verstuurd."], 2)


def test_what_failed_is_told(landkaart, box):
    box.refuses = {"9001@voorbeeld.nl"}

    said = landkaart("post")

    assert (said.status, said.out) == (1, ["1 mislukt en 1 verzonden."])
    assert said.err == ["Niet alles is verstuurd. Op de pagina Herinneren staat per adres wat er misging."]


def test_a_server_that_is_away_is_told_and_all_waits(landkaart, mail_to):
    mail_to(free_port())

    said = landkaart("post")

    assert (said.status, said.out) == (1, ["Er is niets verstuurd."])
    assert "is niet te bereiken" in said.err[0]
    assert {status for _, _, status in mails()} == {"wacht"}


def test_without_a_mail_server_it_says_what_to_set(landkaart):
    said = landkaart("post")

    assert said.status == 1
    assert said.err[0].startswith("Er is geen mailserver ingesteld. Zet SMTP_URL")


def test_a_clock_that_is_not_believed_is_told(landkaart, box, jump_clock):
    jump_clock(OPENING + timedelta(days=3))

    said = landkaart("post")

    assert (said.status, box.mails) == (1, [])
    assert said.err[0].startswith("De klok van de server sprong vooruit")


def test_it_looks_into_the_mailbox_as_well(landkaart, mail_to, monkeypatch):
    box = Box()
    with running(box) as smtp, running_imap() as mailbox:
        mail_to(smtp.port)
        landkaart("post")
        mailbox.take_in(report(box.mails[0][1]))
        monkeypatch.setenv("IMAP_URL", mailbox.url)

        said = landkaart("post")

    assert said.out == ["Er is niets verstuurd.", "1 adres onbestelbaar: er kwam e-mail van terug."]
