"""The tables of a report about what changed: who went which way and how far, on which mijlpalen, from band to band."""

from landkaart.domein.band import Band
from landkaart.domein.overgangen import FROM, NIEUW, TO, VERDWENEN, Overgangen
from landkaart.domein.rounding import share
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.vergelijking import Richting
from landkaart.programma.namen import TERTAAL, WERKPLEIN, WERKPLEINEN, WERKPLEINEN_KOP
from landkaart.rapport import dutch, tables
from landkaart.rapport.explanation import EDGES
from landkaart.rapport.rapportage.grids_stand import NAAM, records, whole
from landkaart.rapport.rapportage.model import GridColumn, Notatie, RapportGrid, Value
from landkaart.rapport.rapportage.plaatsen import compared_plaats
from landkaart.rapport.row_names import mijlpaal_titles
from landkaart.screens import Screen

# Of those that went one way, by the value of their richting: what their mijlpalen did, and the sign of the points.
SIDES = {Richting.VOORUIT: ("gestegen", 1), Richting.ACHTERUIT: ("gedaald", -1)}
SOM = "totaal"


def beweging_grids(beeld: Tertaalbeeld) -> list[RapportGrid]:
    moved = [moved_grid(beeld, richting) for richting in SIDES]
    return [richtingen(beeld), *moved, erbij(beeld), *(drijfveren(beeld, each) for each in SIDES), overgangen(beeld)]


def richtingen(beeld: Tertaalbeeld) -> RapportGrid:
    """Count how many went each way; together n."""
    n, counts = beeld.stand.n, beeld.vergelijking.aantallen()
    ordered = (Richting.VOORUIT, Richting.GELIJK, Richting.ACHTERUIT, Richting.NIEUW)
    rijen: dict[str, dict[str, Value]] = {
        richting.value: {"richting": richting.label, "aantal": counts[richting], "aandeel": share(counts[richting], n)}
        for richting in ordered
    }
    rijen[SOM] = {"richting": f"Alle {WERKPLEINEN}", "aantal": n, "aandeel": share(n, n)}
    columns = (
        GridColumn(f"Sinds het vorige {TERTAAL}", ("richting",), breed=2),
        GridColumn(WERKPLEINEN_KOP, ("aantal", "aandeel"), Notatie.AANTAL),
    )
    title = f"{WERKPLEINEN_KOP} naar richting, van {beeld.vergeleken_met} naar {beeld.tertaal}"
    note = "Vooruit, gelijk of achteruit is beslist op de precieze scores. Nieuw: had toen nog geen stand."
    place = compared_plaats(Screen.ONTWIKKELING, beeld)
    return RapportGrid("richtingen", title, columns, rijen, place, (note,), frozenset({SOM}))


def moved_grid(beeld: Tertaalbeeld, richting: Richting) -> RapportGrid:
    """List who went one way, the largest difference first."""
    table = tables.vergelijking(beeld, beeld.vergelijking.who_went(richting))
    size = -table["verschil"].abs()
    table = table.assign(size=size).sort_values("size", kind="stable")
    rijen: dict[str, dict[str, Value]] = {
        row["code"]: {
            "naam": row["naam"],
            "vorig": whole(row["score_vorig"]),
            "score": whole(row["score"]),
            "verschil": whole(row["verschil"]),
        }
        for row in records(table)
    }
    columns = (
        NAAM,
        GridColumn(str(beeld.vergeleken_met), ("vorig",), Notatie.PROCENT),
        GridColumn(str(beeld.tertaal), ("score",), Notatie.PROCENT),
        GridColumn("Verschil in punten", ("verschil",), Notatie.PUNTEN, 1.4),
    )
    title = f"{WERKPLEINEN_KOP} die {richting.value}gingen, van {beeld.vergeleken_met} naar {beeld.tertaal}"
    place = compared_plaats(Screen.ONTWIKKELING, beeld, {"wie": richting.value})
    leeg = f"Geen enkel {WERKPLEIN} ging {richting.value}."
    return RapportGrid(richting.value, title, columns, rijen, place, leeg=leeg)


