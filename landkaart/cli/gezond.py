"""`python -m landkaart gezond`: what is wrong, for whoever runs it."""

import typer

from db.health import problems
from landkaart import settings
from landkaart.cli.console import errors
from landkaart.domein.clock import system_now


def gezond() -> None:
    """Controleert de database, de schijf, de reservekopieën en de post. Eindigt met status 1 als er iets mis is."""
    found = problems(settings.database_url(), settings.backup_folder(), system_now())
    for sentence in found:
        errors.print(sentence)
    if found:
        raise typer.Exit(1)
    typer.echo("Alles is in orde.")
