"""`exporteer`: the tables of one tertaal as files."""

import csv
from datetime import date
from pathlib import Path

import pytest

from db.act import begin_act
from db.actions.indieningen import submit
from db.actions.invullingen import confirm
from db.actions.momentopnamen import freeze_one, take_back
from db.actions.werkpleinen import rename_werkplein
from landkaart.domein.catalogus import catalogus
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.files import TABLES
from tests.steps.files import SCORES, WERKPLEIN, as_csv, scores, werkpleinen, write
from tests.steps.perform import perform
from tests.steps.small_landkaart import keep, make_werkplein

NU = Tertaal(2009, 3)
REPORT = Path(__file__).parent.parent / "rapport-2009-2"


def test_it_writes_every_table_and_both_workbooks_into_a_folder_it_makes(landkaart_2009, landkaart, tmp_path):
    folder = tmp_path / "nieuw" / "uit"

    said = landkaart("exporteer", "--tertaal", "2009-2", "--naar", folder)

    assert (said.status, said.out, said.err) == (0, [f"{len(TABLES) + 7} bestanden geschreven in {folder}."], [])
    beside = {"indicaties.csv", "vraag_antwoorden.csv", "kengetallen.csv", "controles.csv", "plan_van_aanpak.csv"}
    whole = {"landkaart-2009-2.xlsx", "landkaart-2009-2.ods"}
    assert {path.name for path in folder.iterdir()} == {*(f"{name}.csv" for name in TABLES), *beside, *whole}


@pytest.mark.parametrize("name", ["tabel2_fasen.csv", "tabel3_mijlpalen.csv", "tabel4_historie.csv"])
def test_the_tables_of_2009_are_those_of_the_report(landkaart_2009, landkaart, tmp_path, name):
    landkaart("exporteer", "--tertaal", "2009-2", "--naar", tmp_path)

    assert rows(tmp_path / name) == rows(REPORT / name)


def test_files_of_before_are_replaced_and_others_stay(landkaart_2009, landkaart, tmp_path):
    write(tmp_path, "groen.csv", "oud")
    write(tmp_path, "notitie.txt", "van mij")

    landkaart("exporteer", "--tertaal", "2009-2", "--naar", tmp_path)

    assert [row[1] for row in rows(tmp_path / "groen.csv")[1:]] == ["Assen", "Enschede", "Hoogeveen", "Venlo"]
    assert (tmp_path / "notitie.txt").read_text() == "van mij"


def test_a_name_that_looks_like_a_formula_stays_text_in_a_spreadsheet(database, landkaart, tmp_path):
    write(tmp_path, "werkpleinen.csv", werkpleinen(WERKPLEIN.replace("assen,Assen", "assen,=1+1")))
    write(tmp_path, "scores.csv", as_csv(SCORES, scores()))
    landkaart("importeer", tmp_path)

    landkaart("exporteer", "--tertaal", "2009-2", "--naar", tmp_path / "uit")

    assert rows(tmp_path / "uit" / "groen.csv") == [["code", "naam", "score"], ["assen", "'=1+1", "100"]]


@pytest.mark.parametrize("tertaal", ["2009-4", "2009", "mei", "", "٢٠٠٩-2"])
def test_what_is_no_tertaal_is_refused(landkaart_2009, landkaart, tmp_path, tertaal):
    said = landkaart("exporteer", "--tertaal", tertaal, "--naar", tmp_path / "uit")

    assert (said.status, said.out) == (1, [])
    assert said.err == [f"‘{tertaal}’ is geen tertaal. Schrijf een jaar en een nummer van 1 tot 3, zoals 2009-2."]
    assert not (tmp_path / "uit").exists()


def test_a_tertaal_of_which_nothing_is_known_is_refused_with_those_that_are(landkaart_2009, landkaart, tmp_path):
    said = landkaart("exporteer", "--tertaal", "2031-1", "--naar", tmp_path / "uit")

    known = "2008-1, 2008-2, 2008-3, 2009-1, 2009-2, 2009-3"
    assert (said.status, said.out) == (1, [])
    assert said.err == [f"Van tertaal 2031-1 is niets bekend. Wel bekend: {known}."]
    assert not (tmp_path / "uit").exists()


def test_an_empty_landkaart_knows_no_tertaal_at_all(database, landkaart, tmp_path):
    keep(make_werkplein("assen"))

    said = landkaart("exporteer", "--tertaal", "2009-2", "--naar", tmp_path / "uit")

    assert said.err == ["Van tertaal 2009-2 is niets bekend. Wel bekend: nog geen enkel."]


@pytest.mark.parametrize("folder", ["/proc/uit", "/dev/null", "/dev/null/uit"])
def test_a_place_where_nothing_can_be_written_is_refused(landkaart_2009, landkaart, folder):
    said = landkaart("exporteer", "--tertaal", "2009-2", "--naar", folder)

    assert (said.status, said.out) == (1, [])
    assert said.err == [f"In {folder} kan niet geschreven worden. Kies met --naar een andere map."]


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_what_was_taken_back_can_still_be_exported_as_the_edition_that_it_was(landkaart_2009, landkaart, tmp_path):
    place = {"werkplein": "harderwijk", "tertaal": NU}
    perform(confirm, mijlpalen=catalogus().codes, **place)
    perform(submit, **place)
    with begin_act(operator()) as act:
        freeze_one(act.by_clock(), NU)
        take_back(act, tertaal=NU, reden="De klok liep voor.")
    perform(rename_werkplein, code="harderwijk", naam="Harderwijk-Ermelo", vanaf=date(2009, 11, 1))

    for number, naam in (("", "Harderwijk-Ermelo"), ("1", "Harderwijk")):
        edition = ["--editie", number] if number else []
        said = landkaart("exporteer", "--tertaal", "2009-3", "--naar", tmp_path / f"uit{number}", *edition)
        assert said.status == 0
        assert naam in [row[1] for row in rows(tmp_path / f"uit{number}" / "actualiteit.csv")]


def test_the_herkomst_says_which_edition_it_is_and_whether_it_holds(landkaart_2009, landkaart, tmp_path):
    with begin_act(operator()) as act:
        freeze_one(act.by_clock(), NU)
        take_back(act, tertaal=NU, reden="De klok liep voor.")
        freeze_one(act.by_clock(), NU)

    def edition(*asked: str) -> str:
        landkaart("exporteer", "--tertaal", "2009-3", "--naar", tmp_path, "--herkomst", *asked)
        return dict(row for row in rows(tmp_path / "groen.csv") if len(row) == 2)["Uitgave"]

    fixed = "Vastgesteld bij de sluiting op 31 december 2009 om 24:00 uur"
    assert edition("--editie", "1") == f"{fixed} (editie 1, teruggenomen op 1 december 2009)"
    assert edition() == edition("--editie", "2") == f"{fixed} (editie 2)"


def test_an_edition_that_there_never_was_is_refused(landkaart_2009, landkaart, tmp_path):
    said = landkaart("exporteer", "--tertaal", "2009-3", "--naar", tmp_path / "uit", "--editie", "2")

    assert (said.status, "er geen editie 2" in said.err[0]) == (1, True)
    assert not (tmp_path / "uit").exists()
