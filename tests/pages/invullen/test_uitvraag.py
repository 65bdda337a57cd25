"""Invullen follows the uitvraag: its opening and closing, uitstel, and the questions on top of the 14."""

from datetime import UTC, datetime

import pytest

from db import models
from db.actions.indieningen import submit
from db.actions.invullingen import confirm, save_answer, save_toelichting
from db.actions.uitvragen import make_uitvraag
from db.actions.uitzonderingen import give_uitstel
from db.actions.vragen import add_vraag
from db.engine import read_session, write_session
from db.queries.clock import OFFSET
from db.queries.invullingen import akkoorden, indieningen
from db.queries.vragen import vraag_antwoorden
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import system_now
from landkaart.domein.planning import Planning
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vraag import JaNee
from pages.invullen.form import SEGMENTS
from tests.steps.accounts import session_of
from tests.steps.drive import field, texts, visit
from tests.steps.perform import perform

NOW, NEXT = Tertaal(2009, 3), Tertaal(2010, 1)
SLUIT = datetime(2009, 12, 31, 23, tzinfo=UTC)
VRAAG = "lukt-het"


def key(kind, code=VRAAG):
    return f"{kind}-harderwijk-{NOW}-{code}"


def move_to(moment, set_clock):
    """The landkaart; the clock of the sessions stands still."""
    set_clock(now := system_now())
    with write_session() as session:
        session.get(models.Instelling, OFFSET).waarde = str((moment - now).total_seconds())


def fill_in(sessie=None, **address):
    own = {} if sessie else {"rol": "werkplein", "werkpleinen": ["harderwijk"]}
    return visit("invullen", sessie=sessie, werkplein="harderwijk", **own, **address)


def said(werkplein="harderwijk"):
    with read_session() as session:
        found = vraag_antwoorden(session=session, werkplein=werkplein, tertaal=NOW).get(VRAAG)
        return found and (found.antwoord, found.toelichting)


def widgets(at):
    """All that could be typed in or clicked, apart from what chooses what to see."""
    return [*at.button, *at.text_area, *at.get("button_group")]


@pytest.fixture
def asked(landkaart_2009):
    perform(add_vraag, tertaal=NOW, tekst="Lukt het?")


# Before and after


def test_after_the_closing_the_form_says_why_whom_to_ask_and_what_stands_there(landkaart_2009, set_clock):
    perform(save_answer, werkplein="harderwijk", tertaal=NOW, mijlpaal="ketenjaarplan", band=Band.VOLLEDIG)
    move_to(SLUIT, set_clock)

    at = fill_in()

    assert not at.exception
    assert "De uitvraag van 2009-3 sloot op 31 december 2009 om 24:00 uur. Vragen? U kunt terecht bij het AKO." in texts(at)
    assert "In 2009-3 is niets ingediend. Het werkplein staat nog waar het in 2009-2 stond." in texts(at)
    assert texts(at).count("Niet beoordeeld; vorige keer (2009-2)") == 13
    assert "(bijgewerkt, 1 december 2009" in texts(at)
    assert widgets(at) == []


def test_it_says_when_the_next_one_opens_and_who_knows_more(landkaart_2009, set_clock):
    perform(make_uitvraag, tertaal=NEXT, planning=Planning.usual(NEXT), vragen_aan=None)
    with write_session() as session:
        session.connection().execute(models.Uitvraag.__table__.update().values(vragen_aan="[Het] secretariaat"))
    move_to(SLUIT, set_clock)

    assert ("De uitvraag van 2010-1 opent op 15 maart 2010. Vragen? U kunt terecht bij \\[Het\\] secretariaat.") in texts(
        fill_in()
    )


def test_until_the_last_second_there_is_a_form(landkaart_2009, set_clock):
    move_to(SLUIT.replace(hour=22, minute=59, second=59), set_clock)

    assert len(fill_in().get("button_group")) == 14


