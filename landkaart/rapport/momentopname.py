"""What was frozen at a closing, and what has moved on since: in words, and as a table."""

import pandas as pd

from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.uitvraag import closing
from landkaart.rapport import dutch
from landkaart.rapport.tables import in_order


def frozen_text(beeld: Tertaalbeeld) -> str:
    """Without a full stop: "Vastgesteld bij de sluiting op 1 september 2009"."""
    return f"Vastgesteld bij de sluiting op {dutch.day(closing(beeld.tertaal, beeld.uitvraag))}"


def moved_on_text(beeld: Tertaalbeeld) -> str:
    """ "Na sluiting gewijzigd: 3 werkpleinen" """
    return f"Na sluiting gewijzigd: {dutch.werkpleinen(len(beeld.gewijzigd))}"


def gewijzigd_table(beeld: Tertaalbeeld) -> pd.DataFrame:
    """Who moved on, by naam: code, naam, bij_sluiting and nu (shown total scores, Int64; missing where it had no stand)."""
    codes = in_order(beeld, beeld.gewijzigd)
    columns: dict[str, object] = {
        "code": pd.array(codes, dtype="str"),
        "naam": pd.array([beeld.namen[code] for code in codes], dtype="str"),
    }
    for column, stand in (("bij_sluiting", beeld.stand), ("nu", beeld.stand_nu)):
        columns[column] = (stand.scores() // 1).reindex(codes).astype("Int64").array
    return pd.DataFrame(columns)
