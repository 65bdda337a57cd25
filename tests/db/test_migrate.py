"""Bringing a database to the shape this program knows: all steps or none, once, whoever comes first."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from itertools import count
from operator import itemgetter
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import Engine, Inspector, inspect, text
from sqlmodel import SQLModel

from db import sqlite
from db.engine import engines, is_file, open_server, parse
from db.migrate import FOLDER, migrate
from landkaart.domein.catalogus import catalogus
from landkaart.domein.fouten import OngeldigBestand
from landkaart.settings import ROOT, database_url

ROUNDS = 4
OPENER = """
import sys
from db.engine import engines

for address in sys.stdin:
    try:
        engines(address.strip())
        print("open", flush=True)
    except Exception as error:
        print(repr(error), flush=True)
"""
# On top of what there is: a table, a row, and then it goes wrong.
HALFWAY = """
import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{head}"


def upgrade() -> None:
    op.create_table("nieuw", sa.Column("id", sa.Integer(), primary_key=True))
    op.add_column("werkplein", sa.Column("nieuw", sa.Integer()))
    op.execute("DELETE FROM instelling")
    {ending}
"""


@pytest.fixture
def make_folder(tmp_path: Path) -> Callable[[str], Path]:
    """Our migrations with one more, which ends as it is told."""

    def make(ending: str) -> Path:
        folder = tmp_path / "migrations"
        shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
        head = max(path.name[:4] for path in (folder / "versions").glob("*.py"))
        (folder / "versions" / "9001_halfway.py").write_text(HALFWAY.format(head=head, ending=ending))
        return folder

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def make_bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Makes the address of a database that is not there yet, or has no tables; of each kind in turn."""
    numbers = count(1)
    with ExitStack() as made:
        if request.param == "sqlite":
            yield lambda: f"sqlite:///{tmp_path}/bare_{next(numbers)}.db"
        else:
            server = request.getfixturevalue("postgres")
            yield lambda: made.enter_context(server.new(f"bare_{next(numbers)}"))


@pytest.fixture
def bare(make_bare: Callable[[], str]) -> Iterator[Engine]:
    """The writer of a database without tables."""
    url = parse(make_bare())
    if is_file(url):
        Path(url.database).touch()
    engine = (sqlite.open_engine if is_file(url) else open_server)(url, writes=True)
    yield engine
    engine.dispose()


def test_the_models_and_the_migrated_database_agree(bare):
    migrate(bare)

    with bare.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []


def test_they_agree_on_every_constraint_to_the_letter(bare):
    """Alembic does not compare check constraints."""
    SQLModel.metadata.create_all(bare)
    modelled = shape(bare)
    SQLModel.metadata.drop_all(bare)
    migrate(bare)

    assert shape(bare) == modelled


def test_a_migration_that_fails_halfway_leaves_an_empty_database_empty(bare, make_folder):
    with pytest.raises(RuntimeError, match="halfway"):
        migrate(bare, make_folder("raise RuntimeError('halfway')"))

    with bare.connect() as connection:
        assert inspect(connection).get_table_names() == []


def test_a_migration_that_fails_halfway_leaves_an_existing_database_as_it_was(bare, make_folder):
    migrate(bare)
    add_a_setting(bare)
    before = shape(bare), rows(bare)

    with pytest.raises(RuntimeError, match="halfway"):
        migrate(bare, make_folder("raise RuntimeError('halfway')"))

    assert (shape(bare), rows(bare)) == before


def test_the_same_migration_does_all_of_it_when_it_does_not_fail(bare, make_folder):
    migrate(bare)
    add_a_setting(bare)

    migrate(bare, make_folder("pass"))

    assert "nieuw" in shape(bare)
    assert rows(bare) == {"instelling": [], "alembic_version": [("9001",)]}


BEFORE_KOPPELBAAR = """
INSERT INTO account (id, adres, naam, organisatie, rol, demo, wachtwoord, totp_geheim, onderwerp) VALUES
(1, 'nieuw@x.nl', 'a', '', 'ako', false, NULL, NULL, NULL),
(2, 'wachtwoord@x.nl', 'a', '', 'ako', false, 'hash', NULL, NULL),
(3, 'factor@x.nl', 'a', '', 'ako', false, NULL, 'geheim', NULL),
(4, 'bekend@x.nl', 'a', '', 'ako', false, NULL, NULL, 'https://a|1'),
(5, 'was-er@x.nl', 'a', '', 'ako', false, NULL, NULL, NULL),
(6, 'demo@x.nl', 'a', '', 'ako', true, NULL, NULL, NULL),
(7, 'beheer@landkaart.invalid', 'a', '', 'beheer', false, NULL, NULL, NULL),
(8, 'ander-adres@x.nl', 'a', '', 'ako', false, NULL, NULL, NULL)
"""
WAS_IN = (
    "INSERT INTO sessie (id, account_id, token_hash, begonnen_op, actief_op) VALUES (1, 5, 'x', '2026-01-05', '2026-01-05')",
    # Its session was cleared away, and its password went with its address.
    "INSERT INTO logregel (moment, door, account_id, weg, handeling, nieuw) "
    "VALUES ('2026-01-05', 'a', 8, 'formulier', 'aanmelding', 'null')",
)


