"""Werkpleinen on a spot, for who looks at what is near."""

from landkaart.domein.werkplein import Werkplein


def werkplein_at(
    code: str, regio: str = "Drenthe", provincie: str = "Drenthe", breedtegraad: float = 53.0, lengtegraad: float = 6.5
) -> Werkplein:
    """Called by its code, open always."""
    place = (code, code, code, code, provincie, regio)
    return Werkplein(*place, None, None, None, breedtegraad, lengtegraad)
