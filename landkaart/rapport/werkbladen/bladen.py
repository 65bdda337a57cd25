"""Every table of a tertaal as a sheet, in the order of the report."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from landkaart.domein.band import BIJNA_GROEN
from landkaart.domein.bijlagen import Bijlagen
from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.domein.kengetal import Kengetal, decimals_of
from landkaart.domein.kengetal_controles import PERCENT, controles
from landkaart.domein.kengetal_indeling import indeling
from landkaart.domein.plan import PlanAfspraak
from landkaart.domein.stand import Stand
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import AKO, TERTAAL, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import tables, uitslag
from landkaart.rapport.explanation import freshness
from landkaart.rapport.kengetal_text import controles_sentence, controles_table
from landkaart.rapport.kengetallen import LEGEND
from landkaart.rapport.plan import TITEL as PLAN_TITEL
from landkaart.rapport.plan import plan_sentences, plan_table
from landkaart.rapport.werkbladen.blad import BladKolom, CelSoort, Gedrukt, Grafiek, Werkblad, as_labels, values_of
from landkaart.rapport.werkbladen.kolommen import LABELS, kolom

NOBODY = f"Een gemiddelde of percentage is leeg als geen enkel {WERKPLEIN} een stand heeft."
NO_EARLIER = (
    f"Score vorige keer en Verschil zijn leeg bij een {WERKPLEIN} dat toen geen stand had: het is nieuw, niet gelijk."
)
NO_OORDEEL = f"{AKO}-indicatie is leeg waar het {AKO} geen oordeel gaf."
NEVER = f"Ingevuld op is leeg bij een {WERKPLEIN} dat nog nooit iets indiende."
UNSAID = f"Antwoord is leeg waar een {WERKPLEIN} niet antwoordde; Toelichting waar het niets toelichtte."
NOT_IN_PLAN = "Wanneer en Stand van zaken zijn leeg waar daarover niets gezegd is."
NOT_IN_SOURCE = "Onderdeel, Noot en Bron zijn leeg waar de bron er geen heeft."
GONE = "Een toelichting bij een controle is leeg waar er niets toe te lichten is."


def bladen(beeld: Tertaalbeeld, bijlagen: Bijlagen) -> list[Werkblad]:
    """Return them; what was never typed in beside the landkaart has no sheet."""
    return [*of_landkaart(beeld), *of_bijlagen(beeld, bijlagen)]


def of_landkaart(beeld: Tertaalbeeld) -> Iterator[Werkblad]:
    """Yield the tables that are counted from the landkaart."""
    stand, fresh, met = beeld.stand, freshness(beeld), beeld.vergeleken_met
    yield replace(made("Tabel 2 Fasen", f"Tabel 2: score per fase, {fresh}", tables.table2(stand)), leeg=NOBODY)
    yield replace(
        made("Tabel 3 Mijlpalen", f"Tabel 3: score per mijlpaal, {fresh}", tables.table3(stand)),
        leeg=NOBODY,
        totaal=total_of(stand),
        noten=(f"De regel Totaal telt de totaalscore van elk {WERKPLEIN}: het gemiddelde over de {N_MIJLPALEN} mijlpalen.",),
        grafiek=Grafiek.BANDEN if stand.n else Grafiek.GEEN,
    )
    first = f"{beeld.geschiedenis[0]} t/m {beeld.tertaal}" if beeld.geschiedenis else str(beeld.tertaal)
    history = made("Tabel 4 Historie", f"Tabel 4: landelijk gemiddelde per {TERTAAL}, {first}", tables.table4(beeld))
    yield replace(history, leeg=NOBODY, grafiek=Grafiek.LIJN if history.rijen else Grafiek.GEEN)
    compared = made("Vergelijking", f"Elk {WERKPLEIN}, vergeleken met {met}", tables.vergelijking(beeld))
    yield replace(compared, leeg=NO_EARLIER)
    yield made("Groen", f"Groen: alle {N_MIJLPALEN} mijlpalen op 100%", tables.groen(beeld))
    yield made("Bijna groen", f"Bijna groen: {BIJNA_GROEN}% of hoger", tables.bijna_groen(beeld))
    yield replace(made("Achterblijvers", "Achterblijvers", tables.achterblijvers(beeld)), leeg=NO_OORDEEL)
    if beeld.indicaties:
        yield replace(
            made(f"{AKO}-indicatie", f"{AKO}-indicatie per {WERKPLEIN}", tables.indicaties(beeld)), leeg=NO_OORDEEL
        )
    yield replace(made("Actualiteit", f"Wanneer elk {WERKPLEIN} het laatst indiende", tables.actualiteit(beeld)), leeg=NEVER)
    yield made("Drijfveren", f"Op welke mijlpalen stegen en daalden de {WERKPLEINEN} sinds {met}?", tables.drijfveren(beeld))
    yield moves(tables.overgangen(beeld), f"Van welke band naar welke, op de totaalscore, sinds {met}")


def of_bijlagen(beeld: Tertaalbeeld, bijlagen: Bijlagen) -> Iterator[Werkblad]:
    """Yield what stands beside the landkaart, as far as there is any."""
    if bijlagen.uitslagen:
        answers = uitslag.file_table(bijlagen.uitslagen, beeld.namen)
        yield replace(made("Extra vragen", "Antwoorden op de extra vragen", answers), leeg=UNSAID)
    if bijlagen.kengetallen:
        yield figures(bijlagen.kengetallen)
        yield checks(bijlagen.kengetallen)
    if bijlagen.plan and bijlagen.plan_dag:
        yield agreed(bijlagen.plan, bijlagen.plan_dag)


def made(naam: str, titel: str, table: pd.DataFrame) -> Werkblad:
    """Make a sheet of a table, with what readers see in the place of codes."""
    kolommen = [kolom(each) for each in table.columns]
    rijen = values_of(table, kolommen)
    for place, each in enumerate(kolommen):
        if each.naam in LABELS:
            as_labels(rijen, place, LABELS[each.naam])
    return Werkblad(naam, titel, kolommen, rijen)


def total_of(stand: Stand) -> list[Any]:
    """Return the row below table 3: the total score, counted as each row of the table is."""
    verdeling = tables.verdeling_columns(stand.totaal())
    kolommen = [kolom(each) for each in verdeling.columns]
    return ["Totaal", f"Alle {N_MIJLPALEN} mijlpalen", *values_of(verdeling, kolommen)[0]]


def moves(table: pd.DataFrame, titel: str) -> Werkblad:
    """Make the sheet of the overgangen, in which each band is one to which werkpleinen went."""
    blad = made("Overgangen", titel, table)
    kolommen = [replace(each, kop=f"Naar {each.kop}") if each.band is not None else each for each in blad.kolommen]
    return replace(blad, kolommen=kolommen)


def plain(*koppen: str) -> list[BladKolom]:
    """Return columns of texts that are called as they are headed."""
    return [BladKolom(kop, kop) for kop in koppen]


def figures(kengetallen: Sequence[Kengetal]) -> Werkblad:
    """Make the sheet of the kengetallen, a row per figure: figures are numbers, n.b. is a text."""
    kolommen = plain(
        "Tabel", "Onderdeel", "Indicator", "Uitsplitsing", "Periode", "Soort", "Waarde", "Eenheid", "Noot", "Bron"
    )
    kolommen[6] = BladKolom("Waarde", "Waarde", CelSoort.GEMENGD)
    rows = [
        [
            indeling().kop(each.tabel).titel,
            each.onderdeel or None,
            *(each.indicator, each.uitsplitsing, each.periode, each.soort),
            printed(each),
            each.eenheid,
            each.noot or None,
            each.bron or None,
        ]
        for each in kengetallen
    ]
    titel = "Kengetallen, zoals de bronnen ze drukken"
    return Werkblad("Kengetallen", titel, kolommen, rows, None, NOT_IN_SOURCE, (LEGEND,))


def printed(kengetal: Kengetal) -> Gedrukt | str:
    """Return a figure as a number with its decimals, or the text that stands in its place."""
    number = kengetal.getal
    if number is None:
        return kengetal.waarde
    is_share = kengetal.eenheid == PERCENT
    return Gedrukt(float(number / 100 if is_share else number), decimals_of(number), is_share)


def checks(kengetallen: Sequence[Kengetal]) -> Werkblad:
    """Make the sheet of what follows from the kengetallen, beside what was printed."""
    found = controles(kengetallen)
    table, notes = controles_table(found), (controles_sentence(found),)
    rows = [[value or None for value in row] for row in table.to_numpy().tolist()]
    return Werkblad("Controles", "Controles op de kengetallen", plain(*table.columns), rows, None, GONE, notes)


def agreed(plan: Sequence[PlanAfspraak], day: date) -> Werkblad:
    """Make the sheet of the Plan van Aanpak, as it stood on a day."""
    table = plan_table(plan, day)
    table.insert(1, "Thema", [each.inhoud.thema for each in plan])
    rows = values_of(table, plain(*table.columns))
    return Werkblad("Plan van Aanpak", PLAN_TITEL, plain(*table.columns), rows, None, NOT_IN_PLAN, plan_sentences(plan, day))
