"""A landkaart that goes to another database, of the other kind too, arrives whole or is not used."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import text

from db import move as room
from db.engine import close, engines
from db.health import problems
from db.move import HALF, MARK, SETTINGS, Inhoud, move
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import OngeldigBestand
from landkaart.settings import database_url
from landkaart.web.serving.lifespan import start
from tests.steps.accounts import make_account
from tests.steps.databases import use
from tests.steps.postgres import Postgres
from tests.steps.small_landkaart import DURING, everything, keep, make_uitvraag, make_werkplein, submit_all

NUMBERS = count(1)


@pytest.fixture
def server(postgres: Postgres) -> Iterator[str]:
    with postgres.new(f"verhuis_{next(NUMBERS)}") as address:
        yield address
        close(address)


@pytest.fixture
def of_2009(landkaart_2009: Path) -> str:
    address = f"sqlite:///{landkaart_2009}"
    close(address)
    return address


@pytest.fixture
def small(empty_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, set_clock) -> str:
    """Two werkpleinen that submitted, of which the first went into the second, and an account."""
    for file in use(shutil.copy(empty_file, tmp_path / "landkaart.db"), monkeypatch):
        set_clock(DURING)
        keep(make_werkplein("assen"), make_werkplein("delft"), make_uitvraag())
        submit_all()
        make_account("beheer")
        with engines(f"sqlite:///{file}")[1].begin() as connection:
            connection.execute(text("UPDATE werkplein SET opgegaan_in_id = id + 1 WHERE code = 'assen'"))
    return f"sqlite:///{file}"


def all_of(address: str, monkeypatch: pytest.MonkeyPatch) -> dict:
    monkeypatch.setenv("DATABASE_URL", address)
    found = everything()
    close(address)
    return {name: sorted(map(repr, rows)) for name, rows in found.items()}


def test_to_postgresql_and_back_nothing_is_another(of_2009, server, tmp_path, monkeypatch):
    before, back = all_of(of_2009, monkeypatch), f"sqlite:///{tmp_path}/terug.db"

    there = move(of_2009, server)
    assert all_of(server, monkeypatch) == before
    assert move(server, back) == there

    assert all_of(back, monkeypatch) == before
    counted = {name: len(rows) for name, rows in before.items() if name != "instelling"}
    assert counted == {name: there[name].rijen for name in counted}
    assert counted["indiening_antwoord"] == 14 * counted["indiening"]


def test_in_the_new_place_the_next_number_is_a_new_one(small, server, monkeypatch):
    move(small, server)

    monkeypatch.setenv("DATABASE_URL", server)
    before = [row[0] for row in everything()["account"]]
    make_account("ako")
    assert [row[0] for row in everything()["account"]] == [*before, max(before) + 1]


@pytest.mark.parametrize("broken_at", ["account", "werkplein", "indiening_antwoord"])
def test_what_broke_off_goes_on_where_it_was(small, server, monkeypatch, broken_at):
    before, insert, copied = all_of(small, monkeypatch), room.insert, []

    def note(connection, table, rows):
        copied.append(table.name)
        insert(connection, table, rows)

    def break_off(connection, table, rows):
        note(connection, table, rows)
        if table.name == broken_at:
            raise KeyboardInterrupt

    monkeypatch.setattr(room, "insert", break_off)
    with pytest.raises(KeyboardInterrupt):
        move(small, server)
    arrived = set(copied) - {broken_at}
    copied.clear()
    monkeypatch.setattr(room, "insert", note)
    move(small, server)

    assert arrived & set(copied) == set()
    assert all_of(server, monkeypatch) == before


def test_a_database_that_is_only_half_filled_is_not_moved_on_from(small, tmp_path):
    half = f"sqlite:///{tmp_path}/half.db"
    mark(half, "van elders")

    with pytest.raises(OngeldigBestand, match="nog niet helemaal gevuld"):
        move(half, f"sqlite:///{tmp_path}/nog-een.db")
    with pytest.raises(OngeldigBestand, match="een deel van een andere landkaart"):
        move(small, half)


def test_on_a_half_filled_database_the_landkaart_does_not_start_and_is_not_well(tmp_path, monkeypatch):
    half = f"sqlite:///{tmp_path}/half.db"
    mark(half, "van elders")
    monkeypatch.setenv("DATABASE_URL", half)

    assert HALF in problems(half, None, system_now())
    with pytest.raises(OngeldigBestand, match="nog niet helemaal gevuld"):
        start()


def mark(address: str, source: str) -> None:
    with engines(address)[1].begin() as connection:
        connection.execute(SETTINGS.insert(), {"sleutel": MARK, "waarde": source})
    close(address)


def test_what_changed_since_it_broke_off_is_another_landkaart(small, tmp_path, monkeypatch):
    target = f"sqlite:///{tmp_path}/nieuw.db"
    with monkeypatch.context() as patch:
        patch.setattr(room, "fill", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            move(small, target)
    with engines(small)[1].begin() as connection:
        connection.execute(text("UPDATE werkplein SET plaats = 'Elders' WHERE id = 1"))
    close(small)

    with pytest.raises(OngeldigBestand, match="een deel van een andere landkaart"):
        move(small, target)


def test_where_something_stands_nothing_comes(small, tmp_path, monkeypatch):
    other = f"sqlite:///{tmp_path}/ander.db"
    monkeypatch.setenv("DATABASE_URL", other)
    keep(make_werkplein("assen"))
    close(other)

    with pytest.raises(OngeldigBestand, match="staat al iets"):
        move(small, other)


def test_what_is_in_use_or_the_same_or_not_there_is_not_moved(small, tmp_path):
    target = f"sqlite:///{tmp_path}/nieuw.db"
    with pytest.raises(OngeldigBestand, match="staat daar al"):
        move(small, small)
    with pytest.raises(OngeldigBestand, match="is er niet"):
        move(f"sqlite:///{tmp_path}/weg.db", target)
    assert not (tmp_path / "weg.db").exists()


def test_what_somebody_saves_meanwhile_is_noticed(small, tmp_path, monkeypatch):
    fill, target = room.fill, f"sqlite:///{tmp_path}/nieuw.db"

    def fill_and_save(source, writer, table, wanted, step):
        fill(source, writer, table, wanted, step)
        if table.name == "werkplein":
            with engines(small)[1].begin() as connection:
                connection.execute(text("UPDATE werkplein SET plaats = 'Elders' WHERE id = 1"))

    monkeypatch.setattr(room, "fill", fill_and_save)
    with pytest.raises(OngeldigBestand, match=r"tijdens de verhuizing gewijzigd.* Het verschil zit in: werkplein\."):
        move(small, target)


def test_what_does_not_arrive_is_noticed(small, tmp_path, monkeypatch):
    insert = room.insert

    def lose_one(connection, table, rows):
        insert(connection, table, rows[1:] if table.name == "indiening_antwoord" else rows)

    monkeypatch.setattr(room, "insert", lose_one)
    with pytest.raises(OngeldigBestand, match=r"Wat aankwam is niet wat vertrok.* in: indiening_antwoord\."):
        move(small, f"sqlite:///{tmp_path}/nieuw.db")


def test_the_sum_sees_another_value_and_no_other_order(database):
    def added_up(*plaatsen: str) -> Inhoud:
        with engines(database_url())[1].begin() as connection:
            table = room.SQLModel.metadata.tables["instelling"]
            connection.execute(table.delete())
            connection.execute(table.insert(), [{"sleutel": each, "waarde": each} for each in plaatsen])
            return room.content(connection, table)

    assert added_up("a", "b") == added_up("b", "a")
    assert added_up("a", "b") != added_up("a", "c")
    assert added_up("a").rijen == 1
