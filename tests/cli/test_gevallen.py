"""Files as people send them, into the landkaart of 2009: read rightly, or refused in sentences that somebody can act on."""

from pathlib import Path

import pytest

from db.engine import read_session
from db.queries.invullingen import indieningen
from db.queries.werkpleinen import werkplein
from landkaart.domein.band import Band
from landkaart.domein.tertaal import Tertaal
from tests.steps.files import werkpleinen, write
from tests.steps.small_landkaart import CODES, everything

GEVALLEN = Path(__file__).parents[1] / "gevallen"
PLEINEN = GEVALLEN / "bestanden-van-werkpleinen"
NU = Tertaal(2009, 3)
REFUSED = "Er is niets ingelezen. Verbeter de bestanden en probeer het opnieuw."
ASSEN = ["Ingelezen:", "1 invulling: 1 nieuw.", "  nieuw in 2009-3: Assen"]
IN_TURN = [Band.VOLLEDIG, Band.IN_ONTWIKKELING, Band.GEDEELTELIJK, Band.NIET]
BANDS = dict(zip(CODES, (IN_TURN * 4)[:14], strict=True))
CHOICE = "Kies uit Niet (0-32%), In ontwikkeling (33-65%), Gedeeltelijk (66-99%), Volledig (100%)."
pytestmark = pytest.mark.usefixtures("landkaart_2009")


def invulling(code: str = "assen"):
    with read_session() as session:
        [version] = indieningen(session=session, werkplein=code, tertaal=NU)
    return version


def names(code: str) -> tuple[str, str]:
    with read_session() as session:
        found = werkplein(session=session, code=code)
    return found.naam, found.provincie


def refused(landkaart, folder: Path) -> list[str]:
    """What was said of it; nothing changed."""
    before = everything()
    said = landkaart("importeer", folder)

    assert (said.status, said.out, said.err[-1]) == (1, [], REFUSED)
    assert everything() == before
    return said.err[:-1]


# Read


def test_two_of_one_naam_are_told_apart_by_their_codes(landkaart):
    said = landkaart("importeer", GEVALLEN / "naam-twee-keer")

    assert said.out == ["Ingelezen:", "2 werkpleinen: 2 nieuw.", "  nieuw: Bergen (bergen-nh), Bergen (bergen-l)"]


@pytest.mark.parametrize("naam", ["Zwolle", "ZWOLLE"])
def test_who_gets_the_naam_of_another_is_told_apart_by_its_code(landkaart, tmp_path, naam):
    row = f"assen,{naam},Assen,Assen,Drenthe,Drenthe,52.9925,6.5649"
    said = landkaart("importeer", write(tmp_path, "werkpleinen.csv", werkpleinen(row)))

    assert said.out == ["Ingelezen:", "1 werkplein: 1 gewijzigd.", f"  gewijzigd: {naam} (assen)"]


def test_what_a_mac_wrote_keeps_its_letters(landkaart):
    landkaart("importeer", GEVALLEN / "mac-en-msdos-csv" / "mac")

    assert names("sneek") == ("Súdwest-Fryslân", "Fryslân")


def test_accents_come_in_as_they_are(landkaart):
    said = landkaart("importeer", GEVALLEN / "zoeken-zonder-accent")

    assert said.out[-1] == "  nieuw: Súdwest-Fryslân, Ústie, 's-Hertogenbosch"


@pytest.mark.parametrize(
    ("folder", "bands"),
    [
        ("csv", dict.fromkeys(CODES, Band.GEDEELTELIJK)),
        ("xlsx/lege-kolom", BANDS),
        ("xlsx/laatste-rij", dict.fromkeys(CODES, Band.VOLLEDIG)),
    ],
)
def test_columns_and_rows_in_which_nothing_stands_are_none(landkaart, folder, bands):
    said = landkaart("importeer", GEVALLEN / "lege-kolommen" / folder)

    assert (said.status, said.out) == (0, ASSEN)
    assert invulling().banden == bands


def test_hidden_rows_are_read_and_it_says_so_with_the_names(landkaart):
    said = landkaart("importeer", GEVALLEN / "verborgen-rijen-en-x000d" / "gefilterd")

    assert said.out == [
        "Ingelezen:",
        "2 invullingen: 2 nieuw.",
        "  nieuw in 2009-3: Assen, Zwolle",
        "Let op:",
        "  scores.xlsx: 14 verborgen regels zijn ook gelezen: 16 t/m 29.",
    ]


