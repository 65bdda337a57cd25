"""What stands out on the page, and the way to ask about it."""

import pytest
from sqlalchemy import update

from db import models
from db.engine import read_session, write_session
from db.queries.navragen import navragen
from landkaart.domein.plausibiliteit import Twijfel
from landkaart.domein.tertaal import Tertaal
from tests.steps.drive import field, texts, visit

NU = Tertaal(2009, 2)


def shown(at) -> list[list]:
    return at.dataframe[0].value.to_numpy().tolist()


@pytest.mark.parametrize("rol", ["lezer", "beheer"])
def test_only_who_may_ask_has_it(landkaart_2009, rol):
    with pytest.raises(ValueError, match="does not have it"):
        visit("plausibiliteit", rol=rol)


def test_the_rules_stand_above_the_list_with_how_many_stand_out_by_each(landkaart_2009):
    at = visit("plausibiliteit", rol="ako", uitvraag="2009-2")

    assert not at.exception
    assert "Van de **102 werkpleinen** met een invulling over 2009-2 valt bij **" in texts(at)
    for twijfel in Twijfel:
        assert f"**{twijfel.label}** (" in texts(at)
    assert {row[2] for row in shown(at)} <= {twijfel.label for twijfel in Twijfel}
    assert ["Assen", 100, "Alle 14 dezelfde band", "Alle 14 op Volledig."] in shown(at)


def test_one_rule_alone_and_its_file(landkaart_2009):
    at = visit("plausibiliteit", rol="ako", uitvraag="2009-2", regel="alles_gelijk")

    assert {row[2] for row in shown(at)} == {"Alle 14 dezelfde band"}
    assert "/download/2009-2/plausibiliteit.csv?regel=alles_gelijk" in texts(at)


def test_where_nothing_was_submitted_it_says_so(landkaart_2009):
    assert "Er is over 2009-3 nog niets ingediend." in texts(visit("plausibiliteit", rol="ako"))


def test_who_stands_out_is_asked_from_his_row(landkaart_2009):
    with write_session() as session:
        numbers = models.IndieningAntwoord.mijlpaal == "ketenjaarplan"
        session.execute(update(models.IndieningAntwoord).where(numbers).values(band=3))
    at = visit("plausibiliteit", rol="ako", uitvraag="2009-2", regel="alles_gelijk")
    first = shown(at)[0][0]
    at.session_state["plausibiliteit-2009-2-alles_gelijk-1-gekozen"] = "assen 0"
    assert first == "Assen"
    at.session_state["plausibiliteit-2009-2-alles_gelijk-1"] = {"selection": {"rows": [0], "columns": [], "cells": []}}

    at.run()

    assert f"Navragen bij {first}" in texts(at)
    field(at, "navraag-nieuw-assen-2009-2-tekst-0").input("Waaruit blijkt dat?").run()
    field(at, "navraag-nieuw-assen-2009-2-knop-0").click().run()
    with read_session() as session:
        [asked] = navragen(session=session)
    assert (asked.werkplein, asked.tertaal, asked.tekst) == ("assen", NU, "Waaruit blijkt dat?")
