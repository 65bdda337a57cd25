"""What the figures of Ontwikkeling say, as Dutch sentences for above them."""

import pandas as pd

from landkaart.domein.catalogus import catalogus
from landkaart.domein.overgangen import Overgangen
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.vergelijking import Richting, Vergelijking
from landkaart.programma.namen import TERTAAL, TERTALEN, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.gemiddelden_figuur import AfstandGroep
from landkaart.rapport.row_names import row_titles

NAMED = 3


def movement_sentence(vergelijking: Vergelijking, met: Tertaal) -> str:
    """Say how many went which way; who came and who left stand apart, because they did not move."""
    numbers, n = vergelijking.aantallen(), vergelijking.nu.n
    went = {
        richting: with_share(f"{dutch.count(number)} {richting.value}", number, n) for richting, number in numbers.items()
    }
    said = f"Sinds {met}: {went[Richting.VOORUIT]}, {went[Richting.ACHTERUIT]} en {went[Richting.GELIJK]}."
    others = [
        f"{dutch.werkpleinen(number)} {how}"
        for number, how in ((numbers[Richting.NIEUW], "erbij"), (len(vergelijking.verdwenen), "weg"))
        if number
    ]
    return f"{said} Daarnaast: {dutch.enumeration(others)}." if others else said


def with_share(text: str, number: int, n: int) -> str:
    """Write a count in bold with its share of `n`; without one when there is nobody."""
    return f"**{text}** ({dutch.share_of(number, n)})" if n else f"**{text}**"


def drijfveren_sentence(vergelijking: Vergelijking) -> str:
    """Name the mijlpalen with the largest sums of points, among those that rose and among those that fell."""
    parts = []
    for richting, verb in ((Richting.ACHTERUIT, "verloor"), (Richting.VOORUIT, "won")):
        found = largest(vergelijking, richting)
        if found:
            parts.append(f"Wie {richting.value} ging, {verb} de meeste punten op {dutch.enumeration(found)}.")
    return " ".join(parts) or "Niemand ging vooruit of achteruit."


def largest(vergelijking: Vergelijking, richting: Richting) -> list[str]:
    """Name at most NAMED, the largest first, each with the number of werkpleinen that moved on it that way."""
    table = vergelijking.among(vergelijking.who_went(richting)).drijfveren()
    sign, column = (-1, "gedaald") if richting is Richting.ACHTERUIT else (1, "gestegen")
    points_text = (table["verschil"] * sign).sort_values(ascending=False, kind="stable")
    codes = points_text.index[points_text > 0][:NAMED]
    counts = [dutch.count(int(table.loc[code, column])) for code in codes]
    return [f"{catalogus()[code].titel} ({count})" for code, count in zip(codes, counts, strict=True)]


def overgangen_sentence(found: Overgangen) -> str:
    """Say how many went to a higher band, to a lower one, and stayed."""
    up, stayed, down = (dutch.count(number) for number in found.steps())
    return f"{row_titles()[found.row]}: **{up}** naar een hogere band, **{down}** naar een lagere, {stayed} in dezelfde."


def same_werkpleinen_sentence(table: pd.DataFrame) -> str:
    """Say what those who were not always there do to the average; `table` of `same_werkpleinen_figuur`."""
    first, last = table.iloc[0], table.iloc[-1]
    every, same = int(last["n_alle"]), int(last["n_dezelfde"])
    if not same:
        return (
            f"Geen enkel {WERKPLEIN} heeft in elk {TERTAAL} een stand: er is geen vaste groep om naast het land te leggen."
        )
    if (table["n_alle"] == same).all():
        all_of_them = f"Alle {dutch.werkpleinen(every)} hebben in elk van deze {len(table)} {TERTALEN} een stand"
        return f"{all_of_them}: de twee lijnen vallen samen."
    now, then = int(last["gemiddelde_alle"]), int(last["gemiddelde_dezelfde"])
    effect = (
        f"met {dutch.punten(now - then)} {'omhoog' if now > then else 'omlaag'}" if now != then else "niet van zijn plaats"
    )
    others = dutch.counted(every - same, f"ander {WERKPLEIN} brengt", f"andere {WERKPLEINEN} brengen")
    stands = "staat" if same == 1 else "staan"
    return (
        f"Van de {dutch.werkpleinen(every)} van {last['tertaal']} {dutch.have(same)} er {dutch.count(same)} in elk "
        f"{TERTAAL} sinds {first['tertaal']} een stand: die {stands} op {then}%, en {others} het landelijk gemiddelde "
        f"{effect} ({now}%)."
    )


def afstand_sentence(beeld: Tertaalbeeld, groep: AfstandGroep, table: pd.DataFrame) -> str:
    """Say the distance now, and what it did since there is one; `table` of `afstand_figuur`."""
    known, now = table.dropna(subset=["afstand"]), table.iloc[-1]
    if pd.isna(now["afstand"]):
        return f"In {beeld.tertaal} zijn er geen twee groepen om naast elkaar te leggen."
    said = (
        f"{groep.label}: {dutch.werkpleinen(now['n_groep'])}, gemiddeld {now['gemiddelde_groep']}%; "
        f"de andere {dutch.count(now['n_anderen'])} staan op {now['gemiddelde_anderen']}%. "
        f"De afstand is **{dutch.punten(now['afstand'])}**"
    )
    return said + afstand_trend(known)


def afstand_trend(known: pd.DataFrame) -> str:
    """Say what it did against the tertaal before and against the first one; `known`: the rows that have a distance."""
    if len(known) < 2:
        return "."
    now, first, before = known.iloc[-1], known.iloc[0], known.iloc[-2]
    step = int(now["afstand"] > before["afstand"]) - int(now["afstand"] < before["afstand"])
    verb = {1: "groeide", 0: "bleef gelijk", -1: "kromp"}[step]
    said = f" en {verb} sinds {before['tertaal']} (toen {before['afstand']})"
    return f"{said}." if len(known) == 2 else f"{said}; in {first['tertaal']} was zij {first['afstand']}."
