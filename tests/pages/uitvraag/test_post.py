"""What the uitvraag sends by itself, read and changed. It is 1 December 2009; the uitvraag of 2009-3 came with the data."""

from datetime import datetime

import pytest

from db.actions.geplande_post import start_due_post
from db.engine import read_session
from db.queries.geplande_post import postplan
from landkaart.domein.clock import on_clock
from landkaart.domein.herinnering import PostSoort
from landkaart.domein.tertaal import Tertaal
from tests.steps.drive import texts, visit
from tests.steps.perform import perform

NOW = Tertaal(2009, 3)
PLACE = "post-2009-3-dringend"


def planned(soort: PostSoort):
    with read_session() as session:
        return next(each for each in postplan(session=session, tertaal=NOW) if each.soort is soort)


def open_post(soort: PostSoort = PostSoort.DRINGEND):
    at = visit("uitvraag", rol="ako")
    at.session_state["uitvraag-deel-2009-3"] = "Post"
    at.session_state["post_soort"] = soort
    return at.run()


def field(at, kind, name, acts=0):
    return getattr(at, kind)(key=f"{PLACE}-{name}-{acts}")


@pytest.fixture
def page(landkaart_2009, mail_to):
    mail_to(1)
    return open_post()


def code(at) -> str:
    return at.code[0].value


def test_it_shows_all_four_and_that_nothing_of_what_a_file_brought_leaves(page):
    assert not page.exception
    table = page.dataframe[0].value
    assert table["E-mail"].tolist() == ["Openingsmail", "Herinnering", "Dringende herinnering", "Bevestiging"]
    assert set(table["Hoe het ermee staat"]) == {"Staat uit: gaat niet weg."}
    assert table["Wanneer"].tolist()[2:] == ["25 december 2009, 09:00", "na elke indiening"]


def test_it_is_switched_on_with_its_words_and_its_hour(page):
    field(page, "toggle", "aan").set_value(True)
    field(page, "datetime_input", "moment").set_value(datetime.fromisoformat("2009-12-28T10:30"))
    field(page, "text_input", "onderwerp").input("Nog even")
    field(page, "button", "knop").click().run()

    kept = planned(PostSoort.DRINGEND)
    assert (kept.aan, kept.onderwerp, on_clock(kept.gekozen).isoformat()) == (True, "Nog even", "2009-12-28T10:30:00")
    said = texts(page)
    # The only accounts are those for practice, but each werkplein of the demo's own has them.
    assert "Gaat vanzelf weg, nu aan" in said
    assert "28 december 2009, 10:30" in page.dataframe[0].value["Wanneer"].tolist()


def test_a_moment_that_is_past_is_refused_in_a_sentence(page):
    field(page, "toggle", "aan").set_value(True)
    field(page, "datetime_input", "moment").set_value(datetime.fromisoformat("2009-11-28T10:30"))
    field(page, "button", "knop").click().run()

    assert "Dit moment is voorbij. Kies een later moment, of zet deze e-mail uit." in texts(page)
    assert planned(PostSoort.DRINGEND).aan is False


def test_before_it_leaves_it_reads_as_a_werkplein_gets_it_what_was_just_typed_included(page):
    field(page, "text_area", "tekst").set_value("Dag {werkplein}, dat kan {sluit}.\n\n{link}").run()
    page.selectbox(key="post_voorbeeld").select("harderwijk").run()

    assert code(page).startswith("Dag Harderwijk, dat kan tot 31 december 2009 om 24:00 uur.")
    assert "/invullen?werkplein=harderwijk" in code(page)
    page.selectbox(key="post_lezer").select("uitgenodigd").run()
    assert "U hebt nog geen wachtwoord voor de landkaart." in code(page)
    assert "/toegang/(persoonlijke-link)" in code(page)


def test_what_it_looks_like_does_no_act(page):
    before = planned(PostSoort.DRINGEND)

    page.selectbox(key="post_lezer").select("contact").run()

    assert planned(PostSoort.DRINGEND) == before


def test_now_and_what_left_is_read_and_changes_no_more(page):
    field(page, "button", "nu").click().run()
    perform(start_due_post)

    at = open_post()

    assert not at.exception
    assert "Weg: " in texts(at)
    assert "Per adres staat het bij Herinneren" in texts(at)
    assert not [each for each in at.button if each.label == "Opslaan"]


def test_without_a_mail_server_it_says_what_to_do(landkaart_2009):
    at = open_post()

    assert "Er is geen mailserver ingesteld (SMTP_URL): er gaat niets vanzelf weg." in texts(at)
    assert not [each for each in at.button if each.label == "Nu versturen"]


def test_a_bevestiging_has_no_moment(landkaart_2009, mail_to):
    mail_to(1)
    at = open_post(PostSoort.BEVESTIGING)

    assert not at.exception
    assert not at.datetime_input