def migrate_with(engine, step: str, orders: Sequence[str]) -> None:
    """Take the steps up to that one, keep what was there then, and take all others."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, step)
        for order in orders:
            connection.execute(text(order))
    migrate(engine)


def test_of_the_accounts_from_before_only_who_was_invited_and_never_in_may_still_be_bound(bare):
    migrate_with(bare, "0003", (BEFORE_KOPPELBAAR, *WAS_IN))

    with bare.connect() as connection:
        found = connection.execute(text("SELECT adres FROM account WHERE koppelbaar")).scalars().all()
    assert found == ["nieuw@x.nl"]


BEFORE_WERKMAP = (
    "INSERT INTO werkplein (id, code, naam, plaats, gemeente, provincie, arbeidsmarktregio, breedtegraad, lengtegraad) "
    "VALUES (1, 'assen', 'Assen', 'Assen', 'Assen', 'Drenthe', 'Drenthe', 53, 6)",
    "INSERT INTO namens (id, werkplein_id, tertaal, wie, hoe, door, begonnen_op) "
    "VALUES (7, 1, '2009-3', 'J. Jansen', 'brief', 'Ada', '2009-12-01')",
)


def test_who_gave_the_answers_stays_when_there_are_more_ways_to_give_them(bare):
    migrate_with(bare, "0018", BEFORE_WERKMAP)

    with bare.begin() as connection:
        connection.execute(text("UPDATE namens SET beeindigd_op = '2009-12-02', beeindigd_door = 'Ada'"))
        again = BEFORE_WERKMAP[1].replace("(7,", "(8,").replace("'brief'", "'werkmap'")
        connection.execute(text(again))
        found = connection.execute(text("SELECT id, wie, hoe FROM namens ORDER BY id")).all()
    assert [tuple(row) for row in found] == [(7, "J. Jansen", "brief"), (8, "J. Jansen", "werkmap")]


def test_migrating_twice_is_migrating_once(bare):
    migrate(bare)
    add_a_setting(bare)
    once = shape(bare), rows(bare)

    migrate(bare)

    assert (shape(bare), rows(bare)) == once


def test_two_programs_that_start_at_once_on_a_new_database_both_come_up(make_bare):
    addresses = [make_bare() for _ in range(ROUNDS)]
    with opener() as one, opener() as other:
        for address in addresses:
            for program in (one, other):
                print(address, file=program.stdin, flush=True)
            assert [program.stdout.readline() for program in (one, other)] == ["open\n", "open\n"]


def opener() -> subprocess.Popen:
    """Another program, which opens every database that it hears of and says so."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.Popen([sys.executable, "-c", OPENER], cwd=ROOT, text=True, **pipes)


def shape(engine: Engine) -> dict[str, dict]:
    """Each table as inspection shows it: columns in whatever order, keys, indexes, and constraints with their text."""
    with engine.connect() as connection:
        look = inspect(connection)
        return {table: table_shape(look, table) for table in look.get_table_names() if table != "alembic_version"}


def table_shape(look: Inspector, table: str) -> dict:
    kinds = ("check_constraints", "unique_constraints", "foreign_keys", "indexes")
    found = {kind: [with_name(look, table, each) for each in getattr(look, f"get_{kind}")(table)] for kind in kinds}
    named = {kind: sorted(each, key=itemgetter("name")) for kind, each in found.items()}
    columns = [column | {"type": str(column["type"])} for column in look.get_columns(table)]
    return {"columns": sorted(columns, key=itemgetter("name")), "pk": look.get_pk_constraint(table), **named}


def with_name(look: Inspector, table: str, constraint: dict) -> dict:
    """Inspection of SQLite overlooks the name of a foreign key that was added with its column; it is in the text."""
    if constraint["name"] is not None:
        return constraint
    order = look.bind.execute(text("SELECT sql FROM sqlite_master WHERE name = :table"), {"table": table}).scalar_one()
    [column] = constraint["constrained_columns"]
    return constraint | {"name": re.search(rf"\b{column} INTEGER CONSTRAINT (\w+) REFERENCES", order)[1]}


def add_a_setting(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO instelling VALUES ('klok', '0')"))


def rows(engine: Engine) -> dict[str, list]:
    tables = ("instelling", "alembic_version")
    with engine.connect() as connection:
        return {table: list(map(tuple, connection.execute(text(f"SELECT * FROM {table}")))) for table in tables}


def test_a_database_with_answers_to_other_mijlpalen_is_refused_before_anything_is_shown(landkaart_2009, monkeypatch):
    ours = catalogus()
    engine = engines(database_url())[1]
    migrate(engine)

    monkeypatch.setattr("db.programma.catalogus", lambda: replace(ours, fasen=ours.fasen[:-1]))

    with pytest.raises(OngeldigBestand, match="over andere mijlpalen dan het programma"):
        migrate(engine)
