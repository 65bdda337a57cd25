"""What can be read of an edition with its archive alone."""

import csv
import io
import json
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, timedelta

import pytest

from landkaart.rapport.archief.archief import NietVastgesteld, archief_name, archief_of
from landkaart.rapport.archief.beschrijving import content, describe
from landkaart.rapport.files import all_tables

PDF = b"%PDF-1.7 of the report"
# How each type of a Table Schema is read.
READ = {"string": str, "integer": int, "date": date.fromisoformat}


@pytest.fixture(scope="session")
def archief(of_2009):
    return archief_of(*of_2009, PDF)


@pytest.fixture(scope="session")
def files(archief):
    with zipfile.ZipFile(io.BytesIO(archief)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.fixture(scope="session")
def package(files):
    return json.loads(files["datapackage.json"])


def test_it_holds_the_report_every_table_what_they_are_and_where_they_come_from(files, of_2009):
    tables = [f"tabellen/{name}.csv" for name in all_tables(of_2009[0].beeld, of_2009[1])]

    beside = ["herkomst.txt", "LEESMIJ.txt", "datapackage.json", "SHA256SUMS"]
    assert list(files) == ["rapport-2009-2.pdf", *tables, *beside]
    assert files["rapport-2009-2.pdf"] == PDF
    assert {"tabellen/kengetallen.csv", "tabellen/controles.csv", "tabellen/plan_van_aanpak.csv"} <= set(tables)


def test_a_year_later_it_is_the_same_bytes(archief, of_2009):
    found, beside = of_2009

    assert archief_of(replace(found, nu=found.nu + timedelta(days=365)), beside, PDF) == archief


def test_nothing_in_it_has_the_moment_or_the_machine_of_packing_or_depends_on_how_a_library_packs(archief):
    with zipfile.ZipFile(io.BytesIO(archief)) as packed:
        found = {(each.date_time, each.create_system, each.compress_type) for each in packed.infolist()}
    assert found == {((1980, 1, 1, 0, 0, 0), 3, zipfile.ZIP_STORED)}


def test_the_checksums_are_those_of_every_file_as_a_program_checks_them(archief, files, tmp_path):
    with zipfile.ZipFile(io.BytesIO(archief)) as packed:
        packed.extractall(tmp_path)

    def check():
        return subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True, check=False)

    assert check().stdout.splitlines() == [f"{name}: OK" for name in files if name != "SHA256SUMS"]
    (tmp_path / "herkomst.txt").write_text("Bron: iets anders")
    assert check().returncode == 1


def test_the_description_for_programs_names_every_column_and_every_cell_is_what_it_says(files, package):
    tables = [each for each in package["resources"] if each.get("type") == "table"]

    assert [each["path"] for each in tables] == [name for name in files if name.endswith(".csv")]
    for table in tables:
        fields = table["schema"]["fields"]
        header, *rows = csv.reader(io.StringIO(files[table["path"]].decode(), newline=""))
        assert header == [field["name"] for field in fields], table["name"]
        for row in rows:
            for field, cell in zip(fields, row, strict=True):
                if cell:
                    READ[field["type"]](cell)
                    assert cell in {each["value"] for each in field.get("categories", [{"value": cell}])}, table["name"]


def test_the_description_for_programs_has_the_size_and_the_checksum_of_every_file(files, package):
    sums = dict(line.split("  ")[::-1] for line in files["SHA256SUMS"].decode().splitlines())

    for each in package["resources"]:
        assert each["bytes"] == len(files[each["path"]])
        assert each["hash"] == f"sha256:{sums[each['path']]}"
    assert len(package["resources"]) == len(sums) - len(["herkomst.txt", "LEESMIJ.txt", "datapackage.json"])


def test_the_description_for_people_names_every_file_and_every_column_of_every_table(files, package):
    text = files["LEESMIJ.txt"].decode()

    assert text.startswith("Archief van de SUWI-landkaart, 2009-2, editie 1\n====")
    assert all(f"\n{name}: " in text for name in files if name != "LEESMIJ.txt")
    for table in package["resources"][1:]:
        part = text.split(f"\n\n{table['path']}\n")[1].split("\n\n")[0]
        assert [line.split(" ")[3] for line in part.splitlines() if line.startswith("  - ")] == [
            field["name"] for field in table["schema"]["fields"]
        ]
    assert max(map(len, text.splitlines())) <= 100


def test_the_stamp_is_that_of_the_report_and_says_how_fixed_it_is(files):
    said = files["herkomst.txt"].decode().splitlines()

    assert said[0] == "Tertaal: 2009-2 (mei 2009 t/m aug 2009)"
    assert said[1].startswith("Cijfers: Vastgesteld bij de sluiting op 31 augustus 2009 om 24:00 uur; editie 1, genomen op ")
    assert all(line in files["LEESMIJ.txt"].decode() for line in said if len(line) < 100)


def test_what_is_not_fixed_has_no_archive(of_2009):
    found, beside = of_2009

    with pytest.raises(NietVastgesteld, match="^Tertaal 2009-2 is niet vastgesteld"):
        archief_of(replace(found, editie=None), beside, PDF)


def test_a_later_edition_says_so_in_its_name(of_2009):
    found, _ = of_2009

    assert archief_name(found) == "archief-2009-2.zip"
    assert archief_name(replace(found, editie=replace(found.editie, nummer=2))) == "archief-2009-2-editie-2.zip"


def test_nothing_is_described_that_there_is_not(of_2009):
    tables = all_tables(of_2009[0].beeld, of_2009[1])
    columns = {column for table in tables.values() for column in table.columns}

    assert set(content()["tabellen"]) == set(tables)
    assert set(content()["kolommen"]) <= columns
    for naam, table in content()["tabellen"].items():
        assert set(table.get("kolommen", {})) <= set(tables[naam].columns)


def test_a_column_that_nobody_described_is_a_fault():
    with pytest.raises(KeyError):
        describe("groen", ["code", "nieuw"])
