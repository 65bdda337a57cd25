"""How long a link that lets somebody in works, by the kind that the database keeps, and in words."""

from datetime import timedelta

LASTS = {"uitnodiging": timedelta(days=7), "herstel": timedelta(hours=1), "eerste_start": timedelta(days=7)}


def duur(soort: str) -> str:
    """Write how long it works: "7 dagen", "1 uur"."""
    days, hours = LASTS[soort].days, LASTS[soort].seconds // 3600
    return f"{days} dagen" if days else f"{hours} uur"


UITNODIGING_DUUR, HERSTEL_DUUR = duur("uitnodiging"), duur("herstel")
