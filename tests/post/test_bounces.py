"""What is read in a report that a mail did not arrive, and what is believed of it."""

import re
from email import message_from_bytes
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from landkaart.domein.onbestelbaar import Retour
from landkaart.post.bounces import retour
from landkaart.post.message import mail
from landkaart.settings import Afzender
from tests.steps.imap_server import report
from tests.steps.mail_servers import AFZENDER

ADRES, OTHER = "jan@gemeente.nl", "piet@gemeente.nl"
SAID = "550 5.1.1 <jan@gemeente.nl>: Recipient address rejected: User unknown"


def ours(adres: str = ADRES):
    sent = mail(Afzender("Jan", adres), "Landkaart", "Tekst", afzender=AFZENDER, adres="https://landkaart.voorbeeld.nl")
    return message_from_bytes(sent.as_bytes(), policy=default)


def test_it_says_which_address_and_why():
    assert retour(report(ours())) == Retour(ADRES, SAID)


def test_a_mail_that_came_back_whole_is_known_as_well():
    whole = report(ours()).replace(b"Content-Type: text/rfc822-headers", b"Content-Type: message/rfc822")

    assert retour(whole) == Retour(ADRES, SAID)


def test_of_a_mail_that_was_forwarded_it_is_the_address_that_we_wrote_to():
    assert retour(report(ours(), final="elders@provider.example")).adres == ADRES


def test_without_a_word_of_the_server_the_code_is_the_reason():
    assert retour(report(ours(), said="")).reden == "code 5.1.1"


@pytest.mark.parametrize(
    "changed",
    [
        {"action": "delayed"},
        {"action": "delivered", "status": "2.0.0"},
        {"status": "4.2.2"},
    ],
)
def test_what_may_still_arrive_or_did_is_none(changed):
    assert retour(report(ours(), **changed)) is None


def test_a_report_about_a_mail_that_is_not_ours_is_none():
    mine = ours()
    mine.replace_header("Message-ID", "<iets.0123456789abcdef0123456789abcdef@landkaart.voorbeeld.nl>")

    assert retour(report(mine)) is None


def test_whoever_has_a_mail_of_ours_cannot_say_it_of_another_address():
    mine = ours()
    mine.replace_header("To", OTHER)

    assert retour(report(mine, adres=OTHER, final=OTHER)) is None


def test_with_another_key_it_is_not_ours(monkeypatch):
    made = report(ours())
    monkeypatch.setenv("LANDKAART_SLEUTEL", "YW5kZXJlIHNsZXV0ZWwgdmFuIGRlIHRvZXRzZW4gISE=")

    assert retour(made) is None


def test_after_a_change_of_keys_mail_of_before_is_still_known(monkeypatch):
    made, old = report(ours()), "c2xldXRlbCB2YW4gZGUgdG9ldHNlbiwgZ2VlbiBlY2g="
    monkeypatch.setenv("LANDKAART_SLEUTEL", f"YW5kZXJlIHNsZXV0ZWwgdmFuIGRlIHRvZXRzZW4gISE= {old}")

    assert retour(made) == Retour(ADRES, SAID)


NONE = [
    b"",
    b"Subject: Ik ben er niet\r\n\r\nTot maandag.\r\n",
    b"Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n",
    b"Content-Type: multipart/report; report-type=disposition-notification; boundary=x\r\n\r\n--x--\r\n",
    b"Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n"
    b"Content-Type: message/delivery-status\r\n\r\ngeen velden\r\n--x--\r\n",
    b"\xff\xfe\x00" * 40,
]


@pytest.mark.parametrize("content", NONE)
def test_whatever_else_lies_in_a_mailbox_is_none(content):
    assert retour(content) is None


@given(st.integers(0, 1200), st.binary(max_size=40))
def test_a_report_that_was_damaged_anywhere_is_read_or_is_none(place, noise):
    content = report(ours())

    found = retour(content[:place] + noise + content[place + len(noise) :])

    assert found is None or found.adres == ADRES


@pytest.mark.parametrize("broken", [b"To: <jan@", b"To: jan <", b"To: (", b"To: \xff<jan@"])
def test_a_report_with_an_address_that_breaks_off_is_read_or_is_none(broken):
    content = re.sub(rb"(?m)^To: [^\r\n]*", lambda _: broken, report(ours()))

    found = retour(content)

    assert found is None or found.adres == ADRES


def test_a_reason_is_one_line_and_no_longer_than_fits():
    long = retour(report(ours(), said="550 " + "a\n b " * 300))

    assert len(long.reden) <= 300
    assert "\n" not in long.reden
