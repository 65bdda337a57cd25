from datetime import date

import pytest
from sqlalchemy import delete

from db import models
from db.actions.plan import add_plan_stand
from db.engine import read_session, write_session
from db.queries.plan import plan
from landkaart.domein.plan import PlanStatus, StandVanZaken
from tests.steps.drive import texts, visit
from tests.steps.perform import perform


def kept(nummer="II.2"):
    with read_session() as session:
        return next(each for each in plan(session=session) if each.inhoud.nummer == nummer)


def opened(rol="ako", nummer="II.2"):
    """With the row of one afspraak chosen, as the browser would send it."""
    at = visit("plan", rol=rol)
    at.session_state["plan-lijst-gekozen"] = nummer
    at.session_state["plan-lijst"] = {"selection": {"rows": [7], "columns": [], "cells": []}}
    return at.run()


def field(at, kind, name):
    return next(each for each in getattr(at, kind) if str(each.key).startswith(name))


def test_everybody_reads_how_many_there_are_what_is_late_and_all_of_them(landkaart_2009):
    at = visit("plan")

    assert not at.exception
    said = texts(at).replace("\\", "")
    assert "Van de 18 afspraken onder 5 thema's zijn er 11 gereed, lopen er 6 en is er 1 te laat." in said
    assert "Te laat of over tijd op 1 december 2009: I.2" in said
    assert len(at.dataframe[0].value) == 18
    assert [each.label for each in at.button] == []


def test_the_ako_says_how_it_stands_and_what_was_said_before_stays(landkaart_2009):
    at = opened()
    assert "II.2 Betere regionale arbeidsmarktinformatie" in texts(at).replace("\\", "")

    field(at, "text_area", "plan-stand-II.2-tekst").input("Alle regio's hebben een set.")
    field(at, "selectbox", "plan-stand-II.2-status").set_value("Gereed")
    field(at, "button", "plan-stand-II.2-knop").click()
    at.run()

    assert not at.exception
    assert [(each.stand.status, each.stand.tekst[:4]) for each in kept().standen] == [
        (PlanStatus.LOOPT, "UWV "),
        (PlanStatus.GEREED, "Alle"),
    ]
    assert "zijn er 12 gereed" in texts(at)
    assert at.dataframe[1].value["Op"].to_list() == ["1 december 2009", "31 augustus 2009"]


def test_what_a_colleague_said_meanwhile_is_shown_and_nothing_is_saved(landkaart_2009):
    at = opened()
    said = StandVanZaken(PlanStatus.TE_LAAT, "in 2010", None, "Uitgesteld.", date(2009, 12, 1))
    perform(add_plan_stand, afspraak=kept(), stand=said)

    field(at, "text_area", "plan-stand-II.2-tekst").input("Gereed.")
    field(at, "button", "plan-stand-II.2-knop").click()
    at.run()

    assert "intussen door een ander gewijzigd" in at.error[0].value
    assert len(kept().standen) == 2


@pytest.mark.parametrize("rol", ["lezer", "beheer", "werkplein"])
def test_who_may_not_change_it_reads_the_history_and_has_no_fields(landkaart_2009, rol):
    at = opened(rol=rol)

    assert len(at.dataframe) == 2
    assert (list(at.text_area), [each.label for each in at.button]) == ([], [])


def test_without_any_it_says_what_to_do(landkaart_2009):
    with write_session() as session:
        session.exec(delete(models.PlanStand))
        session.exec(delete(models.PlanAfspraak))

    assert "Het AKO voegt ze toe." in texts(visit("plan"))
    assert "laat ze inlezen als" in texts(visit("plan", rol="ako"))
