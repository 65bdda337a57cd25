"""`python -m landkaart importeer`: files come in, all of it or nothing."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from db.act import begin_act
from db.actions.aanleveringen import import_aanlevering, reference_faults
from db.actions.import_admission import admission_faults
from db.actions.momentopnamen import freeze
from db.engine import read_session
from db.queries.clock import clock
from landkaart.cli.console import errors, progress_bar
from landkaart.domein.rechten import klok, operator
from landkaart.invoer.aanlevering import read_paths
from landkaart.invoer.faults import Fault

# More than anybody reads on a screen; whoever mended these sees the next.
SHOWN_FAULTS = 200


def importeer(
    paden: Annotated[list[Path], typer.Argument(metavar="MAP_OF_BESTAND…", help="Mappen of losse bestanden.")],
    na_sluiting: Annotated[
        bool, typer.Option("--na-sluiting", help="Lees ook in wat een vastgesteld tertaal wijzigt; de tabellen blijven.")
    ] = False,
) -> None:
    """Leest bestanden in: alles of niets. Fouten staan er allemaal tegelijk, met bestand, regel, kolom en reden.

    Wat een vastgesteld tertaal zou wijzigen, wordt geweigerd. Met --na-sluiting komt het er in; de tabellen blijven dan.
    """
    with progress_bar() as step:
        aanlevering = read_paths(paden, step)
    # What closed by now is fixed before anything changes; what only came from files is left, for those may come in steps.
    with begin_act(klok()) as act:
        freeze(act, by_hand=True)
    with read_session() as session:
        faults = [*aanlevering.faults, *reference_faults(session=session, aanlevering=aanlevering)]
        now = clock(session=session).now()
        faults += admission_faults(session=session, now=now, aanlevering=aanlevering, na_sluiting=na_sluiting)
    if faults:
        refuse(faults)
    with progress_bar() as step, begin_act(operator()) as act:
        changed = import_aanlevering(act, aanlevering=aanlevering, na_sluiting=na_sluiting, progress=step)
    if not any(changed.values()):
        typer.echo("Er is niets veranderd: alles stond er al zo in.")
        return
    typer.echo("Ingelezen, nieuw of gewijzigd: " + ", ".join(f"{n} {name}" for name, n in changed.items() if n) + ".")
    if na_sluiting:
        typer.echo("De vastgestelde tabellen zijn niet veranderd. De pagina's tonen wat na de sluiting is gewijzigd.")


def refuse(faults: Sequence[Fault]) -> NoReturn:
    """Print the first of them on standard error with how many more there are, and end with status 1."""
    for fault in faults[:SHOWN_FAULTS]:
        errors.print(str(fault))
    if len(faults) > SHOWN_FAULTS:
        errors.print(f"… en nog {len(faults) - SHOWN_FAULTS} fouten.")
    errors.print("Er is niets ingelezen. Verbeter de bestanden en probeer het opnieuw.")
    raise typer.Exit(1)
