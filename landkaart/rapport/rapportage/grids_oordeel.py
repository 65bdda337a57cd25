"""The tables of a report about who lags, what the AKO expects, what was asked, and how fresh the answers are."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.oordelen import per_klasse
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.rounding import share
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.uitslag import Uitslag
from landkaart.domein.uitvraag import Uitvraag
from landkaart.programma.namen import AKO, TERTAAL_KOP, WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN, WERKPLEINEN_KOP
from landkaart.rapport import achterblijvers_tables, dutch, tables
from landkaart.rapport.gemiddelden_figuur import AfstandGroep, afstand_table
from landkaart.rapport.oordelen import code_of, label_of
from landkaart.rapport.rapportage.grids_stand import NAAM, SCORE, records, whole
from landkaart.rapport.rapportage.model import GridColumn, Notatie, RapportGrid, Value, Vindplaats
from landkaart.rapport.rapportage.plaatsen import plaats
from landkaart.screens import Screen

HOEVEEL = GridColumn(WERKPLEINEN_KOP, ("aantal", "aandeel"), Notatie.AANTAL, 1.4)
SOM, OF_VRAAG = "totaal", "vraag "
REDEN = GridColumn("Waarom", ("waarom",), breed=4)
INDICATIE = GridColumn(f"{AKO}-indicatie", ("indicatie",), breed=1.8)


def oordeel_grids(found: RapportGegevens) -> list[RapportGrid]:
    beeld = found.beeld
    asked = [vraag_grid(beeld, each) for each in found.uitslagen]
    judged = [indicaties(beeld), niet_halen(beeld), afstand(beeld)]
    return [
        data(beeld),
        actualiteit(beeld),
        verouderd(beeld),
        achterblijvers(found),
        vaste_lijst(found),
        *judged,
        *asked,
    ]


def data(beeld: Tertaalbeeld) -> RapportGrid:
    """List the dates of the uitvraag."""
    found = beeld.uitvraag
    said = (
        {}
        if found is None
        else {
            "actueel_vanaf": ("Actueel is wat is ingediend sinds", dutch.opening(found.actueel_vanaf)),
            "opent": ("Opening", dutch.opening(found.opent)),
            "herinnering": ("Herinnering", dutch.opening(found.herinnering)),
            "sluit": ("Sluiting", dutch.closing(found.sluit)),
        }
    )
    rijen: dict[str, dict[str, Value]] = {code: {"wat": what, "datum": day} for code, (what, day) in said.items()}
    columns = (GridColumn("Moment", ("wat",), breed=2), GridColumn("Datum", ("datum",), breed=2))
    return RapportGrid("data", f"De uitvraag van {beeld.tertaal}", columns, rijen, of_respons(beeld))


def of_respons(beeld: Tertaalbeeld) -> Vindplaats:
    return plaats(Screen.RESPONS, beeld, {"uitvraag": str(beeld.tertaal)})


def actualiteit(beeld: Tertaalbeeld) -> RapportGrid:
    """Count the classes of actualiteit; together everybody who was open at the closing."""
    n = len(beeld.actualiteit)
    when = periods(beeld.uitvraag) if beeld.uitvraag else {}
    rijen: dict[str, dict[str, Value]] = {
        klasse.value: {
            "klasse": klasse.label.capitalize(),
            "wanneer": when.get(klasse),
            "aantal": len(beeld.in_class(klasse)),
            "aandeel": share(len(beeld.in_class(klasse)), n),
        }
        for klasse in Actualiteit
    }
    rijen[SOM] = {"klasse": f"Actieve {WERKPLEINEN}", "wanneer": None, "aantal": n, "aandeel": share(n, n)}
    columns = (
        GridColumn("Actualiteit", ("klasse",), breed=2),
        GridColumn("Laatste invulling", ("wanneer",), breed=2.2),
        HOEVEEL,
    )
    title = f"Hoe actueel de gegevens zijn, bij de sluiting van {beeld.tertaal}"
    return RapportGrid("actualiteit", title, columns, rijen if n else {}, of_respons(beeld), nadruk=frozenset({SOM}))


def periods(uitvraag: Uitvraag) -> dict[Actualiteit, str]:
    """Say between which days the last invulling of each class lies, the last day included."""
    day = timedelta(seconds=1)
    since, opens, closes = uitvraag.actueel_vanaf, uitvraag.opent, uitvraag.sluit
    return {
        Actualiteit.DEZE_UITVRAAG: between(opens, closes - day),
        Actualiteit.EERDER: between(since, opens - day),
        Actualiteit.VEROUDERD: f"voor {dutch.day(since)}",
    }


def between(first: datetime, last: datetime) -> str:
    return f"{dutch.day(first)} t/m {dutch.day(last)}"


def verouderd(beeld: Tertaalbeeld) -> RapportGrid:
    """List whose last invulling is no longer current, with what the AKO expects of each."""
    codes = tables.in_order(beeld, beeld.in_class(Actualiteit.VEROUDERD))
    moments = {code: beeld.ingediend_op[code] for code in codes}
    rijen: dict[str, dict[str, Value]] = {
        code: {
            "naam": beeld.namen[code],
            "op": dutch.day(moment) if moment else None,
            "indicatie": indicatie_of(beeld, code),
        }
        for code, moment in moments.items()
    }
    columns = (NAAM, GridColumn("Laatste invulling", ("op",), breed=2), INDICATIE)
    leeg = f"Van geen enkel {WERKPLEIN} zijn de gegevens verouderd."
    return RapportGrid("verouderd", f"Verouderde gegevens, {beeld.tertaal}", columns, rijen, of_respons(beeld), leeg=leeg)


def indicatie_of(beeld: Tertaalbeeld, code: str) -> str | None:
    found = beeld.indicaties.get(code)
    return found.label if found else None


def achterblijvers(found: RapportGegevens) -> RapportGrid:
    """List who lags by the usual rule, the lowest score first."""
    beeld, lijst = found.beeld, found.lijst
    table = achterblijvers_tables.list_table(beeld, lijst)
    rijen: dict[str, dict[str, Value]] = {
        row["code"]: {
            "naam": row[WERKPLEIN_KOP],
            "score": whole(row["Score"]),
            "duur": row["Hoe lang"],
            "indicatie": indicatie_of(beeld, row["code"]),
            "waarom": row["Waarom"],
        }
        for row in records(table)
    }
    columns = (
        GridColumn(WERKPLEIN_KOP, ("naam",), breed=2),
        SCORE,
        GridColumn("Op de lijst", ("duur",), breed=1.4),
        INDICATIE,
        REDEN,
    )
    title = f"Achterblijvers volgens de regel, {beeld.tertaal}"
    place = plaats(Screen.ACHTERBLIJVERS, beeld)
    return RapportGrid(
        "achterblijvers", title, columns, rijen, place, (lijst.regel.zin,), leeg="Er zijn geen achterblijvers."
    )


def vaste_lijst(found: RapportGegevens) -> RapportGrid:
    """List the achterblijvers as the AKO fixed them."""
    beeld, fixed = found.beeld, found.vastgesteld
    redenen = fixed.redenen if fixed else {}
    rijen: dict[str, dict[str, Value]] = {
        code: {"naam": beeld.namen[code], "indicatie": indicatie_of(beeld, code), "waarom": redenen[code]}
        for code in tables.in_order(beeld, redenen)
    }
    noten = (f"Vastgesteld op {dutch.day(fixed.opgeslagen_op)}. {fixed.regel.zin}",) if fixed else ()
    title = f"Achterblijvers zoals het {AKO} ze vaststelde, {beeld.tertaal}"
    columns = (GridColumn(WERKPLEIN_KOP, ("naam",), breed=2), INDICATIE, REDEN)
    return RapportGrid("vaste_lijst", title, columns, rijen, plaats(Screen.ACHTERBLIJVERS, beeld), noten)


def indicaties(beeld: Tertaalbeeld) -> RapportGrid:
    """Count what the AKO expects; together n."""
    n = beeld.stand.n
    rijen: dict[str, dict[str, Value]] = {
        code_of(klasse): {"oordeel": label_of(klasse), "aantal": len(codes), "aandeel": share(len(codes), n)}
        for klasse, codes in per_klasse(beeld).items()
    }
    rijen[SOM] = {"oordeel": f"Alle {WERKPLEINEN}", "aantal": n, "aandeel": share(n, n)}
    title = f"Wat het {AKO} van de {WERKPLEINEN} verwacht, {beeld.tertaal}"
    note = f"Een oordeel van het {AKO}, niet berekend."
    columns = (GridColumn(f"{AKO}-indicatie", ("oordeel",), breed=2), HOEVEEL)
    return RapportGrid("indicaties", title, columns, rijen, plaats(Screen.INDICATIE, beeld), (note,), frozenset({SOM}))


def niet_halen(beeld: Tertaalbeeld) -> RapportGrid:
    """List who will not make it by the AKO's word, by naam, with the score."""
    table = tables.vergelijking(beeld, per_klasse(beeld)[Indicatie.NIET])
    rijen: dict[str, dict[str, Value]] = {
        row["code"]: {"naam": row["naam"], "score": whole(row["score"]), "verschil": whole(row["verschil"])}
        for row in records(table)
    }
    columns = (NAAM, SCORE, GridColumn("Verschil in punten", ("verschil",), Notatie.PUNTEN, 1.4))
    title = f"{WERKPLEINEN_KOP} die het volgens het {AKO} niet halen, {beeld.tertaal}"
    place = plaats(Screen.INDICATIE, beeld, {"oordeel": Indicatie.NIET.value})
    return RapportGrid("niet_halen", title, columns, rijen, place)


