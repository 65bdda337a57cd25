"""Who may do what, read from the code and tried for real: no page without a right, no writing without a row here."""

import ast
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from sqlalchemy import update

from db import models
from db.act import begin_act
from db.actions.invullingen import confirm
from db.actions.momentopnamen import freeze
from db.engine import write_session
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import NietAangemeld, NietToegestaan
from landkaart.domein.rechten import Gebruiker, Recht, Weg, klok, operator
from pages.contents import entries
from tests.house.rights_matrix import HERE, MATRIX
from tests.house.rights_people import NOT_YET
from tests.house.rights_row import Row
from tests.house.without_right import WITHOUT_RIGHT
from tests.steps.accounts import make_account, sign_in_as

ROOT = Path(__file__).parents[2]
BY_ITSELF = (
    "geplande_post.start_due_post",
    "mailings.claim",
    "momentopnamen.freeze",
    "onbestelbaar.take_bounces",
    "bewaartermijnen.carry_out_terms",
)
ACTIONS = sorted((ROOT / "db" / "actions").glob("*.py"))


@cache
def functions() -> list[tuple[str, ast.FunctionDef]]:
    found = [(path.stem, node) for path in ACTIONS for node in ast.parse(path.read_text(encoding="utf-8")).body]
    return [(f"{room}.{node.name}", node) for room, node in found if isinstance(node, ast.FunctionDef)]


def is_act(node: ast.FunctionDef) -> bool:
    """It takes an Act first, and its subject by keyword."""
    by_position = [each.annotation and ast.unparse(each.annotation) for each in node.args.args]
    return by_position == ["Act"]


def acts() -> set[str]:
    return {name for name, node in functions() if is_act(node)}


def without_act() -> set[str]:
    """The functions that others call with `session=`: nobody is in."""
    return {name for name, node in functions() if "session" in {each.arg for each in node.args.kwonlyargs}}


def used_by_others() -> Iterator[str]:
    """Every function of an action that the web, the pages, the mail or the command line works with."""
    known = dict(functions())
    for path in [each for folder in ("landkaart", "pages") for each in (ROOT / folder).rglob("*.py")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        names = {(node.module, alias.name, alias.asname or alias.name) for node in found for alias in node.names}
        modules = {local: name for package, name, local in names if package == "db.actions"}
        taken = {f"{package.split('.')[-1]}.{name}" for package, name, _ in names if package.startswith("db.actions.")}
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
                taken.add(f"{modules[node.value.id]}.{node.attr}")
        yield from taken & set(known)


def calls(node: ast.FunctionDef) -> set[str]:
    """What it calls by name, and `act.require`."""
    called = [call.func for call in ast.walk(node) if isinstance(call, ast.Call)]
    return {ast.unparse(each) for each in called if isinstance(each, ast.Name) or ast.unparse(each) == "act.require"}


def test_every_page_asks_for_a_right():
    assert [entry.screen for entry in entries() if not isinstance(entry.recht, Recht)] == [], "give it a Recht in MENU"


def test_every_act_stands_in_the_matrix():
    missing = acts() - set(MATRIX) - set(WITHOUT_RIGHT)
    assert not missing, f"add a row to MATRIX in tests/house/rights_matrix.py: who may do {sorted(missing)}?"
    gone = set(MATRIX) - acts()
    assert not gone, f"these are no longer there, or do not take an Act first: take {sorted(gone)} out of MATRIX"


def test_what_asks_for_no_right_has_a_reason():
    missing = without_act() - set(WITHOUT_RIGHT)
    assert not missing, f"{sorted(missing)} takes no Act: give it one, or give the reason in WITHOUT_RIGHT"
    assert set(WITHOUT_RIGHT) - acts() - without_act() == set(), "take what is gone out of WITHOUT_RIGHT"


def test_others_work_with_nothing_but_acts():
    """A part of an act, which takes its subject by position, asks for no right of its own."""
    used = set(used_by_others())
    assert {"invullingen.save_answer", "mailings.claim", "sessies.use_link"} <= used
    wrong = used - acts() - set(WITHOUT_RIGHT)
    assert not wrong, f"{sorted(wrong)} is no act: let it take an Act, then its subject by keyword, and give it a row"


def test_every_act_asks_for_a_right_itself_or_through_what_it_calls():
    asking, before = {"act.require"}, set()
    while asking != before:
        before = set(asking)
        asking |= {node.name for _, node in functions() if calls(node) & asking}

    needed = acts() - set(WITHOUT_RIGHT)
    silent = [name for name, node in functions() if name in needed and not calls(node) & asking]
    assert silent == [], "call act.require(Recht....) before anything else"


@pytest.fixture
def people(landkaart_2009):
    """One of each, with a running session; "weg" was beheerder until he signed out."""
    found = {rol: sign_in_as(rol) for rol in ("ako", "beheer", "lezer")}
    found |= {"eigen": sign_in_as("werkplein", ["harderwijk"]), "ander": sign_in_as("werkplein", ["zwolle"])}
    found |= {"operator": operator(), "weg": sign_in_as("beheer"), "coordinator": sign_in_as("werkplein", ["harderwijk"])}
    make_account("werkplein", ["harderwijk"], adres=NOT_YET)
    with write_session() as session:
        mine = models.Sessie.id == found["weg"].sessie_id
        session.exec(update(models.Sessie).where(mine).values(beeindigd_op=system_now()))
        leads = models.AccountWerkplein.account_id == found["coordinator"].account_id
        session.exec(update(models.AccountWerkplein).where(leads).values(coordinator=True))
    return found


class Undo(Exception):
    """It was allowed; nothing of it must stay."""


def attempt(action: Callable, row: Row, by: Gebruiker) -> str:
    given = row.given()
    try:
        with begin_act(by) as act:
            row.prepare(replace(act, by=operator()))
            action(act, **given)
            raise Undo
    except Undo:
        return "mag"
    except NietToegestaan:
        return "mag niet"
    except NietAangemeld:
        return "niet aangemeld"


def action_of(name: str) -> Callable:
    module, function = name.split(".")
    return getattr(import_module(f"db.actions.{module}"), function)


@pytest.mark.parametrize("name", MATRIX)
def test_only_who_may_does_it(people, name):
    row = MATRIX[name]
    asked = people if not row.personal else {who: by for who, by in people.items() if who != "operator"}

    answers = {who: attempt(action_of(name), row, by) for who, by in asked.items()}

    assert answers.pop("weg") == "niet aangemeld"
    assert answers == {who: "mag" if who in row.may else "mag niet" for who in answers}


@pytest.mark.parametrize("name", MATRIX)
def test_the_clock_does_nothing_but_what_time_brings_about(people, name):
    assert attempt(action_of(name), MATRIX[name], klok()) == ("mag" if name in BY_ITSELF else "niet aangemeld")


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
        with begin_act(by) as act:
            confirm(act, mijlpalen=["ketenjaarplan"], **HERE)

    for minutes in (29, 58, 87):
        set_clock(start + timedelta(minutes=minutes))
        save()
    set_clock(start + timedelta(minutes=117))
    with pytest.raises(NietAangemeld):
        save()
