"""The list of achterblijvers over time: who is on it, since when, who is new and who left."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

import pandas as pd

from landkaart.domein.achterblijvers import STANDAARD, Regel, reasons, reasons_that_hold
from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.rounding import whole_percent
from landkaart.domein.stand import Stand, empty_stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld

Verouderd = Mapping[Tertaal, Collection[str]]


@dataclass(frozen=True)
class Achterblijverslijst:
    """The list of one tertaal, by one rule; `nieuw` and `weg` are empty in the first tertaal there is."""

    regel: Regel
    redenen: Mapping[str, str]  # Sentences, by code of the werkplein.
    op_rij: Mapping[str, int]  # How many known tertalen in a row, this one included, each is on the list.
    nieuw: list[str]  # Who was not on it in the tertaal before.
    weg: Mapping[str, str]  # Why each that was on it then no longer is.


@dataclass(frozen=True)
class VastgesteldeLijst:
    """As the AKO fixed it; `redenen` are the sentences that readers saw then, by code of the werkplein."""

    regel: Regel
    redenen: Mapping[str, str]
    door: str
    opgeslagen_op: datetime


def reasons_on_list(
    beeld: Tertaalbeeld, tertaal: Tertaal, regel: Regel = STANDAARD, verouderd: Verouderd | None = None
) -> pd.Series:
    """Say why each achterblijver of `tertaal` (the tertaal of the beeld or one before it) is one: sentences, by code.

    `verouderd`: who was outdated at the closings of earlier tertalen (`db.queries.achterblijvers.outdated`); of the tertaal
    of the beeld it is known. Without it an earlier list has nobody who is only outdated.
    """
    return reasons(*facts_of(beeld, tertaal, regel, verouderd or {}), regel)


def codes_on_list(beeld: Tertaalbeeld, tertaal: Tertaal, regel: Regel, verouderd: Verouderd) -> pd.Index:
    """Return who is on the list of `tertaal`, by code; arguments as in `reasons_on_list`."""
    held = reasons_that_hold(*facts_of(beeld, tertaal, regel, verouderd), regel)
    return held.index[held.any(axis=1)]


def facts_of(
    beeld: Tertaalbeeld, tertaal: Tertaal, regel: Regel, verouderd: Verouderd
) -> tuple[Stand, Stand, Collection[str]]:
    """Return what a tertaal is judged on: its stand, the one that it is compared with, who is outdated."""
    old = beeld.in_class(Actualiteit.VEROUDERD) if tertaal == beeld.tertaal else verouderd.get(tertaal, ())
    return beeld.stands[tertaal], stand_at(beeld, tertaal.before(regel.tertalen)), old


def stand_at(beeld: Tertaalbeeld, tertaal: Tertaal) -> Stand:
    """Return the stand of a tertaal; where nothing is known nobody submitted, so the last one before it still holds."""
    known = [found for found in beeld.stands if found <= tertaal]
    return beeld.stands[max(known)] if known else empty_stand()


def achterblijverslijst_of(beeld: Tertaalbeeld, regel: Regel, verouderd: Verouderd) -> Achterblijverslijst:
    """Make the list of the tertaal of the beeld, over the tertalen that it knows, by the same rule throughout.

    `verouderd` as in `reasons_on_list`.
    """
    reasons = reasons_on_list(beeld, beeld.tertaal, regel, verouderd)
    redenen = dict(zip(reasons.index, reasons.tolist(), strict=True))
    before = [set(codes_on_list(beeld, tertaal, regel, verouderd)) for tertaal in reversed(beeld.geschiedenis[:-1])]
    return Achterblijverslijst(
        regel=regel,
        redenen=redenen,
        op_rij={code: 1 + tertalen_in_a_row(code, before) for code in redenen},
        nieuw=sorted(redenen.keys() - before[0]) if before else [],
        weg=why_each_left(beeld, before[0] - redenen.keys()) if before else {},
    )


def tertalen_in_a_row(code: str, lists: Iterable[Collection[str]]) -> int:
    """Count on how many of the lists it stands without a gap, from the first one on."""
    return sum(1 for _ in takewhile(lambda codes: code in codes, lists))


def why_each_left(beeld: Tertaalbeeld, codes: Iterable[str]) -> dict[str, str]:
    """Say of who was on the list in the known tertaal before what changed, as a sentence, by code."""
    now, before = beeld.stand.scores(), beeld.stands[beeld.geschiedenis[-2]].scores()
    return {code: why_left(whole_percent(now.get(code)), int(before[code])) for code in sorted(codes)}


def why_left(now: int | None, before: int) -> str:
    """Say what changed, by the shown scores; `now` is None for who does not count any more."""
    if now is None:
        return "Telt niet meer mee."
    if now == before:
        return f"De score bleef {now}%; geen van de redenen geldt nog."
    return f"De score ging van {before}% naar {now}%."
