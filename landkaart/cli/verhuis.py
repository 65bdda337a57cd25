"""`python -m landkaart verhuis`: the whole landkaart to another database, from SQLite to PostgreSQL or back."""

from typing import Annotated

import typer

from db.move import move
from db.sealing import key_file
from landkaart.cli.console import progress_bar

ADDRESS = "Als DATABASE_URL: sqlite:///… of postgresql+psycopg://…"


def verhuis(
    van: Annotated[str, typer.Option(metavar="DATABASE", help=f"Waar de landkaart nu staat. {ADDRESS}")],
    naar: Annotated[str, typer.Option(metavar="DATABASE", help="De lege database waar zij heen gaat.")],
) -> None:
    """Verhuist de landkaart naar een andere database en vergelijkt alles. Stop haar eerst. Wat afbrak, gaat verder."""
    with progress_bar() as step:
        found = move(van, naar, step)
    rows = sum(inhoud.rijen for inhoud in found.values())
    typer.echo(f"Verhuisd en vergeleken: {len(found)} tabellen, {rows} rijen, in beide gelijk.")
    typer.echo("Zet DATABASE_URL op de nieuwe database en start de landkaart. De oude staat er nog.")
    key, expected = key_file(van), key_file(naar)
    if key.exists() and key != expected:
        typer.echo(f"De geheimen van tweede factoren horen bij de sleutel in {key}: zet die ook neer als {expected}.")