def test_a_line_end_is_a_line_end(landkaart):
    landkaart("importeer", GEVALLEN / "verborgen-rijen-en-x000d" / "x000d")

    assert set(invulling().toelichtingen.values()) == {"eerste regel\ntweede regel"}


def test_titles_above_and_a_total_below_are_no_part_of_the_table(landkaart):
    said = landkaart("importeer", PLEINEN / "B-titel-en-totaal")

    assert (said.status, said.out) == (
        0,
        [
            *ASSEN,
            "Let op:",
            "  scores.xlsx: de kopregel staat op regel 4; wat daarboven staat is niet gelezen.",
            "  scores.xlsx: regel 19 is een totaalregel en niet gelezen.",
        ],
    )
    assert invulling().banden == BANDS


def test_an_empty_column_between_others_is_no_column(landkaart):
    assert landkaart("importeer", PLEINEN / "D-lege-kolom").out == ASSEN
    assert invulling().banden == BANDS


# Refused


def test_a_day_in_a_year_to_come_is_refused_so_that_the_right_one_comes_in(landkaart):
    assert refused(landkaart, GEVALLEN / "dag-in-toekomst" / "fout") == [
        "scores.csv, regel 2, kolom ingevuld_op: 2019-11-20 moet nog komen: het is vandaag 2009-12-01. Kijk de dag en het "
        "jaar na."
    ]
    assert landkaart("importeer", GEVALLEN / "dag-in-toekomst" / "goed").out == ASSEN


def test_a_second_uitvraag_at_the_same_time_is_refused_in_the_words_of_the_screen(landkaart):
    assert refused(landkaart, GEVALLEN / "twee-uitvragen-tegelijk") == [
        "uitvragen.csv, regel 2, kolom opent: Deze uitvraag overlapt die van 2009-3. Er loopt er hooguit één tegelijk: "
        "verschuif de opening of de sluiting."
    ]


def test_of_every_file_that_looks_like_a_table_it_is_said_why_it_was_not_read(landkaart):
    as_xlsx = "kies Opslaan als, en dan ‘Excel-werkmap (.xlsx)’."
    looks = "dit lijkt de tabel scores, maar"
    assert refused(landkaart, GEVALLEN / "map-met-andere-namen" / "in") == [
        f"scores (1).csv: {looks} heet niet zo. Noem het bestand scores.csv, of haal het uit de map.",
        f"scores.ods: {looks} is niet gelezen: een .ods wordt niet gelezen. Open hem in LibreOffice, kies Opslaan als, en "
        "dan ‘Excel 2007-365 (.xlsx)’.",
        f"scores.xls: {looks} is niet gelezen: een .xls is van een oud Excel. Open hem in Excel en {as_xlsx}",
        f"scores_zwolle.xlsx: {looks} heet niet zo. Noem het bestand scores.xlsx, of haal het uit de map.",
    ]


def test_merged_cells_are_named_as_such_and_not_as_empty(landkaart):
    mend = "Hef de samenvoeging op en zet in elke cel wat erin hoort."
    assert refused(landkaart, PLEINEN / "E-samengevoegd") == [
        f"scores.xlsx, regel 2: de cellen {column}2 t/m {column}15 zijn samengevoegd. {mend}" for column in "ABC"
    ]


def test_names_are_read_with_the_code_that_belongs_to_them_and_all_that_is_no_band_is_named(landkaart):
    part = f"‘0.67’ is 67%, en dat is geen band. {CHOICE}"
    none = f"‘0%’ is een percentage en geen band. {CHOICE}"
    said = refused(landkaart, PLEINEN / "F-namen")

    assert said == [
        f"scores.xlsx, regels 4, 8, 12, kolom band: {part}",
        f"scores.xlsx, regels 5, 9, 13, kolom band: {none}",
        "Let op:",
        "  scores.xlsx: werkplein gelezen bij naam: Assen (assen).",
    ]


def test_per_cents_are_no_bands_but_for_a_hundred(landkaart):
    said = refused(landkaart, PLEINEN / "G-procenten")

    assert said == [
        f"scores.xlsx, regels 3, 5, 7, 9, 11, 13, 15, kolom band: ‘67%’ is een percentage en geen band. {CHOICE}"
    ]
