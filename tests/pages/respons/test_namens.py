"""From Respons to a form that the AKO fills in on behalf of a werkplein, and back."""

from datetime import UTC, datetime

import pytest

from db.actions.namens import begin_namens
from db.engine import read_session
from db.queries.namens import namens
from landkaart.domein.namens import Opgavewijze
from landkaart.domein.tertaal import Tertaal
from tests.steps.accounts import session_of
from tests.steps.drive import form_of, texts, visit
from tests.steps.moments import move_to
from tests.steps.perform import perform

HERE = {"werkplein": "harderwijk", "tertaal": Tertaal(2009, 3)}
PLACE = "namens-harderwijk-2009-3"


def show(rol="ako", **state):
    at = visit("respons", rol=rol)
    for key, value in {"respons_werkplein": "harderwijk", **state}.items():
        at.session_state[key] = value
    return at.run()


def began() -> None:
    perform(begin_namens, **HERE, wie="Jan Jansen", hoe=Opgavewijze.TELEFOON)


def kept() -> list[tuple[str, str]]:
    with read_session() as session:
        return [(each.werkplein, each.opgave.zin) for each in namens(session=session)]


def test_it_is_begun_by_saying_who_and_how_stands_in_the_list_and_is_ended(landkaart_2009):
    at = show(**{f"{PLACE}-open": True})
    at.text_input(key=f"{PLACE}-wie-0").input("Jan Jansen")
    at.selectbox(key=f"{PLACE}-hoe-0").select("telefoon")
    at.button(key=f"{PLACE}-begin-0").click().run()

    assert kept() == [("harderwijk", "Jan Jansen, per telefoon")]
    assert "antwoorden van Jan Jansen, per telefoon" in texts(at)
    table = at.dataframe[0].value.set_index("naam")
    assert table.loc["Harderwijk", "namens"] == "Jan Jansen, per telefoon"
    at.button(key=f"{PLACE}-eind-1").click().run()
    assert kept() == []


def test_the_list_says_that_it_is_for_both_to_whoever_may_do_both(landkaart_2009):
    labels = {rol: show(rol).selectbox(key="respons_werkplein").label for rol in ("ako", "beheer")}

    assert labels == {"ako": "Contact vastleggen van, of invullen namens", "beheer": "Contact vastleggen van"}


def test_without_saying_who_nothing_begins_and_it_says_so(landkaart_2009):
    at = show(**{f"{PLACE}-open": True})
    at.button(key=f"{PLACE}-begin-0").click().run()

    assert kept() == []
    assert [each.value for each in at.error] == ["Schrijf op wie van het werkplein de antwoorden geeft."]


def test_beheer_sees_the_list_but_no_way_to_begin(landkaart_2009):
    began()
    at = show("beheer")

    assert not [each for each in at.expander if each.label.startswith("Namens ")]
    assert at.dataframe[0].value["namens"].notna().sum() == 1


def test_after_the_closing_there_is_no_way_to_begin(landkaart_2009, set_clock):
    move_to(datetime(2010, 1, 2, 12, tzinfo=UTC), set_clock)

    assert not [each for each in show().expander if each.label.startswith("Namens ")]


def test_the_ako_has_nothing_to_fill_in_until_it_began_and_then_the_form_says_on_whose_word(landkaart_2009):
    sessie = session_of("ako")
    assert "U vult nu voor geen werkplein in." in texts(visit("invullen", sessie=sessie))
    began()

    at = visit("invullen", sessie=sessie)

    assert at.title[0].value == "Invullen: Harderwijk"
    assert form_of(at)[1]["api"] == "/api/invullen/harderwijk/2009-3"
    assert "namens het werkplein" in texts(at)
    assert "Antwoorden van Jan Jansen, per telefoon." in texts(at)


def test_who_fills_in_himself_sees_it_on_top_of_his_form(landkaart_2009):
    began()

    said = texts(visit("invullen", rol="werkplein", werkpleinen=["harderwijk"]))

    assert "Antwoorden van Jan Jansen, per telefoon." in said


@pytest.mark.parametrize("rol", ["beheer", "lezer"])
def test_others_have_no_form(landkaart_2009, rol):
    began()

    with pytest.raises(ValueError, match="does not have it"):
        visit("invullen", rol=rol)


def test_with_two_the_ako_chooses_and_each_is_called_on_behalf(landkaart_2009):
    began()
    perform(begin_namens, **HERE | {"werkplein": "assen"}, wie="Kees de Boer", hoe=Opgavewijze.PAPIER)

    assert "U vult in namens 2 werkpleinen. Kies er een." in texts(visit("invullen", rol="ako"))
