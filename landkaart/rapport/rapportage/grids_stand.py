"""The tables of a report about where the werkpleinen stand: tables 2, 3 and 4, who is groen, who serves employers as one."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from landkaart.domein.band import BIJNA_GROEN, HOOGSTE, Band
from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.domein.rounding import share, whole_percent
from landkaart.domein.stand import TOTAAL, Verdeling
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.zoeken import Hoe, Voorwaarde, Zoekvraag
from landkaart.programma import programma
from landkaart.programma.namen import TERTAAL, TERTAAL_KOP, WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN, WERKPLEINEN_KOP
from landkaart.rapport import dutch, tables
from landkaart.rapport.explanation import freshness
from landkaart.rapport.rapportage.model import GridColumn, Notatie, RapportGrid, Value
from landkaart.rapport.rapportage.plaatsen import plaats
from landkaart.rapport.row_names import fase_titles, mijlpaal_titles
from landkaart.screens import Screen

SHOWN = "Gemiddelden zijn afgekapt op hele procenten, aandelen afgerond."
BANDS = tuple(
    GridColumn(f"{band.label} ({band.range})", (band.code, f"{band.code}_pct"), Notatie.AANTAL, 1.15, band) for band in Band
)
MEAN = GridColumn("Gemiddelde", ("gemiddelde",), Notatie.PROCENT, 1.25)
NAAM = GridColumn(WERKPLEIN_KOP, ("naam",), breed=3)
SCORE = GridColumn("Score", ("score",), Notatie.PROCENT)
# What serves an employer: the report takes these three together.
SAMEN = programma().samen
ALLE = "alle"


def stand_grids(beeld: Tertaalbeeld) -> list[RapportGrid]:
    found = [tabel2(beeld), tabel3(beeld), tabel4(beeld), groen(beeld), bijna_groen(beeld)]
    return [*found, samen(beeld)] if SAMEN.mijlpalen else found


def tabel2(beeld: Tertaalbeeld) -> RapportGrid:
    rijen = verdeling_rows(beeld.stand.totaal_and_fasen(), "fase", fase_titles())
    columns = (GridColumn("Fase", ("fase",), breed=2.2), MEAN, *BANDS)
    title = f"Tabel 2: score per fase, {freshness(beeld)}"
    place = plaats(Screen.LANDELIJK, beeld)
    return RapportGrid("tabel2", title, columns, rijen, place, (SHOWN,), nadruk=frozenset({TOTAAL}))


def tabel3(beeld: Tertaalbeeld) -> RapportGrid:
    rijen = verdeling_rows(beeld.stand.per_mijlpaal(), "mijlpaal", mijlpaal_titles())
    fasen = dict(zip(rijen, tables.mijlpaal_columns()["fase"], strict=True))
    whole = {code: {"fase": fasen[code], **row} for code, row in rijen.items()}
    columns = (GridColumn("Fase", ("fase",), breed=1.6), GridColumn("Mijlpaal", ("mijlpaal",), breed=2.4), MEAN, *BANDS)
    title = f"Tabel 3: score per mijlpaal, {freshness(beeld)}"
    return RapportGrid("tabel3", title, columns, whole, plaats(Screen.LANDELIJK, beeld), (SHOWN,))


def verdeling_rows(verdeling: Verdeling, naam: str, titles: Mapping[str, str]) -> dict[str, dict[str, Value]]:
    """Return the rows of a table of bands: `naam` (its title), gemiddelde, and per band its count and share."""
    shares, found = verdeling.aandeel, {}
    for label, title in titles.items():
        row: dict[str, Value] = {naam: title, "gemiddelde": whole_percent(verdeling.gemiddelde[label])}
        for band in Band:
            part = shares[band.code][label]
            row |= {band.code: int(verdeling.aantal[band.code][label]), f"{band.code}_pct": whole(part)}
        found[label] = row
    return found


def whole(value: object) -> int | None:
    """Take a whole number out of a column; None where there is none."""
    return None if pd.isna(value) else int(value)  # type: ignore[call-overload]


def records(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the rows, by name of the column."""
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]


