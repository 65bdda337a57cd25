"""What the kengetallen say, in sentences: a result beside its target, the last beside the first, and what does not agree."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

import pandas as pd

from landkaart.domein.kengetal import TEKST, TOTAAL, Kengetal, rounded
from landkaart.domein.kengetal_controles import BEGROTING, PERCENT, REALISATIE, STREEFWAARDE, Controle
from landkaart.rapport import dutch
from landkaart.rapport.kengetallen import KengetalTabel, value_text

TARGETS = (STREEFWAARDE, BEGROTING)
# What stands beside a figure and is none by itself.
BESIDE = (*TARGETS, "percentage", "verschil")
# Of a table with more indicatoren than this, sentences are about those that are no part of another.
MANY = 8


def sentences(tabel: KengetalTabel) -> list[str]:
    """Write what there is to say of each indicator, of all groups together."""
    found: dict[tuple[str, str], list[Kengetal]] = {}
    for each in tabel.kengetallen:
        if each.uitsplitsing == TOTAAL or tabel.only("uitsplitsing"):
            found.setdefault((each.onderdeel, each.indicator), []).append(each)
    if len(found) > MANY:
        found = {key: group for key, group in found.items() if not key[0]} or found
    said, single = [], []
    for (_, indicator), group in found.items():
        if sentence := sentence_of(indicator, group):
            said.append(sentence)
        elif text := single_of(indicator, group):
            single.append(text)
    return [*said, *([f"{'; '.join(single)}."] if single else []), *not_available(tabel)]


def sentence_of(indicator: str, group: Sequence[Kengetal]) -> str:
    """Set the last result beside its target or, without one, beside the first; nothing where there is one figure only."""
    done = [each for each in group if each.soort not in BESIDE and each.getal is not None]
    targets = {each.periode: each for each in group if each.soort in TARGETS and each.getal}
    met = next((each for each in reversed(done) if each.soort == REALISATIE and each.periode in targets), None)
    if met is not None:
        return beside_target(indicator, met, targets[met.periode])
    row = [each for each in done if each.soort == REALISATIE]
    return beside_first(indicator, row[0], row[-1]) if len(row) > 1 else ""


def beside_target(indicator: str, met: Kengetal, target: Kengetal) -> str:
    """Write "Preventie WW (2009 t/m aug): 8.617 personen, 60% van de streefwaarde van 14.385."."""
    share = rounded(100 * number(met) / number(target), 0)
    said = f"{dutch.number(share)}% van de {target.soort} van {value_text(target)}"
    return f"{indicator} ({met.periode}): {with_unit(met)}, {said}."


def beside_first(indicator: str, first: Kengetal, last: Kengetal) -> str:
    """Write "WW-uitkeringen (x 1.000): van 249 (ultimo 2006) naar 259 (ultimo juli 2009), een stijging van 10."."""
    change = number(last) - number(first)
    unit = "" if first.eenheid == PERCENT else f" ({first.eenheid})"
    moved = f"van {value_text(first)} ({first.periode}) naar {value_text(last)} ({last.periode})"
    if not change:
        return f"{indicator}{unit}: {value_text(last)} ({last.periode}), gelijk aan {first.periode}."
    points = (" punt" if abs(change) == 1 else " punten") if first.eenheid == PERCENT else ""
    way = "stijging" if change > 0 else "daling"
    return f"{indicator}{unit}: {moved}, een {way} van {dutch.number(abs(change))}{points}."


def single_of(indicator: str, group: Sequence[Kengetal]) -> str:
    """Write figures that have none to stand beside: "Geplande bedrijfsverzamelgebouwen: 130 locaties"."""
    known = [each for each in group if each.getal is not None]
    if not known:
        return ""
    if len(known) == 1:
        return f"{indicator}: {with_unit(known[0])}"
    said = (f"{with_unit(each)} als {each.soort} ({each.periode})" for each in known)
    return f"{indicator}: {', '.join(said)}"


def not_available(tabel: KengetalTabel) -> Iterator[str]:
    """Say of how many figures the source has no number."""
    missing = sum(each.is_niet_beschikbaar for each in tabel.kengetallen)
    if missing:
        all_of = f"Van de {dutch.counted(len(tabel.kengetallen), 'cijfer', 'cijfers')} in deze tabel"
        are = "is er 1 niet beschikbaar" if missing == 1 else f"zijn er {dutch.count(missing)} niet beschikbaar"
        yield f"{all_of} {are} (n.b.)."


def with_unit(kengetal: Kengetal) -> str:
    """Write a figure with what it counts: "130 locaties", "485 x 1.000", "102%"; a school mark has none."""
    unit, text = kengetal.eenheid, value_text(kengetal)
    if unit in (PERCENT, TEKST) or unit.startswith("cijfer"):
        return str(text)
    return f"{text} {unit}"


def number(kengetal: Kengetal) -> Decimal:
    """Return the number of a figure that has one."""
    assert kengetal.getal is not None
    return kengetal.getal


def controles_sentence(found: Sequence[Controle]) -> str:
    """Say how many agree, and whose the differences are."""
    wrong = sum(not each.klopt for each in found)
    said = f"Van de {dutch.counted(len(found), 'controle', 'controles')} op de gedrukte cijfers"
    if not wrong:
        return f"{said} kloppen ze alle."
    agree = f"{'klopt er' if len(found) - wrong == 1 else 'kloppen er'} {dutch.count(len(found) - wrong)}"
    differ = f"{'wijkt er' if wrong == 1 else 'wijken er'} {dutch.count(wrong)} af"
    return f"{said} {agree} en {differ}. Die verschillen staan zo in de bron: de landkaart toont wat de bron drukt."


def controles_table(found: Sequence[Controle]) -> pd.DataFrame:
    """Give Tabel, Wat, Berekend, Gedrukt, Klopt (ja, nee) and Toelichting as readers see them, a row each."""
    rows = [
        {
            "Tabel": KengetalTabel(each.tabel, ()).naam,
            "Wat": each.wat,
            "Berekend": amount(each, each.berekend),
            "Gedrukt": amount(each, each.gedrukt),
            "Klopt": "ja" if each.klopt else "nee",
            "Toelichting": each.toelichting,
        }
        for each in found
    ]
    return pd.DataFrame(rows, columns=["Tabel", "Wat", "Berekend", "Gedrukt", "Klopt", "Toelichting"], dtype="str")


def controles_file(found: Sequence[Controle]) -> pd.DataFrame:
    """Give the same with the columns of a file: tabel (its code), wat, berekend, gedrukt, klopt (ja, nee), toelichting."""
    table = controles_table(found)
    table.columns = table.columns.str.lower()
    return table.assign(tabel=pd.Series([each.tabel for each in found], dtype="str"))


def amount(controle: Controle, value: Decimal) -> str:
    """Write one side of it: a percentage that was computed with one decimal, or of how many rows it holds."""
    if controle.eenheid:
        return f"{controle.keren} {controle.eenheid}"
    if not controle.is_percentage:
        return dutch.number(value)
    return f"{dutch.number(value if value is controle.gedrukt else rounded(value, 1))}%"
