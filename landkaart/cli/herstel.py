"""`python -m landkaart herstel`: a backup put back, whole, with nothing of another database beside it."""

from pathlib import Path
from typing import Annotated

import typer

from db.backup.note import checksum, read_note
from db.backup.restore import restore
from landkaart.cli.files import database_file
from landkaart.domein.clock import system_now


def herstel(
    kopie: Annotated[Path, typer.Argument(metavar="RESERVEKOPIE", help="Het .db-bestand; zijn .json ligt ernaast.")],
    vervang: Annotated[bool, typer.Option("--vervang", help="Ook als er al een database staat; die wordt bewaard.")] = False,
) -> None:
    """Zet een reservekopie terug op de plaats van DATABASE_URL. Stop eerst de landkaart."""
    database = database_file()
    moved = restore(kopie, database, system_now(), replace=vervang)
    if moved:
        typer.echo(f"Wat er stond is bewaard in {moved}.")
    note = read_note(kopie)
    typer.echo(f"{database} is teruggezet: {sum(note.rijen.values())} rijen, sha256 {checksum(database)}.")