def test_before_the_first_opening_the_14_can_be_read(landkaart_2009, set_clock):
    with write_session() as session:
        old = models.Uitvraag.__table__
        session.connection().execute(old.delete().where(old.c.tertaal != str(NOW)))
    move_to(datetime(2009, 11, 14, 22, 59, 59, tzinfo=UTC), set_clock)

    at = fill_in()

    assert "De uitvraag van 2009-3 opent op 15 november 2009." in texts(at)
    assert texts(at).count("Niet beoordeeld") == 14
    assert widgets(at) == []


def test_what_was_submitted_stands_there_with_who_signed(landkaart_2009, set_clock):
    form = fill_in()
    field(form, key("bevestig", "alle")).click().run()
    field(form, key("indienen", "alle")).click().run()
    field(form, key("akkoord", "1")).click().run()
    move_to(SLUIT, set_clock)

    at = fill_in()

    assert "Versie 1 is ingediend op 1 december 2009" in texts(at)
    assert "Akkoord met versie 1:" in texts(at)
    assert widgets(at) == []


def test_without_any_uitvraag_there_is_nothing_to_fill_in_yet(landkaart_2009):
    with write_session() as session:
        session.connection().execute(models.Uitvraag.__table__.delete())

    assert "Er is nog geen uitvraag. Zodra het AKO er een opent, kunt u hier invullen." in texts(fill_in())


# Uitstel


def test_with_uitstel_the_form_stays_and_says_until_when(landkaart_2009, set_clock):
    tot = datetime.fromisoformat("2010-01-08T17:00")
    perform(give_uitstel, werkplein="harderwijk", tertaal=NOW, tot=tot, reden="Ziekte.")
    move_to(SLUIT, set_clock)

    at = fill_in()

    assert "**tot 8 januari 2010 om 17:00 uur**. Uw werkplein heeft uitstel; voor de andere sloot de uitvraag op" in texts(
        at
    )
    field(at, key("band", "ketenjaarplan")).set_value(SEGMENTS[Band.NIET]).run()
    assert "**1 van 14**" in texts(at)
    assert widgets(visit("invullen", rol="werkplein", werkpleinen=["assen"])) == []

    move_to(datetime(2010, 1, 8, 16, tzinfo=UTC), set_clock)

    at.run()
    assert "Uw uitstel liep tot 8 januari 2010 om 17:00 uur." in texts(at)


def test_with_uitstel_into_the_next_uitvraag_both_can_be_filled_in(landkaart_2009, set_clock):
    perform(make_uitvraag, tertaal=NEXT, planning=Planning.usual(NEXT), vragen_aan=None)
    tot = datetime.fromisoformat("2010-03-20T00:00")
    perform(give_uitstel, werkplein="harderwijk", tertaal=NOW, tot=tot, reden="Ziekte.")
    move_to(datetime(2010, 3, 16, tzinfo=UTC), set_clock)

    at = fill_in()
    assert "Tertaal **2009-3**" in texts(at)
    at.get_by_key("ronde-harderwijk").set_value("2010-1, tot 30 april 2010 om 24:00 uur").run()

    assert "Tertaal **2010-1**" in texts(at)
    assert "Tertaal **2009-3**" in texts(fill_in(ronde="2009-3"))


def test_in_the_next_uitvraag_each_mijlpaal_has_what_it_was_and_what_was_said_of_it(landkaart_2009, set_clock):
    here = {"werkplein": "harderwijk", "tertaal": NOW}
    perform(confirm, **here, mijlpalen=catalogus().codes)
    perform(save_answer, **here, mijlpaal="ketenjaarplan", band=Band.VOLLEDIG)
    perform(save_toelichting, **here, mijlpaal="ketenjaarplan", tekst="Met [alle] gemeenten.")
    perform(submit, **here)
    perform(make_uitvraag, tertaal=NEXT, planning=Planning.usual(NEXT), vragen_aan=None)
    move_to(datetime(2010, 3, 16, tzinfo=UTC), set_clock)

    at = fill_in()

    label = field(at, f"band-harderwijk-{NEXT}-ketenjaarplan").label
    assert "vorige\u00a0keer" in label
    assert "Volledig" in label
    assert texts(at).count("Vorige keer (2009-3): “Met \\[alle\\] gemeenten\\.”") == 1


# The questions


