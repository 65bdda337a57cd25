"""Herinneren: whom, in which words, sent or taken along, and what came of it."""

import re
from datetime import timedelta

import pytest
from sqlmodel import select

from db import models
from db.engine import read_session, write_session
from db.queries.clock import clock as read_clock
from landkaart.domein import clock
from tests.steps.accounts import make_account
from tests.steps.drive import texts, visit
from tests.steps.mail_servers import Box, free_port, running


def button(at, label):
    return next(found for found in at.button if label in found.label)


def labels(at):
    return [found.label for found in at.button]


def statuses():
    with read_session() as session:
        return dict(session.exec(select(models.Bericht.adres, models.Bericht.status)).all())


@pytest.fixture
def emmen(landkaart_2009):
    """Besides the demo's own account, about Assen and Harderwijk, one real person can be reached."""
    make_account("werkplein", ["emmen", "zwolle"], naam="Jan", adres="jan@emmen.nl")


def test_it_says_who_gets_a_mail_and_of_whom_there_is_no_address(emmen):
    at = visit("herinneren", rol="ako")

    assert not at.exception
    assert at.query_params["groep"] == "niet_begonnen"
    assert "**127 werkpleinen** van 127: nog niet begonnen" in texts(at)
    assert "**2 adressen krijgen** een e-mail." in texts(at)
    assert "123 werkpleinen hebben geen e-mailadres" in [found.label for found in at.expander]
    assert labels(at) == ["2 e-mails als bestand maken"]
    assert "Over deze uitvraag is nog geen herinnering verstuurd." in texts(at)


def test_without_a_mail_server_the_mails_go_along_as_a_file_and_count_as_reminded(emmen):
    at = visit("herinneren", rol="ako")

    button(at, "als bestand maken").click().run()

    assert not at.exception
    assert "2 e-mails: **2** meegegeven als bestand." in texts(at)
    assert "/download/herinnering-1.zip" in texts(at)
    assert at.success[0].value.startswith("De e-mails staan klaar")
    assert set(statuses().values()) == {"verzonden"}
    at = visit("respons", rol="ako")
    table = at.dataframe[0].value.set_index("naam")
    assert table.loc["Emmen", "herinnerd"].year == 2009
    assert table["herinnerd"].notna().sum() == 4


def test_with_a_mail_server_they_are_sent_and_who_is_a_practice_account_is_passed_over(emmen, mail_to):
    box = Box()
    with running(box) as smtp:
        mail_to(smtp.port)
        at = visit("herinneren", rol="ako")
        button(at, "2 e-mails versturen").click().run()

    assert not at.exception
    ((adres, mail),) = box.mails
    assert (adres, mail["Subject"]) == ("jan@emmen.nl", "Landkaart 2009-3: nog niet ingevuld (Emmen en Zwolle)")
    assert "Emmen: https://landkaart.voorbeeld.nl/invullen?werkplein=emmen" in mail.get_content()
    assert statuses() == {"jan@emmen.nl": "verzonden", "werkplein@demo.nl": "overgeslagen"}
    assert "2 e-mails: **1** overgeslagen, **1** verzonden." in texts(at)
    assert at.success[0].value == "Klaar: 1 overgeslagen, 1 verzonden. Onderaan deze pagina staat het per adres."


def test_the_words_can_be_changed_and_are_shown_as_they_will_read(emmen, mail_to):
    box = Box()
    with running(box) as smtp:
        mail_to(smtp.port)
        at = visit("herinneren", rol="ako")
        at.text_input[0].input("Over {werkplein}").run()
        at.text_area[0].input("Dag, kan {sluit}: {link}").run()
        button(at, "versturen").click().run()

    ((_, mail),) = box.mails
    assert mail["Subject"] == "Over Emmen en Zwolle"
    assert "Dag, kan tot 31 december 2009 om 24:00 uur: Emmen: https" in mail.get_content().replace("\r\n", " ")


def test_a_place_that_is_not_known_is_said_and_nothing_is_made(emmen):
    at = visit("herinneren", rol="ako")
    at.text_input[0].input("Over {wrekplein}").run()

    button(at, "als bestand maken").click().run()

    assert "{wrekplein} kan niet ingevuld worden." in texts(at)
    assert at.text_input[0].value == "Over {wrekplein}"
    assert statuses() == {}


