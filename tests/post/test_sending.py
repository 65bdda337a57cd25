"""A mailing over a real line: no address gets two, none is lost, and what is not known is not guessed."""

from datetime import timedelta

import pytest
from sqlmodel import select

from db import models
from db.actions.indieningen import submit
from db.actions.mailings import claim, retry, settle
from db.engine import read_session, write_session
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.herinnering import BerichtStatus
from landkaart.domein.rechten import operator
from landkaart.post.mailserver import GeenVerbinding, Mailserver
from landkaart.post.sending import send_mailing
from tests.steps.mail_senders import ADRES, begin, counted, meldingen, outcomes, send, start
from tests.steps.mail_servers import Box, free_port, rude, running
from tests.steps.perform import perform
from tests.steps.small_landkaart import DURING, NU, act, answer_all, log

pytestmark = pytest.mark.usefixtures("small_landkaart")
SECOND = timedelta(seconds=1)


def addresses():
    return sorted(outcomes())


def test_each_address_gets_one_mail_that_says_what_it_is_about():
    mailing, box = begin(3), Box()

    with running(box) as smtp:
        send(mailing, smtp.port)

    assert sorted(box.addresses) == addresses()
    assert counted() == {"verzonden": 3}
    mail = dict(box.mails)[addresses()[0]]
    assert mail["To"].addresses[0].addr_spec == addresses()[0]
    assert mail["From"] == "Landkaart <landkaart@voorbeeld.nl>"
    assert mail["Subject"] == "Landkaart 2009-2: W0"
    assert mail["Date"]
    assert mail["Message-ID"].endswith("@landkaart.voorbeeld.nl>")
    said = mail.get_content()
    assert "Invullen kan tot 1 januari 2100 om 01:00 uur: https://landkaart.voorbeeld.nl/invullen?werkplein=w0" in said


def test_sending_it_again_sends_nothing():
    mailing, box = begin(2), Box()
    with running(box) as smtp:
        send(mailing, smtp.port)
        send(mailing, smtp.port)

    assert len(box.mails) == 2


def test_a_refused_address_is_said_and_the_others_get_theirs():
    mailing, box = begin(3), Box(refuses={"9102@voorbeeld.nl"})
    refused = addresses()[1]
    box.refuses = {refused}

    with running(box) as smtp:
        send(mailing, smtp.port)
        assert outcomes()[refused] == "mislukt"
        assert meldingen() == {None, "de mailserver weigert: 550 5.1.1 Onbekende postbus"}
        assert len(box.mails) == 2

        box.refuses = set()
        assert perform(retry, mailing_id=mailing) == 1
        send(mailing, smtp.port)

    assert sorted(box.addresses) == addresses()
    assert counted() == {"verzonden": 3}


def test_a_server_that_refuses_all_leaves_all_of_them_failed():
    mailing, box = begin(3), Box(refuses_all=True)

    with running(box) as smtp:
        send(mailing, smtp.port)

    assert (counted(), box.mails) == ({"mislukt": 3}, [])


def test_a_server_that_is_away_costs_no_mail():
    mailing = begin(2)

    with pytest.raises(GeenVerbinding, match="niet te bereiken"):
        send(mailing, free_port())

    assert counted() == {"wacht": 2}


def test_a_server_that_hangs_at_the_greeting_costs_no_mail_and_little_time():
    mailing = begin(2)

    with rude("greeting") as (smtp, _), pytest.raises(GeenVerbinding, match="niet te bereiken"):
        send_mailing(mailing, Mailserver(smtp, ADRES, timeout=0.2), by=operator())

    assert counted() == {"wacht": 2}


def test_a_server_that_hangs_before_the_text_has_not_had_the_mail():
    mailing = begin(5)

    with rude("RCPT") as (smtp, received), pytest.raises(GeenVerbinding, match="breekt de verbinding telkens af"):
        send_mailing(mailing, Mailserver(smtp, ADRES, timeout=0.2), by=operator())

    assert (counted(), received) == ({"mislukt": 3, "wacht": 2}, [])
    assert perform(retry, mailing_id=mailing) == 3


@pytest.mark.parametrize("stops", ["half", "reply"])
def test_what_broke_off_after_the_text_began_is_uncertain_and_never_sent_by_itself(stops):
    mailing = begin(4)

    with rude(stops) as (smtp, received), pytest.raises(GeenVerbinding, match="breekt de verbinding telkens af"):
        send_mailing(mailing, Mailserver(smtp, ADRES, timeout=2), by=operator())
    assert counted() == {"onzeker": 3, "wacht": 1}
    assert len(received) == 3

    box = Box()
    with running(box) as smtp:
        send(mailing, smtp.port)

    assert len(box.mails) == 1
    assert counted() == {"onzeker": 3, "verzonden": 1}


def test_three_connections_in_a_row_that_break_off_stop_it_and_three_scattered_ones_do_not():
    mailing = begin(9)
    found = addresses()
    # Two in a row, a refusal, two in a row, a mail that leaves, one more: after both, counting begins again.
    scattered = Box(breaks={found[place] for place in (0, 1, 3, 4, 6)}, refuses={found[2]})
    in_a_row = Box(breaks=set(found[5:8]))

    with running(scattered) as smtp:
        send(mailing, smtp.port)
    assert counted() == {"mislukt": 6, "verzonden": 3}
    assert scattered.addresses == [found[5], *found[7:]]

    other = start(sleutel="2", nogmaals=True)
    with running(in_a_row) as smtp, pytest.raises(GeenVerbinding, match="breekt de verbinding telkens af"):
        send(other, smtp.port)
    assert in_a_row.addresses == found[:5]


