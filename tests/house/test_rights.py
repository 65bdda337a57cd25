"""Who may do what, read from the code and tried for real: no page without a right, no writing without a row here."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from inspect import signature
from pathlib import Path

import pytest
from sqlalchemy import update

from db import models
from db.actions.invullingen import confirm
from db.actions.momentopnamen import freeze
from db.engine import read_session, write_session
from db.queries.clock import clock
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import NietAangemeld, NietToegestaan
from landkaart.domein.rechten import Recht, Weg, klok, operator
from pages.contents import entries
from tests.house.rights_matrix import HERE, MATRIX, WITHOUT_BY, Row
from tests.steps.accounts import make_account, sign_in_as

ROOT = Path(__file__).parents[2]
ACTIONS = sorted((ROOT / "db" / "actions").glob("*.py"))


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for path in ACTIONS:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                yield f"{path.stem}.{node.name}", node


def keywords(node: ast.FunctionDef) -> set[str]:
    return {argument.arg for argument in node.args.kwonlyargs}


def acts(*, with_by: bool) -> set[str]:
    """The functions that others call with `session=`: each is an act."""
    return {name for name, node in functions() if "session" in keywords(node) and ("by" in keywords(node)) is with_by}


def calls(node: ast.FunctionDef) -> set[str]:
    return {call.func.id for call in ast.walk(node) if isinstance(call, ast.Call) and isinstance(call.func, ast.Name)}


def test_every_page_asks_for_a_right():
    assert [entry.screen for entry in entries() if not isinstance(entry.recht, Recht)] == [], "give it a Recht in MENU"


def test_every_act_stands_in_the_matrix():
    missing = acts(with_by=True) - set(MATRIX)
    assert not missing, f"add a row to MATRIX in tests/house/rights_matrix.py: who may do {sorted(missing)}?"
    gone = set(MATRIX) - acts(with_by=True)
    assert not gone, f"these are no longer there, or have no `by`: take {sorted(gone)} out of MATRIX"


def test_an_act_without_a_doer_has_a_reason():
    missing = acts(with_by=False) - set(WITHOUT_BY)
    assert not missing, f"{sorted(missing)} writes without `by`: add it and call eis(), or give the reason in WITHOUT_BY"
    assert set(WITHOUT_BY) - acts(with_by=False) == set(), "take what is gone out of WITHOUT_BY"


def test_every_act_calls_eis_itself_or_through_what_it_calls():
    asking, before = {"eis"}, set()
    while asking != before:
        before = set(asking)
        asking |= {node.name for _, node in functions() if calls(node) & asking}

    silent = [name for name, node in functions() if name in acts(with_by=True) and not calls(node) & asking]
    assert silent == [], "call eis(session, by, Recht....) before anything else"


@pytest.fixture
def people(landkaart_2009):
    """One of each, with a running session; "weg" was beheerder until he signed out."""
    found = {rol: sign_in_as(rol) for rol in ("ako", "beheer", "lezer")}
    found |= {"eigen": sign_in_as("werkplein", ["harderwijk"]), "ander": sign_in_as("werkplein", ["zwolle"])}
    found |= {"operator": operator(), "weg": sign_in_as("beheer")}
    with write_session() as session:
        mine = models.Sessie.id == found["weg"].sessie_id
        session.exec(update(models.Sessie).where(mine).values(beeindigd_op=system_now()))
    return found


class Undo(Exception):
    """It was allowed; nothing of it must stay."""


def attempt(act: Callable, row: Row, by) -> str:
    given = row.given()
    if "clock" in signature(act).parameters:
        with read_session() as session:
            given = given | {"clock": clock(session=session)}
    try:
        with write_session() as session:
            row.prepare(session)
            act(session=session, by=by, **given)
            raise Undo
    except Undo:
        return "mag"
    except NietToegestaan:
        return "mag niet"
    except NietAangemeld:
        return "niet aangemeld"


@pytest.mark.parametrize("name", MATRIX)
def test_only_who_may_does_it(people, name):
    row = MATRIX[name]
    module, function = name.split(".")
    act = getattr(import_module(f"db.actions.{module}"), function)
    asked = people if not row.personal else {who: by for who, by in people.items() if who != "operator"}

    answers = {who: attempt(act, row, by) for who, by in asked.items()}

    assert answers.pop("weg") == "niet aangemeld"
    assert answers == {who: "mag" if who in row.may else "mag niet" for who in answers}


@pytest.mark.parametrize("name", MATRIX)
def test_the_clock_does_nothing_but_freeze(people, name):
    module, function = name.split(".")
    act = getattr(import_module(f"db.actions.{module}"), function)

    assert attempt(act, MATRIX[name], klok()) == ("mag" if name == "momentopnamen.freeze" else "niet aangemeld")


def test_who_calls_himself_the_clock_with_an_account_is_not(people):
    pretender = replace(people["lezer"], weg=Weg.KLOK)

    assert attempt(freeze, MATRIX["momentopnamen.freeze"], pretender) == "mag niet"


def test_a_session_of_one_account_is_not_worth_anything_to_another(people):
    other = replace(people["eigen"], account_id=make_account("werkplein", ["harderwijk"]))

    assert attempt(confirm, MATRIX["invullingen.confirm"], other) == "niet aangemeld"


def test_whoever_calls_himself_operator_with_an_account_is_not(people):
    pretender = replace(people["lezer"], weg=Weg.OPDRACHTREGEL)

    assert attempt(confirm, MATRIX["invullingen.confirm"], pretender) == "mag niet"


def test_what_is_saved_counts_as_a_sign_of_life(landkaart_2009, set_clock):
    start = system_now()
    set_clock(start)
    by = sign_in_as("werkplein", ["harderwijk"])

    def save() -> None:
        with write_session() as session:
            confirm(session=session, by=by, clock=clock(session=session), mijlpalen=["ketenjaarplan"], **HERE)

    for minutes in (29, 58, 87):
        set_clock(start + timedelta(minutes=minutes))
        save()
    set_clock(start + timedelta(minutes=117))
    with pytest.raises(NietAangemeld):
        save()
