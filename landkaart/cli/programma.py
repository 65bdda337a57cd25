"""`python -m landkaart programma`: what a programme is made of, or everything that is wrong with its folder."""

from pathlib import Path
from typing import Annotated

import typer

from landkaart.domein.fouten import OngeldigBestand
from landkaart.programma import OWN
from landkaart.programma.inhoud import Programma
from landkaart.programma.reading import OngeldigProgramma, read_programma
from landkaart.rapport import dutch


def programma(
    map_: Annotated[Path, typer.Argument(metavar="MAP", help="De map van het programma; zonder: dat van onszelf.")] = OWN,
) -> None:
    """Controleert de map van een programma en zegt wat erin staat, of alles wat er niet aan klopt."""
    try:
        found = read_programma(map_)
    except OngeldigProgramma as error:
        raise OngeldigBestand(str(error)) from error
    typer.echo(summary(found))


def summary(found: Programma) -> str:
    """Say it in a line: "SUWI-landkaart: 14 mijlpalen in 6 fasen en 4 banden, elk tertaal."."""
    mijlpalen = dutch.counted(len(found.mijlpalen), "mijlpaal", "mijlpalen")
    fasen = dutch.counted(len(found.fasen), "fase", "fasen")
    return f"{found.naam}: {mijlpalen} in {fasen} en {len(found.banden)} banden, elk {found.tertaal}."
