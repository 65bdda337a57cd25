"""The 6 fasen and their 14 mijlpalen, read from `content/mijlpalen.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from landkaart.domein.band import Band


@dataclass(frozen=True)
class Mijlpaal:
    """`titel` is the report's own wording; `definitie` and `banden` (a sentence per band) are ours."""

    code: str
    fase: str
    titel: str
    definitie: str
    banden: tuple[str, str, str, str]

    def sentence(self, band: Band) -> str:
        return self.banden[band]


@dataclass(frozen=True)
class Fase:
    naam: str
    mijlpalen: tuple[Mijlpaal, ...]


@dataclass(frozen=True)
class Catalogus:
    """`herkomst`: where the wording comes from, a Dutch sentence for readers."""

    fasen: tuple[Fase, ...]
    herkomst: str

    @cached_property
    def mijlpalen(self) -> tuple[Mijlpaal, ...]:
        """Return all of them, in the order in which the report prints them."""
        return tuple(mijlpaal for fase in self.fasen for mijlpaal in fase.mijlpalen)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return tuple(mijlpaal.code for mijlpaal in self.mijlpalen)

    def __getitem__(self, code: str) -> Mijlpaal:
        return next(mijlpaal for mijlpaal in self.mijlpalen if mijlpaal.code == code)


@cache
def catalogus() -> Catalogus:
    text = files("landkaart").joinpath("content/mijlpalen.toml").read_text(encoding="utf-8")
    content = tomllib.loads(text)
    return Catalogus(tuple(read_fase(table) for table in content["fase"]), content["herkomst"])


def read_fase(table: dict[str, Any]) -> Fase:
    return Fase(table["naam"], tuple(read_mijlpaal(table["naam"], entry) for entry in table["mijlpaal"]))


def read_mijlpaal(fase: str, table: dict[str, Any]) -> Mijlpaal:
    niet, in_ontwikkeling, gedeeltelijk, volledig = (table[band.code] for band in Band)
    sentences = (niet, in_ontwikkeling, gedeeltelijk, volledig)
    return Mijlpaal(table["code"], fase, table["titel"], table["definitie"], sentences)
