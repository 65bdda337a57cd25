"""Asking about an answer, on the pages of both: the AKO asks and closes, the werkplein answers."""

import pytest

from db.actions.navragen import ask_navraag
from db.engine import read_session
from db.queries.navragen import navragen
from landkaart.domein.navraag import NavraagStatus
from landkaart.domein.tertaal import Tertaal
from tests.steps.accounts import make_account, sign_in_as
from tests.steps.drive import field, texts, visit
from tests.steps.perform import perform

NOW = Tertaal(2009, 3)


def ask(werkplein="harderwijk", tekst="Waaruit *blijkt* dat?", mijlpaal="ketenjaarplan", by=None):
    return perform(ask_navraag, by, werkplein=werkplein, tertaal=NOW, mijlpaal=mijlpaal, tekst=tekst)


def kept():
    with read_session() as session:
        return navragen(session=session)


def fill_in():
    by = sign_in_as("werkplein", ["harderwijk"], "Iemand van Harderwijk")
    return visit("invullen", sessie=by.sessie_id)


def test_the_werkplein_sees_it_above_its_form_answers_it_and_reads_its_answer_back(landkaart_2009):
    number = ask()
    at = fill_in()
    assert "1 navraag: 1 wacht op antwoord.** Uw score verandert er niet door." in texts(at)
    assert "Ketenjaarplan vastgesteld" in texts(at)
    assert "Waaruit \\*blijkt\\* dat?" in texts(at)

    field(at, f"navraag-{number}-tekst-0").input("Uit het jaarplan.")
    field(at, f"navraag-{number}-knop-0").click().run()

    assert [(each.antwoord, each.beantwoord_door) for each in kept()] == [("Uit het jaarplan.", "Iemand van Harderwijk")]
    assert "1 navraag: 1 is beantwoord." in texts(at)
    assert field(at, f"navraag-{number}-tekst-1").value == "Uit het jaarplan."


def test_the_ako_writes_down_what_the_werkplein_said_to_it_and_everybody_reads_on_whose_word(landkaart_2009):
    number = ask()
    by = sign_in_as("ako", naam="Iemand van het AKO")
    at = visit("werkplein", sessie=by.sessie_id, werkplein="harderwijk", tertaal="2009-2")
    field(at, f"navraag-{number}-wie-0").input("J. Jansen")
    field(at, f"navraag-{number}-hoe-0").select("telefoon")
    field(at, f"navraag-{number}-namens-0").input("Uit het jaarplan.")

    field(at, f"navraag-{number}-bewaar-0").click().run()

    assert [(each.antwoord, each.opgave.zin) for each in kept()] == [("Uit het jaarplan.", "J. Jansen, per telefoon")]
    said = "Opgeschreven door Iemand van het AKO \\(AKO\\) namens het werkplein, antwoord van J\\. Jansen, per telefoon"
    assert said in texts(at)
    assert [each.label for each in fill_in().button if "namens" in (each.key or "")] == []


def test_who_has_another_werkplein_sees_nothing_of_it(landkaart_2009):
    ask(werkplein="assen")

    assert "navraag" not in texts(fill_in()).lower()
    for rol in ("lezer", "beheer"):
        assert "Navragen" not in texts(visit("werkplein", rol=rol, werkplein="assen", tertaal="2009-2"))


def test_the_ako_asks_on_the_page_of_the_werkplein(landkaart_2009):
    by = sign_in_as("ako", naam="Iemand van het AKO")
    at = visit("werkplein", sessie=by.sessie_id, werkplein="harderwijk", tertaal="2009-2")
    at.get_by_key("navraag-doen-harderwijk").proto.expanded = True
    place = "navraag-nieuw-harderwijk-2009-2"
    at.session_state["navraag-doen-harderwijk"] = True
    at.run()

    field(at, f"{place}-mijlpaal-0").select("integrale-teams")
    field(at, f"{place}-tekst-0").input("Hoeveel teams?")
    field(at, f"{place}-knop-0").click().run()

    [found] = kept()
    assert (found.werkplein, found.tertaal, found.mijlpaal) == ("harderwijk", Tertaal(2009, 2), "integrale-teams")
    assert (found.tekst, found.door) == ("Hoeveel teams?", "Iemand van het AKO")


def test_all_of_an_uitvraag_are_counted_and_one_is_closed(landkaart_2009):
    by = sign_in_as("ako", naam="Iemand van het AKO")
    numbers = [ask(), ask("assen", "Hoezo?", None), ask("zwolle", "En nu?")]
    at = visit("navragen", sessie=by.sessie_id)
    assert "Over 2009-3: **3 navragen: 3 wachten op antwoord**. Een navraag verandert geen score." in texts(at)
    assert list(at.dataframe[0].value["Werkplein"]) == ["Zwolle", "Assen", "Harderwijk"]
    assert list(at.dataframe[0].value["Over"]) == ["Ketenjaarplan vastgesteld", "Heel 2009-3", "Ketenjaarplan vastgesteld"]

    at = visit("werkplein", sessie=by.sessie_id, werkplein="assen", tertaal="2009-2")
    field(at, f"navraag-{numbers[1]}-sluit-0").click().run()

    assert [each.status for each in kept()] == [NavraagStatus.OPEN, NavraagStatus.GESLOTEN, NavraagStatus.OPEN]
    shown = visit("navragen", sessie=by.sessie_id, status="gesloten")
    assert list(shown.dataframe[0].value["Werkplein"]) == ["Assen"]
    assert "2 wachten op antwoord en 1 is gesloten" in texts(shown)


@pytest.mark.parametrize("rol", ["lezer", "beheer", "werkplein"])
def test_only_the_ako_has_the_page(landkaart_2009, rol):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit("navragen", rol=rol)


def test_while_nothing_was_asked_it_says_how_to(landkaart_2009):
    at = visit("navragen", rol="ako")

    assert "Over 2009-3 is nog geen navraag gedaan." in texts(at)
    assert "Kies het werkplein waarbij u navraag doet." in texts(at)


def test_who_asked_reads_that_no_mail_leaves_about_it_and_whom_to_write_to(landkaart_2009):
    make_account("werkplein", ["emmen"], "Jan", adres="jan@emmen.nl")

    def asked(werkplein):
        at = visit("navragen", rol="ako", uitvraag="2009-3", werkplein=werkplein)
        place = f"navraag-nieuw-{werkplein}-2009-3"
        field(at, f"{place}-tekst-0").input("Waaruit blijkt dat?")
        field(at, f"{place}-knop-0").click().run()
        return texts(at)

    assert "Er gaat geen e-mail over weg: [schrijf zo nodig zelf aan het werkplein](mailto:jan@emmen.nl?subject=" in asked(
        "emmen"
    )
    assert "van dit werkplein is geen adres bekend: bel het zo nodig" in asked("zeist")
