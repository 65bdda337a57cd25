"""Mail that comes back, from a real mail server into a real mailbox, until its address gets none any more."""

import imaplib
from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.actions.accounts import change_address, erase
from db.actions.contacten import set_contact
from db.actions.onbestelbaar import mark_deliverable
from db.engine import read_session
from db.queries.onbestelbaar import onbestelbaar, postbus
from landkaart.domein.clock import midnight, system_now
from landkaart.domein.herinnering import PostSoort
from landkaart.domein.onbestelbaar import Bron
from landkaart.post.by_clock import send_due_post
from landkaart.post.mailbox import Mailbox
from landkaart.post.mailserver import Mailserver
from landkaart.post.returned import read_returned
from tests.steps.imap_server import report, running_imap
from tests.steps.mail_senders import ADRES, have_passwords
from tests.steps.mail_servers import Box, certificate, free_port, running, to
from tests.steps.perform import perform
from tests.steps.post_plan import plan, reached
from tests.steps.small_landkaart import OPENT, everything, keep, log, make_uitvraag, make_werkplein

OPENING = midnight(date(2009, 7, 15)) + timedelta(hours=9)
REMINDER = midnight(date(2009, 8, 15)) + timedelta(hours=9)
BAD, GOOD = "9001@voorbeeld.nl", "9002@voorbeeld.nl"


@pytest.fixture
def mailbox():
    with running_imap() as server:
        yield server


@pytest.fixture(autouse=True)
def two_werkpleinen(database, set_clock, mail_to):
    mail_to(1)
    set_clock(OPENT)
    keep(make_werkplein("assen"), make_werkplein("breda"), make_uitvraag())
    have_passwords()


def send() -> Box:
    box = Box()
    with running(box) as smtp:
        send_due_post(Mailserver(smtp, ADRES, 5))
    return box


def bounce(box: Box, mailbox, adres: str = BAD) -> None:
    mailbox.take_in(*[report(mail) for to, mail in box.mails if to == adres])


def marked() -> dict[str, tuple]:
    with read_session() as session:
        return {each.adres: (each.bron, each.werkpleinen) for each in onbestelbaar(session=session)}


def test_an_address_that_bounced_gets_nothing_any_more_and_says_why(set_clock, mailbox):
    plan(PostSoort.OPENING, PostSoort.HERINNERING)
    set_clock(OPENING)
    mailbox.take_in(b"Subject: Afwezig\r\n\r\nTot maandag.\r\n")
    bounce(send(), mailbox)

    assert read_returned(Mailbox(mailbox.imap, 5)) == 1

    assert marked() == {BAD: (Bron.RETOUR, ("Assen",))}
    with read_session() as session:
        assert "User unknown" in onbestelbaar(session=session)[0].reden
    assert log("handeling", "door")[-1] == ("onbestelbaar", "klok")
    set_clock(REMINDER)
    assert send().addresses == [GOOD]


def test_a_mail_that_waits_for_an_address_that_just_bounced_is_passed_over(set_clock, mailbox):
    plan(PostSoort.OPENING)
    set_clock(OPENING)
    bounce(send(), mailbox)
    plan(PostSoort.HERINNERING)
    set_clock(REMINDER)
    send_due_post(Mailserver(to(free_port()), ADRES, 1))
    assert reached(PostSoort.HERINNERING) == [BAD, GOOD]
    read_returned(Mailbox(mailbox.imap, 5))

    assert send().addresses == [GOOD]


def test_each_message_is_looked_at_once_and_the_mailbox_stays_as_it_was(set_clock, mailbox):
    plan(PostSoort.OPENING)
    set_clock(OPENING)
    bounce(send(), mailbox)
    before = mailbox.flags()
    read_returned(Mailbox(mailbox.imap, 5))
    perform(mark_deliverable, adres=BAD)
    rows = everything()

    assert read_returned(Mailbox(mailbox.imap, 5)) == 0

    assert (marked(), everything()) == ({}, rows)
    assert mailbox.flags() == before


def test_a_second_report_of_the_same_address_adds_nothing(set_clock, mailbox):
    plan(PostSoort.OPENING)
    set_clock(OPENING)
    box = send()
    bounce(box, mailbox)
    read_returned(Mailbox(mailbox.imap, 5))
    lines = log("id")
    bounce(box, mailbox)

    assert read_returned(Mailbox(mailbox.imap, 5)) == 0
    assert log("id") == lines


