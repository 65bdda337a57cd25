"""The connection to a mail server: encrypted, signed in, and honest about what came of a mail."""

import socket

import pytest

from landkaart.domein.herinnering import BerichtStatus, Ontvanger
from landkaart.post.mailserver import GeenVerbinding, Mailserver
from landkaart.post.message import mail
from tests.steps.mail_servers import AFZENDER, Box, NamingBox, OnlyJan, certificate, free_port, rude, running, to

ADRES = "https://landkaart.voorbeeld.nl"


def message(to="jan@gemeente.nl"):
    return mail(Ontvanger(to, "Jan", ()), "Landkaart", "Dag Jan", afzender=AFZENDER, adres=ADRES)


def deliver(server, *messages):
    """What came of each."""
    with server:
        for each in messages or [message()]:
            server.open()
            yield server.deliver(each)


def test_with_starttls_and_a_password_it_signs_in(tmp_path):
    box = Box()
    ours, theirs = certificate(tmp_path)
    options = {"tls_context": ours, "require_starttls": True, "auth_required": True, "authenticator": OnlyJan()}

    with running(box, **options) as smtp:
        wrong = to(smtp.port, "jan@voorbeeld.nl", "fout")
        with pytest.raises(GeenVerbinding, match="weigert de gebruiker of het wachtwoord"):
            Mailserver(wrong, ADRES, context=theirs).open()
        with pytest.raises(GeenVerbinding, match="niet te bereiken"):
            Mailserver(smtp, ADRES).open()  # A certificate that nobody vouches for.
        assert box.mails == []

        right = to(smtp.port, "jan@voorbeeld.nl", "ge:heim/1")
        assert list(deliver(Mailserver(right, ADRES, context=theirs))) == [(BerichtStatus.VERZONDEN, None)]


def test_a_password_never_goes_in_the_clear():
    box, seen = Box(), []
    options = {"authenticator": lambda *given: seen.append(given), "auth_require_tls": False}

    with running(box, **options) as smtp, pytest.raises(GeenVerbinding, match="niet onversleuteld"):
        Mailserver(to(smtp.port, "jan", "geheim"), ADRES).open()

    assert (seen, box.mails) == ([], [])


def test_it_says_under_which_name_it_calls():
    names = []

    class Listening(Box):
        async def handle_EHLO(self, server, session, envelope, hostname, responses):
            names.append(hostname)
            session.host_name = hostname
            return responses

    with running(Listening()) as smtp:
        list(deliver(Mailserver(smtp, ADRES)))

    assert names == ["landkaart.voorbeeld.nl"]


def test_two_mails_go_over_one_connection_and_one_that_was_hung_up_is_opened_anew():
    calls = []

    class Counting(Box):
        async def handle_EHLO(self, server, session, envelope, hostname, responses):
            calls.append(session.peer)
            session.host_name = hostname
            return responses

    box = Counting()
    with running(box) as smtp, Mailserver(smtp, ADRES) as server:
        for _ in range(2):
            server.open()
            server.deliver(message())
        assert len(calls) == 1
        server.connection.sock.shutdown(socket.SHUT_RDWR)
        server.open()
        server.deliver(message())

    assert (len(calls), len(box.mails)) == (2, 3)


@pytest.mark.parametrize(
    ("stops", "status", "reason"),
    [
        ("MAIL", BerichtStatus.MISLUKT, "de verbinding brak af voordat de mail weg was"),
        ("RCPT", BerichtStatus.MISLUKT, "de verbinding brak af voordat de mail weg was"),
        ("half", BerichtStatus.ONZEKER, "de verbinding brak af tijdens het versturen; deze mail kan zijn aangekomen"),
        ("reply", BerichtStatus.ONZEKER, "de verbinding brak af tijdens het versturen; deze mail kan zijn aangekomen"),
    ],
)
def test_what_broke_off_before_the_text_has_not_left_and_after_it_nobody_knows(stops, status, reason):
    with rude(stops) as (smtp, _), Mailserver(smtp, ADRES, timeout=0.5) as server:
        server.open()

        assert server.deliver(message()) == (status, reason)
        assert server.cuts == 1
        assert server.connection is None


def test_a_refusal_leaves_the_connection_fit_for_the_next_mail():
    box = Box(refuses={"niemand@gemeente.nl"})

    with running(box) as smtp:
        found = list(deliver(Mailserver(smtp, ADRES), message("niemand@gemeente.nl"), message()))

    refused = (BerichtStatus.MISLUKT, "de mailserver weigert: 550 5.1.1 Onbekende postbus")
    assert found == [refused, (BerichtStatus.VERZONDEN, None)]
    assert box.addresses == ["jan@gemeente.nl"]


def test_what_a_server_says_is_kept_without_the_address_that_it_names():
    with running(NamingBox()) as smtp:
        [(_, said)] = deliver(Mailserver(smtp, ADRES), message("niemand@gemeente.nl"))

    assert said == "de mailserver weigert: 550 5.1.1 <(adres)>: Onbekende postbus"


def test_a_server_that_is_away_is_named_and_nothing_is_sent_over_no_connection():
    port = free_port()
    server = Mailserver(to(port), ADRES)

    with pytest.raises(GeenVerbinding, match=f"De mailserver 127.0.0.1:{port} is niet te bereiken"):
        server.open()
    assert server.deliver(message()) == (BerichtStatus.MISLUKT, "de verbinding brak af voordat de mail weg was")
