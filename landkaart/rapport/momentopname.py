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
    if again := beeld.heruitgave:
        return f"{fixed} (editie {beeld.editie} van {dutch.day(again.op)}, met wat na de sluiting binnenkwam: {again.reden})"
    return fixed if beeld.editie == 1 else f"{fixed} (editie {beeld.editie})"


def other_text(beeld: Tertaalbeeld) -> str:
    """Say in one of two editions what the other one is, by whom and why, and of how many it differs; else nothing."""
    if (andere := beeld.andere) is None:
        return ""
    again = andere.heruitgave
    by = f" door {again.door}" if again.door else ""
    made = f"Editie {max(andere.editie, beeld.editie)} is gemaakt op {dutch.day(again.op)}{by}: {again.reden}"
    one = len(andere.gewijzigd) == 1
    differ = f"{dutch.werkpleinen(len(andere.gewijzigd))} {'staat' if one else 'staan'} daarin anders dan in editie"
    return f"{made.rstrip('.')}. {differ} {min(andere.editie, beeld.editie)}."


def editions_table(beeld: Tertaalbeeld) -> pd.DataFrame:
    """List who differs between two editions, by naam: code, naam, and the shown score deze and andere (Int64)."""
    found = beeld.andere
    table = names_of(beeld, found.gewijzigd if found else ())
    for column, stand in (("deze", beeld.stand), ("andere", found.stand if found else empty_stand())):
        scores = stand.scores()
        table[column] = whole_column(whole_percent(scores.get(code)) for code in table["code"])
    return table


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