def test_with_another_address_mail_leaves_again(set_clock, mailbox):
    plan(PostSoort.OPENING, PostSoort.HERINNERING)
    set_clock(OPENING)
    bounce(send(), mailbox)
    read_returned(Mailbox(mailbox.imap, 5))
    perform(change_address, account_id=9001, adres="nieuw@assen.nl")
    set_clock(REMINDER)

    assert sorted(send().addresses) == [GOOD, "nieuw@assen.nl"]


def test_a_contact_that_bounced_is_passed_over_and_its_colleague_is_not(set_clock, mailbox):
    perform(set_contact, werkplein="assen", naam="Jo", adres="jo@assen.nl", gedeeld=False)
    plan(PostSoort.OPENING, PostSoort.HERINNERING)
    set_clock(OPENING)
    bounce(send(), mailbox, "jo@assen.nl")
    read_returned(Mailbox(mailbox.imap, 5))
    set_clock(REMINDER)

    assert sorted(send().addresses) == [BAD, GOOD]


def test_more_messages_than_are_asked_for_at_once(set_clock, mailbox, monkeypatch):
    monkeypatch.setattr("landkaart.post.mailbox.AT_ONCE", 3)
    monkeypatch.setattr("landkaart.post.mailbox.IN_ONE_GO", 5)
    plan(PostSoort.OPENING)
    set_clock(OPENING)
    mailbox.take_in(*[b"Subject: Afwezig\r\n\r\nTot maandag.\r\n"] * 7)
    bounce(send(), mailbox)

    assert [read_returned(Mailbox(mailbox.imap, 5)) for _ in range(3)] == [0, 1, 0]


def test_a_mailbox_that_is_another_one_is_read_from_its_beginning(set_clock, mailbox):
    plan(PostSoort.OPENING)
    set_clock(OPENING)
    box = send()
    mailbox.take_in(*[b"Subject: Afwezig\r\n\r\nTot maandag.\r\n"] * 5)
    read_returned(Mailbox(mailbox.imap, 5))

    with running_imap() as other:
        bounce(box, other)
        assert read_returned(Mailbox(other.imap, 5)) == 1


def test_over_starttls(set_clock, tmp_path):
    plan(PostSoort.OPENING)
    set_clock(OPENING)
    _, trusted = certificate(tmp_path)
    options = ("--cert", str(tmp_path / "cert.pem"), "--key", str(tmp_path / "key.pem"))
    returned = [report(mail) for adres, mail in send().mails if adres == BAD]

    with running_imap(*options) as server:
        with imaplib.IMAP4("127.0.0.1", server.port) as session:
            assert "STARTTLS" in session.capabilities
            session.starttls(ssl_context=trusted)
            session.login(server.imap.gebruiker, server.imap.wachtwoord)
            session.append("INBOX", None, None, returned[0])
        assert read_returned(Mailbox(server.imap, 5, trusted)) == 1
        # Whoever cannot be sure who he speaks with says no password.
        read_returned(Mailbox(server.imap, 5))

    assert state().fout.endswith("is niet te bereiken, of antwoordt niet zoals verwacht.")


def state():
    with read_session() as session:
        return postbus(session=session)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"wachtwoord": "nee"}, "De postbus weigert de gebruiker of het wachtwoord in IMAP_URL."),
        ({"map": "Retour"}, "De postbus heeft geen map Retour; noem de goede in IMAP_URL."),
        ({"host": "localhost.invalid"}, "is niet te bereiken, of antwoordt niet zoals verwacht."),
    ],
)
def test_what_stands_in_the_way_is_kept_until_it_is_gone(wrong, said, mailbox):
    assert read_returned(Mailbox(replace(mailbox.imap, **wrong), 5)) == 0
    assert state().fout.endswith(said)

    read_returned(Mailbox(mailbox.imap, 5))
    assert (state().fout, state().gelezen) == (None, system_now())


def test_a_password_does_not_go_in_the_clear_to_another_machine(mailbox, monkeypatch):
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("127.0.0.1", mailbox.port))])

    read_returned(Mailbox(replace(mailbox.imap, host="mail.voorbeeld.nl"), 5))

    assert "een wachtwoord gaat niet onversleuteld over de lijn" in state().fout


def test_an_account_that_is_erased_leaves_no_mark(set_clock, mailbox):
    plan(PostSoort.OPENING)
    set_clock(OPENING)
    bounce(send(), mailbox)
    read_returned(Mailbox(mailbox.imap, 5))

    perform(erase, account_id=9001)

    assert marked() == {}
    assert BAD not in repr(everything())
