"""The prognoses as tables: of every werkplein, and beside what came."""

from collections.abc import Iterable

import pandas as pd

from landkaart.domein.indicatie import Indicatie
from landkaart.domein.prognose import Prognoses, Verwachting, prognoses
from landkaart.domein.prognose_toets import Terugblik
from landkaart.domein.rounding import share, whole_percent
from landkaart.domein.stand import Stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import AKO
from landkaart.rapport.tables import cells, indicatie_codes, text_column, whole_column, with_names

# In the order of how soon; an AKO-indicatie before another expects it sooner.
ORDER = (Indicatie.DIT_JAAR, Indicatie.VOLGEND_JAAR, Indicatie.NIET)
SAME, SOONER, LATER = "hetzelfde", f"{AKO} verwacht het eerder", f"{AKO} verwacht het later"
# Whom to show, by how that is called in an address.
SHOWN = {
    "alle": "Alle",
    "dit_jaar": "Haalt het dit jaar",
    "volgend_jaar": "Haalt het volgend jaar",
    "niet": "Later of niet",
    "anders": f"Anders dan de {AKO}-indicatie",
}


def prognose_of(beeld: Tertaalbeeld) -> pd.DataFrame:
    """Give `prognose_table` of everything that the beeld knows."""
    return prognose_table(beeld, prognoses(beeld))


def prognose_table(beeld: Tertaalbeeld, found: Prognoses) -> pd.DataFrame:
    """Give what each pace leads to and what the AKO judged, a row per werkplein by naam.

    Columns: code, naam, score (shown, Int64), tempo (points, one decimal), verwachting, bereikt, vroegst, laatst,
    volgens_tempo (what the pace would be as an AKO-indicatie), ako_indicatie.
    """
    rows = found.per_werkplein
    table = pd.DataFrame({"score": whole_column(map(whole_percent, rows["score"]))}, rows.index)
    table["tempo"] = rows["helling"].round(1) + 0.0
    table["verwachting"] = rows["verwachting"]
    for name in ("bereikt", "vroegst", "laatst"):
        table[name] = text_column(str(tertaal) if tertaal else None for tertaal in map(found.tertaal_of, rows[name]))
    table["volgens_tempo"] = text_column(map(found.indicatie_code, rows["verwachting"], rows["bereikt"]))
    table["ako_indicatie"] = indicatie_codes(beeld, rows.index)
    return with_names(beeld, table)


def among(table: pd.DataFrame, toon: str) -> pd.DataFrame:
    """Return the rows of `prognose_table` that a key of SHOWN asks for.

    Raises KeyError for any other.
    """
    if toon == "alle":
        return table
    if toon == "anders":
        pairs = zip(cells(table["volgens_tempo"]), cells(table["ako_indicatie"]), strict=True)
        return table[[ako_against_tempo(tempo, ako) in (SOONER, LATER) for tempo, ako in pairs]]
    if toon not in SHOWN:
        raise KeyError(toon)
    return table[table["volgens_tempo"].eq(toon)]


def screen_table(table: pd.DataFrame) -> pd.DataFrame:
    """Put `prognose_table` in words: naam, score, tempo, wanneer, marge, ako_indicatie, naast_elkaar."""
    words = Indicatie.labels()
    shown_table = table[["naam", "score", "tempo"]].copy()
    known = {name: cells(table[name]) for name in table.columns}
    shown_table["wanneer"] = text_column(map(when_text, known["verwachting"], known["bereikt"]))
    shown_table["marge"] = text_column(map(marge_text, known["verwachting"], known["vroegst"], known["laatst"]))
    shown_table["ako_indicatie"] = text_column(map(words.get, known["ako_indicatie"]))
    shown_table["naast_elkaar"] = text_column(map(ako_against_tempo, known["volgens_tempo"], known["ako_indicatie"]))
    return shown_table


def when_text(verwachting: str, bereikt: str | None) -> str:
    """Write the tertaal in which it comes to 100%; in words for who does not, or already is."""
    return bereikt if bereikt and verwachting == Verwachting.BEREIKT.value else Verwachting(verwachting).label


def marge_text(verwachting: str, vroegst: str | None, laatst: str | None) -> str | None:
    """Write "2010-1 t/m 2011-2", or "2010-1 of later, of niet"; None where there is nothing between two ends."""
    if verwachting in (Verwachting.GROEN.value, Verwachting.ONBEKEND.value) or vroegst is None:
        return None
    if laatst is None:
        return f"{vroegst} of later, of niet"
    return vroegst if vroegst == laatst else f"{vroegst} t/m {laatst}"


def ako_against_tempo(tempo: str | None, ako: str | None) -> str | None:
    """Say how the AKO's judgement stands beside the pace; None where either is missing, or the werkplein is to close."""
    if tempo is None or ako is None or ako == Indicatie.SLUIT.value:
        return None
    difference = ORDER.index(Indicatie(ako)) - ORDER.index(Indicatie(tempo))
    return SAME if not difference else SOONER if difference < 0 else LATER


def end_of(year: int) -> Tertaal:
    """Return the last tertaal of a year: its closing is on 1 January of the next."""
    return Tertaal(year, 3)


def terugblik_table(backs: Iterable[Terugblik]) -> pd.DataFrame:
    """Give a row per tertaal: tertaal, aantal, afwijking (points, one decimal), binnen_marge (whole per cents; Int64)."""
    rows = [(str(back.tertaal), back.n, round(back.afwijking, 1), percent_within_marge(back)) for back in backs]
    return pd.DataFrame(rows, columns=["tertaal", "aantal", "afwijking", "binnen_marge"]).astype({"binnen_marge": "Int64"})


def percent_within_marge(back: Terugblik) -> int | None:
    """Return the share of scores that came within their range; None when no range is known."""
    return share(back.binnen, back.gemeten)


def terugblik_per_werkplein(beeld: Tertaalbeeld, back: Terugblik) -> pd.DataFrame:
    """Give a row per werkplein, by naam: verwacht and gekomen (shown), and their difference."""
    told, came = zip(*back.scores_by_code.values(), strict=True)
    table = pd.DataFrame(
        {"verwacht": map(whole_percent, told), "gekomen": map(whole_percent, came)}, list(back.scores_by_code), dtype="Int64"
    )
    table["verschil"] = table["gekomen"] - table["verwacht"]
    return with_names(beeld, table[table.index.isin(beeld.namen)]).drop(columns="code")


def closed_stands(beeld: Tertaalbeeld) -> dict[Tertaal, Stand]:
    """Return the stands of the tertalen that are over: what is still being filled in proves nothing."""
    return {tertaal: beeld.stands[tertaal] for tertaal in beeld.geschiedenis if tertaal < beeld.tertaal or beeld.gesloten}
