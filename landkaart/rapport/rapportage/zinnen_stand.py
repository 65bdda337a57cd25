"""What the figures about the stand say, in sentences that more chapters use."""

from landkaart.domein.band import BIJNA_GROEN, HOOGSTE, LAAGSTE, Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.rounding import share, whole_percent
from landkaart.domein.stand import TOTAAL
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.zoeken import Hoe, Voorwaarde, Zoekvraag
from landkaart.programma.namen import ONDERWERP, TERTAAL, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch, tables
from landkaart.rapport.dutch import verb
from landkaart.rapport.rapportage.grids_stand import ALLE, SAMEN
from landkaart.rapport.rapportage.model import Zin
from landkaart.rapport.rapportage.zinnen import aantal, cel, enumerated, procent, punten, rows_of, werkpleinen, zin
from landkaart.rapport.row_names import mijlpaal_titles

# How many mijlpalen a sentence names.
NAMED = 3


def average_zin(beeld: Tertaalbeeld) -> Zin:
    """Say where the country stands and, when that is known, what it was a tertaal before."""
    here, before = str(beeld.tertaal), str(beeld.vergeleken_met)
    now = whole_percent(beeld.stand.average())
    first = zin(
        f"De {WERKPLEINEN} staan gemiddeld op ",
        procent(now, cel("tabel4", here, "gemiddelde")),
        f" van {ONDERWERP}",
    )
    then = whole_percent(beeld.vorige.average())
    if now is None or then is None or beeld.vergeleken_met not in beeld.geschiedenis:
        return zin(first, ".")
    was = zin("; in ", before, " was dat ", procent(then, cel("tabel4", before, "gemiddelde")))
    if now == then:
        return zin(first, was, ".")
    word = "stijging" if now > then else "daling"
    return zin(first, was, f", een {word} van ", punten(now - then, cel("tabel4", here, "verschil")), ".")


def counted_zin(beeld: Tertaalbeeld) -> Zin:
    """Say of how many these figures are."""
    return zin(
        "Deze cijfers gaan over ",
        werkpleinen(beeld.stand.n, cel("richtingen", "totaal", "aantal")),
        " met een ingediende invulling.",
    )


def groen_zin(beeld: Tertaalbeeld) -> Zin:
    """Say who is at 100%, whether these are more than before, and how many are nearly there."""
    names, was = tables.in_order(beeld, beeld.groen), beeld.vorige.who(TOTAAL, HOOGSTE)
    number = len(names)
    where = cel("tabel2", TOTAAL, HOOGSTE.code)
    if not number:
        first = zin(f"Nog geen enkel {WERKPLEIN} staat op 100% op alle mijlpalen.")
    else:
        called = dutch.enumeration([beeld.namen[code] for code in names])
        first = zin(werkpleinen(number, where), f" {verb(number, 'staat', 'staan')} op 100% op alle mijlpalen: {called}.")
    then = ""
    if beeld.vorige.n and number:
        then = f" Dat zijn dezelfde als in het {TERTAAL} daarvoor." if sorted(was) == sorted(names) else ""
    nearly = len(beeld.bijna_groen)
    more = zin(
        " Nog eens ", rows_of("bijna_groen", nearly), f" {verb(nearly, 'staat', 'staan')} op {BIJNA_GROEN}% of hoger."
    )
    return zin(first, then, more if nearly else "")


def extremes_zin(beeld: Tertaalbeeld) -> Zin:
    """Name the mijlpalen with the highest and the lowest averages."""
    means, titles = beeld.stand.per_mijlpaal().gemiddelde, mijlpaal_titles()
    ordered = list(means.sort_values(ascending=False, kind="stable").index)

    def named(code: str) -> Zin:
        return zin(f"{titles[code]} (", procent(whole_percent(means[code]), cel("tabel3", code, "gemiddelde")), ")")

    high, low = enumerated(list(map(named, ordered[:NAMED]))), enumerated(list(map(named, ordered[: -NAMED - 1 : -1])))
    return zin(f"Het hoogst staan de {WERKPLEINEN} gemiddeld op ", high, ", het laagst op ", low, ".")


def niet_zin(beeld: Tertaalbeeld) -> Zin:
    """Name the mijlpalen on which most werkpleinen are at Niet, with how many."""
    code, n = LAAGSTE.code, beeld.stand.n
    counts = beeld.stand.per_mijlpaal().aantal[code].sort_values(ascending=False, kind="stable")
    titles = mijlpaal_titles()
    found = [(mijlpaal, int(count)) for mijlpaal, count in counts.head(NAMED).items() if count]
    if not found:
        return zin(f"Op geen enkele mijlpaal staat nog een {WERKPLEIN} op {LAAGSTE.label}.")
    named = [
        zin(
            f"{titles[str(each)]} (",
            werkpleinen(count, cel("tabel3", str(each), code)),
            ", ",
            procent(share(count, n), cel("tabel3", str(each), f"{code}_pct")),
            ")",
        )
        for each, count in found
    ]
    return zin(f"De meeste {WERKPLEINEN} staan op {LAAGSTE.label} bij ", enumerated(named), ".")


def samen_zin(beeld: Tertaalbeeld) -> Zin:
    """Say how many are at 100% on all of what the programme counts together."""
    asked = Zoekvraag(tuple(Voorwaarde(code, Hoe.IS, HOOGSTE) for code in SAMEN.mijlpalen))
    number = len([code for code in asked.found(beeld) if code in beeld.stand.bands.index])
    called = dutch.enumeration([catalogus()[code].titel for code in SAMEN.mijlpalen])
    part = procent(share(number, beeld.stand.n), cel("samen", ALLE, "aandeel"))
    where, many = cel("samen", ALLE, "aantal"), dutch.word(len(SAMEN.mijlpalen))
    return zin(
        f"Voor {SAMEN.in_een_zin} tellen {many} mijlpalen samen: ", called, ". ",
        werkpleinen(number, where), " (", part, f") {verb(number, 'staat', 'staan')} op alle {many} op 100%.",
    )  # fmt: skip


def bands_zin(beeld: Tertaalbeeld) -> Zin:
    """Say how many stand in each band on the total."""
    found = beeld.stand.totaal()
    counts, shares = found.aantal.iloc[0].tolist(), found.aandeel.iloc[0].tolist()
    named = [
        zin(
            aantal(counts[band], cel("tabel2", TOTAAL, band.code)),
            " (",
            procent(shares[band], cel("tabel2", TOTAAL, f"{band.code}_pct")),
            f") op {band.label}",
        )
        for band in Band
    ]
    return zin("Op de totale score staan er ", enumerated(named), ".")
