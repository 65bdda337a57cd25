"""A folder of content, read whole: `programma.toml` and `mijlpalen.toml`."""

import re
import tomllib
from pathlib import Path

from landkaart.programma.checking import check_banden, check_codes, check_regels
from landkaart.programma.inhoud import BandInhoud, Fase, Mijlpaal, Programma, Regels, Samen
from landkaart.programma.kaart import read_kaart
from landkaart.programma.tabel import Tabel

OVER, MIJLPALEN = "programma.toml", "mijlpalen.toml"
COLOUR = re.compile("#[0-9a-f]{6}")
# "wijkteam", "GGD-kantoor", "half jaar".
WORD = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,2}")
# Months that a year can be cut in, each with a number of one digit.
MAANDEN = (3, 4, 6, 12)


class OngeldigProgramma(Exception):
    """A folder that no landkaart can be made of; says every fault, each on a line."""


def read_programma(folder: Path) -> Programma:
    """Read it.

    Raises OngeldigProgramma.
    """
    fouten: list[str] = []
    over, over_mijlpalen = (read_file(folder / name, fouten) for name in (OVER, MIJLPALEN))
    found = None if fouten else shaped(folder, over, over_mijlpalen)
    if found is None or over.fouten:
        lines = "\n".join(f"- {each}" for each in fouten + over.fouten)
        raise OngeldigProgramma(f"Van de map {folder} kan geen landkaart gemaakt worden:\n{lines}")
    return found


def read_file(path: Path, fouten: list[str]) -> Tabel:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError:
        fouten.append(f"{path.name} staat er niet in, of is niet te lezen.")
    except UnicodeDecodeError:
        fouten.append(f"{path.name} is geen UTF-8.")
    except tomllib.TOMLDecodeError as error:
        fouten.append(f"{path.name} is geen TOML: {error}.")
    else:
        return Tabel(path.name, values, [])
    return Tabel(path.name, {}, [])


def shaped(folder: Path, over: Tabel, over_mijlpalen: Tabel) -> Programma:
    """Return the programme; what is wrong with it stands in `over.fouten` afterwards."""
    over_mijlpalen.fouten = over.fouten
    banden = tuple(read_band(each) for each in over.tables("band", "Band"))
    fasen = tuple(read_fase(each, banden) for each in over_mijlpalen.tables("fase", "Fase"))
    periode = over.table("periode")
    found = Programma(
        over.text("naam", 60),
        over.text("landelijk", 20),
        over.text("landelijk_voluit", 80),
        over.text("onderwerp", 80),
        read_word(over, "werkplein"),
        read_word(over, "werkpleinen"),
        read_word(periode, "naam"),
        read_word(periode, "meervoud"),
        read_maanden(periode),
        banden,
        fasen,
        read_regels(over.table("regels")),
        read_samen(over),
        read_kaart(over, folder),
        over_mijlpalen.text("herkomst", 1000),
        folder,
    )
    for each in (periode, over, over_mijlpalen):
        each.end()
    for check in (check_banden, check_codes, check_regels):
        over.fouten += check(found)
    return found


def read_word(table: Tabel, name: str) -> str:
    """Read what sentences call something: in small letters, for they say it in their middle, but for a name in it."""
    found = table.text(name, 30)
    if found and not WORD.fullmatch(found):
        table.fault(f"‘{name}’ moet een woord zijn, zoals het midden in een zin staat: ‘werkplein’.")
    return found


def read_maanden(periode: Tabel) -> int:
    found = periode.number("maanden", min(MAANDEN), max(MAANDEN))
    if found not in MAANDEN:
        periode.fault(f"‘maanden’ moet {', '.join(map(str, MAANDEN[:-1]))} of {MAANDEN[-1]} zijn.")
    return found


def read_band(table: Tabel) -> BandInhoud:
    found = BandInhoud(
        table.text("code", 30),
        table.text("naam", 40),
        table.number("vanaf", 0, 100),
        table.text("teken", 1),
        read_colour(table, "kleur"),
        read_colour(table, "kleur_donker"),
        read_colour(table, "tekstkleur"),
    )
    table.end()
    return found


def read_colour(table: Tabel, name: str) -> str:
    found = table.text(name)
    if found and not COLOUR.fullmatch(found):
        table.fault(f"‘{name}’ moet een kleur zijn: # en zes tekens van 0 tot f.")
    return found


def read_fase(table: Tabel, banden: tuple[BandInhoud, ...]) -> Fase:
    naam = table.text("naam", 80)
    inside = table.tables("mijlpaal", f"{table.wat}, mijlpaal")
    found = Fase(naam, tuple(read_mijlpaal(each, naam, banden) for each in inside))
    table.end()
    return found


def read_mijlpaal(table: Tabel, fase: str, banden: tuple[BandInhoud, ...]) -> Mijlpaal:
    titel, definitie = table.text("titel", 120), table.text("definitie", 600)
    found = Mijlpaal(table.text("code", 60), fase, titel, definitie, tuple(table.text(each.code, 400) for each in banden))
    table.end()
    return found


def read_regels(table: Tabel) -> Regels:
    found = Regels(
        table.number("bijna", 0, 100),
        table.text("laag_onder"),
        table.text("dit_jaar_vanaf"),
        table.text("volgend_jaar_vanaf"),
        table.pairs("tegenspraak"),
    )
    table.end()
    return found


def read_samen(over: Tabel) -> Samen:
    """Read what is counted together, if anything is."""
    if "samen" not in over.values:
        return Samen()
    table = over.table("samen")
    found = Samen(table.text("titel", 80), table.text("in_een_zin", 80), table.texts("mijlpalen"))
    table.end()
    return found
