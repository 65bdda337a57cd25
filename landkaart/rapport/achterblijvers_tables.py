"""The list of achterblijvers: on the screen and in a file."""

from collections.abc import Mapping

import pandas as pd

from landkaart.domein.achterblijverslijst import Achterblijverslijst, VastgesteldeLijst
from landkaart.domein.clock import local_date
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import AKO, WERKPLEIN_KOP
from landkaart.rapport import dutch, tables

ON_SCREEN = {"naam": WERKPLEIN_KOP}


def list_table(beeld: Tertaalbeeld, found: Achterblijverslijst) -> pd.DataFrame:
    """Give code, Werkplein, Score, Hoe lang, AKO-indicatie, Waarom; the lowest score first."""
    table = tables.scores_of(beeld, found.redenen).sort_values("score", kind="stable", ignore_index=True)
    new, codes = set(found.nieuw), list(table["code"])
    columns = {
        "Hoe lang": [how_long_text(found.op_rij[code], code in new) for code in codes],
        f"{AKO}-indicatie": [indicatie_label(beeld, code) for code in codes],
        "Waarom": [found.redenen[code] for code in codes],
    }
    return table.rename(columns=ON_SCREEN | {"score": "Score"}).assign(**columns)


def how_long_text(number: int, is_new: bool) -> str:
    """Say "nieuw", "3e keer op rij"; "1e keer" in the first tertaal there is."""
    if is_new:
        return "nieuw"
    return f"{number}e keer{' op rij' if number > 1 else ''}"


def indicatie_label(beeld: Tertaalbeeld, code: str) -> str:
    """Give what the AKO judges of a werkplein now; a dash where it did not."""
    return beeld.indicaties[code].label if code in beeld.indicaties else dutch.DASH


def left_table(beeld: Tertaalbeeld, found: Achterblijverslijst) -> pd.DataFrame:
    """Give code, Werkplein, Waarom of who was on the list in the tertaal before and no longer is; by naam."""
    return with_reasons(tables.names_of(beeld, found.weg).rename(columns=ON_SCREEN), found.weg)


def fixed_table(beeld: Tertaalbeeld, found: VastgesteldeLijst) -> pd.DataFrame:
    """Give code, Werkplein, AKO-indicatie (as it is now), Waarom (as readers saw it then); by naam."""
    table = tables.names_of(beeld, found.redenen).rename(columns=ON_SCREEN)
    table[f"{AKO}-indicatie"] = tables.text_column(indicatie_label(beeld, code) for code in table["code"])
    return with_reasons(table, found.redenen)


def with_reasons(table: pd.DataFrame, redenen: Mapping[str, str]) -> pd.DataFrame:
    """Add the column Waarom to a table with the codes in `code`."""
    return table.assign(Waarom=tables.text_column(redenen[code] for code in table["code"]))


def file_table(beeld: Tertaalbeeld, found: Achterblijverslijst) -> pd.DataFrame:
    """Give code, naam, score, redenen, op_rij, nieuw (ja or nee), ako_indicatie, regel; by naam."""
    table, new = tables.scores_of(beeld, found.redenen), set(found.nieuw)
    return table.assign(
        redenen=[found.redenen[code] for code in table["code"]],
        op_rij=[found.op_rij[code] for code in table["code"]],
        nieuw=["ja" if code in new else "nee" for code in table["code"]],
        ako_indicatie=tables.indicatie_codes(beeld, table["code"]),
        regel=found.regel.zin,
    )


def fixed_file_table(beeld: Tertaalbeeld, found: VastgesteldeLijst) -> pd.DataFrame:
    """Give code, naam, redenen, ako_indicatie, regel, vastgesteld_op (a day), door; by naam."""
    table = tables.names_of(beeld, found.redenen)
    return table.assign(
        redenen=[found.redenen[code] for code in table["code"]],
        ako_indicatie=tables.indicatie_codes(beeld, table["code"]),
        regel=found.regel.zin,
        vastgesteld_op=local_date(found.opgeslagen_op).isoformat(),
        door=found.door,
    )
