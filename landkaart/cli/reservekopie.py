"""`python -m landkaart reservekopie`: a checked copy of the database, while it is in use."""

from pathlib import Path
from typing import Annotated

import typer

from db.backup.copy import make_backup
from db.backup.note import read_note
from db.backup.retention import tidy
from db.engine import read_session
from db.queries.clock import clock_record
from landkaart import settings
from landkaart.cli.files import database_file
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import Fout


def reservekopie(
    naar: Annotated[Path | None, typer.Option(help="De map; anders die van LANDKAART_RESERVEKOPIE.")] = None,
) -> None:
    """Maakt een gecontroleerde reservekopie terwijl de landkaart draait. Bewaart de laatste 7, van 4 weken en 12 maanden."""
    folder = naar or settings.backup_folder()
    if folder is None:
        raise Fout("Noem een map met --naar, of zet LANDKAART_RESERVEKOPIE.")
    made = make_backup(database_file(), folder, system_now())
    note = read_note(made)
    typer.echo(f"{made}: {note.grootte >> 10} kB, {sum(note.rijen.values())} rijen, sha256 {note.sha256}.")
    with read_session() as session:
        doubt = clock_record(session=session).doubt()
    if doubt is not None:
        typer.echo("Er is niets opgeruimd: de klok van de server wordt niet vertrouwd (zie: python -m landkaart klok).")
        return
    for path in tidy(folder, system_now()):
        typer.echo(f"Opgeruimd: {path.name}.")
