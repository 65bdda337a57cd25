"""The tables as the report prints them: shown figures, with the columns of the files."""

from collections.abc import Iterable, Sequence

import pandas as pd

from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import local_date
from landkaart.domein.stand import BANDS, TOTAAL, Stand, Verdeling, whole_percent
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.typed_text import by_naam

TOTAL_ROW = "Gemiddelde score (totaal)"


def table2(stand: Stand) -> pd.DataFrame:
    """The total first, then the 6 fasen; counts and whole per cents, missing where n is 0."""
    table = verdeling_columns(stand.totaal_and_fasen())
    table.insert(0, "fase", [TOTAL_ROW, *(fase.naam for fase in catalogus().fasen)])
    table.insert(1, "aantal_werkpleinen", stand.n)
    return table


def table3(stand: Stand) -> pd.DataFrame:
    """The 14 mijlpalen in catalogue order, each with its fase."""
    table = verdeling_columns(stand.per_mijlpaal())
    table.insert(0, "fase", [mijlpaal.fase for mijlpaal in catalogus().mijlpalen])
    table.insert(1, "mijlpaal", [mijlpaal.titel for mijlpaal in catalogus().mijlpalen])
    return table


def table4(beeld: Tertaalbeeld) -> pd.DataFrame:
    """The tertaal and all before it, newest first."""
    tertalen = beeld.geschiedenis[::-1]
    averages = [whole_percent(beeld.stands[tertaal].average()) for tertaal in tertalen]
    return pd.DataFrame(
        {
            "tertaal": [str(tertaal) for tertaal in tertalen],
            "periode": [tertaal.periode for tertaal in tertalen],
            "gemiddelde": pd.array(averages, dtype="Int64"),
        }
    )


def vergelijking(beeld: Tertaalbeeld, codes: Sequence[str] | None = None) -> pd.DataFrame:
    """Of all that have a stand, or of some of them (`codes`)."""
    table = beeld.vergelijking.per_werkplein()
    return with_names(beeld, table if codes is None else table.loc[list(codes)])


def groen(beeld: Tertaalbeeld) -> pd.DataFrame:
    return scores_of(beeld, beeld.groen)


def bijna_groen(beeld: Tertaalbeeld) -> pd.DataFrame:
    return scores_of(beeld, beeld.bijna_groen)


def achterblijvers(beeld: Tertaalbeeld) -> pd.DataFrame:
    """With the reasons as sentences and, beside them, the AKO's own judgement (empty where it gave none)."""
    table = scores_of(beeld, beeld.achterblijvers)
    table["redenen"] = [beeld.achterblijvers[code] for code in table["code"]]
    given = [beeld.indicaties.get(code) for code in table["code"]]
    table["ako_indicatie"] = pd.array([indicatie and indicatie.value for indicatie in given], dtype="str")
    return table


def actualiteit(beeld: Tertaalbeeld) -> pd.DataFrame:
    """Every werkplein that is open at the closing, also those without a stand."""
    codes = in_order(beeld, beeld.actualiteit)
    moments = [beeld.ingediend_op[code] for code in codes]
    days = [moment and local_date(moment).isoformat() for moment in moments]
    classes = [beeld.actualiteit[code].value for code in codes]
    columns = {"code": codes, "naam": [beeld.namen[code] for code in codes], "ingevuld_op": days, "klasse": classes}
    return pd.DataFrame(columns, dtype="str")


def drijfveren(beeld: Tertaalbeeld) -> pd.DataFrame:
    table = beeld.vergelijking.drijfveren().reset_index(drop=True)
    table.insert(0, "mijlpaal", [mijlpaal.titel for mijlpaal in catalogus().mijlpalen])
    return table


def overgangen(beeld: Tertaalbeeld) -> pd.DataFrame:
    return beeld.vergelijking.overgangen().rename_axis("van").reset_index()


def verdeling_columns(verdeling: Verdeling) -> pd.DataFrame:
    """gemiddelde, then per band its count and its share."""
    columns: dict[str, object] = {
        "gemiddelde": pd.array([whole_percent(mean) for mean in verdeling.gemiddelde], dtype="Int64")
    }
    shares = verdeling.aandeel
    for band in BANDS:
        columns[band] = verdeling.aantal[band].to_numpy()
        columns[f"{band}_pct"] = shares[band].array
    return pd.DataFrame(columns)


def scores_of(beeld: Tertaalbeeld, codes: Iterable[str]) -> pd.DataFrame:
    """code, naam and shown score of some werkpleinen, by naam."""
    scores = beeld.vergelijking.per_werkplein()[["score"]]
    return with_names(beeld, scores.loc[list(codes)])


def with_names(beeld: Tertaalbeeld, table: pd.DataFrame) -> pd.DataFrame:
    """The rows in order of naam, with code and naam in front."""
    codes = in_order(beeld, table.index)
    table = table.loc[codes].reset_index(drop=True)
    table.insert(0, "code", pd.array(codes, dtype="str"))
    table.insert(1, "naam", pd.array([beeld.namen[code] for code in codes], dtype="str"))
    return table


def in_order(beeld: Tertaalbeeld, codes: Iterable[str]) -> list[str]:
    return sorted(codes, key=lambda code: by_naam(beeld.namen[code]))


def fase_titles() -> dict[str, str]:
    """What the rows of table 2 are called, by their label."""
    return {TOTAAL: TOTAL_ROW} | {fase.naam: fase.naam for fase in catalogus().fasen}


def mijlpaal_titles() -> dict[str, str]:
    """The rows of table 3, by code."""
    return {mijlpaal.code: mijlpaal.titel for mijlpaal in catalogus().mijlpalen}


def headings() -> dict[str, str]:
    """The fase that begins at a mijlpaal, by code of that mijlpaal."""
    return {fase.mijlpalen[0].code: fase.naam for fase in catalogus().fasen}


def row_titles() -> dict[str, str]:
    """Every row that a score can be on: the total, the fasen (by naam) and the mijlpalen (by code); what each is called."""
    titles = {TOTAAL: "Totaalscore"} | {fase.naam: f"Fase: {fase.naam}" for fase in catalogus().fasen}
    return titles | {mijlpaal.code: mijlpaal.titel for mijlpaal in catalogus().mijlpalen}
