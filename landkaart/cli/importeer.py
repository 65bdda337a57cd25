"""`python -m landkaart importeer`: files come in, all of it or nothing."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from db.act import begin_act
from db.actions.aanleveringen import import_aanlevering, reference_faults
from db.actions.import_admission import admission_faults
from db.actions.momentopnamen import freeze
from db.engine import read_session
from db.queries.clock import clock
from db.queries.werkpleinen import werkpleinen
from landkaart.cli.console import errors, progress_bar
from landkaart.domein.ingelezen import Ingelezen
from landkaart.domein.rechten import klok, operator
from landkaart.invoer.aanlevering import read_paths
from landkaart.invoer.faults import Gathered, gather, order
from landkaart.programma.namen import TERTAAL
from landkaart.rapport import dutch
from landkaart.rapport.ingelezen_text import ingelezen_text, remarks

# More than anybody reads on a screen; whoever mended these sees the next.
SHOWN_FAULTS = 200


def importeer(
    paden: Annotated[list[Path], typer.Argument(metavar="MAP_OF_BESTAND…", help="Mappen of losse bestanden.")],
    na_sluiting: Annotated[
        bool, typer.Option("--na-sluiting", help=f"Lees ook in wat een vastgesteld {TERTAAL} wijzigt; de tabellen blijven.")
    ] = False,
) -> None:
    """Leest bestanden in: alles of niets. Fouten staan er allemaal tegelijk, met bestand, regel, kolom en reden.

    Wat een vastgesteld tertaal zou wijzigen, wordt geweigerd. Met --na-sluiting komt het er in; de tabellen blijven dan.
    """
    with read_session() as session:
        namen = {each.code: each.naam for each in werkpleinen(session=session)}
    with progress_bar() as step:
        aanlevering = read_paths(paden, step, namen)
    # What closed by now is fixed before anything changes; what only came from files is left, for those may come in steps.
    with begin_act(klok()) as act:
        freeze(act, by_hand=True)
    with read_session() as session:
        faults = [*aanlevering.faults, *reference_faults(session=session, aanlevering=aanlevering)]
        now = clock(session=session).now()
        faults += admission_faults(session=session, now=now, aanlevering=aanlevering, na_sluiting=na_sluiting)
    if faults:
        refuse(gather(sorted(faults, key=order)), aanlevering.notes)
    with progress_bar() as step, begin_act(operator()) as act:
        found = import_aanlevering(act, aanlevering=aanlevering, na_sluiting=na_sluiting, progress=step)
    say(found, aanlevering.notes, na_sluiting)


def say(found: Mapping[str, Ingelezen], notes: Sequence[str], na_sluiting: bool) -> None:
    """Print who came in and what there is to know of it, on standard output."""
    changed = any(rows.changed for rows in found.values())
    lines = ["Ingelezen:", *ingelezen_text(found)] if changed else ["Er is niets veranderd: alles stond er al zo in."]
    if na_sluiting and changed:
        lines.append("De vastgestelde tabellen zijn niet veranderd. De pagina's tonen wat na de sluiting is gewijzigd.")
    for line in (*lines, *as_remarks([*notes, *remarks(found)])):
        typer.echo(line)


def as_remarks(notes: Sequence[str]) -> list[str]:
    return ["Let op:", *(f"  {note}" for note in notes)] if notes else []


def refuse(faults: Sequence[Gathered], notes: Sequence[str]) -> NoReturn:
    """Print the first of them on standard error, how many more there are, and the notes; end with status 1."""
    for fault in faults[:SHOWN_FAULTS]:
        errors.print(str(fault))
    if len(faults) > SHOWN_FAULTS:
        errors.print(f"… en nog {dutch.counted(len(faults) - SHOWN_FAULTS, 'fout', 'fouten')}.")
    for line in as_remarks(notes):
        errors.print(line)
    errors.print("Er is niets ingelezen. Verbeter de bestanden en probeer het opnieuw.")
    raise typer.Exit(1)
