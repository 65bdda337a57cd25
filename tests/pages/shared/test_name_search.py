"""Choosing among more names than a list can hold: here more than 100, of the 127 of 2009."""

import pytest

from db.engine import read_session
from db.queries.accounts import accounts
from landkaart.rapport import dutch
from pages.landelijk import counts
from pages.respons import reacties
from pages.shared import name_list, name_search, werkplein_table
from tests.steps.accounts import session_of
from tests.steps.drive import texts, visit


@pytest.fixture
def crowded(landkaart_2009, monkeypatch):
    monkeypatch.setattr(name_search, "MOST", 100)


def search(at, key, text):
    return at.text_input(key=f"{key}-zoeken").input(text).run()


def test_up_to_the_limit_there_is_one_list_without_a_field_before_it(landkaart_2009, monkeypatch):
    monkeypatch.setattr(name_search, "MOST", 127)
    at = visit("werkplein")

    assert len(at.selectbox(key="bekeken").options) == 127
    assert not at.text_input


def test_one_more_and_the_list_has_the_first_names_and_what_is_searched_for(crowded):
    at = visit("werkplein")

    assert len(at.selectbox(key="bekeken").options) == name_search.SHOWN == 50
    assert "127 namen" in at.text_input(key="bekeken-zoeken").placeholder
    assert search(at, "bekeken", "nergens").selectbox(key="bekeken").options == []
    assert "Niets gevonden bij ‘nergens’." in texts(at)
    assert search(at, "bekeken", "IJMÓND").selectbox(key="bekeken").options == ["IJmond"]
    assert search(at, "bekeken", "ij mond").selectbox(key="bekeken").options == ["IJmond"]
    assert search(at, "bekeken", "rotterdam sl").selectbox(key="bekeken").options == ["Rotterdam Slinge (Dynamo)"]


def test_what_was_chosen_stays_while_another_is_looked_for(crowded):
    at = search(visit("werkplein", werkplein="zierikzee"), "bekeken", "assen")

    assert at.title[0].value == "Zierikzee"
    assert at.selectbox(key="bekeken").options == ["Zierikzee", "Assen"]
    at.selectbox(key="bekeken").select("assen").run()
    assert at.title[0].value == "Assen"
    assert search(at, "bekeken", "").title[0].value == "Assen"


def test_an_account_keeps_its_werkpleinen_while_another_is_added(crowded):
    session_of("werkplein", ["zierikzee", "assen"], "Iemand")
    with read_session() as session:
        number = next(account.id for account in accounts(session=session) if account.naam == "Iemand")
    at = visit("beheer", rol="beheer")
    at.button(key=f"openen-account-{number}").click().run()
    key = f"account-{number}-werkpleinen-0"
    search(at, key, "venlo")
    assert at.multiselect(key=key).options == ["Assen", "Zierikzee", "Venlo"]

    at.multiselect(key=key).select("venlo").run()
    search(at, key, "emmen")
    at.button(key=f"account-{number}-opslaan-0").click().run()

    with read_session() as session:
        kept = next(account for account in accounts(session=session) if account.id == number)
    assert kept.werkpleinen == ("assen", "venlo", "zierikzee")


@pytest.mark.parametrize(("page", "key"), [("logboek", "logboek_werkplein"), ("respons", "respons_werkplein")])
def test_other_pages_offer_many_names_in_the_same_way(crowded, page, key):
    at = search(visit(page, rol="ako"), key, "venlo")

    assert at.selectbox(key=key).options == ["Venlo"]


def test_uitstel_is_given_to_one_of_many(crowded):
    at = visit("uitvraag", rol="ako", uitvraag="2009-3")
    at.session_state["uitvraag-deel-2009-3"] = next(tab.label for tab in at.tabs if tab.label.startswith("Uitstel"))
    search(at.run(), "uitzondering_werkplein", "venlo").selectbox(key="uitzondering_werkplein").select("venlo").run()

    assert at.text_input(key="uitstel-2009-3-venlo-reden-0").value == ""
    assert at.query_params["werkplein"] == "venlo"


def test_a_long_table_of_names_comes_a_page_at_a_time(landkaart_2009, monkeypatch):
    for module in (werkplein_table, reacties, counts):
        monkeypatch.setattr(module, "PER_PAGE", 100)
    at = visit("respons", rol="ako")
    shown = at.dataframe[0].value

    assert len(shown) == 100
    assert shown["naam"].iloc[0] == "Alkmaar"
    assert f"**{dutch.werkpleinen(127)}** van 127." in texts(at)


def test_the_names_behind_a_figure_are_cut_short_with_how_many_more_there_are(landkaart_2009, monkeypatch):
    monkeypatch.setattr(name_list, "MOST", 100)
    at = visit("landelijk")
    at.session_state["welke-Werkpleinen met een stand"] = True
    at.run()

    [said] = [element.value for element in at.markdown if element.value.startswith("Alkmaar, ")]
    assert said.endswith(" en nog 25")
    assert said.count(", ") == 99
