"""The list of achterblijvers: on the screen and in a file."""

import pandas as pd

from landkaart.domein.achterblijverslijst import Achterblijverslijst, VastgesteldeLijst
from landkaart.domein.clock import local_date
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import dutch, tables


def list_table(beeld: Tertaalbeeld, found: Achterblijverslijst) -> pd.DataFrame:
    """code, Werkplein, Score, Hoe lang, AKO-indicatie, Waarom; the lowest score first."""
    table = tables.scores_of(beeld, found.redenen).sort_values("score", kind="stable", ignore_index=True)
    new = set(found.nieuw)
    columns = {
        "code": table["code"],
        "Werkplein": table["naam"],
        "Score": table["score"],
        "Hoe lang": [how_long_text(found.op_rij[code], code in new) for code in table["code"]],
        "AKO-indicatie": [indicatie_label(beeld, code) for code in table["code"]],
        "Waarom": [found.redenen[code] for code in table["code"]],
    }
    return pd.DataFrame(columns)


def how_long_text(number: int, is_new: bool) -> str:
    """ "nieuw", "3e keer op rij"; "1e keer" in the first tertaal there is."""
    if is_new:
        return "nieuw"
    return f"{number}e keer{' op rij' if number > 1 else ''}"


def indicatie_label(beeld: Tertaalbeeld, code: str) -> str:
    return beeld.indicaties[code].label if code in beeld.indicaties else dutch.DASH


def left_table(beeld: Tertaalbeeld, found: Achterblijverslijst) -> pd.DataFrame:
    """code, Werkplein, Waarom; by naam."""
    codes = tables.in_order(beeld, found.weg)
    columns = {"code": codes, "Werkplein": [beeld.namen[code] for code in codes]}
    return pd.DataFrame({**columns, "Waarom": [found.weg[code] for code in codes]}, dtype="str")


def fixed_table(beeld: Tertaalbeeld, found: VastgesteldeLijst) -> pd.DataFrame:
    """code, Werkplein, AKO-indicatie (as it is now), Waarom (as readers saw it then); by naam."""
    codes = tables.in_order(beeld, found.redenen)
    columns = {"code": codes, "Werkplein": [beeld.namen[code] for code in codes]}
    columns |= {
        "AKO-indicatie": [indicatie_label(beeld, code) for code in codes],
        "Waarom": list(map(found.redenen.get, codes)),
    }
    return pd.DataFrame(columns, dtype="str")


def file_table(beeld: Tertaalbeeld, found: Achterblijverslijst) -> pd.DataFrame:
    """code, naam, score, redenen, op_rij, nieuw (ja or nee), ako_indicatie, regel; by naam."""
    table, new = tables.scores_of(beeld, found.redenen), set(found.nieuw)
    return table.assign(
        redenen=[found.redenen[code] for code in table["code"]],
        op_rij=[found.op_rij[code] for code in table["code"]],
        nieuw=["ja" if code in new else "nee" for code in table["code"]],
        ako_indicatie=indicaties(beeld, table["code"]),
        regel=found.regel.zin,
    )


def fixed_file_table(beeld: Tertaalbeeld, found: VastgesteldeLijst) -> pd.DataFrame:
    """code, naam, redenen, ako_indicatie, regel, vastgesteld_op (a day), door; by naam."""
    codes = tables.in_order(beeld, found.redenen)
    table = pd.DataFrame({"code": codes, "naam": [beeld.namen[code] for code in codes]}, dtype="str")
    return table.assign(
        redenen=[found.redenen[code] for code in codes],
        ako_indicatie=indicaties(beeld, codes),
        regel=found.regel.zin,
        vastgesteld_op=local_date(found.opgeslagen_op).isoformat(),
        door=found.door,
    )


def indicaties(beeld: Tertaalbeeld, codes) -> pd.api.extensions.ExtensionArray:
    """Codes of the AKO's judgement now, missing where there is none."""
    given = [beeld.indicaties.get(code) for code in codes]
    return pd.array([indicatie and indicatie.value for indicatie in given], dtype="str")
