"""The register of personal data names every table that keeps something of a person."""

import re

from sqlmodel import SQLModel

import db.models  # noqa: F401  What makes the tables known.
from tests.house.source import ROOT

# Names of columns that say who somebody is. Of a werkplein the name is no person's.
PERSONAL = ("adres", "door", "wie", "contact_naam", "telefoon", "gegeven_door")
TEXT = (ROOT / "docs" / "verwerkingen.md").read_text(encoding="utf-8")


def keeps_a_person(table):
    points = any(key.column.table.name == "account" for column in table.columns for key in column.foreign_keys)
    return table.name == "account" or points or any(column.name in PERSONAL for column in table.columns)


def test_every_table_that_keeps_something_of_a_person_stands_in_the_register():
    tables = {table.name for table in SQLModel.metadata.tables.values() if keeps_a_person(table)}

    assert len(tables) > 15
    assert sorted(tables - set(re.findall(r"`(\w+)`", TEXT))) == []


def test_every_table_that_the_register_names_is_there():
    named = set(re.findall(r"`(\w+)`", "".join(line for line in TEXT.splitlines() if line.startswith("| "))))

    assert sorted(named - set(SQLModel.metadata.tables) - {"door"}) == []
