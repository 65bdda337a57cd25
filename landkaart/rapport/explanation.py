"""How it counts, in the words that readers of the tables get; on a page, in the workbook."""

from landkaart.domein.achterblijvers import STANDAARD
from landkaart.domein.band import Band
from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.uitvraag import closing
from landkaart.programma.namen import AKO, NAAM, TERTAAL, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.momentopname import frozen_text

EDGES = [str(band.edge) for band in Band]
RULES = (
    f"Een antwoord telt als de ondergrens van zijn band: {dutch.enumeration(EDGES, 'of')}.",
    f"De score van een {WERKPLEIN} is het gemiddelde over de {N_MIJLPALEN} mijlpalen, die op een fase het gemiddelde over "
    f"de mijlpalen van die fase. Landelijke cijfers zijn gemiddelden over {WERKPLEINEN}.",
    f"Gemiddelden zijn afgekapt op hele procenten (67,99 wordt 67). Aandelen van {WERKPLEINEN} zijn afgerond.",
    "Een gemiddelde valt in een band op zijn precieze waarde: 99,6 is niet 100.",
    "Een verandering is het verschil van de twee getoonde cijfers. Vooruit, gelijk of achteruit is beslist op de precieze "
    "scores.",
    f"Een {WERKPLEIN} dat in een {TERTAAL} niets indiende, staat waar het het laatst stond en telt mee. Een {WERKPLEIN} dat "
    "nooit iets indiende, telt niet mee. Wie bij de sluiting van de uitvraag nog niet of niet meer open was, telt niet mee.",
    "Geen antwoord is geen antwoord: het telt nooit als 0.",
)

RECONSTRUCTION = (
    f"Let op: deze cijfers komen uit een reconstructie. De totalen kloppen met het rapport over het 2e {TERTAAL} van 2009; "
    f"de antwoorden per {WERKPLEIN} zijn grotendeels aangevuld en zijn niet door de {WERKPLEINEN} gegeven."
)


def explanation(beeld: Tertaalbeeld) -> list[str]:
    """Write lines of text about one tertaal: what it is, how many, how fresh, the rules, and whether it is reconstructed."""
    lines = [f"{NAAM}, {TERTAAL} {beeld.tertaal} ({beeld.tertaal.periode})", freshness(beeld), ""]
    lines += [f"{band.label}: {band.range}" for band in Band] + [""] + list(RULES)
    lines += [f"Achterblijvers: {STANDAARD.zin}", f"De {AKO}-indicatie is het oordeel van het {AKO}, niet berekend."]
    if beeld.momentopname:
        lines += [f"{frozen_text(beeld)}: wat daarna wijzigt, komt niet in deze tabellen. Behalve de {AKO}-indicatie."]
    return lines + (["", RECONSTRUCTION] if beeld.reconstructie else [])


def freshness(beeld: Tertaalbeeld) -> str:
    """Say of how many and when: "125 werkpleinen, stand bij de sluiting op 31 augustus 2009 om 24:00 uur"."""
    return f"{dutch.werkpleinen(beeld.stand.n)}, {stand_moment(beeld)}"


def judged_freshness(beeld: Tertaalbeeld) -> str:
    """Say the same of what the AKO judged, which goes on after the closing: the scores are older than the judgements."""
    if not beeld.gesloten:
        return freshness(beeld)
    closes = dutch.closing(closing(beeld.tertaal, beeld.uitvraag))
    return f"{dutch.werkpleinen(beeld.stand.n)}; oordelen zoals ze nu zijn, scores van de sluiting op {closes}"


def stand_moment(beeld: Tertaalbeeld) -> str:
    """Say when it holds for: "stand bij de sluiting op 31 augustus 2009 om 24:00 uur"; provisional until then."""
    closes = dutch.closing(closing(beeld.tertaal, beeld.uitvraag))
    return f"stand bij de sluiting op {closes}" if beeld.gesloten else f"voorlopige stand; sluit op {closes}"
