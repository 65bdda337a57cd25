"""What the figures about change say, in sentences that more chapters use."""

from landkaart.domein.band import Band
from landkaart.domein.overgangen import Overgangen
from landkaart.domein.rounding import share
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.vergelijking import Richting
from landkaart.programma.namen import TERTAAL, WERKPLEIN
from landkaart.rapport import dutch, tables
from landkaart.rapport.dutch import verb
from landkaart.rapport.rapportage.grids_beweging import SIDES, SOM
from landkaart.rapport.rapportage.grids_stand import records
from landkaart.rapport.rapportage.model import Cel, Cijfer, Notatie, Som, Zin
from landkaart.rapport.rapportage.zinnen import aantal, cel, enumerated, procent, punten, werkpleinen, zin
from landkaart.rapport.row_names import mijlpaal_titles

NOTHING_BEFORE = f"Er is geen eerder {TERTAAL} om mee te vergelijken."
WENT = {
    Richting.VOORUIT: "vooruitgegaan",
    Richting.GELIJK: "gelijk gebleven",
    Richting.ACHTERUIT: "achteruitgegaan",
    Richting.NIEUW: "nieuw",
}
# How many mijlpalen a sentence names first, and how many after those.
FIRST, THEN = 2, 2
# From so many points further than all others, one stands apart.
APART = 4


def movement_zin(beeld: Tertaalbeeld) -> Zin:
    """Say what part went which way; who is new stands beside that, because they did not move."""
    if not beeld.vorige.n:
        return zin(NOTHING_BEFORE)
    n, counts = beeld.stand.n, beeld.vergelijking.aantallen()

    def part(richting: Richting) -> Zin:
        where = cel("richtingen", richting.value, "aandeel")
        return zin(procent(share(counts[richting], n), where), f" {WENT[richting]}")

    named = [part(richting) for richting in Richting if counts[richting] or richting is not Richting.NIEUW]
    # As the report says it: who rose, who stayed, who fell.
    total = werkpleinen(n, cel("richtingen", SOM, "aantal"))
    return zin("Van de ", total, f" {verb(n, 'is', 'is')} ", enumerated(named), ".")


def counts_zin(beeld: Tertaalbeeld) -> Zin:
    """Say how many went which way, since when."""
    counts = beeld.vergelijking.aantallen()
    verbs = {Richting.VOORUIT: "vooruit", Richting.ACHTERUIT: "achteruit"}
    moved = [
        zin(werkpleinen(counts[richting], cel("richtingen", richting.value, "aantal")), f" {way}")
        for richting, way in verbs.items()
    ]
    stayed = counts[Richting.GELIJK]
    same = zin(aantal(stayed, cel("richtingen", "gelijk", "aantal")), f" {verb(stayed, 'bleef', 'bleven')} gelijk")
    return zin(f"Sinds {beeld.vergeleken_met} gingen ", moved[0], " en ", moved[1], "; ", same, ".")


def falls_zin(beeld: Tertaalbeeld) -> Zin:
    """Say how far those fell that did, and who stands apart."""
    table = tables.vergelijking(beeld, beeld.vergelijking.who_went(Richting.ACHTERUIT))
    ordered = table.sort_values("verschil", kind="stable")
    if not len(ordered):
        return zin(f"Geen enkel {WERKPLEIN} ging achteruit.")
    rows = [(row["code"], row["naam"], int(row["verschil"])) for row in records(ordered)]
    far, near = rows[0], rows[-1]
    if len(rows) == 1:
        return zin(f"{far[1]} daalde ", fall(*far), ".")
    second = rows[1]
    if len(rows) > 2 and second[2] - far[2] >= APART:
        span = zin(size(*near), " en ", fall(*second))
        return zin("De dalingen liggen tussen ", span, f"; alleen {far[1]} daalde verder: ", fall(*far), ".")
    if far[2] == near[2]:
        return zin("Zij daalden elk ", fall(*far), ".")
    return zin("De dalingen liggen tussen ", size(*near), " en ", fall(*far), ".")


def size(code: str, naam: str, verschil: int) -> Cijfer:
    return Cijfer(verschil, Notatie.GROOTTE, Cel("achteruit", code, "verschil"))


def fall(code: str, naam: str, verschil: int) -> Zin:
    return punten(verschil, Cel("achteruit", code, "verschil"))


def drijfveren_zin(beeld: Tertaalbeeld, richting: Richting) -> Zin:
    """Name the mijlpalen on which those that went one way won or lost most points, each with how many did."""
    codes = beeld.vergelijking.who_went(richting)
    if not codes:
        return zin(f"Geen enkel {WERKPLEIN} ging {richting.value}.")
    column, sign = SIDES[richting]
    figures, titles = beeld.vergelijking.among(codes).drijfveren(), mijlpaal_titles()
    gained = (figures["verschil"] * sign).sort_values(ascending=False, kind="stable")
    named = [
        zin(
            f"{titles[str(code)]} (",
            aantal(int(figures.loc[code, column]), cel(f"drijfveren_{richting.value}", str(code), "aantal")),
            ")",
        )
        for code in gained.index[gained > 0][: FIRST + THEN]
    ]
    what = "groei" if richting is Richting.VOORUIT else "daling"
    who = werkpleinen(len(codes), cel("richtingen", richting.value, "aantal"))
    after = zin(", daarna in ", enumerated(named[FIRST:])) if len(named) > FIRST else ""
    begins = zin(
        f"De {what} van de ",
        who,
        f" die {richting.value}{verb(len(codes), 'ging', 'gingen')}, zit vooral in ",
        enumerated(named[:FIRST]),
    )
    return zin(begins, after, f"; tussen haken hoeveel van hen daarop {'stegen' if sign > 0 else 'daalden'}.")


def overgangen_zin(beeld: Tertaalbeeld) -> Zin:
    """Say how many went to a higher band on the total, to which, and how many to a lower."""
    if not beeld.vorige.n:
        return zin(NOTHING_BEFORE)
    found = Overgangen(beeld.vergelijking)
    up, _, down = found.steps()
    counts = found.counts()

    def cells(fits: bool) -> Som:
        return Som(tuple(Cel("overgangen", a.code, b.code) for a in Band for b in Band if a != b and (b > a) is fits))

    into = []
    for band in Band:
        below = [each for each in Band if each < band]
        number = int(counts.loc[[each.code for each in below], band.code].sum())
        if number:
            where = Som(tuple(Cel("overgangen", each.code, band.code) for each in below))
            into.append(zin(aantal(number, where), f" naar {band.label} ({band.range})"))
    rose = zin("Op de totale score kwamen ", werkpleinen(up, cells(True)), " in een hogere band")
    to = zin(": ", enumerated(into)) if into else ""
    return zin(rose, to, ". ", aantal(down, cells(False)), f" {verb(down, 'zakte', 'zakten')} naar een lagere band.")


def names_zin(beeld: Tertaalbeeld, richting: Richting) -> Zin:
    """Name who went one way, by naam."""
    codes = tables.in_order(beeld, beeld.vergelijking.who_went(richting))
    if not codes:
        return zin(f"Geen enkel {WERKPLEIN} ging {richting.value}.")
    went = verb(len(codes), "ging", "gingen")
    return zin(f"{richting.label} {went}: {dutch.enumeration([beeld.namen[code] for code in codes])}.")
