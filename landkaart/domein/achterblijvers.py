"""Which werkpleinen lag, and why. The rule is ours; the AKO's own judgement (the AKO-indicatie) stands beside it."""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.rounding import whole_percent
from landkaart.domein.stand import Stand
from landkaart.programma.namen import TERTAAL, TERTALEN, WERKPLEIN

HIGHEST, LONGEST = 100, 6
OUTDATED = "De laatste invulling is verouderd."
SPANNEN = (
    "geen",
    f"één {TERTAAL}",
    f"twee {TERTALEN}",
    f"drie {TERTALEN}",
    f"vier {TERTALEN}",
    f"vijf {TERTALEN}",
    f"zes {TERTALEN}",
)


@dataclass(frozen=True)
class Regel:
    """Who is on the list: each limit is one reason, and none of them is needed.

    `limiet`: a score below it, in per cent; 0 asks nothing. `tertalen`: below the national average without growth over so
    many tertalen; 0 asks nothing. `verouderd`: the last invulling is no longer current. Raises OngeldigeInvoer.
    """

    limiet: int = 50
    tertalen: int = 2
    verouderd: bool = True

    def __post_init__(self) -> None:
        if not (0 <= self.limiet <= HIGHEST and 0 <= self.tertalen <= LONGEST):
            raise OngeldigeInvoer(
                f"De grens ligt tussen 0 en {HIGHEST}%, de groei gaat over hoogstens {LONGEST} {TERTALEN}. Kies opnieuw."
            )

    @property
    def zin(self) -> str:
        """Write the rule as readers get it above the list."""
        parts = []
        if self.limiet:
            parts.append(f"als de score lager is dan {self.limiet}%")
        if self.tertalen:
            since = f"{SPANNEN[self.tertalen]} eerder"
            parts.append(f"als de score onder het landelijk gemiddelde ligt en niet hoger is dan {since}")
        if self.verouderd:
            parts.append("als de laatste invulling verouderd is")
        if not parts:
            return "Er is geen enkele reden gekozen: niemand staat op de lijst."
        said = ", of ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))
        return f"Een {WERKPLEIN} staat op de lijst {said}."

    @property
    def asked(self) -> dict[str, str]:
        """Return what stands in an address: only what differs from the usual rule."""
        usual = asdict(STANDAARD)
        return {name: str(int(value)) for name, value in asdict(self).items() if value != usual[name]}

    @classmethod
    def read(cls, texts: Mapping[str, str]) -> "Regel":
        """Read an address; what is missing or cannot be is as in the usual rule."""
        return read_regel(texts)[0]


STANDAARD = Regel()
HOOGSTE = {"limiet": HIGHEST, "tertalen": LONGEST, "verouderd": 1}


def read_regel(texts: Mapping[str, str]) -> tuple[Regel, list[str]]:
    """Read a rule from an address: what is missing is as in the usual rule, and so is what cannot be, which is named."""
    said = {name: texts[name] for name in HOOGSTE if texts.get(name)}
    # ASCII digits only: int() also reads other scripts' digits and underscores.
    numbers = {name: int(text) for name, text in said.items() if text.isascii() and text.isdigit() and len(text) <= 3}
    given = {name: number for name, number in numbers.items() if number <= HOOGSTE[name]}
    bad = [f"{name}={text}" for name, text in said.items() if name not in given]
    usual = asdict(STANDAARD) | given
    return Regel(usual["limiet"], usual["tertalen"], bool(usual["verouderd"])), bad


class Held(NamedTuple):
    """Which of the reasons hold for one werkplein."""

    laag: bool
    zonder_groei: bool
    verouderd: bool


def reasons(stand: Stand, earlier: Stand, outdated: Collection[str], regel: Regel = STANDAARD) -> pd.Series:
    """Say why each achterblijver is on the list, as Dutch sentences by code; shape (achterblijvers,).

    `earlier`: the stand `regel.tertalen` before; who had none then is not blamed for not growing.
    `outdated`: codes of the werkpleinen whose invulling is no longer current.
    """
    held = reasons_that_hold(stand, earlier, outdated, regel)
    held = held[held.any(axis=1)]
    now, then = stand.scores().loc[held.index].tolist(), earlier.scores().reindex(held.index).tolist()
    rows = zip(now, then, map(Held._make, held.to_numpy().tolist()), strict=True)
    return pd.Series([reasons_sentence(regel, *row) for row in rows], held.index, dtype="str")


def reasons_that_hold(stand: Stand, earlier: Stand, outdated: Collection[str], regel: Regel) -> pd.DataFrame:
    """Judge each werkplein of `stand`: bool, shape (n, 3), a column per field of Held."""
    index, answers = stand.bands.index, stand.bands.shape[1]
    found = earlier.bands.index.get_indexer(index)
    # Who had no stand then is found at -1: the last place, where a total stands that nobody has.
    then = np.append(earlier.totals, -1)[found]
    below = stand.totals * stand.n < stand.totals.sum()
    return pd.DataFrame(
        {
            "laag": stand.totals < regel.limiet * answers,
            "zonder_groei": below & (found >= 0) & (stand.totals <= then) & (regel.tertalen > 0),
            "verouderd": index.isin(list(outdated)) & regel.verouderd,
        },
        index,
    )


def reasons_sentence(regel: Regel, score: float, earlier: float, held: Held) -> str:
    """Say the reasons that hold, a sentence each; scores exact, `earlier` is NaN for who had none then."""
    parts = []
    if held.laag:
        parts.append(f"De score is {whole_percent(score)}%, lager dan {regel.limiet}%.")
    if held.zonder_groei:
        over = f"{SPANNEN[regel.tertalen]} (toen {whole_percent(earlier)}%)"
        parts.append(f"De score ligt onder het gemiddelde en groeide niet in {over}.")
    if held.verouderd:
        parts.append(OUTDATED)
    return " ".join(parts)
