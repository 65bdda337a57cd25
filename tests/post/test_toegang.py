"""The mail with a link: what it says, and what is told when it does not leave."""

import pytest

from landkaart.domein.account import Account
from landkaart.domein.herinnering import BerichtStatus
from landkaart.domein.rollen import Rol
from landkaart.post.mailserver import Mailserver
from landkaart.post.toegang import send_link
from tests.steps.mail_servers import Box, free_port, rude, running, to

ADRES = "https://landkaart.voorbeeld.nl"
TOKEN = "geheim-woord"


def account(adres="jan@gemeente.nl", naam="Jan", heeft_wachtwoord=True, demo=False):
    return Account(1, adres, naam, "", Rol.LEZER, (), heeft_wachtwoord, False, None, demo)


def send(smtp, timeout=5, **other):
    return send_link(account(**other), TOKEN, Mailserver(smtp, ADRES, timeout))


def received(**other):
    box = Box()
    with running(box) as smtp:
        assert send(smtp, **other) == (BerichtStatus.VERZONDEN, None)
    ((adres, mail),) = box.mails
    assert adres == mail["To"].addresses[0].addr_spec
    return mail


@pytest.mark.parametrize(
    ("heeft_wachtwoord", "subject", "lasts"),
    [
        (False, "Uitnodiging voor de SUWI-landkaart", "7 dagen geldig"),
        (True, "Nieuw wachtwoord voor de SUWI-landkaart", "1 uur geldig"),
    ],
)
def test_it_greets_and_says_where_the_link_leads_and_how_long(heeft_wachtwoord, subject, lasts):
    mail = received(heeft_wachtwoord=heeft_wachtwoord)

    assert (mail["Subject"], mail["From"]) == (subject, "Landkaart <landkaart@voorbeeld.nl>")
    said = mail.get_content()
    assert said.startswith("Dag Jan,")
    assert f"\n{ADRES}/toegang/{TOKEN}\n" in said.replace("\r\n", "\n")
    assert f"De link werkt één keer en is {lasts}." in said


def test_a_name_with_braces_and_other_letters_is_only_a_name():
    assert received(naam="Zoë {link} d'Été").get_content().startswith("Dag Zoë {link} d'Été,")


def test_an_answer_by_itself_is_not_asked_for():
    assert received()["Auto-Submitted"] == "auto-generated"


@pytest.mark.parametrize("other", [{"demo": True}, {"adres": "beheer@landkaart.invalid"}])
def test_who_has_no_mailbox_gets_none_and_the_server_is_not_even_called(other):
    status, melding = send(to(free_port()), **other)

    assert status is BerichtStatus.OVERGESLAGEN
    assert melding


def test_the_reason_of_a_refusal_is_the_servers_own():
    with running(Box(refuses={"jan@gemeente.nl"})) as smtp:
        found = send(smtp)

    assert found == (BerichtStatus.MISLUKT, "de mailserver weigert: 550 5.1.1 Onbekende postbus")


def test_a_server_that_is_away_is_said():
    port = free_port()

    found = send(to(port))

    assert found == (
        BerichtStatus.MISLUKT,
        f"de mailserver 127.0.0.1:{port} is niet te bereiken, of antwoordt niet zoals verwacht",
    )


def test_what_broke_off_at_the_end_may_have_arrived():
    with rude("reply") as (smtp, received):
        status, _ = send(smtp)

    assert status is BerichtStatus.ONZEKER
    assert len(received) == 1


def test_an_address_that_a_mail_cannot_carry_is_said():
    with running(Box()) as smtp:
        assert send(smtp, adres="jan@gemeente.nl\r\nBcc: ander@gemeente.nl")[0] is BerichtStatus.MISLUKT
