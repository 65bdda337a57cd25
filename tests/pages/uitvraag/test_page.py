"""The page on which the AKO runs an uitvraag. It is 1 December 2009; that of 2009-3 is open."""

from datetime import datetime

import pytest

from db.actions.uitvragen import make_uitvraag
from db.actions.vraag_antwoorden import save_vraag_antwoord
from db.engine import read_session
from db.queries.uitvragen import uitvraag, uitvragen
from db.queries.uitzonderingen import uitstellen, vrijstellingen
from db.queries.vragen import vragen
from landkaart.domein.clock import on_clock
from landkaart.domein.planning import Planning
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitzondering import VrijstellingSoort
from landkaart.domein.vraag import Vraag
from landkaart.domein.vraagvorm import JaNee, Vorm, VraagSoort
from tests.steps.drive import texts, visit
from tests.steps.perform import perform

NOW, NEXT = Tertaal(2009, 3), Tertaal(2010, 1)
TABS = ("Datums", "Vragen", "Uitstel en vrijstelling", "Nieuwe uitvraag")


def read(question, tertaal=NOW, **what):
    with read_session() as session:
        return question(session=session, tertaal=tertaal, **what)


def field(at, kind, place, name, acts=0):
    return getattr(at, kind)(key=f"{place}-{name}-{acts}")


def open_tab(at, name, tertaal=NOW):
    at.session_state[f"uitvraag-deel-{tertaal}"] = name
    return at.run()


@pytest.fixture
def page(landkaart_2009):
    return visit("uitvraag", rol="ako")


def test_it_says_at_once_where_we_stand(page):
    assert not page.exception
    said = "is open tot 31 december 2009 om 24:00 uur: **nog 31 dagen**; **0 van 127** werkpleinen hebben ingediend."
    assert said in texts(page)
    assert page.selectbox(key="geplande_uitvraag").value == "2009-3"


def test_the_closing_moves(page):
    place = "uitvraag-2009-3"
    field(page, "datetime_input", place, "sluit").set_value(datetime.fromisoformat("2010-01-08T17:00"))
    field(page, "text_input", place, "vragen_aan").input("het secretariaat")
    field(page, "button", place, "knop").click().run()

    kept = read(uitvraag)
    assert (on_clock(kept.sluit).isoformat(), kept.vragen_aan) == ("2010-01-08T17:00:00", "het secretariaat")
    assert "open van 15 november 2009 tot 8 januari 2010 om 17:00 uur." in texts(page)
    assert "nog 38 dagen" in texts(page)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ("2010-01-01T00:00", "tot 31 december 2009 om 24:00 uur"),
        ("2010-01-01T00:15", "tot 1 januari 2010 om 00:15 uur"),
        ("2010-01-08T17:00", "tot 8 januari 2010 om 17:00 uur"),
    ],
)
def test_a_chosen_closing_is_said_at_once_as_everybody_will_read_it(page, chosen, said):
    field(page, "datetime_input", "uitvraag-2009-3", "sluit").set_value(datetime.fromisoformat(chosen)).run()

    assert f"Zo staat het overal: open van 15 november 2009 {said}." in texts(page)


def test_what_is_said_of_a_closing_has_no_hour_of_the_day_after(landkaart_2009):
    closed = visit("uitvraag", rol="ako", uitvraag="2009-2")

    assert ":small[Sluiting (ligt vast)]  \n31 augustus 2009 om 24:00 uur" in texts(closed)
    assert "00:00" not in texts(closed)


def test_dates_that_cannot_be_are_refused_in_a_sentence(page):
    place, before = "uitvraag-2009-3", read(uitvraag)
    field(page, "datetime_input", place, "sluit").set_value(datetime.fromisoformat("2009-11-01"))
    field(page, "button", place, "knop").click().run()

    assert "De sluiting ligt niet na de opening. Kies een latere sluiting." in texts(page)
    assert read(uitvraag) == before


def test_the_opening_of_an_open_one_and_all_of_a_closed_one_stand_fast(landkaart_2009):
    now, closed = visit("uitvraag", rol="ako"), visit("uitvraag", rol="ako", uitvraag="2009-2")

    assert [field.label for field in now.datetime_input] == ["Herinnering", "Sluiting", "Actueel vanaf"]
    assert "Opening (ligt vast)" in texts(now)
    assert not closed.datetime_input
    assert texts(closed).count("(ligt vast)") == 4
    assert "sloot op 31 augustus 2009 om 24:00 uur" in texts(closed)


def test_the_next_one_is_made_with_the_usual_dates_and_shown(page):
    open_tab(page, TABS[3])
    field(page, "button", "nieuw-2010-1", "knop").click().run()

    made = read(uitvraag, NEXT)
    days = [on_clock(moment).date().isoformat() for moment in (made.opent, made.herinnering, made.sluit, made.actueel_vanaf)]
    assert days == ["2010-03-15", "2010-04-15", "2010-05-01", "2010-01-01"]
    assert "De uitvraag van **2010-1** (jan 2010 t/m apr 2010) opent op 15 maart 2010: nog 104 dagen." in texts(page)

    field(page, "button", "uitvraag-2010-1", "weg").click().run()

    assert read(uitvraag, NEXT) is None
    assert "De uitvraag van **2009-3**" in texts(page)


def test_with_every_coming_tertaal_planned_the_ones_after_it_can_be(page):
    planned = [NEXT.before(-steps) for steps in range(6)]
    for tertaal in planned:
        perform(make_uitvraag, tertaal=tertaal, planning=Planning.usual(tertaal), vragen_aan=None)

    open_tab(page, TABS[3])

    assert not page.exception
    assert page.selectbox(key="nieuw-tertaal").value == str(planned[-1].after())


