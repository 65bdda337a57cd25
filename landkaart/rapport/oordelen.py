"""The AKO's judgements beside the scores: counted, listed, on the screen and in a file."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import pandas as pd

from landkaart.domein.band import Band
from landkaart.domein.clock import iso_moment
from landkaart.domein.indicatie import GEEN_OORDEEL, Indicatie, Oordeel
from landkaart.domein.oordelen import per_klasse, tegenspraken
from landkaart.domein.stand import TOTAAL
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import AKO, WERKPLEIN_KOP, WERKPLEINEN
from landkaart.rapport import dutch, tables
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.herkomst import OORDELEN
from landkaart.rapport.telling_figuur import Telklasse, telling_figuur

GEEN = "geen"


def code_of(klasse: Indicatie | None) -> str:
    """Return what stands in an address."""
    return klasse.value if klasse else GEEN


def label_of(klasse: Indicatie | None) -> str:
    """Write it as the head of something: "Haalt het dit jaar"."""
    label = klasse.label if klasse else GEEN_OORDEEL
    return label[0].upper() + label[1:]


def oordelen_figuur(beeld: Tertaalbeeld) -> Figuur:
    """Draw a bar per indicatie, and one for who was not judged yet; together n."""
    rows = [Telklasse(code_of(klasse), label_of(klasse), len(codes)) for klasse, codes in per_klasse(beeld).items()]
    figuur = telling_figuur(f"Wat het {AKO} verwacht van {beeld.stand.n} {WERKPLEINEN}, {beeld.tertaal}", rows)
    return replace(figuur, levend=OORDELEN)


def oordelen_table(
    beeld: Tertaalbeeld, codes: Collection[str], oordelen: Mapping[str, Oordeel], earlier: Mapping[str, Indicatie]
) -> pd.DataFrame:
    """Give a row per werkplein of `codes`, by naam.

    Columns: code, Werkplein, Score (Int64), Band, Verschil, Actualiteit, Gegeven op, and Jaar eerder where there is any.
    `earlier`: what each was given a year before, by code.
    """
    table = tables.vergelijking(beeld)
    table = table[table["code"].isin(list(codes))]
    bands = beeld.stand.bands_on(TOTAAL)
    found = {
        "code": table["code"],
        WERKPLEIN_KOP: table["naam"],
        "Score": table["score"],
        "Band": [Band(bands[code]).signed for code in table["code"]],
        "Verschil": list(map(dutch.change, tables.cells(table["verschil"]))),
        "Actualiteit": [beeld.actualiteit[code].label if beeld.actualiteit else dutch.DASH for code in table["code"]],
    }
    found["Gegeven op"] = [given_on_text(oordelen.get(code)) for code in table["code"]]
    if earlier:
        found["Jaar eerder"] = [earlier[code].label if code in earlier else dutch.DASH for code in table["code"]]
    return pd.DataFrame(found).reset_index(drop=True)


def given_on_text(oordeel: Oordeel | None) -> str:
    """Write the day; of one from a file there is none."""
    if oordeel is None:
        return dutch.DASH
    if oordeel.gegeven_op is None:
        return "uit een bestand"
    taken = f" (overgenomen uit {oordeel.overgenomen_uit})" if oordeel.overgenomen_uit else ""
    return f"{dutch.day(oordeel.gegeven_op)}{taken}"


def tegenspraken_table(beeld: Tertaalbeeld) -> pd.DataFrame:
    """Give code, Werkplein, Score, Waarom of each oordeel that the score contradicts; by naam."""
    found = tegenspraken(beeld)
    table = tables.scores_of(beeld, found)
    columns = {"code": table["code"], WERKPLEIN_KOP: table["naam"], "Score": table["score"]}
    return pd.DataFrame({**columns, "Waarom": tables.text_column(found[code] for code in table["code"])})


def file_table(beeld: Tertaalbeeld, oordelen: Mapping[str, Oordeel], notes_of: Collection[str]) -> pd.DataFrame:
    """Give code, naam, score, ako_indicatie, notitie, gegeven_op, door, overgenomen_uit, tegenspraak; who counts, by naam.

    `notes_of`: of whom the reader may read the notitie and who gave it; of the others both are empty.
    """
    table = tables.scores_of(beeld, beeld.stand.bands.index)
    found, contradictions = [oordelen.get(code) for code in table["code"]], tegenspraken(beeld)
    open_ones = [oordeel if code in notes_of else None for code, oordeel in zip(table["code"], found, strict=True)]
    moments = [iso_moment(each.gegeven_op) if each and each.gegeven_op else None for each in found]
    added: dict[str, list[str | None]] = {
        "ako_indicatie": [each.indicatie.value if each else None for each in found],
        "notitie": [(each.notitie or None) if each else None for each in open_ones],
        "gegeven_op": moments,
        "door": [each.door if each else None for each in open_ones],
        "overgenomen_uit": [str(each.overgenomen_uit) if each and each.overgenomen_uit else None for each in found],
        "tegenspraak": [contradictions.get(code) for code in table["code"]],
    }
    return table.assign(**{name: tables.text_column(values) for name, values in added.items()})
