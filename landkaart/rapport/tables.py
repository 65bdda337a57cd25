"""The tables as the report prints them: shown figures, with the columns of the files; and the columns that tables share."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
from pandas.api.extensions import ExtensionArray

from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import local_date
from landkaart.domein.rounding import whole_percent
from landkaart.domein.stand import BANDS, Stand, Verdeling
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.typed_text import by_naam
from landkaart.rapport.row_names import fase_titles


def table2(stand: Stand) -> pd.DataFrame:
    """Give the total, then the 6 fasen, a row each; counts and whole per cents, missing where n is 0."""
    table = verdeling_columns(stand.totaal_and_fasen())
    table.insert(0, "fase", list(fase_titles().values()))
    table.insert(1, "aantal_werkpleinen", stand.n)
    return table


def table3(stand: Stand) -> pd.DataFrame:
    """Give the 14 mijlpalen in catalogue order, a row each with its fase; figures as in table 2."""
    return mijlpaal_columns().join(verdeling_columns(stand.per_mijlpaal()))


def table4(beeld: Tertaalbeeld) -> pd.DataFrame:
    """Give the average of the tertaal and of all before it, newest first: tertaal, periode, gemiddelde (Int64)."""
    tertalen = beeld.geschiedenis[::-1]
    averages = [whole_percent(beeld.stands[tertaal].average()) for tertaal in tertalen]
    return pd.DataFrame(
        {
            "tertaal": [str(tertaal) for tertaal in tertalen],
            "periode": [tertaal.periode for tertaal in tertalen],
            "gemiddelde": whole_column(averages),
        }
    )


def vergelijking(beeld: Tertaalbeeld, codes: Sequence[str] | None = None) -> pd.DataFrame:
    """Set each werkplein beside the tertaal before, by naam: all that have a stand, or some of them (`codes`)."""
    table = beeld.vergelijking.per_werkplein()
    return with_names(beeld, table if codes is None else table.loc[list(codes)])


def groen(beeld: Tertaalbeeld) -> pd.DataFrame:
    """List who is at 100% on all 14: code, naam, score; by naam."""
    return scores_of(beeld, beeld.groen)


def bijna_groen(beeld: Tertaalbeeld) -> pd.DataFrame:
    """List who is at 90% or more, and not at 100%: code, naam, score; by naam."""
    return scores_of(beeld, beeld.bijna_groen)


def achterblijvers(beeld: Tertaalbeeld) -> pd.DataFrame:
    """List who lags, with the reasons as sentences and beside them the AKO's own judgement, empty where it gave none."""
    table = scores_of(beeld, beeld.achterblijvers)
    table["redenen"] = [beeld.achterblijvers[code] for code in table["code"]]
    table["ako_indicatie"] = indicatie_codes(beeld, table["code"])
    return table


def indicaties(beeld: Tertaalbeeld) -> pd.DataFrame:
    """Give code, naam, score and the AKO's judgement of each that has a stand, by naam; empty where it gave none."""
    table = scores_of(beeld, beeld.stand.bands.index)
    return table.assign(ako_indicatie=indicatie_codes(beeld, table["code"]))


def actualiteit(beeld: Tertaalbeeld) -> pd.DataFrame:
    """List when everybody that is open at the closing last submitted, by naam; also those without a stand."""
    table = names_of(beeld, beeld.actualiteit)
    moments = [beeld.ingediend_op[code] for code in table["code"]]
    days = text_column(local_date(moment).isoformat() if moment else None for moment in moments)
    classes = text_column(beeld.actualiteit[code].value for code in table["code"])
    return table.assign(ingevuld_op=days, klasse=classes)


def drijfveren(beeld: Tertaalbeeld) -> pd.DataFrame:
    """Give per mijlpaal, in catalogue order, how many rose and fell on it and by how many points together."""
    table = beeld.vergelijking.drijfveren().reset_index(drop=True)
    table.insert(0, "mijlpaal", mijlpaal_columns()["mijlpaal"])
    return table


def overgangen(beeld: Tertaalbeeld) -> pd.DataFrame:
    """Give how many went from which band (a row each, in the column van) to which, on the total."""
    return beeld.vergelijking.overgangen().rename_axis("van").reset_index()


def verdeling_columns(verdeling: Verdeling) -> pd.DataFrame:
    """Give gemiddelde, then per band its count and its share; a row per row of `verdeling`."""
    columns: dict[str, object] = {"gemiddelde": whole_column(map(whole_percent, verdeling.gemiddelde))}
    shares = verdeling.aandeel
    for band in BANDS:
        columns[band] = verdeling.aantal[band].to_numpy()
        columns[f"{band}_pct"] = shares[band].array
    return pd.DataFrame(columns)


def mijlpaal_columns() -> pd.DataFrame:
    """Give fase and mijlpaal (its titel), a row per mijlpaal in catalogue order."""
    mijlpalen = catalogus().mijlpalen
    fasen, titles = [mijlpaal.fase for mijlpaal in mijlpalen], [mijlpaal.titel for mijlpaal in mijlpalen]
    return pd.DataFrame({"fase": fasen, "mijlpaal": titles})


def scores_of(beeld: Tertaalbeeld, codes: Iterable[str]) -> pd.DataFrame:
    """Give code, naam and shown score of some werkpleinen, by naam."""
    scores = beeld.vergelijking.per_werkplein()[["score"]]
    return with_names(beeld, scores.loc[list(codes)])


def with_names(beeld: Tertaalbeeld, table: pd.DataFrame) -> pd.DataFrame:
    """Put code and naam before a table whose index has the codes, and its rows in order of naam."""
    names = names_of(beeld, table.index)
    return names.join(table.loc[list(names["code"])].reset_index(drop=True))


def names_of(beeld: Tertaalbeeld, codes: Iterable[str]) -> pd.DataFrame:
    """Give code and naam (text), a row each, by naam."""
    ordered = in_order(beeld, codes)
    return pd.DataFrame({"code": text_column(ordered), "naam": text_column(beeld.namen[code] for code in ordered)})


def in_order(beeld: Tertaalbeeld, codes: Iterable[str]) -> list[str]:
    """Put codes in the order of the names."""
    return sorted(codes, key=lambda code: by_naam(beeld.namen[code]))


def indicatie_codes(beeld: Tertaalbeeld, codes: Iterable[str]) -> ExtensionArray:
    """Give the code of the AKO's judgement of each now, missing where there is none."""
    given = (beeld.indicaties.get(code) for code in codes)
    return text_column(indicatie and indicatie.value for indicatie in given)


def cells(column: pd.Series) -> list[Any]:
    """Take the values out of a column, with None for what is missing."""
    return [None if missing else value for value, missing in zip(column.tolist(), column.isna(), strict=True)]


def text_column(values: Iterable[str | None]) -> ExtensionArray:
    """Make a column of text, also of one in which nothing is known."""
    return pd.array(list(values), dtype="str")


def whole_column(values: Iterable[int | None]) -> ExtensionArray:
    """Make a column of whole numbers, with room for what is missing."""
    return pd.array(list(values), dtype="Int64")
