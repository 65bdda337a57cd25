"""Post by the clock over a real mail server: what leaves, what waits and why, and what it says to who has no way in yet."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import select

from db import models
from db.actions.contacten import set_contact
from db.actions.mailings import retry
from db.actions.sessies import use_link
from db.engine import read_session, write_session
from db.queries.accounts import by_link
from landkaart.domein.clock import midnight, system_now
from landkaart.domein.geplande_post import PostStand
from landkaart.domein.herinnering import PostSoort
from landkaart.domein.rechten import Weg
from landkaart.post.by_clock import send_due_post
from landkaart.post.mailserver import Mailserver
from landkaart.rapport.geplande_post import standing
from tests.steps.mail_senders import ADRES, have_passwords
from tests.steps.mail_servers import Box, free_port, rude, running, to
from tests.steps.perform import perform
from tests.steps.post_plan import ALL, beeld, mails, plan
from tests.steps.small_landkaart import OPENT, SLUIT, keep, log, make_uitvraag, make_werkplein, submit_all

NINE = timedelta(hours=9)
OPENING, REMINDER, URGENT = (midnight(date(2009, *each)) + NINE for each in ((7, 15), (8, 15), (8, 25)))
FORM = f"{ADRES}/invullen?werkplein=assen"


@pytest.fixture(autouse=True)
def three_werkpleinen(database, set_clock, mail_to):
    mail_to(1)
    set_clock(OPENT - timedelta(days=1))
    keep(make_werkplein("assen"), make_werkplein("breda"), make_werkplein("delft"), make_uitvraag())
    have_passwords()


def send(smtp, timeout=5):
    return send_due_post(Mailserver(smtp, ADRES, timeout))


def subjects(box: Box) -> list[tuple[str, str]]:
    return sorted((to, mail["Subject"]) for to, mail in box.mails)


def test_a_whole_uitvraag_leaves_by_itself(set_clock):
    plan(*ALL)
    box, now, submitted = Box(), OPENT - timedelta(days=1), False
    with running(box) as smtp:
        while now < SLUIT + timedelta(days=1):
            set_clock(now)
            send(smtp)
            if now > midnight(date(2009, 8, 3)) and not submitted:
                submit_all()
                submitted = True
            now += timedelta(hours=7)

    got = {who: [mail["Subject"].split()[0] for to, mail in box.mails if to == who] for who in sorted(set(box.addresses))}
    assert list(got.values()) == [
        ["Openingsmail", "Bevestiging"],
        ["Openingsmail", "Herinnering", "Dringende"],
        ["Openingsmail", "Herinnering", "Dringende"],
    ]


def test_a_refusal_is_said_and_the_others_get_theirs(set_clock):
    plan(PostSoort.OPENING)
    set_clock(OPENING)
    box = Box(refuses={"9002@voorbeeld.nl"})

    with running(box) as smtp:
        done = send(smtp)

    assert {status.value: number for status, number in done.mails.items()} == {"verzonden": 2, "mislukt": 1}
    found = beeld(PostSoort.OPENING)
    assert (found.stand, standing(found)) == (PostStand.WEG, "Weg: 2 verzonden, 1 mislukt.")
    with running(Box()) as smtp:
        assert send(smtp).mails == {}


def test_what_failed_and_is_tried_again_by_hand_leaves_with_the_next_look(set_clock):
    plan(PostSoort.OPENING)
    set_clock(OPENING)
    with running(Box(refuses={"9002@voorbeeld.nl"})) as smtp:
        number = send(smtp).begonnen[0]
    perform(retry, mailing_id=number)

    box = Box()
    with running(box) as smtp:
        send(smtp)

    assert box.addresses == ["9002@voorbeeld.nl"]


def test_a_server_that_is_away_loses_nothing_and_the_calendar_says_so_until_it_is_back(set_clock):
    plan(PostSoort.OPENING)
    set_clock(OPENING)
    port = free_port()

    stopped = send(to(port)).gestopt

    assert stopped == f"De mailserver 127.0.0.1:{port} is niet te bereiken, of antwoordt niet zoals verwacht."
    said = f"Weg: 3 wacht nog, maar de mailserver 127.0.0.1:{port} is niet te bereiken, of antwoordt niet zoals verwacht."
    assert standing(beeld(PostSoort.OPENING)) == said
    lines = log("id")
    send(to(port))
    assert log("id") == lines
    box = Box()
    with running(box) as smtp:
        send(smtp)
    assert len(box.mails) == 3
    assert standing(beeld(PostSoort.OPENING)) == "Weg: 3 verzonden."


def test_who_broke_off_in_the_midst_is_not_mailed_again_by_itself(set_clock):
    plan(PostSoort.OPENING)
    set_clock(OPENING)

    with rude("reply") as (smtp, received):
        send(smtp, timeout=2)

    assert len(received) == 3
    assert {status for _, _, status in mails()} == {"onzeker"}
    with running(Box()) as smtp:
        assert send(smtp).mails == {}


def test_what_began_goes_on_while_the_clock_is_not_believed_and_nothing_else_begins(set_clock, jump_clock):
    plan(PostSoort.OPENING, PostSoort.HERINNERING)
    set_clock(OPENING)
    send(to(free_port()))
    jump_clock(REMINDER)

    box = Box()
    with running(box) as smtp:
        done = send(smtp)

    assert {subject.split()[0] for _, subject in subjects(box)} == {"Openingsmail"}
    assert done.gestopt.startswith("De klok van de server sprong vooruit")
    assert "de klok van de server is niet vertrouwd" in standing(beeld(PostSoort.HERINNERING))


def test_the_log_says_that_the_clock_did_it(set_clock):
    plan(PostSoort.OPENING)
    set_clock(OPENING)
    before = len(log("id"))

    with running(Box()) as smtp:
        send(smtp)

    assert set(log("door", "weg")[before:]) == {("klok", Weg.KLOK.value)}


def test_without_a_mail_server_the_calendar_says_that_it_waits_for_one(set_clock, monkeypatch):
    plan(PostSoort.OPENING, PostSoort.DRINGEND)
    monkeypatch.delenv("SMTP_URL")
    set_clock(OPENING)

    assert standing(beeld(PostSoort.OPENING)) == "Nog niet weg: er is geen mailserver ingesteld."
    said = "Gaat vanzelf weg, nu aan 3 adressen, maar er is geen mailserver ingesteld."
    assert standing(beeld(PostSoort.DRINGEND)) == said


# Who has no way in yet


def forget_password(account_id: int = 9001) -> None:
    with write_session() as session:
        session.exec(update(models.Account).where(models.Account.id == account_id).values(wachtwoord=None))


def text_for(adres: str, box: Box) -> str:
    return next(mail for to, mail in box.mails if to == adres).get_content().replace("\r\n", "\n")


def opening(box: Box) -> Box:
    with running(box) as smtp:
        send(smtp)
    return box


def link_in(text: str) -> str:
    return next(line for line in text.splitlines() if "/toegang/" in line).rpartition("/")[2]


def test_who_has_no_password_yet_chooses_one_from_the_same_mail(set_clock):
    plan(PostSoort.OPENING)
    forget_password()
    set_clock(OPENING)

    box = opening(Box())

    said = text_for("9001@voorbeeld.nl", box)
    assert "U hebt nog geen wachtwoord voor de landkaart. Kies er eerst een" in said
    assert f"\nDaarna vindt u het formulier hier:\n{FORM}\n" in said
    with write_session() as session:
        used = use_link(session=session, token=link_in(said), wachtwoord_hash="hash", now=system_now())
    assert used.account.id == 9001
    assert "wachtwoord" not in text_for("9002@voorbeeld.nl", box)


def test_an_invitation_that_lies_in_a_mailbox_goes_on_working_until_one_of_them_is_used(set_clock):
    plan(PostSoort.OPENING)
    forget_password()
    set_clock(OPENING)
    first = link_in(text_for("9001@voorbeeld.nl", opening(Box())))
    plan(PostSoort.HERINNERING, moment=OPENING + timedelta(days=2))
    set_clock(OPENING + timedelta(days=2))

    second = link_in(text_for("9001@voorbeeld.nl", opening(Box())))

    with write_session() as session:
        now = system_now()
        assert by_link(session=session, token=second, now=now).account.id == 9001
        use_link(session=session, token=first, wachtwoord_hash="hash", now=now)
        assert by_link(session=session, token=second, now=now) is None


def test_the_link_stands_in_no_table(set_clock):
    plan(PostSoort.OPENING)
    forget_password()
    set_clock(OPENING)

    token = link_in(text_for("9001@voorbeeld.nl", opening(Box())))

    with read_session() as session:
        for table in (models.Logregel, models.Bericht, models.Mailing, models.Toegangslink):
            assert token not in repr(session.exec(select(table)).all())


def test_a_contact_without_an_account_hears_who_can_fill_in(set_clock):
    perform(set_contact, werkplein="assen", naam="Jo", adres="jo@assen.nl", gedeeld=False)
    plan(PostSoort.OPENING)
    set_clock(OPENING)

    said = text_for("jo@assen.nl", opening(Box()))

    assert f"{FORM}\nBij dit e-mailadres hoort geen account." in said
    assert "/toegang/" not in said


def test_a_link_in_the_midst_of_a_sentence_stays_one_and_the_way_in_comes_at_the_end(set_clock):
    plan(PostSoort.OPENING, tekst="Vul in op {link} of bel ons.")
    forget_password()
    set_clock(OPENING)

    said = text_for("9001@voorbeeld.nl", opening(Box()))

    assert said.startswith(f"Vul in op {FORM} of bel ons.\n\nU hebt nog geen wachtwoord")