def test_the_same_group_within_a_day_asks_first_and_says_who_got_it_when(emmen):
    at = visit("herinneren", rol="ako")
    button(at, "als bestand maken").click().run()

    assert button(at, "als bestand maken").disabled
    assert re.search(r"Deze groep kreeg op 1 december 2009 om \d\d:\d\d uur al een herinnering van AKO \d", texts(at))

    at.checkbox[0].check().run()
    button(at, "als bestand maken").click().run()

    with read_session() as session:
        assert len(session.exec(select(models.Mailing.id)).all()) == 2


def test_what_left_by_the_clock_is_named_as_it_is(emmen):
    now = clock.system_now()
    with write_session() as session:
        here = read_clock(session=session).now()
        what = {"tertaal": "2009-3", "groep": "opening", "onderwerp": "Open", "tekst": "Zie {link}", "sleutel": str(now)}
        session.add(mailing := models.Mailing(**what, door="klok", gemaakt_op=here))
        session.flush()
        sent = {"naam": "Jan", "status": "verzonden", "gewijzigd_op": here}
        session.add(models.Bericht(mailing_id=mailing.id, adres="jan@emmen.nl", **sent))

    at = visit("herinneren", rol="ako")

    assert "uur al de openingsmail, vanzelf verstuurd, aan 1 adres." in texts(at)
    [titles] = [each.options for each in at.selectbox if each.label == "Herinnering"]
    assert [title.split(": ")[1] for title in titles] == ["openingsmail, vanzelf"]


def test_a_day_later_it_does_not_ask(emmen, set_clock):
    at = visit("herinneren", rol="ako")
    button(at, "als bestand maken").click().run()
    set_clock(clock.system_now() + timedelta(hours=24, minutes=1))

    at = visit("herinneren", rol="ako")

    assert not button(at, "als bestand maken").disabled
    assert not at.checkbox


def test_a_server_that_is_away_leaves_all_waiting_and_it_goes_on_later(emmen, mail_to):
    mail_to(free_port())
    at = visit("herinneren", rol="ako")
    button(at, "versturen").click().run()
    assert "is niet te bereiken" in texts(at)
    assert set(statuses().values()) == {"wacht"}

    box = Box()
    with running(box) as smtp:
        mail_to(smtp.port)
        at.run()
        button(at, "Verder versturen").click().run()

    assert box.addresses == ["jan@emmen.nl"]
    assert "Verder versturen" not in labels(at)


def test_what_failed_is_named_with_its_reason_and_can_be_tried_again(emmen, mail_to):
    box = Box(refuses={"jan@emmen.nl"})
    with running(box) as smtp:
        mail_to(smtp.port)
        at = visit("herinneren", rol="ako")
        button(at, "versturen").click().run()
        assert statuses()["jan@emmen.nl"] == "mislukt"

        box.refuses = set()
        button(at, "opnieuw proberen").click().run()

    assert statuses()["jan@emmen.nl"] == "verzonden"
    assert len(box.mails) == 1


def test_a_closed_uitvraag_is_not_reminded_of(landkaart_2009):
    at = visit("herinneren", rol="ako", uitvraag="2009-2")

    assert "De uitvraag van 2009-2 neemt nu geen invullingen aan" in texts(at)
    assert labels(at) == []


def test_a_group_without_anybody_has_nothing_to_send(landkaart_2009):
    at = visit("herinneren", rol="ako", groep="niet_ingediend")

    assert "**0 werkpleinen** van 127" in texts(at)
    assert labels(at) == []


@pytest.mark.parametrize("rol", ["beheer", "lezer", "werkplein"])
def test_other_roles_do_not_have_the_page(landkaart_2009, rol):
    with pytest.raises(ValueError, match="herinneren"):
        visit("herinneren", rol=rol, werkpleinen=["assen"] if rol == "werkplein" else [])


def test_before_any_uitvraag_it_says_so(database):
    at = visit("herinneren", rol="ako")

    assert not at.exception
    assert "Er is nog geen uitvraag geopend." in texts(at)