def afstand(beeld: Tertaalbeeld) -> RapportGrid:
    """Set those that will not make it beside the others, in each tertaal; newest first."""
    table = afstand_table(beeld, AfstandGroep.INDICATIE)
    numbers = ("n_groep", "gemiddelde_groep", "n_anderen", "gemiddelde_anderen", "afstand")
    rijen: dict[str, dict[str, Value]] = {
        row["tertaal"]: {"tertaal": row["tertaal"], **{name: whole(row[name]) for name in numbers}}
        for row in records(table.iloc[::-1])
    }
    columns = (
        GridColumn(TERTAAL_KOP, ("tertaal",)),
        GridColumn("Haalt het niet", ("n_groep",), Notatie.AANTAL),
        GridColumn("Hun gemiddelde", ("gemiddelde_groep",), Notatie.PROCENT),
        GridColumn("De anderen", ("n_anderen",), Notatie.AANTAL),
        GridColumn("Hun gemiddelde", ("gemiddelde_anderen",), Notatie.PROCENT),
        GridColumn("Afstand in punten", ("afstand",), Notatie.AANTAL),
    )
    title = f"De afstand tussen wie het volgens het {AKO} niet haalt en de anderen"
    place = plaats(Screen.ONTWIKKELING, beeld, {"groep": AfstandGroep.INDICATIE.value})
    judged = any(indicatie is Indicatie.NIET for indicatie in beeld.indicaties.values())
    return RapportGrid("afstand", title, columns, rijen if judged else {}, place, (AfstandGroep.INDICATIE.uitleg,))


