"""How a vraag is answered, in words."""

from landkaart.domein.vraagvorm import Vorm, VraagSoort
from landkaart.rapport import dutch


def vorm_text(vorm: Vorm) -> str:
    """Write "Een getal, in klanten" or "Eén uit een lijst: geen, een deel of alles"."""
    if vorm.soort is VraagSoort.KEUZE:
        return f"{vorm.soort.label}: {dutch.enumeration(vorm.keuzes, 'of')}"
    return f"{vorm.soort.label}, in {vorm.eenheid}" if vorm.eenheid else vorm.soort.label
