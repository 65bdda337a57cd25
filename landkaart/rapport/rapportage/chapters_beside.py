"""The chapters of a report about what stands beside the landkaart: kengetallen, and afspraken of the Plan van Aanpak."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from landkaart.domein.kengetal_controles import controles
from landkaart.domein.plan import PlanAfspraak, plan_day, plan_on, themas
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.uitvraag import closing
from landkaart.rapport.kengetal_figuur import can_be_drawn
from landkaart.rapport.kengetal_text import controles_sentence, controles_table, sentences
from landkaart.rapport.kengetallen import KengetalTabel, kengetal_tabellen, per_hoofdstuk
from landkaart.rapport.plan import TITEL, plan_sentences, plan_table
from landkaart.rapport.rapportage.model import (
    Block,
    Bullets,
    GridColumn,
    Notatie,
    Paragraph,
    RapportChart,
    RapportGrid,
    Subheading,
    Value,
    Vindplaats,
)
from landkaart.rapport.rapportage.plaatsen import plaats
from landkaart.screens import Screen

Grids = Mapping[str, RapportGrid]
KENGETAL, VERSCHILLEN, PLAN = "kengetal", "kengetal-verschillen", "plan "
# How wide columns are, in parts: of figures a sign, of texts by their heading. What has no width here holds figures.
PER_SIGN = 0.15
WIDE = {"Onderdeel": 1.4, "Indicator": 2.4, "Uitsplitsing": 1.8, "Eenheid": 1.1}
PLAN_WIDE = {
    "Nummer": 0.9, "Afspraak": 2.6, "Wie": 1.3, "Wanneer (plan)": 1.1, "Wanneer (nu)": 1.1,
    "Stand van zaken": 2.8, "Status": 0.9,
}  # fmt: skip
DIFFER_WIDE = {"Tabel": 1.8, "Wat": 2.4, "Toelichting": 2.4}


def beside_grids(found: RapportGegevens) -> list[RapportGrid]:
    made = [kengetal_grid(found, tabel) for tabel in kengetal_tabellen(found.kengetallen)]
    return [*made, differences(found), *(plan_grid(found, thema) for thema in themas(plan_of(found)))]


def of_kengetallen(found: RapportGegevens) -> Vindplaats:
    return plaats(Screen.KENGETALLEN, found.beeld)


def kengetal_tabel(found: RapportGegevens, code: str) -> KengetalTabel:
    """Return the table of this code, with its figures."""
    return next(each for each in kengetal_tabellen(found.kengetallen) if each.code == code)


def text_grid(
    naam: str, titel: str, table: pd.DataFrame, wide: Mapping[str, float], place: Vindplaats, **more: Any
) -> RapportGrid:
    """Return a table as it is; what has a width in `wide` is text, the rest are figures as they are printed."""
    columns = tuple(column(str(name), wide.get(str(name)), table[name]) for name in table.columns)
    cells = table.astype("object").where(table.notna(), None)
    rijen: dict[str, dict[str, Value]] = {
        str(number): {str(name): value for name, value in row.items()}
        for number, row in enumerate(cells.to_dict("records"), start=1)
    }
    return RapportGrid(naam, titel, columns, rijen, place, **more)


def column(name: str, breed: float | None, texts: pd.Series) -> GridColumn:
    """Return a column of texts, `breed` parts wide, or of figures, as wide as the longest needs: none is broken."""
    if breed is not None:
        return GridColumn(name, (name,), breed=breed)
    longest = max(texts.dropna().str.len(), default=0)
    return GridColumn(name, (name,), Notatie.GEDRUKT, breed=max(1.0, PER_SIGN * longest))


def kengetal_grid(found: RapportGegevens, tabel: KengetalTabel) -> RapportGrid:
    bronnen = (f"Bron: {'; '.join(tabel.bronnen)}.",) if tabel.bronnen else ()
    noten = (*tabel.noten, *bronnen)
    return text_grid(f"{KENGETAL} {tabel.code}", tabel.titel, tabel.table, WIDE, of_kengetallen(found), noten=noten)


def differences(found: RapportGegevens) -> RapportGrid:
    """List what a source prints that does not agree with itself."""
    wrong = [each for each in controles(found.kengetallen) if not each.klopt]
    table = controles_table(wrong).drop(columns="Klopt")
    return text_grid(VERSCHILLEN, "Verschillen in de gedrukte cijfers", table, DIFFER_WIDE, of_kengetallen(found))


def kengetallen(found: RapportGegevens, grids: Grids) -> Sequence[Block]:
    """Say what the figures beside the landkaart are, table by table, and what in them does not agree."""
    blocks: list[Block] = []
    for heading, tabellen in per_hoofdstuk(kengetal_tabellen(found.kengetallen)).items():
        blocks.append(Subheading(heading))
        for tabel in tabellen:
            # Behind the table: its title says what they are about.
            said = [(sentence,) for sentence in sentences(tabel)]
            blocks += [*chart_of(found, tabel), grids[f"{KENGETAL} {tabel.code}"], *([Bullets(said)] if said else [])]
    if not blocks:
        return []
    checked = Paragraph((controles_sentence(controles(found.kengetallen)),))
    wrong = [grids[VERSCHILLEN]] if grids[VERSCHILLEN].rijen else []
    return [*blocks, Subheading("Controle van de kengetallen"), checked, *wrong]


def chart_of(found: RapportGegevens, tabel: KengetalTabel) -> list[Block]:
    """Return the picture of a table, where its figures can be laid beside each other."""
    if not can_be_drawn(tabel):
        return []
    titel = f"{tabel.titel}: in beeld"
    alt = f"Grafiek van {tabel.titel}. De cijfers staan in de tabel bij deze figuur."
    return [RapportChart(KENGETAL, {"tabel": tabel.code}, titel, alt, of_kengetallen(found))]


def day_of(found: RapportGegevens) -> date:
    """Return the day as of which the afspraken are looked at."""
    return plan_day(closing(found.beeld.tertaal, found.beeld.uitvraag), found.gedateerd)


def plan_of(found: RapportGegevens) -> Sequence[PlanAfspraak]:
    """Return the afspraken as they stood on that day: what is said of them later is of a later report."""
    return plan_on(found.plan, day_of(found))


def plan_grid(found: RapportGegevens, thema: str) -> RapportGrid:
    """List the afspraken under one heading of the plan."""
    under = [each for each in plan_of(found) if each.inhoud.thema == thema]
    table = plan_table(under, day_of(found))
    return text_grid(f"{PLAN}{thema}", f"{TITEL}: {thema}", table, PLAN_WIDE, plaats(Screen.PLAN, found.beeld))


def plan(found: RapportGegevens, grids: Grids) -> Sequence[Block]:
    """Say how the afspraken stood, and list them under their headings."""
    standing = plan_of(found)
    said = [Paragraph((sentence,)) for sentence in plan_sentences(standing, day_of(found))]
    under = [block for thema in themas(standing) for block in (Subheading(thema), grids[f"{PLAN}{thema}"])]
    return [*said, *under]
