"""What stands in each chapter of a report, in order; what the AKO typed comes around it elsewhere."""

from collections.abc import Callable, Mapping, Sequence

from landkaart.domein.band import Band
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.rapportage import RapportDeel
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.vergelijking import Richting
from landkaart.programma.namen import AKO, TERTAAL, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.explanation import RECONSTRUCTION, RULES
from landkaart.rapport.rapportage import zinnen_beweging as change
from landkaart.rapport.rapportage import zinnen_oordeel as judged
from landkaart.rapport.rapportage import zinnen_stand as stood
from landkaart.rapport.rapportage.chapters_beside import kengetallen, plan
from landkaart.rapport.rapportage.grids_oordeel import vraag_name
from landkaart.rapport.rapportage.grids_stand import SAMEN
from landkaart.rapport.rapportage.model import Block, Bullets, Paragraph, RapportChart, RapportGrid, Subheading
from landkaart.rapport.rapportage.plaatsen import compared_plaats, plaats
from landkaart.rapport.rapportage.zinnen import joined
from landkaart.screens import Screen

Grids = Mapping[str, RapportGrid]
IN_TABLE = "De cijfers staan in de tabel bij deze figuur."


def conclusies(found: RapportGegevens, grids: Grids) -> Sequence[Block]:
    beeld = found.beeld
    zinnen = [stood.average_zin(beeld), change.movement_zin(beeld), stood.groen_zin(beeld)]
    if beeld.vorige.n:
        zinnen += [change.drijfveren_zin(beeld, Richting.VOORUIT), change.drijfveren_zin(beeld, Richting.ACHTERUIT)]
    zinnen += [stood.extremes_zin(beeld), judged.answered_share_zin(beeld), judged.achterblijvers_zin(found)]
    zinnen += [joined([judged.indicaties_zin(beeld), judged.afstand_zin(beeld)])]
    return [Bullets([each for each in zinnen if each])]


def uitvraag(found: RapportGegevens, grids: Grids) -> Sequence[Block]:
    beeld = found.beeld
    blocks: list[Block] = [Paragraph(judged.dates_zin(beeld))]
    if beeld.uitvraag is None:
        return blocks
    blocks += [Paragraph(judged.answered_share_zin(beeld)), Paragraph(judged.freshness_zin(beeld)), grids["actualiteit"]]
    return [*blocks, Paragraph(judged.verouderd_zin(beeld)), *shown(grids["verouderd"])]


def voortgang(found: RapportGegevens, grids: Grids) -> Sequence[Block]:
    beeld, here = found.beeld, plaats(Screen.LANDELIJK, found.beeld)
    charts = {naam: RapportChart(naam, {}, "", "", here) for naam in ("tabel2", "tabel3", "tabel4")}
    fasen = picture(
        charts["tabel2"],
        "Score per fase, in banden",
        f"Per fase een balk van 100%, verdeeld in de {dutch.word(len(Band))} banden, met het gemiddelde erachter.",
        banden=True,
    )
    mijlpalen = picture(
        charts["tabel3"],
        "Score per mijlpaal, in banden",
        f"Per mijlpaal een balk van 100%, verdeeld in de {dutch.word(len(Band))} banden, met het gemiddelde erachter.",
        banden=True,
    )
    line = picture(
        charts["tabel4"], f"Landelijk gemiddelde per {TERTAAL}", f"Een lijn met het landelijk gemiddelde van elk {TERTAAL}."
    )
    return [
        Paragraph(joined([stood.counted_zin(beeld), stood.average_zin(beeld)])),
        *(([line]) if len(beeld.geschiedenis) > 1 else []),
        grids["tabel4"],
        Subheading("De fasen"),
        Paragraph(stood.bands_zin(beeld)),
        fasen,
        grids["tabel2"],
        Subheading("De mijlpalen"),
        Paragraph(stood.extremes_zin(beeld)),
        Paragraph(stood.niet_zin(beeld)),
        mijlpalen,
        grids["tabel3"],
        *counted_together(beeld, grids),
        Subheading("Wie er is, en wie er bijna is"),
        Paragraph(stood.groen_zin(beeld)),
        *shown(grids["groen"]),
        *shown(grids["bijna_groen"]),
        Subheading("De landkaart"),
        land(beeld),
    ]


