"""The kengetallen as readers see them: a table for each, in the order of the report, with its notes and its sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from landkaart.domein.kengetal import TEKST, TOTAAL, Kengetal
from landkaart.domein.kengetal_controles import PERCENT, REALISATIE
from landkaart.domein.kengetal_indeling import indeling
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import dutch
from landkaart.rapport.csv_texts import guard

LEGEND = "n.b.: niet beschikbaar in de bron. Dat is iets anders dan 0."
# More than so many indicators with the same note are not named.
NAMED = 3
COLUMNS = [
    "tabel", "onderdeel", "indicator", "uitsplitsing", "periode", "soort", "waarde", "eenheid", "noot", "bron", "tertaal",
]  # fmt: skip


class Tabelregel(NamedTuple):
    """What a row of figures is about."""

    onderdeel: str
    indicator: str
    uitsplitsing: str


class Tabelkolom(NamedTuple):
    """What a column of figures is about."""

    periode: str
    soort: str


@dataclass(frozen=True)
class KengetalTabel:
    """One table with its figures, as they came."""

    code: str
    kengetallen: tuple[Kengetal, ...]

    @property
    def hoofdstuk(self) -> str:
        return indeling().kop(self.code).hoofdstuk

    @property
    def naam(self) -> str:
        """Return what it is called, without what its figures have in common."""
        return indeling().kop(self.code).titel

    @cached_property
    def titel(self) -> str:
        """Return what it is called, and what is the same for all of its figures: "Uitstroom naar werk (2009 t/m aug)"."""
        alike = [self.only("uitsplitsing"), self.only("periode"), self.eenheid]
        said = ", ".join(text for text in alike if text and text not in (TOTAAL, TEKST))
        return f"{self.naam}{f' ({said})' if said else ''}"

    @cached_property
    def eenheid(self) -> str:
        """Return the unit of all rows; empty where rows differ."""
        found = set(self.eenheden.values())
        return found.pop() if len(found) == 1 else ""

    @cached_property
    def eenheden(self) -> dict[Tabelregel, str]:
        """Return the unit of each row; a per cent beside a number has its sign in its own cell."""
        units = {regel: [each.eenheid for each in row if each] for regel, row in zip(self.regels, self.cells, strict=True)}
        return {regel: unit_of(found) for regel, found in units.items()}

    @cached_property
    def regels(self) -> list[Tabelregel]:
        return list(dict.fromkeys(regel_of(each) for each in self.kengetallen))

    @cached_property
    def kolommen(self) -> list[Tabelkolom]:
        return list(dict.fromkeys(Tabelkolom(each.periode, each.soort) for each in self.kengetallen))

    @cached_property
    def cells(self) -> list[list[Kengetal | None]]:
        """Return the figures, a row per `regels`, a column per `kolommen`; None where the source has none."""
        found = {(regel_of(each), Tabelkolom(each.periode, each.soort)): each for each in self.kengetallen}
        return [[found.get((regel, kolom)) for kolom in self.kolommen] for regel in self.regels]

    @cached_property
    def koppen(self) -> list[str]:
        """Return what stands above each column of figures; without its soort it is what was realised."""
        one = len({kolom.periode for kolom in self.kolommen}) == 1
        usual = len(self.kolommen) > 1 or self.kolommen[0].soort == REALISATIE
        found = [heading(kolom, one, usual) for kolom in self.kolommen]
        # A frame has each name once.
        taken = {"Onderdeel", "Indicator", "Uitsplitsing", "Eenheid"}
        for place, kop in enumerate(found):
            found[place] = kop if kop not in taken else f"{kop} ({place + 1})"
            taken.add(found[place])
        return found

    @cached_property
    def first(self) -> dict[str, list[str]]:
        """Return the columns before the figures, by heading: only those that tell rows apart."""
        names = {"Onderdeel": "onderdeel", "Indicator": "indicator", "Uitsplitsing": "uitsplitsing"}
        told = {title: [getattr(regel, name) for regel in self.regels] for title, name in names.items()}
        found = {title: texts for title, texts in told.items() if title == "Indicator" or len(set(texts)) > 1}
        return found if self.eenheid else found | {"Eenheid": list(self.eenheden.values())}

    @cached_property
    def table(self) -> pd.DataFrame:
        """Return it as text, figures as they were printed; missing where the source has none."""
        figures = {kop: [value_text(row[place]) for row in self.cells] for place, kop in enumerate(self.koppen)}
        return pd.DataFrame({**self.first, **figures}, dtype="str")

    @cached_property
    def noten(self) -> list[str]:
        """Return its notes, each with what it is about, and the legend of n.b. where that stands in it."""
        found = dict.fromkeys(each.noot for each in self.kengetallen if each.noot)
        said = [f"{self.about(noot)}{noot[:1].upper()}{noot[1:].rstrip('.')}." for noot in found]
        return said + [LEGEND] * any(each.is_niet_beschikbaar for each in self.kengetallen)

    @cached_property
    def bronnen(self) -> list[str]:
        return list(dict.fromkeys(each.bron for each in self.kengetallen if each.bron))

    def only(self, name: str) -> str:
        """Return what all figures have under this name; empty where they differ."""
        found = {getattr(each, name) for each in self.kengetallen}
        return str(found.pop()) if len(found) == 1 else ""

    def about(self, noot: str) -> str:
        """Say to which indicatoren or to which soort a note belongs; nothing when to all."""
        those = [each for each in self.kengetallen if each.noot == noot]
        soorten, names = {each.soort for each in those}, dict.fromkeys(each.indicator for each in those)
        if len(soorten) == 1 and not self.only("soort") and those[0].soort != REALISATIE:
            return f"{those[0].soort.capitalize()}: "
        if len(names) == len({each.indicator for each in self.kengetallen}):
            return ""
        return f"{dutch.enumeration(list(names)) if len(names) <= NAMED else f'Bij {len(names)} indicatoren'}: "


def kengetal_tabellen(kengetallen: Sequence[Kengetal]) -> list[KengetalTabel]:
    """Return a table for each code, in the order of the report."""
    by_code: dict[str, list[Kengetal]] = {}
    for each in kengetallen:
        by_code.setdefault(each.tabel, []).append(each)
    return [KengetalTabel(code, tuple(by_code[code])) for code in indeling().in_order(list(by_code))]


def per_hoofdstuk(tabellen: Iterable[KengetalTabel]) -> dict[str, list[KengetalTabel]]:
    """Return the tables under each heading of the report, in its order."""
    return {name: list(group) for name, group in groupby(tabellen, key=lambda each: each.hoofdstuk)}


def regel_of(kengetal: Kengetal) -> Tabelregel:
    return Tabelregel(kengetal.onderdeel, kengetal.indicator, kengetal.uitsplitsing)


def unit_of(units: Sequence[str]) -> str:
    """Return the unit of a row: what is no per cent and no text goes before."""
    return next((unit for unit in units if unit not in (PERCENT, TEKST)), next((u for u in units if u != TEKST), TEKST))


def heading(kolom: Tabelkolom, one_periode: bool, usual: bool) -> str:
    soort = kolom.soort[:1].upper() + kolom.soort[1:]
    if one_periode:
        return soort
    periode = kolom.periode[:1].upper() + kolom.periode[1:]
    return periode if kolom.soort == REALISATIE and usual else f"{soort}, {kolom.periode}"


def value_text(kengetal: Kengetal | None) -> str | None:
    """Write a figure as readers see it: "154.972", "102%", "n.b."; None where there is none."""
    if kengetal is None:
        return None
    if kengetal.getal is None:
        return kengetal.waarde
    return dutch.number(kengetal.getal) + (PERCENT if kengetal.eenheid == PERCENT else "")


def file_table(tertaal: Tertaal, kengetallen: Iterable[Kengetal]) -> pd.DataFrame:
    """Give a row per figure as `docs/formaten.md` has it: what comes out can come in again."""
    found = list(kengetallen)
    rows = [[*each.kenmerk, each.waarde, each.eenheid, each.noot, each.bron, str(tertaal)] for each in found]
    table = pd.DataFrame(rows, columns=COLUMNS, dtype="str")
    # No text: a number below zero is no formula, and must come in again as it went out.
    values = [each.waarde if each.getal is not None else guard(each.waarde) for each in found]
    return table.assign(waarde=pd.Series(values, dtype="object"))
