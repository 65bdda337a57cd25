"""Files on the page: what they would change is shown, then taken in; what is wrong is named and nothing is kept."""

import pytest

from db.actions.werkpleinen import rename_werkplein
from db.engine import read_session
from db.queries.werkpleinen import names
from landkaart.surroundings import CONTENT
from tests.steps.drive import field, texts, visit
from tests.steps.perform import perform
from tests.steps.zips import zipped

FOLDER = CONTENT / "landkaart-2009"
HEAD, *ROWS = (FOLDER / "werkpleinen.csv").read_text(encoding="utf-8").splitlines()
ASSEN = next(row for row in ROWS if row.startswith("assen,"))
pytestmark = pytest.mark.usefixtures("landkaart_2009")


def table(*rows: str) -> bytes:
    return "\n".join([HEAD, *rows, ""]).encode()


def offered(*files: tuple[str, bytes], rol="ako"):
    """The page after these files were dropped on it."""
    at = visit("upload", rol=rol)
    for naam, data in files:
        at.file_uploader[0].upload(naam, data)
    return at.run()


def taken_in(at):
    [button] = [each for each in at.button if each.label.endswith("inlezen")]
    return button.click().run()


def kept() -> dict[str, str]:
    with read_session() as session:
        return names(session=session)


def tables(at) -> list[list[list]]:
    return [each.value.fillna("").astype(str).to_numpy().tolist() for each in at.dataframe]


NIEUW = ASSEN.replace("assen,Assen", "assen-noord,Assen Noord", 1)
ANDERS = ASSEN.replace("assen,Assen", "assen,Assen Centrum", 1)


@pytest.mark.parametrize("rol", ["werkplein", "lezer"])
def test_who_may_not_bring_files_in_has_no_such_page(rol):
    with pytest.raises(ValueError, match="does not have it"):
        visit("upload", rol=rol)


def test_without_files_it_says_which_there_are():
    at = visit("upload", rol="beheer")

    assert "**scores**: de invullingen" in texts(at)
    assert not [each for each in at.button if "inlezen" in each.label]


def test_what_would_change_is_shown_and_not_kept():
    before = kept()

    at = offered(("werkpleinen.csv", table(NIEUW, ANDERS)))

    counts, changes = tables(at)
    assert counts == [["werkpleinen", "1", "1", "0"]]
    assert changes == [
        ["werkplein", "", "Assen Centrum", "naam", "Assen", "Assen Centrum"],
        ["werkplein", "", "Assen Noord", "nieuw", "", ""],
    ]
    assert [each.label for each in at.button if "inlezen" in each.label] == ["2 wijzigingen inlezen"]
    assert kept() == before


def test_what_was_shown_is_taken_in_and_said():
    at = taken_in(offered(("werkpleinen.csv", table(NIEUW))))

    assert not at.exception
    assert kept()["assen-noord"] == "Assen Noord"
    assert "Ingelezen om" in texts(at)
    assert tables(at) == [[["werkpleinen", "1", "0", "0"]]]


def test_a_zip_is_read_as_the_files_in_it():
    at = offered(("alles.zip", zipped(("2009/werkpleinen.csv", table(NIEUW)), ("2009/lees mij.doc", b""))))

    assert tables(at)[0] == [["werkpleinen", "1", "0", "0"]]
    assert "alles.zip: niet gelezen, want geen bekende tabel: lees mij.doc." in texts(at).replace("\\", "")


def test_every_fault_is_named_and_there_is_nothing_to_press():
    at = offered(("werkpleinen.csv", table(NIEUW.replace("assen-noord", "Assen Noord"), ANDERS.replace("52.", "12.", 1))))

    [faults] = tables(at)
    assert [row[:3] for row in faults] == [
        ["werkpleinen.csv", "2", "code"],
        ["werkpleinen.csv", "3", "breedtegraad"],
    ]
    assert "2 fouten in 1 bestand. Er is niets ingelezen." in texts(at)
    assert [each.label for each in at.expander] == ["Welke bestanden kunnen hier in?"]
    assert not [each for each in at.button if "inlezen" in each.label]


def test_the_same_once_more_is_nothing_to_take_in():
    at = offered(("werkpleinen.csv", table(ASSEN)))

    assert "alles staat er al zo in" in texts(at)
    assert not [each for each in at.button if "inlezen" in each.label]


def test_when_the_landkaart_changed_meanwhile_that_is_said_and_shown_anew():
    at = offered(("werkpleinen.csv", table(ANDERS)))
    perform(rename_werkplein, code="assen", naam="Assen Zuid", vanaf=at.session_state["bezoek"].today())

    taken_in(at)

    assert kept()["assen"] == "Assen Zuid"
    assert "Intussen is er in de landkaart iets veranderd" in texts(at)
    assert tables(at)[1] == [["werkplein", "", "Assen Centrum", "naam", "Assen Zuid", "Assen Centrum"]]

    taken_in(at)

    assert kept()["assen"] == "Assen Centrum"


SCORES = (FOLDER / "scores.csv").read_text(encoding="utf-8").splitlines()


def harderwijk_otherwise() -> bytes:
    """Its invulling of 2009-2, which is fixed, with one other band."""
    first, *others = (row for row in SCORES if row.startswith("harderwijk,2009-2,"))
    return "\n".join([SCORES[0], first.replace("gedeeltelijk", "niet"), *others, ""]).encode()


def test_what_a_closing_fixed_comes_in_with_the_tick_alone():
    at = offered(("scores.csv", harderwijk_otherwise()))
    assert "2009-2 is bij de sluiting vastgesteld. Met ‘Ook na de sluiting’" in tables(at)[0][0][3]

    field(at, "upload-laat-0").check().run()
    assert tables(at)[0] == [["invullingen", "0", "1", "0"]]
    taken_in(at)

    assert "De vastgestelde tabellen zijn niet veranderd." in texts(at)


def test_of_a_new_invulling_it_is_shown_what_stands_in_it():
    told = [row.split(",") for row in SCORES if row.startswith("harderwijk,2009-2,")]
    rows = [",".join([werkplein, "2009-3", "2009-11-30", *rest]) for werkplein, _, _, *rest in told]

    at = offered(("scores.csv", "\n".join([SCORES[0], *rows, ""]).encode()))

    counts, changes = tables(at)
    assert counts == [["invullingen", "1", "0", "0"]]
    [[*row, stands]] = changes
    assert row == ["invulling", "2009-3", "Harderwijk", "nieuw", ""]
    assert stands.startswith(
        "ingevuld op: 30 november 2009, 00:00, Alle ketenpartijen (alle gemeenten) betrokken: Gedeeltelijk, "
    )
    assert stands.count(": ") == 15