def test_a_vraag_is_asked_changed_and_taken_away(page):
    open_tab(page, TABS[1])
    field(page, "text_area", "vraag-erbij-2009-3", "tekst").input("Lukt het?").run()
    field(page, "button", "vraag-erbij-2009-3", "knop").click().run()
    assert read(vragen) == [Vraag("lukt-het", "Lukt het?")]

    open_tab(page, "Vragen")
    place = "vraag-2009-3-lukt-het"
    field(page, "text_input", place, "tekst").input("Lukt het nu?").run()
    field(page, "button", place, "knop").click().run()
    assert read(vragen) == [Vraag("lukt-het", "Lukt het nu?")]

    field(page, "button", place, "weg", 1).click().run()
    assert read(vragen) == []


def test_a_vraag_that_nobody_answered_can_be_answered_in_another_way(page):
    open_tab(page, TABS[1])
    field(page, "text_area", "vraag-erbij-2009-3", "tekst").input("Hoeveel klanten?").run()
    field(page, "button", "vraag-erbij-2009-3", "knop").click().run()
    open_tab(page, TABS[1])
    place = "vraag-2009-3-hoeveel-klanten"
    field(page, "button_group", place, "soort").set_value(VraagSoort.GETAL.value).run()
    field(page, "text_input", place, "eenheid").input("klanten").run()

    field(page, "button", place, "knop").click().run()

    assert read(vragen) == [Vraag("hoeveel-klanten", "Hoeveel klanten?", Vorm(VraagSoort.GETAL, "klanten"))]
    assert field(page, "text_input", place, "eenheid", 1).value == "klanten"


def test_a_vraag_that_was_answered_can_only_be_read(page):
    open_tab(page, TABS[1])
    field(page, "text_area", "vraag-erbij-2009-3", "tekst").input("Lukt *het*?").run()
    field(page, "button", "vraag-erbij-2009-3", "knop").click().run()
    perform(save_vraag_antwoord, werkplein="assen", tertaal=NOW, vraag="lukt-het", antwoord=JaNee.JA)

    open_tab(page, "Vragen")

    assert "Lukt \\*het\\*?" in texts(page)
    assert "Al beantwoord: blijft zoals zij is." in texts(page)
    assert [each for each in page.button if each.label == "Weghalen"] == []


def test_uitstel_is_given_changed_and_taken_back(page):
    open_tab(page, TABS[2])
    page.selectbox(key="uitzondering_werkplein").select("harderwijk").run()
    place = "uitstel-2009-3-harderwijk"
    field(page, "text_input", place, "reden").input("Ziekte.").run()
    field(page, "button", place, "knop").click().run()

    assert on_clock(read(uitstellen)["harderwijk"].tot).isoformat() == "2010-01-08T00:00:00"
    open_tab(page, "Uitstel en vrijstelling")
    assert "uitstel tot 7 januari 2010 om 24:00 uur." in texts(page)
    assert page.dataframe[0].value["Wat"].tolist() == ["Uitstel tot 7 januari 2010 om 24:00 uur"]
    assert "blijven zoals ze bij de sluiting waren (‘na sluiting gewijzigd’)" in texts(page)

    field(page, "button", place, "weg", 1).click().run()
    assert read(uitstellen) == {}


def test_a_vrijstelling_needs_a_reason_and_can_be_given(page):
    open_tab(page, TABS[2])
    page.selectbox(key="uitzondering_werkplein").select("harderwijk").run()
    place = "vrijstelling-2009-3-harderwijk"
    page.get_by_key(f"{place}-soort-0").set_value("Geen wijziging").run()
    field(page, "button", place, "knop").click().run()
    assert "Schrijf in het kort waarom." in texts(page)

    field(page, "text_input", place, "reden").input("Gebeld.").run()
    field(page, "button", place, "knop").click().run()

    assert read(vrijstellingen)["harderwijk"].soort is VrijstellingSoort.GEEN_WIJZIGING


def test_without_any_uitvraag_it_begins_with_a_new_one(database):
    page = visit("uitvraag", rol="ako")

    assert "Er is nog geen uitvraag." in texts(page)
    [make] = [each for each in page.button if each.label == "Uitvraag maken"]
    make.click().run()

    with read_session() as session:
        [made] = uitvragen(session=session).values()
    assert f"De uitvraag van **{made.tertaal}**" in texts(page)


@pytest.mark.parametrize("rol", ["werkplein", "beheer", "lezer"])
def test_only_the_ako_has_the_page(landkaart_2009, rol):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit("uitvraag", rol=rol)


def test_an_address_opens_a_part_and_who_makes_an_uitvraag_reads_its_dates(landkaart_2009):
    at = visit("uitvraag", rol="ako", deel="Nieuwe uitvraag")
    assert at.session_state["uitvraag-deel-2009-3"] == "Nieuwe uitvraag"

    field(at, "button", f"nieuw-{NEXT}", "knop").click().run()

    assert at.session_state[f"uitvraag-deel-{NEXT}"] == "Datums"


def test_an_opening_in_the_past_is_said_to_be_at_once_and_without_its_mail(landkaart_2009):
    at = visit("uitvraag", rol="ako", deel="Nieuwe uitvraag")
    assert "De opening is voorbij" not in texts(at)

    opens = field(at, "datetime_input", f"nieuw-{NEXT}", "opent")
    opens.set_value(datetime.fromisoformat("2009-11-30T00:00")).run()

    assert "De openingsmail gaat dan niet vanzelf weg" in texts(at)