def vraag_grid(beeld: Tertaalbeeld, uitslag: Uitslag) -> RapportGrid:
    """Count the answers to one extra vraag, by what is counted in its vorm; together whoever was asked."""
    counts = {code: (label, len(uitslag.who(code))) for code, label in uitslag.klassen.items()}
    rijen: dict[str, dict[str, Value]] = {
        code: {"antwoord": label, "aantal": count, "aandeel": share(count, uitslag.n)}
        for code, (label, count) in counts.items()
    }
    rijen[SOM] = {"antwoord": "Gevraagd", "aantal": uitslag.n, "aandeel": share(uitslag.n, uitslag.n)}
    columns = (GridColumn("Antwoord", ("antwoord",), breed=3), HOEVEEL)
    place = plaats(Screen.VRAGEN, beeld, {"vraag": uitslag.vraag})
    return RapportGrid(vraag_name(uitslag), uitslag.tekst, columns, rijen, place, nadruk=frozenset({SOM}))


def vraag_name(uitslag: Uitslag) -> str:
    """Return what the table of a vraag is called."""
    return f"{OF_VRAAG}{uitslag.vraag}"


def all_of(grids: Sequence[RapportGrid]) -> dict[str, RapportGrid]:
    """Return them by name."""
    return {grid.naam: grid for grid in grids}
