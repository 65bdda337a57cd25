"""`python -m landkaart archief`: all that is to be kept of an edition, in one zip."""

from pathlib import Path
from typing import Annotated

import typer

from db.engine import read_session
from db.queries.bijlagen import bijlagen
from landkaart.cli.console import progress_bar
from landkaart.cli.files import written_in
from landkaart.cli.rapport import read
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.tertaal import VOORBEELD, Tertaal
from landkaart.rapport.archief.archief import archief_name, archief_of, require_edition
from landkaart.rapport.rapportage.making import RapportSoort, make


def archief(
    tertaal: Annotated[str, typer.Option(help=f"Zoals {VOORBEELD}.")],
    naar: Annotated[Path, typer.Option(help="De map; wordt gemaakt als hij er niet is.")],
    editie: Annotated[int | None, typer.Option(min=1, help="Een eerdere vaststelling, ook als die is teruggenomen.")] = None,
) -> None:
    """Maakt het archief van een vastgesteld tertaal: rapport, tabellen, beschrijving en controlegetallen in één zip."""
    found = read(Tertaal.parse(tertaal), editie, levend=False)
    require_edition(found)
    with read_session() as session:
        beside = bijlagen(session=session, tertaal=found.beeld.tertaal)
    content = archief_of(found, beside, pdf_of(found))
    with written_in(naar):
        (naar / archief_name(found)).write_bytes(content)
    typer.echo(f"{archief_name(found)} geschreven in {naar}.")


def pdf_of(found: RapportGegevens) -> bytes:
    """Make the report that goes into it, and show how far it is."""
    made = b""
    with progress_bar() as step:
        for each in make(found, [RapportSoort.PDF]):
            step(each.wat, each.klaar, each.van)
            made = each.bestand
    return made
