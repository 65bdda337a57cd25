"""The mail with a link: what it says, and what is told when it does not leave."""

from dataclasses import replace

import pytest

from landkaart.domein.account import Account
from landkaart.domein.herinnering import BerichtStatus
from landkaart.domein.rollen import Rol
from landkaart.post.mailserver import Mailserver
from landkaart.post.toegang import Notice, send_link, send_notice
from tests.steps.mail_servers import Box, free_port, rude, running, to
from tests.steps.oidc_visits import set_oidc

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


def test_a_reset_by_beheer_says_who_made_it_and_what_becomes_of_the_second_factor():
    box = Box()
    with running(box) as smtp:
        send_link(account(), TOKEN, Mailserver(smtp, ADRES), door_beheer=True)

    ((_, mail),) = box.mails
    said = mail.get_content().replace("\r\n", "\n")
    assert "De beheerder van de SUWI-landkaart heeft voor u een link gemaakt" in said
    assert "U bent overal afgemeld." in said
    assert "Had u een tweede factor, dan gaat die uit als u de link gebruikt" in said
    assert f"\n{ADRES}/toegang/{TOKEN}\n" in said


@pytest.mark.parametrize(("koppelbaar", "names_it"), [(True, True), (False, False)])
def test_an_invitation_names_the_sign_in_of_the_organisation_to_who_may_use_it(monkeypatch, koppelbaar, names_it):
    set_oidc(monkeypatch, "de {gemeente}")
    invited = replace(account(heeft_wachtwoord=False), koppelbaar=koppelbaar)
    box = Box()

    with running(box) as smtp:
        send_link(invited, TOKEN, Mailserver(smtp, ADRES))

    ((_, mail),) = box.mails
    said = mail.get_content().replace("\r\n", "\n")
    assert ("aanmelden, met de {gemeente}. Kies die knop op:" in said, f"\n{ADRES}/inloggen\n" in said) == (
        names_it,
        names_it,
    )
    assert f"\n{ADRES}/toegang/{TOKEN}\n" in said


@pytest.mark.parametrize("notice", Notice)
def test_what_became_of_a_way_in_is_told_with_what_to_do(notice):
    box = Box()
    with running(box) as smtp:
        assert send_notice(account(), notice, Mailserver(smtp, ADRES)) == (BerichtStatus.VERZONDEN, None)

    ((adres, mail),) = box.mails
    assert (adres, mail["Subject"]) == ("jan@gemeente.nl", notice.value[0])
    said = mail.get_content()
    assert said.startswith("Dag Jan,")
    assert notice.value[1] in said.replace("\r\n", "\n")
    assert "Was u dit niet? Laat het dan meteen weten aan de beheerder" in said
    assert ADRES in said