def test_what_is_tried_again_is_what_failed_and_not_what_may_have_arrived():
    mailing = begin(3)
    for status in (BerichtStatus.ONZEKER, BerichtStatus.MISLUKT):
        brief = perform(claim, mailing_id=mailing)
        perform(settle, bericht_id=brief.bericht_id, status=status, melding="x")

    assert perform(retry, mailing_id=mailing) == 1
    assert [outcomes()[adres] for adres in addresses()] == ["onzeker", "wacht", "wacht"]
    with pytest.raises(OngeldigeInvoer, match="Er is geen mislukte mail meer"):
        perform(retry, mailing_id=mailing)


def test_who_submits_in_between_gets_none():
    mailing, box = begin(3), Box()
    first, second, third = addresses()

    def submit_the_second(adres, status):
        if adres == first:
            answer_all(werkplein="w1", by=operator())
            act(submit, werkplein="w1", by=operator())

    with running(box) as smtp:
        send_mailing(mailing, Mailserver(smtp, ADRES), by=operator(), step=submit_the_second)

    assert sorted(box.addresses) == [first, third]
    assert outcomes()[second] == "overgeslagen"
    assert "hoeft niet meer: intussen gereageerd, vrijgesteld, gesloten, een ander adres of onbestelbaar" in meldingen()


@pytest.mark.parametrize("soort", ["vrijgesteld", "geen_wijziging"])
def test_who_need_not_answer_any_more_gets_none(soort):
    mailing, box = begin(1), Box()
    with write_session() as session:
        place = session.exec(select(models.Werkplein.id)).one()
        row = {"werkplein_id": place, "tertaal": str(NU), "soort": soort, "reden": "Verhuist.", "door": "AKO"}
        session.add(models.Vrijstelling(**row, gegeven_op=DURING))

    with running(box) as smtp:
        send(mailing, smtp.port)

    assert (box.mails, counted()) == ([], {"overgeslagen": 1})


def test_an_account_that_was_turned_off_gets_none():
    mailing, box = begin(1), Box()
    with write_session() as session:
        session.exec(select(models.Account)).one().uitgezet_op = DURING

    with running(box) as smtp:
        send(mailing, smtp.port)

    assert (box.mails, counted()) == ([], {"overgeslagen": 1})


def test_a_practice_account_gets_no_post():
    mailing, box = begin(1), Box()
    with write_session() as session:
        session.exec(select(models.Account)).one().demo = True

    with running(box) as smtp:
        send(mailing, smtp.port)

    assert (box.mails, counted()) == ([], {"overgeslagen": 1})


def test_a_claim_of_who_is_gone_becomes_uncertain_and_not_before(set_clock):
    mailing = begin(1)
    perform(claim, mailing_id=mailing)

    set_clock(DURING + timedelta(minutes=15))
    assert perform(claim, mailing_id=mailing) is None
    assert counted() == {"bezig": 1}

    set_clock(DURING + timedelta(minutes=15) + SECOND)
    assert perform(claim, mailing_id=mailing) is None
    assert counted() == {"onzeker": 1}


def test_what_came_of_a_mail_is_logged_and_only_once():
    mailing = begin(1)
    brief = perform(claim, mailing_id=mailing)
    before = len(log("handeling"))

    for status in (BerichtStatus.VERZONDEN, BerichtStatus.MISLUKT):
        perform(settle, bericht_id=brief.bericht_id, status=status, melding=None)

    assert counted() == {"verzonden": 1}
    assert log("handeling", "tertaal", "door")[before:] == [("mailing", str(NU), "opdrachtregel")]


def test_the_same_act_twice_is_one_mailing():
    assert begin(2) == start()
    assert len(outcomes()) == 2


def test_a_mail_with_signs_of_every_kind_arrives_as_it_was():
    mailing, box = (
        begin(1, onderwerp="Súdwest – {werkplein} €", tekst=".een punt\nSúdwest ‘€’ {link} {sluit}\n.\nvan"),
        Box(),
    )

    with running(box) as smtp:
        send(mailing, smtp.port)

    ((_, mail),) = box.mails
    assert mail["Subject"] == "Súdwest – W0 €"
    link = "https://landkaart.voorbeeld.nl/invullen?werkplein=w0"
    said = f"Súdwest ‘€’ {link} tot 1 januari 2100 om 01:00 uur"
    assert mail.get_content().splitlines() == [".een punt", said, ".", "van"]


def test_a_reminder_is_about_the_werkpleinen_that_still_have_to(small_landkaart):
    begin(2)
    with write_session() as session:
        holder = session.exec(select(models.Account.id).order_by(models.Account.id)).first()
        other = session.exec(select(models.Werkplein.id).where(models.Werkplein.code == "w1")).one()
        session.add(models.AccountWerkplein(account_id=holder, werkplein_id=other))
    mailing, box = start(sleutel="2", nogmaals=True), Box()
    answer_all(werkplein="w0", by=operator(), tertaal=NU)
    act(submit, werkplein="w0", by=operator())

    with running(box) as smtp:
        send(mailing, smtp.port)

    about = {adres: mail["Subject"] for adres, mail in box.mails}
    assert set(about.values()) == {"Landkaart 2009-2: W1"}
    assert len(about) == 2
    with read_session() as session:
        sent = select(models.Bericht.id).where(models.Bericht.mailing_id == mailing)
        kept = session.exec(select(models.BerichtWerkplein.werkplein_id).where(models.BerichtWerkplein.bericht_id.in_(sent)))
        assert set(kept) == {other}