def counted_together(beeld: Tertaalbeeld, grids: Mapping[str, RapportGrid]) -> list[Block]:
    """Return what the programme counts together; nothing where it names nothing."""
    if not SAMEN.mijlpalen:
        return []
    return [Subheading(SAMEN.titel), Paragraph(stood.samen_zin(beeld)), grids["samen"]]


def picture(chart: RapportChart, titel: str, alt: str, banden: bool = False) -> RapportChart:
    """Return it with its title and, for who cannot see it, what it shows."""
    return RapportChart(chart.naam, chart.keuzes, titel, f"{alt} {IN_TABLE}", chart.plaats, banden)


def land(beeld: Tertaalbeeld) -> RapportChart:
    """Return the map, of which the table is too long for a report."""
    counts = beeld.stand.totaal().aantal.iloc[0]
    parts = dutch.enumeration([f"{int(counts[band.code])} op {band.label}" for band in Band])
    alt = f"Kaart met een teken per {WERKPLEIN}, naar de band van de totale score: {parts}."
    titel = f"Elk {WERKPLEIN} op de kaart, naar zijn band op de totale score in {beeld.tertaal}"
    return RapportChart("landkaart", {}, titel, alt, plaats(Screen.KAART, beeld))


def beweging(found: RapportGegevens, grids: Grids) -> Sequence[Block]:
    beeld = found.beeld
    if not beeld.vorige.n:
        return [Paragraph((change.NOTHING_BEFORE,))]
    titel = f"Hoe ver gingen de {WERKPLEINEN} vooruit en achteruit, van {beeld.vergeleken_met} naar {beeld.tertaal}"
    alt = f"Staven: hoeveel {WERKPLEINEN} hoeveel punten omhoog of omlaag gingen. {IN_TABLE}"
    place = compared_plaats(Screen.ONTWIKKELING, beeld)
    return [
        Paragraph(change.movement_zin(beeld)),
        Paragraph(change.counts_zin(beeld)),
        grids["richtingen"],
        RapportChart("beweging", {"met": str(beeld.vergeleken_met)}, titel, alt, place),
        Subheading("Wie achteruitgingen"),
        Paragraph(joined([change.names_zin(beeld, Richting.ACHTERUIT), change.falls_zin(beeld)])),
        *shown(grids["achteruit"]),
        Subheading("Wie vooruitgingen"),
        *shown(grids["vooruit"]),
        *headed("Wie erbij kwam of wegging", grids["erbij"]),
    ]


def drijfveren(found: RapportGegevens, grids: Grids) -> Sequence[Block]:
    beeld = found.beeld
    if not beeld.vorige.n:
        return [Paragraph((change.NOTHING_BEFORE,))]
    titel = f"Op welke mijlpalen {WERKPLEINEN} stegen en daalden, van {beeld.vergeleken_met} naar {beeld.tertaal}"
    alt = f"Per mijlpaal een staaf naar links voor wie daalde en een naar rechts voor wie steeg, onder alle {WERKPLEINEN}."
    place = compared_plaats(Screen.ONTWIKKELING, beeld)
    blocks: list[Block] = [RapportChart("drijfveren", {"met": str(beeld.vergeleken_met)}, titel, alt, place)]
    for richting, heading in ((Richting.VOORUIT, "Waar de groei zit"), (Richting.ACHTERUIT, "Waar de daling zit")):
        blocks += [Subheading(heading), Paragraph(change.drijfveren_zin(beeld, richting))]
        blocks += shown(grids[f"drijfveren_{richting.value}"]) if beeld.vergelijking.who_went(richting) else []
    return blocks


def overgangen(found: RapportGegevens, grids: Grids) -> Sequence[Block]:
    if not found.beeld.vorige.n:
        return [Paragraph((change.NOTHING_BEFORE,))]
    return [Paragraph(change.overgangen_zin(found.beeld)), grids["overgangen"]]


