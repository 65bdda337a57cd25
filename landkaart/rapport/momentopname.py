"""What was frozen at a closing, and what has moved on since: in words, and as a table."""

import pandas as pd

from landkaart.domein.rounding import whole_percent
from landkaart.domein.stand import empty_stand
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.uitvraag import closing
from landkaart.rapport import dutch
from landkaart.rapport.tables import names_of, whole_column


def frozen_text(beeld: Tertaalbeeld) -> str:
    """Say, without a full stop, "Vastgesteld bij de sluiting op 31 augustus 2009 om 24:00 uur", and which edition it is."""
    fixed = f"Vastgesteld bij de sluiting op {dutch.closing(closing(beeld.tertaal, beeld.uitvraag))}"
    if beeld.teruggenomen:
        return f"{fixed} (editie {beeld.editie}, teruggenomen op {dutch.day(beeld.teruggenomen)})"
    return fixed if beeld.editie == 1 else f"{fixed} (editie {beeld.editie})"


def moved_on_text(beeld: Tertaalbeeld) -> str:
    """Say "Na sluiting gewijzigd: 3 werkpleinen"."""
    return f"Na sluiting gewijzigd: {dutch.werkpleinen(len(beeld.gewijzigd))}"


def gewijzigd_table(beeld: Tertaalbeeld) -> pd.DataFrame:
    """List who moved on, by naam: code, naam, and its shown score bij_sluiting and nu (Int64, missing without a stand)."""
    table = names_of(beeld, beeld.gewijzigd)
    for column, stand in (("bij_sluiting", beeld.stand), ("nu", beeld.stand_nu)):
        scores = (stand or empty_stand()).scores()
        table[column] = whole_column(whole_percent(scores.get(code)) for code in table["code"])
    return table