def erbij(beeld: Tertaalbeeld) -> RapportGrid:
    """List who has a stand only now, and who had one only then."""
    how = dict.fromkeys(beeld.vergelijking.who_went(Richting.NIEUW), "nieuw")
    how |= dict.fromkeys(beeld.vergelijking.verdwenen, "telt niet meer mee")
    rijen: dict[str, dict[str, Value]] = {
        code: {"naam": beeld.namen[code], "wat": how[code]} for code in tables.in_order(beeld, how)
    }
    title = f"{WERKPLEINEN_KOP} die erbij kwamen of niet meer meetellen, {beeld.tertaal}"
    columns = (NAAM, GridColumn("Wat", ("wat",), breed=2))
    return RapportGrid("erbij", title, columns, rijen, compared_plaats(Screen.ONTWIKKELING, beeld))


def drijfveren(beeld: Tertaalbeeld, richting: Richting) -> RapportGrid:
    """Say of those that went one way on which mijlpalen they did: how many werkpleinen, how many points; the most first."""
    column, sign = SIDES[richting]
    codes = beeld.vergelijking.who_went(richting)
    figures, titles = beeld.vergelijking.among(codes).drijfveren(), mijlpaal_titles()
    ordered = (figures["verschil"] * sign).sort_values(ascending=False, kind="stable").index
    rijen: dict[str, dict[str, Value]] = {
        code: {
            "mijlpaal": titles[code],
            "aantal": int(figures.loc[code, column]),
            "punten": int(figures.loc[code, "verschil"]),
        }
        for code in ordered
    }
    columns = (
        GridColumn("Mijlpaal", ("mijlpaal",), breed=3),
        GridColumn(f"{WERKPLEINEN_KOP} {column}", ("aantal",), Notatie.AANTAL, 1.3),
        GridColumn("Punten, samen", ("punten",), Notatie.PUNTEN, 1.3),
    )
    title = f"Op welke mijlpalen de {WERKPLEINEN} die {richting.value}gingen veranderden, {beeld.tertaal}"
    edges = dutch.enumeration(EDGES)
    note = f"Punten: het verschil tussen de ondergrenzen van de banden ({edges}), opgeteld over deze {WERKPLEINEN}."
    place = compared_plaats(Screen.ONTWIKKELING, beeld, {"onder": richting.value})
    return RapportGrid(f"drijfveren_{richting.value}", title, columns, rijen, place, (note,))


def overgangen(beeld: Tertaalbeeld) -> RapportGrid:
    """Count from which band (a row each) to which (a column each) the totals went, with who came and who left."""
    counts = Overgangen(beeld.vergelijking).counts()
    labels = {band.code: band.label for band in Band} | {NIEUW: "Nieuw", VERDWENEN: "Telt niet meer mee"}
    rijen: dict[str, dict[str, Value]] = {
        van: {"van": labels[van], **{naar: int(counts.loc[van, naar]) for naar in TO}, SOM: int(counts.loc[van].sum())}
        for van in FROM
    }
    last = {naar: int(counts[naar].sum()) for naar in TO}
    rijen[SOM] = {"van": "Samen", **last, SOM: sum(last.values())}
    bands = tuple(GridColumn(f"naar {band.label}", (band.code,), Notatie.AANTAL, band=band) for band in Band)
    columns = (
        GridColumn("Van", ("van",), breed=1.6),
        *bands,
        GridColumn("Telt niet meer mee", (VERDWENEN,), Notatie.AANTAL),
        GridColumn("Samen", (SOM,), Notatie.AANTAL),
    )
    title = f"Van welke band naar welke, op de totale score, van {beeld.vergeleken_met} naar {beeld.tertaal}"
    return RapportGrid(
        "overgangen", title, columns, rijen, compared_plaats(Screen.ONTWIKKELING, beeld), nadruk=frozenset({SOM})
    )