def achterblijvers(found: RapportGegevens, grids: Grids) -> Sequence[Block]:
    fixed = [Subheading(f"De lijst van het {AKO}"), Paragraph(judged.vaste_lijst_zin(found)), *shown(grids["vaste_lijst"])]
    left = found.lijst.weg
    names = dutch.enumeration([found.beeld.namen[code] for code in left])
    gone: list[Block] = [Paragraph((f"Niet meer op de lijst: {names}.",))] if left else []
    return [
        Paragraph((found.lijst.regel.zin,)),
        Paragraph(judged.achterblijvers_zin(found)),
        *shown(grids["achterblijvers"]),
        *gone,
        *fixed,
    ]


def indicaties(found: RapportGegevens, grids: Grids) -> Sequence[Block]:
    beeld = found.beeld
    given = any(beeld.indicaties.values())
    blocks: list[Block] = [Paragraph(judged.indicaties_zin(beeld))]
    if not given:
        return blocks
    last = judged.last_oordeel(found)
    when = f"; het laatste is van {dutch.day(last)}" if last else ""
    blocks += [
        Paragraph((f"De oordelen zijn die van het {AKO}, zoals zij in de landkaart staan{when}.",)),
        grids["indicaties"],
    ]
    if not grids["niet_halen"].rijen:
        return blocks
    titel = f"De afstand tussen wie het volgens het {AKO} niet haalt en de anderen"
    alt = f"Twee lijnen: het gemiddelde van de anderen, en daaronder dat van wie het niet haalt. {IN_TABLE}"
    place = plaats(Screen.ONTWIKKELING, beeld, {"groep": "indicatie"})
    blocks += [Subheading("Wie het niet haalt"), Paragraph(judged.niet_halen_zin(beeld)), grids["niet_halen"]]
    blocks += [Subheading("De afstand tot de anderen"), Paragraph(judged.afstand_zin(beeld))]
    return [*blocks, RapportChart("afstand", {"groep": "indicatie"}, titel, alt, place), grids["afstand"]]


def vragen(found: RapportGegevens, grids: Grids) -> Sequence[Block]:
    if not found.uitslagen:
        return [Paragraph(("In deze uitvraag zijn geen extra vragen gesteld.",))]
    return [
        block
        for each in found.uitslagen
        for block in (Paragraph((f"‘{each.tekst}’ ", *judged.vraag_zin(each))), grids[vraag_name(each)])
    ]


def verantwoording(found: RapportGegevens, grids: Grids) -> Sequence[Block]:
    bands = dutch.enumeration([f"{band.label} ({band.range})" for band in Band])
    where = (
        "Elk cijfer in een zin is een verwijzing naar de pagina van de landkaart waar het is na te gaan; onder elke tabel "
        "en figuur staat die pagina ook."
    )
    notes = [
        f"De {dutch.word(len(Band))} banden zijn {bands}.",
        *RULES,
        f"De {AKO}-indicatie is het oordeel van het {AKO}, niet berekend.",
        where,
    ]
    warned: list[Block] = [Paragraph((RECONSTRUCTION,), nadruk=True)] if found.beeld.reconstructie else []
    return [Bullets([(note,) for note in notes]), *warned]


def shown(grid: RapportGrid) -> list[Block]:
    """Return it when there is anything in it: a sentence says already that there is nothing."""
    return [grid] if grid.rijen else []


def headed(heading: str, grid: RapportGrid) -> list[Block]:
    """Return it under a heading of its own, when there is anything in it."""
    return [Subheading(heading), grid] if grid.rijen else []


Make = Callable[[RapportGegevens, Grids], Sequence[Block]]
CHAPTERS: Mapping[RapportDeel, Make] = {
    RapportDeel.CONCLUSIES: conclusies,
    RapportDeel.UITVRAAG: uitvraag,
    RapportDeel.VOORTGANG: voortgang,
    RapportDeel.BEWEGING: beweging,
    RapportDeel.DRIJFVEREN: drijfveren,
    RapportDeel.OVERGANGEN: overgangen,
    RapportDeel.ACHTERBLIJVERS: achterblijvers,
    RapportDeel.INDICATIES: indicaties,
    RapportDeel.VRAGEN: vragen,
    RapportDeel.KENGETALLEN: kengetallen,
    RapportDeel.PLAN: plan,
    RapportDeel.VERANTWOORDING: verantwoording,
}
