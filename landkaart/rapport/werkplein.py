"""One werkplein in words and tables: where it stands, how it came there, its place among others."""

from collections.abc import Sequence

import pandas as pd

from landkaart.domein.catalogus import catalogus
from landkaart.domein.geschiedenis import Punt
from landkaart.domein.ranglijst import excerpt, peers, places, points_on, ranking
from landkaart.domein.rounding import whole_percent
from landkaart.domein.stand import TOTAAL, Stand, columns_of
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.werkplein import Werkplein
from landkaart.programma.namen import TERTAAL, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch, tables

# Among whom a werkplein can be placed.
LAND, REGIO, PROVINCIE, GELIJKEN = "land", "arbeidsmarktregio", "provincie", "gelijken"


def group_names(werkplein: Werkplein) -> dict[str, str]:
    """Return what each group is called for this werkplein."""
    regio, provincie = f"Regio {werkplein.arbeidsmarktregio}", f"Provincie {werkplein.provincie}"
    return {LAND: "Nederland", REGIO: regio, PROVINCIE: provincie, GELIJKEN: "Gelijken (even ver te gaan)"}


def stand_of_group(beeld: Tertaalbeeld, code: str, group: str) -> Stand:
    """Return the stand of a group, `code` among them; it must have a stand."""
    if group == LAND:
        return beeld.stand
    if group == GELIJKEN:
        return beeld.stand.among([code, *peers(beeld.stand, code)])
    own = getattr(beeld.werkpleinen[code], group)
    return beeld.stand.among([other for other, each in beeld.werkpleinen.items() if getattr(each, group) == own])


def place_text(stand: Stand, code: str) -> tuple[str, int]:
    """Write "12 van 125", and count how many others share that place."""
    found = places(stand)
    return f"{dutch.count(int(found[code]))} van {dutch.count(stand.n)}", int((found == found[code]).sum()) - 1


def place_sentence(stand: Stand, code: str) -> str:
    """Write its place as a part of a sentence, in Markdown."""
    place, sharing = place_text(stand, code)
    shared = f", gedeeld met {dutch.counted(sharing, f'ander {WERKPLEIN}', f'andere {WERKPLEINEN}')}" if sharing else ""
    return f"plaats **{place}**{shared}"


def rank_table(beeld: Tertaalbeeld, code: str, group: str, row: str = TOTAAL) -> tuple[list[str], pd.DataFrame]:
    """Return the lines of the ranking that tell enough: their codes; and plaats, naam, score (Int64) and verschil (text).

    `row`: the total, a fase (by naam) or a mijlpaal (by code).
    """
    stand = stand_of_group(beeld, code, group)
    ranked = ranking(stand, list(beeld.namen), row)
    codes = [ranked[line] for line in excerpt(ranked, code)]
    now, before = shown_scores(stand, row).loc[codes], shown_scores(beeld.vorige, row).reindex(codes)
    changes = list(map(dutch.change, tables.cells(now - before)))
    columns = {
        "plaats": places(stand, row).loc[codes].array,
        "naam": [f"{beeld.namen[each]} (dit {WERKPLEIN})" if each == code else beeld.namen[each] for each in codes],
        "score": now.array,
        "verschil": changes,
    }
    return codes, pd.DataFrame(columns)


def shown_scores(stand: Stand, row: str) -> pd.Series:
    """Truncate the score of each werkplein on a row to whole per cents; Int64 by code."""
    size = len(catalogus().codes[columns_of(row)])
    return pd.Series(points_on(stand, row) // size, stand.bands.index, dtype="Int64")


def change_of(beeld: Tertaalbeeld, code: str) -> int | None:
    """Return the change since the tertaal before, between the two shown figures; None when it had no stand then."""
    now, before = (whole_percent(stand.scores().get(code)) for stand in (beeld.stand, beeld.vorige))
    return None if now is None or before is None else now - before


def change_text(points: int | None) -> str:
    """Write a change as a part of a sentence."""
    if points is None:
        return f"het eerste {TERTAAL} waarin het een stand heeft"
    if points == 0:
        return f"even hoog als vorig {TERTAAL}"
    return f"{dutch.punten(points)} {'hoger' if points > 0 else 'lager'} dan vorig {TERTAAL}"


def carried_text(punt: Punt) -> str:
    """Say that it did not submit in this tertaal; nothing when it did."""
    return "" if punt.is_own else f"**Niet ingediend in {punt.tertaal}: het staat nog op {punt.van}.**"


def why_no_stand(beeld: Tertaalbeeld, code: str) -> str:
    """Say why a werkplein has no stand in a tertaal, and what to do."""
    if code in beeld.ingediend_op:
        return "Het had toen nog niets ingediend. Zodra het indient, staat het hier."
    return f"Het was bij de sluiting van de uitvraag niet open. Kies een ander {TERTAAL}."


def state_text(werkplein: Werkplein, namen: dict[str, str]) -> list[str]:
    """Tell its life in sentences: former names, opened, closed, merged. What is usual says nothing."""
    said = [f"Het heette tot {dutch.day(tot)} {naam}." for naam, tot in werkplein.vroeger]
    if werkplein.actief_van:
        said.append(f"Het is open sinds {dutch.day(werkplein.actief_van)}.")
    if werkplein.actief_tot:
        into = f" en opgegaan in {namen[werkplein.opgegaan_in]}" if werkplein.opgegaan_in else ""
        said.append(f"Het is gesloten met ingang van {dutch.day(werkplein.actief_tot)}{into}.")
    return said


def history_table(punten: Sequence[Punt]) -> pd.DataFrame:
    """Give tertaal, staat_op (the tertaal of the indiening), score, band, landelijk; newest first."""
    rows = [
        (str(punt.tertaal), str(punt.van), whole_percent(punt.score), punt.band.signed, whole_percent(punt.landelijk))
        for punt in reversed(punten)
    ]
    return pd.DataFrame(rows, columns=["tertaal", "staat_op", "score", "band", "landelijk"])


def mijlpalen_table(punten: Sequence[Punt]) -> pd.DataFrame:
    """Give fase, mijlpaal, and a column per tertaal, newest first; one that was carried over says so in its heading."""
    columns: dict[str, list[str]] = {
        "fase": [mijlpaal.fase for mijlpaal in catalogus().mijlpalen],
        "mijlpaal": [mijlpaal.titel for mijlpaal in catalogus().mijlpalen],
    }
    for punt in reversed(punten):
        heading = str(punt.tertaal) if punt.is_own else f"{punt.tertaal} (nog {punt.van})"
        bands = (punt.banden[code] for code in catalogus().codes)
        columns[heading] = [band.signed for band in bands]
    return pd.DataFrame(columns, dtype="str")
