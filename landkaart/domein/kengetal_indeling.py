"""How the tables of the kengetallen are called and where they stand, and the controles of some; from `content`."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from landkaart.domein.labelled import Labelled

OVERIGE = "Overige kengetallen"


class Berekening(Labelled):
    """How `deel` and `geheel` become one figure; each is the sum of its terms."""

    SOM = "som"  # deel
    AANDEEL = "aandeel"  # deel as a per cent of geheel
    GROEI = "groei"  # how many per cent deel lies above geheel


@dataclass(frozen=True)
class KengetalKop:
    """Of a table: what it is called, and under which heading it stands."""

    titel: str
    hoofdstuk: str


@dataclass(frozen=True)
class Optelling:
    """In each column of a table its parts add up to the row `totaal`, and with the row `erbij` to the row `gelijk_aan`."""

    tabel: str
    totaal: str
    gelijk_aan: str
    erbij: str = ""


@dataclass(frozen=True)
class Controleregel:
    """What a source prints, and of which figures that follows; terms as `content/kengetallen.toml` explains them."""

    wat: str
    berekening: Berekening
    deel: tuple[str, ...]
    gedrukt: str
    geheel: tuple[str, ...] = ()
    toelichting: str = ""


@dataclass(frozen=True)
class Indeling:
    """What is known of the tables beforehand; `koppen` by code, in the order of the report."""

    koppen: Mapping[str, KengetalKop]
    optellingen: Sequence[Optelling]
    controles: Sequence[Controleregel]

    def kop(self, tabel: str) -> KengetalKop:
        """Return how a table is called; one that nobody knew of by its code."""
        return self.koppen.get(tabel) or KengetalKop(tabel[:1].upper() + tabel[1:].replace("-", " "), OVERIGE)

    def in_order(self, tabellen: Sequence[str]) -> list[str]:
        """Put codes in the order of the report; those that nobody knew of come last, as they came."""
        known = [code for code in self.koppen if code in tabellen]
        return known + [code for code in dict.fromkeys(tabellen) if code not in self.koppen]


@cache
def indeling() -> Indeling:
    text = files("landkaart").joinpath("content/kengetallen.toml").read_text(encoding="utf-8")
    content = tomllib.loads(text)
    return Indeling(
        {each["code"]: KengetalKop(each["titel"], each["hoofdstuk"]) for each in content["tabel"]},
        [Optelling(**each) for each in content["optelling"]],
        [read_controle(each) for each in content["controle"]],
    )


def read_controle(table: Mapping[str, Any]) -> Controleregel:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}
    values["berekening"] = Berekening(table["berekening"])
    return Controleregel(**values)
