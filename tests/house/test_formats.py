"""What docs/formaten.md says of the columns of each file is what the code reads and writes."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from landkaart.domein.achterblijvers import STANDAARD
from landkaart.domein.achterblijverslijst import VastgesteldeLijst, achterblijverslijst_of
from landkaart.invoer.tables import TABLES as COMING_IN
from landkaart.post.files import merge_table
from landkaart.rapport import (
    achterblijvers_tables,
    kengetal_text,
    kengetallen,
    leren,
    logboek,
    oordelen,
    plan,
    plausibiliteit,
    respons,
    tables,
    uitslag,
)
from landkaart.rapport.files import PAGE_ONLY, TABLES
from tests.steps.factories import beeld, stand, uitvraag

TEXT = (Path(__file__).parents[2] / "docs" / "formaten.md").read_text(encoding="utf-8")
FOUND = beeld(stand(a="1", b="3"), uitvraag=uitvraag())
LIST = achterblijverslijst_of(FOUND, STANDAARD, {})
FIXED = VastgesteldeLijst(STANDAARD, {"a": "Te laag."}, "Jan", datetime(2009, 9, 2, tzinfo=UTC))
# By what the documentation calls the file: the columns that are written.
WRITTEN = {
    **{name: table(FOUND).columns for name, (_, table) in {**TABLES, **PAGE_ONLY}.items()},
    "logboek": logboek.file_table([]).columns,
    "kengetallen": kengetallen.file_table(FOUND.tertaal, []).columns,
    "plan_van_aanpak": plan.plan_file([]).columns,
    "indicaties": tables.indicaties(FOUND).columns,
    "controles": kengetal_text.controles_file([]).columns,
    "respons": respons.file_table([], date(2009, 9, 1)).columns,
    "afspraken": leren.afspraken_file([], {}, date(2009, 9, 1)).columns,
    "ako_indicatie": oordelen.file_table(FOUND, {}, ()).columns,
    "vraag_antwoorden": uitslag.file_table([], {}).columns,
    "plausibiliteit": plausibiliteit.file_table([]).columns,
    "achterblijverslijst": achterblijvers_tables.file_table(FOUND, LIST).columns,
    "herinnering-N": merge_table([], "").decode("utf-8-sig").strip().split(";"),
}
# Described by an example, or by who asked: what is in them depends on the question.
OTHERWISE = {"tabel2_fasen", "tabel3_mijlpalen", "tabel4_historie", "overgangen", "zoeken", "figuur-NAAM-TERTAAL"}


def described(name: str) -> list[str]:
    """The columns after the name of a file, as far as the list goes: without what is said of each in brackets."""
    plain = re.sub(r"\s*\([^()]*\)", "", TEXT)
    [rest] = re.findall(rf"(?:\| |, |`){name}\.csv(?:, [\w.]+)*(?: \| |` with |`\s+with )([^;|.]*)", plain)
    return [each.strip() for each in re.split(r",\s|\sand\s", rest)]


@pytest.mark.parametrize("name", sorted(set(WRITTEN) - OTHERWISE))
def test_the_columns_that_are_written_are_those_that_are_described(name):
    assert described(name) == list(WRITTEN[name])


def test_every_file_that_is_described_is_compared():
    named = set(re.findall(r"([\w-]+)\.csv\b", TEXT))

    assert named - set(WRITTEN) - OTHERWISE == set(), "add it to WRITTEN"


def test_the_fixed_list_has_the_columns_that_are_described():
    [said] = re.findall(r"as it was fixed: ([\w, ]+)", TEXT)

    assert said.strip().split(", ") == list(achterblijvers_tables.fixed_file_table(FOUND, FIXED).columns)


@pytest.mark.parametrize("table", COMING_IN.values(), ids=COMING_IN)
def test_the_columns_that_are_read_are_those_that_are_described(table):
    [said] = re.findall(rf"^\| {table.naam} \| ([^|]+) \|", TEXT, re.MULTILINE)
    needed, _, optional = said.partition("; optional ")

    assert needed.strip().split(", ") == [column.naam for column in table.columns if column.needed]
    assert [each for each in optional.strip().split(", ") if each] == [
        column.naam for column in table.columns if not column.needed
    ]