def test_an_answer_is_saved_at_once_with_its_moment_and_can_be_taken_back(asked):
    at = fill_in()
    assert "nog niet beantwoord; het hoeft niet" in texts(at)

    field(at, key("antwoord")).set_value("Nee").run()
    assert said() == (JaNee.NEE, None)
    assert ":material/check: opgeslagen" in texts(at)

    field(at, key("uitleggen")).click().run()
    field(at, key("uitleg")).input("Te <b>druk</b>.").run()
    assert said() == (JaNee.NEE, "Te <b>druk</b>.")
    assert fill_in().text_area(key=key("uitleg")).value == "Te <b>druk</b>."

    field(at, key("antwoord")).set_value(None).run()
    assert said() is None
    assert not at.exception


def test_an_open_question_does_not_hold_up_submitting(asked):
    at = fill_in()
    field(at, key("bevestig", "alle")).click().run()
    field(at, key("indienen", "alle")).click().run()

    assert "Versie 1 is ingediend" in texts(at)


def test_the_second_of_two_people_is_asked_and_nothing_is_overwritten(asked):
    first, second = (fill_in(session_of("werkplein", ["harderwijk"], naam)) for naam in ("Een", "Twee"))
    field(first, key("antwoord")).set_value("Ja").run()

    field(second, key("antwoord")).set_value("Nee").run()

    assert said() == (JaNee.JA, None)
    assert "Er staat nu: **Ja** (Een, " in texts(second)
    field(second, key("neem-antwoord")).click().run()
    assert said() == (JaNee.NEE, None)
    assert second.warning == []


def test_so_is_who_explains_what_a_colleague_explained(asked):
    first, second = (fill_in(session_of("werkplein", ["harderwijk"], naam)) for naam in ("Een", "Twee"))
    field(first, key("antwoord")).set_value("Ja").run()
    for at in (first, second):
        at.run()
        field(at, key("uitleggen")).click().run()
    field(first, key("uitleg")).input("Van Een.").run()

    field(second, key("uitleg")).input("Van Twee.").run()

    assert said() == (JaNee.JA, "Van Een.")
    assert field(second, key("uitleg")).value == "Van Twee."
    assert "“Van Een\\.” (Een, " in texts(second)
    field(second, key("houd-uitleg")).click().run()
    assert field(second, key("uitleg")).value == "Van Een."


def test_after_the_closing_a_click_on_an_old_page_answers_nothing(asked, set_clock):
    at = fill_in()
    move_to(SLUIT, set_clock)

    field(at, key("antwoord")).set_value("Ja").run()

    assert said() is None
    assert "De uitvraag van 2009-3 is gesloten. Er is niets opgeslagen." in texts(at)
    assert "**Lukt het?**  \nNiet beantwoord" in texts(at)


# Submitting and signing


def test_what_a_colleague_changed_since_is_shown_before_it_is_submitted(landkaart_2009):
    first, second = (fill_in(session_of("werkplein", ["harderwijk"], naam)) for naam in ("Een", "Twee"))
    field(first, key("bevestig", "alle")).click().run()
    second.run()
    field(first, key("band", "ketenjaarplan")).set_value(SEGMENTS[Band.NIET]).run()

    field(second, key("indienen", "alle")).click().run()

    with read_session() as session:
        assert indieningen(session=session, werkplein="harderwijk", tertaal=NOW) == []
    assert "Intussen is iets gewijzigd dat u nog niet had gezien: Ketenjaarplan vastgesteld." in texts(second)
    assert field(second, key("band", "ketenjaarplan")).value is Band.NIET

    field(second, key("indienen", "alle")).click().run()

    assert "Versie 1 is ingediend" in texts(second)


def test_who_signed_can_withdraw_it(landkaart_2009):
    at = fill_in()
    field(at, key("bevestig", "alle")).click().run()
    field(at, key("indienen", "alle")).click().run()
    field(at, key("akkoord", "1")).click().run()

    field(at, key("akkoord-terug", "1")).click().run()

    with read_session() as session:
        assert akkoorden(session=session, werkplein="harderwijk", tertaal=NOW) == {}
    assert "Op versie 1 heeft nog niemand akkoord gegeven." in texts(at)
