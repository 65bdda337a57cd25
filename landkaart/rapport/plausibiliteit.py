"""What stands out, as a table for the screen and for the file: a row for each reason."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import pandas as pd

from landkaart.domein.invulling import score
from landkaart.domein.plausibiliteit import Ingestuurd, Opvallend, Twijfel, opvallend
from landkaart.domein.rounding import whole_percent
from landkaart.programma.namen import WERKPLEIN_KOP

FILE = ("code", "naam", "score", "regel", "waarom", "mijlpalen")


class Regelrij(NamedTuple):
    """One reason of one werkplein; `score`: in whole per cents, of what it submitted."""

    code: str
    naam: str
    score: int | None
    reden: Opvallend


def rows(found: Mapping[str, Ingestuurd], namen: Mapping[str, str], regel: str | None = None) -> Iterator[Regelrij]:
    """Yield every reason by naam of the werkplein; `regel`: the code of one rule, None for all.

    Raises KeyError for a rule that does not exist.
    """
    wanted = set(Twijfel) if regel is None else {Twijfel.by_code()[regel]}
    for code in (code for code in namen if code in found):
        shown = whole_percent(score(found[code].banden))
        for reden in opvallend(found[code]):
            if reden.twijfel in wanted:
                yield Regelrij(code, namen[code], shown, reden)


def per_twijfel(found: Mapping[str, Ingestuurd]) -> dict[Twijfel, int]:
    """Count by rule how many werkpleinen stand out."""
    counted = dict.fromkeys(Twijfel, 0)
    for gegeven in found.values():
        for twijfel in {reden.twijfel for reden in opvallend(gegeven)}:
            counted[twijfel] += 1
    return counted


def screen_table(shown: list[Regelrij]) -> pd.DataFrame:
    """Give what a reader sees: Werkplein, Score, Regel, Waarom."""
    lines = [(each.naam, each.score, each.reden.twijfel.label, each.reden.waarom) for each in shown]
    return pd.DataFrame(lines, columns=[WERKPLEIN_KOP, "Score", "Regel", "Waarom"]).astype({"Score": "Int64"})


def file_table(shown: list[Regelrij]) -> pd.DataFrame:
    """Give the columns of FILE; several mijlpalen stand in one cell, with `;` in between."""
    lines = [
        (each.code, each.naam, each.score, each.reden.twijfel.value, each.reden.waarom, ";".join(each.reden.mijlpalen))
        for each in shown
    ]
    return pd.DataFrame(lines, columns=list(FILE)).astype({"score": "Int64"})