def tabel4(beeld: Tertaalbeeld) -> RapportGrid:
    table = tables.table4(beeld)
    means = [whole(mean) for mean in table["gemiddelde"]]
    steps = [None if None in (now, then) else now - then for now, then in zip(means, [*means[1:], None], strict=True)]  # type: ignore[operator]
    rijen: dict[str, dict[str, Value]] = {
        tertaal: {"tertaal": tertaal, "periode": periode, "n": n, "gemiddelde": mean, "verschil": step}
        for tertaal, periode, n, mean, step in zip(
            table["tertaal"],
            table["periode"],
            [beeld.stands[tertaal].n for tertaal in beeld.geschiedenis[::-1]],
            means,
            steps,
            strict=True,
        )
    }
    columns = (
        GridColumn(TERTAAL_KOP, ("tertaal",)),
        GridColumn("Periode", ("periode",), breed=2.4),
        GridColumn(WERKPLEINEN_KOP, ("n",), Notatie.AANTAL, 1.2),
        GridColumn("Gemiddelde", ("gemiddelde",), Notatie.PROCENT, 1.2),
        GridColumn("Verschil in punten", ("verschil",), Notatie.PUNTEN, 1.5),
    )
    title = f"Tabel 4: landelijk gemiddelde per {TERTAAL}, {beeld.geschiedenis[0]} t/m {beeld.tertaal}"
    note = "Het verschil is dat van de twee getoonde cijfers."
    return RapportGrid("tabel4", title, columns, rijen, plaats(Screen.LANDELIJK, beeld), (note,))


def groen(beeld: Tertaalbeeld) -> RapportGrid:
    title = f"{WERKPLEINEN_KOP} met 100% op alle {N_MIJLPALEN} mijlpalen, {beeld.tertaal}"
    return named_grid(beeld, "groen", title, beeld.groen, f"Geen enkel {WERKPLEIN} staat op 100%.")


def bijna_groen(beeld: Tertaalbeeld) -> RapportGrid:
    title = f"{WERKPLEINEN_KOP} met een score van {BIJNA_GROEN} tot 100%, {beeld.tertaal}"
    nobody = f"Geen enkel {WERKPLEIN} staat tussen {BIJNA_GROEN} en 100%."
    return named_grid(beeld, "bijna_groen", title, beeld.bijna_groen, nobody)


def named_grid(beeld: Tertaalbeeld, naam: str, titel: str, codes: Sequence[str], leeg: str) -> RapportGrid:
    """Return a table of werkpleinen, by naam, with the score of each."""
    table = tables.scores_of(beeld, codes)
    rijen: dict[str, dict[str, Value]] = {
        code: {"naam": called, "score": whole(score)}
        for code, called, score in zip(table["code"], table["naam"], table["score"], strict=True)
    }
    return RapportGrid(naam, titel, (NAAM, SCORE), rijen, plaats(Screen.LANDELIJK, beeld), leeg=leeg)


def samen(beeld: Tertaalbeeld) -> RapportGrid:
    """Count who is at 100% on each of what the programme counts together, and on all of them at once."""
    asked = Zoekvraag(tuple(Voorwaarde(code, Hoe.IS, HOOGSTE) for code in SAMEN.mijlpalen))
    n, titles = beeld.stand.n, mijlpaal_titles() | {ALLE: f"Alle {dutch.word(len(SAMEN.mijlpalen))} tegelijk"}
    counts = {code: len(beeld.stand.who(code, HOOGSTE)) for code in SAMEN.mijlpalen}
    counts[ALLE] = len([code for code in asked.found(beeld) if code in beeld.stand.bands.index])
    rijen: dict[str, dict[str, Value]] = {
        code: {
            "mijlpaal": titles[code],
            "aantal": count,
            "aandeel": share(count, n),
        }
        for code, count in counts.items()
    }
    columns = (
        GridColumn("Mijlpaal", ("mijlpaal",), breed=3),
        GridColumn(f"{WERKPLEINEN_KOP} op 100%", ("aantal", "aandeel"), Notatie.AANTAL, 1.5),
    )
    title = f"{SAMEN.titel}: {WERKPLEINEN} op 100%, {beeld.tertaal}"
    place = plaats(Screen.ZOEKEN, beeld, asked.asked)
    return RapportGrid("samen", title, columns, rijen, place, nadruk=frozenset({ALLE}))
