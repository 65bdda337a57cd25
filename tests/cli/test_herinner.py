"""`herinner`: for a timer, so it says with its status whether all went well."""

import pytest

from tests.steps.mail_senders import begin, counted, outcomes
from tests.steps.mail_servers import Box, free_port, running
from tests.steps.small_landkaart import DURING, keep, make_uitvraag, make_werkplein

GROUP = ("--groep", "niet_begonnen")


@pytest.fixture
def two_werkpleinen(database, set_clock):
    """None of the two has come; nobody was reminded yet."""
    set_clock(DURING)

    keep(make_werkplein("assen"), make_werkplein("breda"), make_uitvraag())


def test_it_reminds_the_group_with_the_standard_text(two_werkpleinen, landkaart, mail_to):
    box = Box()
    with running(box) as smtp:
        mail_to(smtp.port)
        said = landkaart("herinner", *GROUP)

    assert (said.status, said.out, said.err) == (0, ["2 verzonden."], [])
    subjects = sorted(mail["Subject"] for _, mail in box.mails)
    assert subjects == [f"Landkaart 2009-2: nog niet ingevuld ({naam})" for naam in ("Assen", "Breda")]


def test_the_same_day_again_it_refuses_unless_it_is_told_to(two_werkpleinen, landkaart, mail_to):
    box = Box()
    with running(box) as smtp:
        mail_to(smtp.port)
        landkaart("herinner", *GROUP)
        again = landkaart("herinner", *GROUP)
        assert len(box.mails) == 2
        told = landkaart("herinner", *GROUP, "--nogmaals")

    assert (again.status, again.out) == (1, [])
    assert again.err == [
        "Nog niet begonnen: deze groep kreeg vandaag al een herinnering. Geef --nogmaals om die te herhalen."
    ]
    assert (told.status, len(box.mails)) == (0, 4)


def test_what_failed_is_told_and_tried_again_the_next_time(two_werkpleinen, landkaart, mail_to):
    box = Box(refuses={"9001@voorbeeld.nl"})
    with running(box) as smtp:
        mail_to(smtp.port)
        said = landkaart("herinner", *GROUP)
        box.refuses = set()
        again = landkaart("herinner", *GROUP)

    assert said.status == 1
    assert said.err == ["Niet alles is verstuurd. Op de pagina Herinneren staat per adres wat er misging."]
    assert (again.status, sorted(box.addresses)) == (0, sorted(outcomes()))


def test_a_server_that_is_away_is_told_and_everything_waits(two_werkpleinen, landkaart, mail_to):
    mail_to(free_port())

    said = landkaart("herinner", *GROUP)

    assert said.status == 1
    assert said.out == ["2 wacht nog."]
    assert "is niet te bereiken" in said.err[0]
    assert counted() == {"wacht": 2}


def test_without_a_mail_server_it_says_what_to_set(two_werkpleinen, landkaart):
    said = landkaart("herinner", *GROUP)

    assert (said.status, said.out) == (1, [])
    assert said.err[0].startswith("Er is geen mailserver ingesteld. Zet SMTP_URL")
    assert outcomes() == {}


def test_as_a_trial_it_only_says_whom(two_werkpleinen, landkaart):
    said = landkaart("herinner", *GROUP, "--proef")

    assert said.status == 0
    assert said.out == [
        "9001@voorbeeld.nl: Assen",
        "9002@voorbeeld.nl: Breda",
        "Proef: 2 adressen zouden een herinnering krijgen. Er is niets verstuurd.",
    ]
    assert outcomes() == {}


def test_with_nobody_to_remind_it_says_so(two_werkpleinen, landkaart, mail_to):
    mail_to(free_port())

    said = landkaart("herinner", "--groep", "deels")

    assert (said.status, said.err) == (1, ["Er is niemand met een e-mailadres om te herinneren. Er is niets verstuurd."])


def test_without_an_open_uitvraag_it_asks_which(database, landkaart, mail_to):
    mail_to(free_port())

    said = landkaart("herinner", *GROUP)

    assert said.status == 1
    assert said.err[0].startswith("Er is geen uitvraag open.")


def test_a_mailing_of_the_page_less_than_a_day_ago_counts_too(database, set_clock, landkaart, mail_to):
    set_clock(DURING)
    begin(1)
    mail_to(free_port())

    said = landkaart("herinner", *GROUP)

    assert said.status == 1
    assert "Geef daarvoor --nogmaals." in said.err[0]
