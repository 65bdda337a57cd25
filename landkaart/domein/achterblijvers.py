"""Which werkpleinen lag, and why. The rule is ours; the AKO's own judgement (the AKO-indicatie) stands beside it."""

from collections.abc import Collection

import pandas as pd

from landkaart.domein.stand import Stand, shown

LIMIT = 50

RULE = (
    f"Een werkplein staat op de lijst als de score lager is dan {LIMIT}%, als de score onder het landelijk gemiddelde "
    "ligt en niet hoger is dan twee tertalen eerder, of als de laatste invulling verouderd is."
)


def reasons(stand: Stand, two_before: Stand, outdated: Collection[str]) -> pd.Series:
    """Per achterblijver (by code) why it is on the list, as Dutch sentences; shape (achterblijvers,).

    `two_before`: the stand two tertalen earlier; who had none then is not blamed for not growing.
    `outdated`: codes of the werkpleinen whose invulling is no longer current.
    """
    scores, sums = stand.scores(), stand.sums()
    earlier = two_before.sums().reindex(scores.index)
    average = stand.average() or 0
    low = scores < LIMIT
    stuck = (scores < average) & (sums <= earlier)
    old = scores.index.isin(list(outdated))
    listed = scores.index[low | stuck | old]
    rows = zip(scores, earlier / stand.bands.shape[1], low, stuck, old, strict=True)
    return pd.Series([sentence(*row) for row in rows], scores.index, dtype="str").loc[listed]


def sentence(score: float, earlier: float, low: bool, stuck: bool, old: bool) -> str:
    parts = []
    if low:
        parts.append(f"De score is {shown(score)}%, lager dan {LIMIT}%.")
    if stuck:
        parts.append(f"De score ligt onder het gemiddelde en groeide niet in twee tertalen (toen {shown(earlier)}%).")
    if old:
        parts.append("De laatste invulling is verouderd.")
    return " ".join(parts)
