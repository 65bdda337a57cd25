"""`python -m landkaart exporteer`: the tables of a tertaal as files in a folder."""

from pathlib import Path
from typing import Annotated

import typer

from db.engine import read_session
from db.freezing import freeze_what_closed
from db.queries.bijlagen import bijlagen
from db.queries.clock import clock
from db.queries.momentopnamen import momentopname
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.cli.console import progress_bar
from landkaart.cli.files import require_known_tertaal, written_in
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import Fout
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import VOORBEELD, Tertaal
from landkaart.programma.namen import TERTAAL
from landkaart.rapport.files import TABLES, beside_tables, files_of, write_files
from landkaart.rapport.herkomst import Gemaakt


def exporteer(
    tertaal: Annotated[str, typer.Option(help=f"Zoals {VOORBEELD}.")],
    naar: Annotated[Path, typer.Option(help="De map; wordt gemaakt als hij er niet is.")],
    editie: Annotated[
        int | None,
        typer.Option(min=1, help="Een eerdere vaststelling: 1, 2 …, ook als die is teruggenomen."),
    ] = None,
    herkomst: Annotated[bool, typer.Option("--herkomst", help="Zet de herkomst ook onder elke CSV.")] = False,
) -> None:
    """Schrijft de tabellen van een tertaal als CSV, als Excel-werkmap en als ODS.

    Zonder --editie zoals het nu geldt. Op de pagina Uitvraag staat welke edities er zijn.
    """
    chosen = Tertaal.parse(tertaal)
    freeze_what_closed()
    with read_session() as session:
        require_known_tertaal(session, chosen)
        if editie is not None and momentopname(session=session, tertaal=chosen, editie=editie) is None:
            raise Fout(f"Van {TERTAAL} {chosen} is er geen editie {editie}. Op de pagina Uitvraag staat welke er zijn.")
        beeld = tertaalbeeld(session=session, tertaal=chosen, editie=editie)
        beside = bijlagen(session=session, tertaal=chosen)
        gemaakt = Gemaakt(operator().naam, system_now(), clock(session=session).now())
    # Each table, the workbook and the spreadsheet.
    number = len(TABLES) + len(beside_tables(beeld, beside)) + 2
    with written_in(naar), progress_bar() as step:
        files = files_of(beeld, gemaakt, beside, with_herkomst=herkomst)
        for done, path in enumerate(write_files(naar, files), start=1):
            step(path.name, done, number)
    typer.echo(f"{number} bestanden geschreven in {naar}.")
