"""The names behind a count, in one paragraph."""

from collections.abc import Collection

from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import WERKPLEIN
from landkaart.rapport import dutch, tables
from pages.shared.markdown import escaped
from pages.shared.name_search import MOST


def name_list(beeld: Tertaalbeeld, codes: Collection[str]) -> str:
    """Return them as Markdown, in alphabetical order; of very many the first, and how many more there are."""
    ordered = tables.in_order(beeld, codes)
    said = ", ".join(escaped(beeld.namen[code]) for code in ordered[:MOST])
    return f"{said} en nog {dutch.count(len(ordered) - MOST)}" if len(ordered) > MOST else said or f"Geen enkel {WERKPLEIN}."
