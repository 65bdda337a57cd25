"""Whether a database and the programme belong together."""

from contextlib import suppress

from sqlalchemy import Connection
from sqlmodel import col, func, select

from db.models import Indiening, IndieningAntwoord
from landkaart.domein.catalogus import catalogus
from landkaart.domein.fouten import Beschadigd, OngeldigBestand
from landkaart.programma import programma


def require_own(connection: Connection) -> None:
    """Refuse a database with answers to other mijlpalen than those of the programme.

    Judged by what was submitted last: all of it is there, or nothing.

    Raises OngeldigBestand.
    """
    last = select(func.max(col(Indiening.id))).scalar_subquery()
    asked = select(IndieningAntwoord.mijlpaal).where(col(IndieningAntwoord.indiening_id) == last)
    found: set[str] = set()
    # What is damaged in the middle is told by whoever reads it: the rest can still be read.
    with suppress(Beschadigd):
        found = set(connection.scalars(asked))
    if found and found != set(catalogus().codes):
        raise OngeldigBestand(
            f"De antwoorden in deze database gaan over andere mijlpalen dan het programma in {programma().map} heeft. "
            "Kies met LANDKAART_PROGRAMMA de map die erbij hoort, of met DATABASE_URL een andere database."
        )
